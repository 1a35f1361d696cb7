"""The bad day of one-case.md "customer erased a year later": the whole case, then no trace of the person."""

from __future__ import annotations

import json

from tests.faults.installation import Installation, installation
from tests.journeys.walk import PERSONAL

__all__ = ["installation"]

_RUN = "from tests.journeys import forgotten; import json; print(json.dumps(forgotten.main(), default=str))"


def test_a_year_later_nothing_names_the_customer_and_everything_else_stands(installation: Installation) -> None:
    told = json.loads(installation.script(_RUN).splitlines()[-1])
    before = told["before"]
    assert {line.split(": ")[1] for line in before["tables"]} == set(PERSONAL)
    held = {line.split(":")[0].split("/")[0] for line in before["files"]}
    assert held >= {"anxin.sqlite3", "anxin.sqlite3-wal", "files"}
    assert before["search"]
    assert told["after"] == {"tables": [], "files": [], "search": []}
    assert told["link"] == "error.link_not_valid"
    assert told["verified"] is True
    assert len(told["case"]) > 25
    kept = ("figures", "case", "ticket")
    assert {name: told[f"{name}_after"] for name in kept} == {name: told[name] for name in kept}
    opened = next(one for one in told["figures"]["nodes"][0]["figures"] if one["code"] == "opened")
    assert opened["n"] == 1
