"""Pure decisions about requests: danger, urgency, care, and when two tell the same problem."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
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


def triage(text: str, *, symptom: str, elderly: bool, policy: Triage) -> Triaged:
    """Danger first, then the symptom; care says who must reach a person (standard 101)."""
    read = language.alarm(text)
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


Act = Literal["take", "visit", "solve", "close", "reopen"]


@dataclass(frozen=True, slots=True)
class Step:
    """A required check: at which stage (its place), of a work order or of the case itself, done or not."""

    check: str
    stage: int
    of_order: bool
    done: bool


@dataclass(frozen=True, slots=True)
class Drop:
    """What putting a card on a stage means: the act that leads there, else the code of why none does.

    `missing` are the steps that stand between.
    """

    act: Act | None
    refused: str = ""
    missing: tuple[Step, ...] = ()


def drop(target: int, *, stage: int, status: str, steps: Sequence[Step], solved_at: int) -> Drop:
    """A case moves by facts. A card may be put where one act of the desk leads; else the missing facts are told.

    `solved_at`: the place of the stage that ends with the solution.
    """
    if target < stage:
        return Drop("reopen") if status in ("solved", "closed") else Drop(None, "ticket.drop_back")
    wanting = (step for step in steps if step.stage < target and not step.done)
    missing = tuple(sorted(wanting, key=lambda step: (step.stage, not step.of_order)))
    codes = {step.check for step in missing}
    if status == "solved":
        return Drop("close")
    if any(step.of_order for step in steps):
        return Drop(None, "ticket.drop_order", missing)
    joined_at = next((step.stage for step in steps if step.check == "human_joined"), stage)
    if "human_joined" in codes and target == joined_at + 1:
        return Drop("take")
    if target <= solved_at:
        return Drop("visit")
    if "revisited" in codes:
        return Drop(None, "ticket.drop_unsolved", missing)
    return Drop("solve")
