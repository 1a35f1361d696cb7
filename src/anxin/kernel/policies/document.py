from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict

Document = dict[str, Any]
Upcaster = Callable[[Document], Document]
P = TypeVar("P", bound="type[Policy]")


class Policy(BaseModel):
    """Business configuration as data. The defaults of the fields are the template the house ships.

    `standards` names the lines of the standards list it carries; `schema_version` counts changes of shape,
    each with an upcaster from the version before.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: ClassVar[str] = ""
    schema_version: ClassVar[int] = 1
    standards: ClassVar[tuple[int, ...]] = ()
    #: What reads it, for people who change it: codes of `policy.used.<code>`.
    used_in: ClassVar[tuple[str, ...]] = ()
    upcasters: ClassVar[Mapping[int, Upcaster]] = {}

    def strictness(self) -> tuple[float, ...]:
        """Of two documents that match equally well the one with the greater strictness binds."""
        return ()

    @classmethod
    def load(cls, document: Document, schema_version: int) -> Policy:
        """Read a document of any version ever shipped. Raises pydantic.ValidationError or KeyError."""
        for version in range(schema_version, cls.schema_version):
            document = cls.upcasters[version](document)
        return cls.model_validate(document)


_kinds: dict[str, type[Policy]] = {}


def policy(kind: str) -> Callable[[P], P]:
    """Register a policy class under its name, `domain.subject`."""

    def wrap(cls: P) -> P:
        if _kinds.get(kind, cls).__qualname__ != cls.__qualname__:
            raise ValueError(f"policy {kind!r} is defined twice")
        cls.kind = kind
        _kinds[kind] = cls
        return cls

    return wrap


def kinds() -> dict[str, type[Policy]]:
    return dict(sorted(_kinds.items()))
