"""Pure decisions about requests: danger, urgency, care, and when two tell the same problem."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from anxin.domains.tickets.documents import Triage
from anxin.engines import language


@dataclass(frozen=True, slots=True)
class Triaged:
    """What was read from a request; `rules` name the rules of the language engine that saw the danger."""

    urgency: str
    dangers: tuple[str, ...]
    rules: tuple[str, ...]
    care: str

    @property
    def danger(self) -> str:
        return self.dangers[0] if self.dangers else ""


def triage(text: str, *, symptom: str, elderly: bool, now: datetime, policy: Triage) -> Triaged:
    """Danger first, then the symptom; care says who must reach a person (standard 101)."""
    read = language.analyse(text, now=now)
    dangers = tuple(dict.fromkeys(danger.kind for danger in read.danger))
    urgent = bool(dangers) or symptom in policy.urgent_symptoms
    upset = read.is_upset or bool(read.wants_human)
    care = "elderly" if elderly else "upset" if upset else ""
    return Triaged(
        urgency="urgent" if urgent else "normal",
        dangers=dangers,
        rules=tuple(dict.fromkeys(danger.evidence.rule for danger in read.danger)),
        care=care if care in policy.person_for else "",
    )


def open_key(*, household: UUID | None, unit: UUID | None, category: str, symptom: str, unknown: Sequence[str]) -> str:
    """What makes two requests the same problem: unit (else household and category) and symptom.

    An unknown symptom never joins: two unknown problems may be two problems.
    """
    if symptom in unknown or (unit is None and household is None):
        return ""
    return f"unit:{unit}:{symptom}" if unit else f"home:{household}:{category}:{symptom}"


def press_tells(count: int, roles: Sequence[str]) -> str:
    """Who hears of the `count`-th press."""
    return roles[min(count, len(roles)) - 1]
