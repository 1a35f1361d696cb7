"""A run held for writing, with its clocks; every change of input ends in `settle`, which replays them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from anxin.domains.processes import models, reading
from anxin.domains.processes.events import PromiseGiven
from anxin.domains.processes.rulebook import rulebook, timelines
from anxin.domains.processes.rules import Passed, Process, stages
from anxin.engines import sla
from anxin.kernel import clock as time
from anxin.kernel import events
from anxin.kernel.actor import Actor
from anxin.kernel.errors import Conflict, NotFound

Evidence = Sequence[dict[str, str]]


@dataclass
class Held:
    """One run, locked; its process, its checks not undone, its clocks. Events wait for `settle`.

    A `fresh` run was begun in this transaction: nobody can have paused or promised anything yet.
    """

    actor: Actor
    run: models.Run
    process: Process
    done: dict[str, models.Check]
    clocks: list[models.Clock]
    told: list[events.Entry] = field(default_factory=list)
    marked: set[UUID] = field(default_factory=set)
    fresh: bool = False

    @property
    def level(self) -> str:
        return "order" if self.run.order_id else "case"

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

    def settle(self) -> None:
        """Replay all clocks, tell customers what they are promised by it, restage the case, record the events."""
        inputs = reading.RunInputs(self.run, (), (), ()) if self.fresh else reading.inputs_of(self.run)
        now = time.now()
        told: list[models.Promise] = []
        for clock in self.clocks:
            state = reading.read(clock, inputs, now)
            told += self._tell(clock, state, inputs)
            changed = reading.project(clock, state)
            if not clock._state.adding and (changed or clock.pk in self.marked):
                clock.save(update_fields=["marks", *reading.PROJECTED])
        models.Clock.objects.bulk_create(clock for clock in self.clocks if clock._state.adding)
        models.Promise.objects.bulk_create(told)
        _judge(inputs.promises, self.clocks)
        restage(self, now)
        events.record_all(self.told, actor=self.actor)
        self.told = []

    def _tell(self, clock: models.Clock, state: sla.ClockState, inputs: reading.RunInputs) -> list[models.Promise]:
        """The binding promise of a customer's clock is told once, when the clock has started."""
        doc = next((doc for doc in self.process.clocks if doc.name == clock.name), None)
        binding, due = state.binding, state.reading.due if state.reading else None
        known = any((p.clock, p.round) == (clock.name, clock.round) for p in inputs.promises)
        if doc is None or not doc.customer or binding is None or due is None or known:
            return []
        keep_calendar(binding.calendar)
        row = models.Promise(
            run=self.run,
            clock=clock.name,
            round=clock.round,
            key=binding.key,
            source=binding.source,
            by_kind="policy",
            allowed_s=binding.budget,
            calendar=binding.calendar,
            due_at=reading.instant(due),
            told_at=time.now(),
        )
        self.record(PromiseGiven(row.pk, self.run.order_id, clock.name, row.source, row.due_at))
        return [row]


def keep_calendar(key: str) -> None:
    """Store a calendar somebody promises by, so that later editions cannot loosen the promise."""
    if not models.CalendarVersion.objects.filter(pk=key).exists():
        code, zone = key.partition("@")[0], timelines()[key].calendar.zone
        document = rulebook().calendar_document(code, zone)
        models.CalendarVersion.objects.get_or_create(pk=key, defaults={"document": document})


def restage(held: Held, now: datetime) -> None:
    """Project the case's stage and most urgent clock onto its own run, where lists read them."""
    others = [] if held.fresh and held.level == "case" else _other_runs(held.run)
    case = held.run if held.level == "case" else next((run for run in others if run.order_id is None), None)
    if case is None:
        return
    orders = [run for run in (held.run, *others) if run.order_id and run.state == models.Run.State.OPEN]
    passed = [_passed(held) if run is held.run else passed_by(run) for run in (case, *orders)]
    found = stages(passed)
    stage = next((each.code for each in found if each.state == "current"), found[-1].code)
    urgent = min(_open_clocks(held, others), default=None)
    models.Run.objects.filter(pk=case.pk).update(
        stage=stage,
        stage_since=now if stage != case.stage else case.stage_since,
        urgent_clock=urgent[1] if urgent else None,
        target_at=urgent[0] if urgent else None,
    )
    case.stage = stage


def _other_runs(run: models.Run) -> list[models.Run]:
    rows = models.Run.objects.filter(case_id=run.case_id).exclude(pk=run.pk)
    return list(rows.select_related("process").prefetch_related("checks"))


def _open_clocks(held: Held, others: Sequence[models.Run]) -> list[tuple[datetime, UUID]]:
    """Target and id of every clock of the case that still runs."""
    found = [(clock.target_at, clock.pk) for clock in held.clocks if clock.target_at and _is_open(clock)]
    if others:
        rows = models.Clock.objects.filter(run__in=[run.pk for run in others], stopped_at=None, target_at__isnull=False)
        rows = rows.exclude(state=models.Clock.State.CANCELLED)
        found += [(target, pk) for target, pk in rows.values_list("target_at", "pk") if target]
    return found


def _is_open(clock: models.Clock) -> bool:
    return clock.stopped_at is None and clock.state != models.Clock.State.CANCELLED


def _passed(held: Held) -> Passed:
    return Passed(held.process, held.level, {code: check.at for code, check in held.done.items()})


def passed_by(run: models.Run) -> Passed:
    """A run (checks prefetched) as the rules see it."""
    done = {check.code: check.at for check in run.checks.all() if check.undone_at is None}
    return Passed(process_from(run.process), "order" if run.order_id else "case", done)


_processes: dict[UUID, Process] = {}


def process_from(row: models.ProcessVersion) -> Process:
    """A stored version, read once: it never changes."""
    if row.pk not in _processes:
        _processes[row.pk] = Process(**row.document)
    return _processes[row.pk]


def _judge(promises: Sequence[models.Promise], clocks: Sequence[models.Clock]) -> None:
    """Write what became of each promise: kept when its clock stopped in its time."""
    by_clock = {(clock.name, clock.round): clock for clock in clocks}
    changed = []
    for row in promises:
        clock = by_clock.get((row.clock, row.round))
        kept = outcome(row, clock) if clock else None
        if kept != row.kept:
            row.kept = kept
            changed.append(row)
    models.Promise.objects.bulk_update(changed, ["kept"])


def outcome(row: models.Promise, clock: models.Clock) -> bool | None:
    """A person's promise by its own instant, a policy's as its clock was judged."""
    if row.allowed_s is not None:
        return clock.kept
    return None if clock.stopped_at is None else clock.stopped_at <= row.due_at


def hold(actor: Actor, case_id: UUID, order_id: UUID | None = None, *, ended: bool = False) -> Held:
    """Lock a run for writing. NotFound when there is none, Conflict when it has ended (unless `ended`)."""
    rows = models.Run.objects.select_for_update().select_related("process")
    run = rows.filter(case_id=case_id, order_id=order_id).first()
    if run is None:
        raise NotFound
    if run.state != models.Run.State.OPEN and not ended:
        raise Conflict("process.ended")
    done = {check.code: check for check in run.checks.filter(undone_at=None)}
    return Held(actor, run, process_from(run.process), done, list(run.clocks.all()))
