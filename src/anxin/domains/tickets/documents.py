"""The policy documents of this domain."""

from __future__ import annotations

import secrets
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from anxin.kernel import policies

TEMPLATES = Path(__file__).parent / "templates"


@cache
def template(name: str) -> dict[str, Any]:
    return tomllib.loads((TEMPLATES / f"{name}.toml").read_text("utf-8"))


class Part(BaseModel):
    """A piece of a document."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class SafetyCard(Part):
    """What to do now about a danger; `steps` each in both languages with a line of detail."""

    danger: str
    title: dict[str, str]
    call: str
    steps: tuple[dict[str, str], ...]


@policies.policy("tickets.safety")
class Safety(policies.Policy):
    """The safety gate: one fixed card per danger, before anything else."""

    used_in = (
        "intake",
        "tracking",
    )

    cards: tuple[SafetyCard, ...] = Field(
        default_factory=lambda: tuple(SafetyCard(**row) for row in template("safety")["cards"])
    )

    def card(self, danger: str) -> SafetyCard | None:
        return next((card for card in self.cards if card.danger == danger), None)


@policies.policy("tickets.triage")
class Triage(policies.Policy):
    """How urgent a request is, and who must reach a person (standard 101)."""

    standards = (101,)
    used_in = (
        "intake",
        "routing",
    )

    urgent_symptoms: tuple[str, ...] = ("gas_smell", "electric_leak", "smoke", "co_alarm", "water_leak_heavy")
    #: A text that reads upset, an elderly or a complex case always reaches a person.
    person_for: tuple[str, ...] = ("elderly", "complex", "upset")
    unknown_symptoms: tuple[str, ...] = ("", "unknown")


#: An address of one's own meeting service: https, a plain host, the room in the path; nothing a page could mistake.
_ROOM_URL = (
    r"^(?:https://[A-Za-z0-9.-]+(?::[0-9]{1,5})?/[A-Za-z0-9._~/-]*\{room\}[A-Za-z0-9._~/-]*"
    r"(?:[?#][A-Za-z0-9._~/?&=%+#-]*)?)?$"
)


@policies.policy("tickets.video")
class VideoGuidance(policies.Policy):
    """Guidance by video: where the house's meeting rooms are."""

    standards = (64,)
    used_in = (
        "cases",
        "tracking",
    )

    #: For example "https://meet.example.com/{room}"; empty = not offered.
    room_url: str = Field("", max_length=300, pattern=_ROOM_URL)

    def new_room(self) -> str:
        """The address of a room nobody can guess."""
        return self.room_url.replace("{room}", secrets.token_hex(16))


@policies.policy("tickets.desk")
class DeskRules(policies.Policy):
    """催单, kanban and archive."""

    used_in = (
        "queue",
        "board",
        "archive",
    )

    #: Who hears of the first, second, third press; the last also of all that follow.
    press_tells: tuple[str, ...] = ("assignee", "outlet_manager", "regional_manager")
    #: Cards a column of the board holds before it is too full; a stage without a line has no limit.
    wip: dict[str, int] = {"reported": 60, "response": 60, "dispatch": 80, "visit": 120, "repair": 80, "revisit": 200}
    #: Hours within which a clock counts as "soon".
    soon_hours: int = Field(2, gt=0)
    #: Seconds a merge waits before the merged case ends, so that it can be undone.
    merge_seconds: int = Field(60, ge=60)
    #: A closed ticket is archived after so many days without a reopening.
    archive_days: int = Field(0, ge=0)
    #: A tracking link lives so many days.
    tracking_days: int = Field(60, gt=0)
