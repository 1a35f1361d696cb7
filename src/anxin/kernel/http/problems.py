"""What is wrong with a value somebody sent, as a sentence of ours instead of the validator's English."""

from collections.abc import Mapping
from typing import Any

from anxin.kernel.i18n import known

#: Kinds of pydantic's errors we have words for, and the bound each names.
_KINDS = {
    "missing": ("missing", ""),
    "string_too_long": ("too_long", "max_length"),
    "string_too_short": ("missing", ""),
    "too_long": ("too_many", "max_length"),
    "too_short": ("missing", ""),
    "greater_than": ("too_small", "gt"),
    "greater_than_equal": ("too_small", "ge"),
    "less_than": ("too_big", "lt"),
    "less_than_equal": ("too_big", "le"),
}


def problem(error: Mapping[str, Any]) -> dict[str, Any]:
    """A validator's error as a stored reason (`code`, `params`) and the `field` it is about, by its path."""
    kind, bound = _KINDS.get(str(error["type"]), ("other", ""))
    path = [str(part) for part in error["loc"]]
    name = f"enum.field.{path[-1]}" if path else ""
    params = {"field": name if known(name) else "enum.field.other"}
    if bound:
        params["limit"] = error.get("ctx", {}).get(bound, "")
    return {"field": ".".join(path), "code": f"error.problem.{kind}", "params": params}
