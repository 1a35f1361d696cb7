"""Reads of runs and clocks. Rows belong to cases; whoever shows a case has checked who may see it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from anxin.domains.processes import models, reading
from anxin.domains.processes.cards import CaseStanding, ClockCard, PromiseCard, RunCard, StageCard, StepCard
from anxin.domains.processes.documents import Definitions
from anxin.domains.processes.rulebook import Rulebook, rulebook
from anxin.domains.processes.rules import missing, stages
from anxin.domains.processes.services.held import passed_by, process_from
from anxin.engines import sla
from anxin.kernel import authz, policies
from anxin.kernel import clock as time
from anxin.kernel.actor import Actor
from anxin.kernel.errors import NotFound
from anxin.kernel.statements import prepared

_INPUTS = ("run__pauses", "run__agreements")

#: The stage a clock leads into: late there means this stage is late.
LEADS_TO = {
    "acknowledge": "response",
    "human": "response",
    "accept": "dispatch",
    "contact": "dispatch",
    "arrive": "visit",
    "complete": "repair",
    "revisit": "revisit",
    "close": "archive",
}


def run_card(case_id: UUID, order_id: UUID | None = None) -> RunCard:
    """Raises NotFound."""
    found = _runs(case_id, order_id)
    if not found:
        raise NotFound
    run = found[0]
    passed = passed_by(run)
    return RunCard(
        id=run.pk,
        case_id=case_id,
        order_id=order_id,
        order_type=run.order_type,
        state=run.state,
        facts=dict(run.facts),
        done=dict(passed.done),
        missing=tuple(missing(passed.process, passed.level, passed.done)),
        leads_to=process_from(run.process_id).leads_to,
    )


@prepared
def _runs(case_id: UUID, order_id: UUID | None) -> QuerySet[models.Run]:
    return models.Run.objects.filter(case_id=case_id, order_id=order_id).prefetch_related("checks")


def stage_codes() -> tuple[str, ...]:
    """The customer-visible stages, in order."""
    return policies.current(Definitions).stages


def steps_of(case_id: UUID) -> list[StepCard]:
    """Required checks of a case and of its open orders, in the order of the process, done or not."""
    rows = models.Run.objects.filter(case_id=case_id).exclude(order_id__isnull=False, state__in=_ENDED)
    passed = [(run.order_id, passed_by(run)) for run in rows.prefetch_related("checks")]
    return [
        StepCard(check.code, check.stage, order_id, check.code in run.done)
        for order_id, run in passed
        for check in run.process.checks
        if check.level == run.level and check.required
    ]


_ENDED = (models.Run.State.FINISHED, models.Run.State.CANCELLED)


def open_orders(case_id: UUID) -> list[UUID]:
    """Ids of the case's work orders that have not ended."""
    rows = models.Run.objects.filter(case_id=case_id, order_id__isnull=False, state=models.Run.State.OPEN)
    return [order_id for order_id in rows.values_list("order_id", flat=True) if order_id]


def clocks_of(case_id: UUID) -> list[ClockCard]:
    """Every clock of a case, its orders' included, in the order they started."""
    cards = [clock_card(clock) for clock in _clocks_of(case_id)]
    return sorted(cards, key=lambda card: (card.started_at is None, card.started_at, card.name, card.round))


def due_of(case_id: UUID, clock: str) -> datetime | None:
    """When the case's own clock is due (the last of its rounds); None where nothing is promised of it."""
    return next((row.due_at for row in _cases_clock(case_id, clock)), None)


@prepared
def _cases_clock(case_id: UUID, clock: str) -> QuerySet[models.Clock]:
    return models.Clock.objects.filter(run__case_id=case_id, run__order_id=None, name=clock).order_by("-round")


@prepared
def _clocks_of(case_id: UUID) -> QuerySet[models.Clock]:
    return _with_inputs(models.Clock.objects.filter(run__case_id=case_id))


def _with_inputs(rows: QuerySet[models.Clock]) -> QuerySet[models.Clock]:
    return rows.select_related("run").prefetch_related(*_INPUTS)


def clock_card(clock: models.Clock, now: datetime | None = None, book: Rulebook | None = None) -> ClockCard:
    """A clock (its run's inputs prefetched) read now."""
    now, run = now or time.now(), clock.run
    state = reading.read(clock, reading.inputs_of(run), now, book)
    found, target = state.reading, reading.moment(state.target)
    ended = reading.moment(state.course.stopped_at) or now
    late = int((ended - target).total_seconds()) if target and ended > target else 0
    return ClockCard(
        id=clock.pk,
        case_id=run.case_id,
        order_id=run.order_id,
        name=clock.name,
        round=clock.round,
        state=reading.state_of(state),
        source=state.binding.source if state.binding else "",
        started_at=reading.moment(state.course.started_at),
        stopped_at=reading.moment(state.course.stopped_at),
        told_due_at=reading.moment(found.original_due) if found else None,
        due_at=reading.moment(found.due) if found else None,
        agreed_due_at=reading.moment(state.course.agreed_due),
        target_at=target,
        used_s=found.used if found else 0,
        allowed_s=(found.allowed if found and found.allowed is not None else _span(state)),
        late_s=late,
        paused_reason=_paused_reason(state, reading.seconds(now)),
    )


def _span(state: sla.ClockState) -> int:
    """Of a promise that is an instant: the seconds from start to it."""
    start, target = state.course.started_at, state.target
    return max(0, target - start) if start is not None and target is not None else 0


def _paused_reason(state: sla.ClockState, now: int) -> str:
    if state.phase != "paused":
        return ""
    holds = (hold for hold in state.course.holds if hold.pause and hold.start <= now < hold.end)
    return next((hold.pause.reason for hold in holds if hold.pause), "")


def standings(case_ids: Iterable[UUID]) -> dict[UUID, CaseStanding]:
    """Stage and most urgent clock of many cases in a constant number of queries."""
    return standings_of(models.Run.objects.filter(case_id__in=list(case_ids), order_id=None))


def standings_of(runs: Iterable[models.Run]) -> dict[UUID, CaseStanding]:
    """The same of cases' own runs already read: one query for their clocks, one more if an order's is the most
    urgent of a case, two more if any ever paused."""
    found = list(runs)
    clocks = _urgent(found)
    order = stage_codes()
    return {
        run.case_id: CaseStanding(
            case_id=run.case_id,
            stage=run.stage,
            stage_index=order.index(run.stage) if run.stage in order else 0,
            stage_since=run.stage_since,
            clock=clocks.get(run.urgent_clock) if run.urgent_clock else None,
        )
        for run in found
    }


def _urgent(runs: Sequence[models.Run]) -> dict[UUID, ClockCard]:
    wanted = [run.urgent_clock for run in runs if run.urgent_clock]
    clocks = _read_from(tuple(wanted)) if wanted else []
    known = {run.pk: run for run in runs}
    if elsewhere := {clock.run_id for clock in clocks} - known.keys():
        known |= models.Run.objects.in_bulk(elsewhere)
    for clock in clocks:
        clock.run = known[clock.run_id]
    if any(clock.run.paused_ever or clock.run.reagreed_ever for clock in clocks):
        prefetch_related_objects(clocks, *_INPUTS)
    now, book = time.now(), rulebook()
    return {clock.pk: clock_card(clock, now, book) for clock in clocks}


@prepared
def _read_from(clock_ids: tuple[UUID, ...]) -> QuerySet[models.Clock]:
    """Clocks with what they are read from."""
    rows = models.Clock.objects.filter(pk__in=clock_ids).order_by()
    return rows.only("run_id", "name", "round", "marks", "told")


def stages_of(case_id: UUID) -> list[StageCard]:
    """The customer's stages with times; an order still open holds the case back."""
    clocks = Prefetch("clocks", models.Clock.objects.order_by("started_at"))
    runs = list(models.Run.objects.filter(case_id=case_id).prefetch_related("checks", clocks))
    case = next((run for run in runs if run.order_id is None), None)
    if case is None:
        return []
    orders = [run for run in runs if run.order_id and run.state != models.Run.State.CANCELLED]
    late = _late_stages(runs)
    return [
        StageCard(stage.code, stage.at, stage.state, stage.code in late)
        for stage in stages([passed_by(case), *(passed_by(run) for run in orders)])
    ]


def _late_stages(runs: Sequence[models.Run]) -> set[str]:
    now = time.now()
    return {
        LEADS_TO[clock.name]
        for run in runs
        for clock in run.clocks.all()
        if clock.name in LEADS_TO and clock.target_at and (clock.stopped_at or now) > clock.target_at
        if clock.state != models.Clock.State.CANCELLED
    }


def promises_of(case_id: UUID) -> list[PromiseCard]:
    return [
        PromiseCard(
            id=row.pk,
            order_id=row.run.order_id,
            clock=row.clock,
            source=row.source,
            key=row.key,
            by=row.by_name,
            words=row.words,
            due_at=row.due_at,
            told_at=row.told_at,
            kept=row.kept,
        )
        for row in _promises(case_id)
    ]


@prepared
def _promises(case_id: UUID) -> QuerySet[models.Promise]:
    return models.Promise.objects.filter(run__case_id=case_id).select_related("run")


def clock_for(actor: Actor, clock_id: UUID) -> models.Clock:
    """A clock of a case the actor may see; NotFound for any other."""
    clock = _with_inputs(models.Clock.objects.filter(pk=clock_id)).first()
    if clock is None:
        raise NotFound
    authz.may_see(actor, clock.run.subject_type, clock.run.subject_id)
    return clock
