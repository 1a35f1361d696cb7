"""A run held for writing. Every change of input ends in `settle`, which replays the clocks it touched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from anxin.domains.processes import models, reading
from anxin.domains.processes.events import PromiseGiven
from anxin.domains.processes.rulebook import rulebook, timelines
from anxin.domains.processes.rules import OwnStanding, Passed, Process, case_stage, own_stage
from anxin.engines import sla
from anxin.kernel import clock as time
from anxin.kernel import events
from anxin.kernel.actor import Actor
from anxin.kernel.db import store, store_all
from anxin.kernel.errors import Conflict, NotFound
from anxin.kernel.statements import prepared, update

Evidence = Sequence[dict[str, str]]


class Done(NamedTuple):
    """A check satisfied: its row and its time."""

    pk: UUID
    at: datetime


@dataclass
class Held:
    """One run, locked; its process and its checks not undone. Clocks are read when asked for, events wait.

    A `fresh` run was begun in this transaction: there is nothing to read.
    """

    actor: Actor
    run: models.Run
    process: Process
    done: dict[str, Done]
    fresh: bool = False
    told: list[events.Entry] = field(default_factory=list)
    marked: set[UUID] = field(default_factory=set)
    passed: list[models.Check] = field(default_factory=list)
    _clocks: list[models.Clock] | None = None

    def __post_init__(self) -> None:
        self._clocks = [] if self.fresh else None

    @property
    def level(self) -> str:
        return "order" if self.run.order_id else "case"

    @property
    def clocks(self) -> list[models.Clock]:
        if self._clocks is None:
            self._clocks = _clocks(self.run.pk)
        return self._clocks

    def record(self, event: events.Event) -> None:
        subject = (self.run.subject_type, self.run.subject_id)
        self.told.append(events.Entry(event, subject, self.run.case_id))

    def mark(self, clock: models.Clock, kind: sla.MarkKind, at: datetime, evidence: Evidence = ()) -> None:
        self.marked.add(clock.pk)
        clock.marks = [*clock.marks, {"kind": kind, "at": reading.seconds(at), "evidence": list(evidence)}]

    def open_clock(self, name: str, at: datetime) -> None:
        """A clock's next round, started."""
        rounds = [clock.round for clock in self.clocks if clock.name == name]
        clock = models.Clock(run=self.run, name=name, round=max(rounds, default=0) + 1)
        self.mark(clock, sla.MarkKind.STARTED, at)
        self.clocks.append(clock)

    def unstop(self, name: str) -> None:
        """Take the last stop of a clock back: it runs on as if it had never been stopped."""
        for clock in (clock for clock in self.clocks if clock.name == name and clock.stopped_at is not None):
            last = max(place for place, mark in enumerate(clock.marks) if mark["kind"] == sla.MarkKind.STOPPED)
            clock.marks = [mark for place, mark in enumerate(clock.marks) if place != last]
            self.marked.add(clock.pk)

    def drop_clock(self, name: str) -> None:
        """A clock that should never have started. Raises Conflict when a customer was told its promise."""
        started = [clock for clock in self.clocks if clock.name == name]
        if any(clock.told for clock in started):
            raise Conflict("process.promise_told", clock=f"enum.clock.{name}")
        models.Clock.objects.filter(pk__in=[clock.pk for clock in started]).delete()
        self._clocks = [clock for clock in self.clocks if clock.name != name]

    def settle(self, *, every_clock: bool = False, restate: bool = False) -> None:
        """Replay the clocks that were touched (or all), restage the case, record the events.

        `restate`: the run's state was changed and must be written too.
        """
        now = time.now()
        store_all(self.passed)
        self.passed = []
        if every_clock:
            self.marked |= {clock.pk for clock in self.clocks}
        if self.marked:
            self._replay(now)
        self._restage(now, restate)
        events.record_all(self.told, actor=self.actor)
        self.told, self.marked = [], set()

    def _replay(self, now: datetime) -> None:
        inputs = reading.inputs_of(self.run)
        promises: list[models.Promise] = []
        for clock in (clock for clock in self.clocks if clock.pk in self.marked):
            before = clock.kept
            state = reading.read(clock, inputs, now)
            promises += self._tell(clock, state)
            reading.project(clock, state)
            if not clock._state.adding:
                update(clock, "marks", "told", *reading.PROJECTED)
                if clock.told and clock.kept != before:
                    judge(clock)
        store_all([clock for clock in self.clocks if clock._state.adding])
        store_all(promises)

    def _tell(self, clock: models.Clock, state: sla.ClockState) -> list[models.Promise]:
        """The binding promise of a customer's clock is told once, when the clock has started."""
        doc = next((doc for doc in self.process.clocks if doc.name == clock.name), None)
        binding, read = state.binding, state.reading
        if doc is None or not doc.customer or binding is None or read is None or read.due is None or clock.told:
            return []
        keep_calendar(binding.calendar)
        clock.told = [reading.told_row(binding, read.due)]
        row = models.Promise(
            run=self.run,
            clock=clock.name,
            round=clock.round,
            key=binding.key,
            source=binding.source,
            by_kind="policy",
            allowed_s=binding.budget,
            calendar=binding.calendar,
            due_at=reading.instant(read.due),
            told_at=time.now(),
            kept=read.kept,  # of who takes a call: he has joined as the clock starts
        )
        self.record(PromiseGiven(row.pk, self.run.order_id, clock.name, row.source, row.due_at))
        return [row]

    def _restage(self, now: datetime, restate: bool) -> None:
        """Write what the run stands at by itself, and the case's stage and most urgent clock for lists."""
        run, before = self.run, (self.run.own_stage, self.run.own_clock, self.run.own_target_at)
        run.own_stage = own_stage(self.process, self.level, self.done)
        if self._clocks is not None:
            urgent = min(((c.target_at, c.pk) for c in self.clocks if c.target_at and _is_open(c)), default=None)
            run.own_target_at, run.own_clock = urgent or (None, None)
        if before == (run.own_stage, run.own_clock, run.own_target_at) and not restate and not self.fresh:
            return
        others = [] if self.fresh and self.level == "case" else _other_runs(run.case_id, run.pk)
        case = next((each for each in (run, *others) if each.order_id is None), None)
        moved = case is not None and _project_case(case, [run, *others], self.process, now)
        if run._state.adding:
            store(run)
        else:
            own = ["own_stage", "own_clock", "own_target_at", *(["state", "ended_at"] if restate else [])]
            update(run, *own, *(CASE_FIELDS if case is run else []))
        if case is not None and case is not run and moved:
            update(case, *CASE_FIELDS)


CASE_FIELDS = ["stage", "stage_since", "urgent_clock", "target_at"]
_STANDING = ("pk", "case_id", "order_id", "state", "own_stage", "own_clock", "own_target_at", *CASE_FIELDS)


@prepared
def _other_runs(case_id: UUID, run_id: UUID) -> QuerySet[models.Run]:
    return models.Run.objects.filter(case_id=case_id).exclude(pk=run_id).only(*_STANDING)


@prepared
def _clocks(run_id: UUID) -> QuerySet[models.Clock]:
    return models.Clock.objects.filter(run_id=run_id).order_by("name", "round")


def _project_case(case: models.Run, runs: Sequence[models.Run], process: Process, now: datetime) -> bool:
    """Work out the case's projection from its runs; says whether it changed."""
    before = [getattr(case, name) for name in CASE_FIELDS]
    standings = [OwnStanding(run.order_id is None, run.state == models.Run.State.OPEN, run.own_stage) for run in runs]
    stage = case_stage(process, standings)
    case.stage_since = now if stage != case.stage else case.stage_since
    case.stage = stage
    urgent = min(((r.own_target_at, r.own_clock) for r in runs if r.own_target_at and r.own_clock), default=None)
    case.target_at, case.urgent_clock = urgent or (None, None)
    return before != [getattr(case, name) for name in CASE_FIELDS]


def _is_open(clock: models.Clock) -> bool:
    return clock.stopped_at is None and clock.state != models.Clock.State.CANCELLED


def judge(clock: models.Clock) -> None:
    """Write what became of the clock's promises: a policy's as the clock was, a person's by its own instant."""
    for promise in _promises(clock.run_id, clock.name):
        if promise.round != clock.round:
            continue
        kept = clock.kept
        if promise.allowed_s is None:
            kept = None if clock.stopped_at is None else promise.due_at >= clock.stopped_at
        if kept != promise.kept:
            promise.kept = kept
            update(promise, "kept")


@prepared
def _promises(run_id: UUID, clock: str) -> QuerySet[models.Promise]:
    return models.Promise.objects.filter(run_id=run_id, clock=clock)


#: Calendars known to be stored; only committed ones are remembered.
_kept_calendars: set[str] = set()


def keep_calendar(key: str) -> None:
    """Store a calendar somebody promises by, so that later editions cannot loosen the promise."""
    if key in _kept_calendars:
        return
    if not models.CalendarVersion.objects.filter(pk=key).exists():
        code, zone = key.partition("@")[0], timelines()[key].calendar.zone
        document = rulebook().calendar_document(code, zone)
        models.CalendarVersion.objects.get_or_create(pk=key, defaults={"document": document})
    transaction.on_commit(partial(_kept_calendars.add, key))


_processes: dict[UUID, Process] = {}


def process_from(version_id: UUID) -> Process:
    """A stored version of a process, read once: it never changes."""
    if version_id not in _processes:
        _processes[version_id] = Process(**models.ProcessVersion.objects.get(pk=version_id).document)
    return _processes[version_id]


def passed_by(run: models.Run) -> Passed:
    """A run (checks prefetched) as the rules see it."""
    done = {check.code: check.at for check in run.checks.all() if check.undone_at is None}
    return Passed(process_from(run.process_id), "order" if run.order_id else "case", done)


def hold(actor: Actor, case_id: UUID, order_id: UUID | None = None, *, ended: bool = False) -> Held:
    """Lock a run for writing. NotFound when there is none, Conflict when it has ended (unless `ended`)."""
    run = next(iter(_locked(case_id, order_id)), None)
    if run is None:
        raise NotFound
    if run.state != models.Run.State.OPEN and not ended:
        raise Conflict("process.ended")
    done = {code: Done(pk, at) for code, pk, at in _passed(run.pk)}
    return Held(actor, run, process_from(run.process_id), done)


@prepared
def _locked(case_id: UUID, order_id: UUID | None) -> QuerySet[models.Run]:
    return models.Run.objects.select_for_update().filter(case_id=case_id, order_id=order_id)


@prepared
def _passed(run_id: UUID) -> QuerySet[models.Check, tuple[str, UUID, datetime]]:
    return models.Check.objects.filter(run_id=run_id, undone_at=None).order_by().values_list("code", "pk", "at")
