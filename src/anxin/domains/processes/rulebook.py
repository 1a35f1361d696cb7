"""Policy documents → the engine's rules, promises and calendars."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from anxin.domains.processes.documents import CalendarDoc, Calendars, ClockPolicy, Promises, days
from anxin.engines import sla
from anxin.kernel import policies

#: Compiled calendars by versioned key; a key never changes its meaning, so they are kept.
_timelines: dict[str, sla.Timeline] = {}


class Decided:
    """What these rules decide of clocks, by all a clock's facts: screens ask for the same clocks every few seconds."""

    _MOST = 5000

    def __init__(self) -> None:
        self._kept: dict[tuple[str, ...], sla.Decided] = {}

    def get(self, facts: tuple[str, ...]) -> sla.Decided | None:
        return self._kept.get(facts)

    def put(self, facts: tuple[str, ...], decided: sla.Decided) -> None:
        if len(self._kept) >= self._MOST:
            self._kept.clear()
        self._kept[facts] = decided


@dataclass(frozen=True)
class Rulebook:
    """The rules of the day. One lives as long as its documents are in force."""

    clocks: ClockPolicy
    promises: Promises
    calendars: Calendars
    _by_zone: dict[str, tuple[sla.Promise, ...]] = field(default_factory=dict)
    decided: Decided = field(default_factory=Decided)

    @property
    def documents(self) -> tuple[ClockPolicy, Promises, Calendars]:
        return self.clocks, self.promises, self.calendars

    @cached_property
    def rules(self) -> sla.ClockRules:
        return sla.ClockRules(
            pauses={doc.reason: _pause_rule(doc.model_dump()) for doc in self.clocks.pauses},
            stop_evidence={clock: frozenset(kinds) for clock, kinds in self.clocks.stop_evidence.items()},
            agreement_evidence=frozenset(self.clocks.agreement_evidence),
            ladder={
                clock: tuple(sla.Step(s.key, s.percent, s.after_minutes * 60) for s in doc.steps)
                for doc in self.clocks.ladder
                for clock in doc.clocks
            },
        )

    def promised(self, zone: str) -> tuple[sla.Promise, ...]:
        """Every row of the matrix, its calendar in the place's zone."""
        if zone not in self._by_zone:
            self._by_zone[zone] = tuple(
                sla.Promise(
                    row.key,
                    row.source,
                    row.clock,
                    self.calendar_key(row.calendar, zone),
                    row.minutes * 60,
                    when={name: frozenset(values) for name, values in row.when.items()},
                )
                for row in self.promises.rows
            )
        return self._by_zone[zone]

    def calendar_key(self, code: str, zone: str) -> str:
        """The versioned key of a calendar at a place, its timeline made ready. Raises KeyError if unknown."""
        document = self.calendar_document(code, zone)
        digest = hashlib.sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()[:8]
        key = f"{code}@{digest}/{document['zone']}"
        timeline_of(key, document)
        return key

    def calendar_document(self, code: str, zone: str) -> dict[str, Any]:
        """All a calendar means, as JSON: what a promise told by it keeps."""
        doc = next((calendar for calendar in self.calendars.calendars if calendar.code == code), None)
        if doc is None:
            raise KeyError(code)
        years = [year.model_dump(mode="json") for year in self.calendars.years] if doc.holidays else []
        return {**doc.model_dump(mode="json"), "zone": doc.zone or zone, "years": years}


def _pause_rule(doc: dict[str, Any]) -> sla.PauseRule:
    return sla.PauseRule(
        doc["reason"],
        frozenset(doc["clocks"]),
        doc["cap_hours"] * 3600,
        doc["total_hours"] * 3600,
        frozenset(doc["evidence"]),
    )


_latest: Rulebook | None = None


def rulebook() -> Rulebook:
    """The rules in force now."""
    global _latest
    documents = (policies.current(ClockPolicy), policies.current(Promises), policies.current(Calendars))
    book = _latest
    if book is None or any(a is not b for a, b in zip(documents, book.documents, strict=True)):
        book = _latest = Rulebook(*documents)
    return book


def timeline_of(key: str, document: dict[str, Any]) -> sla.Timeline:
    if key not in _timelines:
        _timelines[key] = sla.Timeline(calendar_of(key, document))
    return _timelines[key]


def timelines() -> dict[str, sla.Timeline]:
    return _timelines


def calendar_of(key: str, document: dict[str, Any]) -> sla.Calendar:
    """A stored calendar document as the engine's calendar."""
    doc = CalendarDoc(**{name: document[name] for name in CalendarDoc.model_fields})
    hours = tuple(_period(text) for text in doc.hours)
    week = tuple(hours if day in doc.weekdays else () for day in range(1, 8))
    return sla.Calendar(key, doc.zone, week, _holidays(document["years"]) if doc.holidays else None, makeup_hours=hours)


def _holidays(years: list[dict[str, Any]]) -> sla.Holidays:
    return sla.Holidays(
        off={day: name for year in years for day, name in days(tuple(year["off"])).items()},
        makeup={day: name for year in years for day, name in days(tuple(year["makeup"])).items()},
        years=frozenset(year["year"] for year in years if not year["provisional"]),
        provisional=frozenset(year["year"] for year in years if year["provisional"]),
    )


def _period(text: str) -> sla.Period:
    """ "09:00-12:00" → seconds since midnight."""
    start, end = ([int(part) for part in clock.split(":")] for clock in text.split("-"))
    return sla.Period(start[0] * 3600 + start[1] * 60, end[0] * 3600 + end[1] * 60)
