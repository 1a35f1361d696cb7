"""The policy documents of this domain. The templates shipped are data: templates/*.toml."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from anxin.kernel import policies

TEMPLATES = Path(__file__).parent / "templates"
Level = Literal["case", "order"]


@cache
def template(name: str) -> dict[str, Any]:
    return tomllib.loads((TEMPLATES / f"{name}.toml").read_text("utf-8"))


class Part(BaseModel):
    """A piece of a document."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class CalendarDoc(Part):
    """Hours of a week. `weekdays` 1 = Monday; `hours` as "09:00-12:00"; zone "" = that of the place served."""

    code: str
    name: dict[str, str]
    hours: tuple[str, ...]
    weekdays: tuple[int, ...]
    holidays: bool
    zone: str = ""


class HolidayYear(Part):
    """One year's table: lines "2026-02-15..23 春节". Provisional = the make-up days are not announced yet."""

    year: int
    off: tuple[str, ...]
    makeup: tuple[str, ...]
    provisional: bool = False


class PromiseRule(Part):
    """A row of the matrix of promises; `standard` is its number in the list of standards."""

    key: str
    source: str
    clock: str
    minutes: int = Field(gt=0)
    calendar: str
    when: dict[str, tuple[str, ...]] = {}
    standard: int | None = None


class PauseDoc(Part):
    reason: str
    clocks: tuple[str, ...]
    cap_hours: int = Field(gt=0)
    total_hours: int = Field(gt=0)
    evidence: tuple[str, ...] = Field(min_length=1)


class StepDoc(Part):
    """A rung: when `percent` of the time is used, plus minutes; `tell` is the role that hears."""

    key: str
    percent: int
    after_minutes: int = 0
    tell: str


class LadderDoc(Part):
    clocks: tuple[str, ...]
    steps: tuple[StepDoc, ...]


class CheckDoc(Part):
    """Something that must have happened; `needs` come before it, `approval` is the role that alone may say so."""

    code: str
    stage: str
    level: Level
    required: bool = True
    needs: tuple[str, ...] = ()
    approval: str = ""


class ClockDoc(Part):
    """A clock from one check to another ("opened" = the order's beginning); `customer`: its promise is told."""

    name: str
    level: Level
    starts_on: str
    stops_on: str
    customer: bool


class BranchDoc(Part):
    """A way off the straight line: allowed `after` these checks and `until` those, what it undoes and reopens."""

    code: str
    level: Level
    after: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    undoes: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()
    reopens: tuple[str, ...] = ()
    pause: str = ""
    ends: bool = False


class TypeDoc(Part):
    """An order type: what it leaves out of the common process, what it makes required, what it adds."""

    code: str
    skips: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    checks: tuple[CheckDoc, ...] = ()
    clocks: tuple[ClockDoc, ...] = ()
    leads_to: tuple[str, ...] = ()


@policies.policy("processes.calendars")
class Calendars(policies.Policy):
    """Business hours and the table of public holidays and make-up workdays."""

    used_in = (
        "clocks",
        "escalation",
    )

    calendars: tuple[CalendarDoc, ...] = Field(
        default_factory=lambda: tuple(CalendarDoc(**row) for row in template("calendars")["calendars"])
    )
    years: tuple[HolidayYear, ...] = Field(
        default_factory=lambda: tuple(HolidayYear(**row) for row in template("calendars")["years"])
    )


@policies.policy("processes.promises")
class Promises(policies.Policy):
    """Who promises what, by when: the strictest of all sources binds."""

    standards = (2, 3, 5, 7, 8, 33, 62, 63, 64, 77, 101)
    used_in = (
        "clocks",
        "escalation",
        "report",
    )

    rows: tuple[PromiseRule, ...] = Field(
        default_factory=lambda: tuple(PromiseRule(**row) for row in template("promises")["rows"])
    )


@policies.policy("processes.clocks")
class ClockPolicy(policies.Policy):
    """What may hold a clock, what alone stops it, and who hears when time runs short."""

    used_in = (
        "clocks",
        "pauses",
        "escalation",
    )

    stop_evidence: dict[str, tuple[str, ...]] = Field(
        default_factory=lambda: {k: tuple(v) for k, v in template("clocks")["stop_evidence"].items()}
    )
    agreement_evidence: tuple[str, ...] = Field(default_factory=lambda: tuple(template("clocks")["agreement_evidence"]))
    pauses: tuple[PauseDoc, ...] = Field(
        default_factory=lambda: tuple(PauseDoc(**row) for row in template("clocks")["pauses"])
    )
    ladder: tuple[LadderDoc, ...] = Field(
        default_factory=lambda: tuple(LadderDoc(**row) for row in template("clocks")["ladder"])
    )

    def tells(self, clock: str, step: str) -> str:
        """The role that hears of a step; "" for one no longer in the ladder."""
        return next((s.tell for doc in self.ladder if clock in doc.clocks for s in doc.steps if s.key == step), "")


@policies.policy("processes.definitions")
class Definitions(policies.Policy):
    """The process of every order type: stages the customer sees, checks, clocks, branches."""

    used_in = (
        "cases",
        "board",
        "tracking",
    )

    stages: tuple[str, ...] = Field(default_factory=lambda: tuple(template("definitions")["stages"]))
    checks: tuple[CheckDoc, ...] = Field(
        default_factory=lambda: tuple(CheckDoc(**row) for row in template("definitions")["checks"])
    )
    clocks: tuple[ClockDoc, ...] = Field(
        default_factory=lambda: tuple(ClockDoc(**row) for row in template("definitions")["clocks"])
    )
    branches: tuple[BranchDoc, ...] = Field(
        default_factory=lambda: tuple(BranchDoc(**row) for row in template("definitions")["branches"])
    )
    types: tuple[TypeDoc, ...] = Field(
        default_factory=lambda: tuple(TypeDoc(**row) for row in template("definitions")["types"])
    )

    @model_validator(mode="after")
    def _names_agree(self) -> Definitions:
        """Every check named anywhere exists, every stage too; a process cannot be published that nobody can end."""
        known = {"opened", *(c.code for c in self.checks), *(c.code for t in self.types for c in t.checks)}
        named = {name for c in self.checks for name in c.needs}
        named |= {name for c in self.clocks for name in (c.starts_on, c.stops_on)}
        named |= {name for b in self.branches for name in (*b.after, *b.until, *b.undoes)}
        named |= {name for t in self.types for name in (*t.skips, *t.requires)}
        if unknown := sorted(named - known):
            raise ValueError(f"unknown checks: {', '.join(unknown)}")
        if lost := sorted({c.stage for c in self.checks} - set(self.stages)):
            raise ValueError(f"unknown stages: {', '.join(lost)}")
        return self


def days(lines: tuple[str, ...]) -> dict[date, str]:
    """ "2026-02-15..23 春节" → each day with its name."""
    found: dict[date, str] = {}
    for line in lines:
        span, _, name = line.partition(" ")
        first, _, last = span.partition("..")
        day = date.fromisoformat(first)
        end = day.replace(day=int(last)) if last else day
        while day <= end:
            found[day] = name
            day += timedelta(days=1)
    return found
