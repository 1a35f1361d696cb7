"""Starting, passing, leaving and ending a process."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from types import MappingProxyType
from uuid import UUID

from django.db import transaction
from django.db.models import Max, QuerySet

from anxin.domains.processes import models
from anxin.domains.processes.documents import BranchDoc, CheckDoc, Definitions
from anxin.domains.processes.events import (
    BranchTaken,
    CaseSolved,
    CheckSatisfied,
    CheckTakenBack,
    RunEnded,
    RunStarted,
)
from anxin.domains.processes.rulebook import rulebook
from anxin.domains.processes.rules import Process, branch_refused, missing, process_of, unmet_needs
from anxin.domains.processes.services.held import Done, Evidence, Held, hold
from anxin.domains.processes.services.pausing import begin_pause
from anxin.engines import sla
from anxin.kernel import clock as time
from anxin.kernel import policies
from anxin.kernel.actor import Actor, ActorKind
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict, Forbidden, Invalid
from anxin.kernel.statements import prepared

SOLVED, COMPLETED = "solved", "completed"
NOTHING: Mapping[str, Evidence] = MappingProxyType({})


@atomic
def start_run(
    *,
    actor: Actor,
    case_id: UUID,
    order_type: str,
    subject: tuple[str, UUID],
    facts: Mapping[str, str],
    order_id: UUID | None = None,
    zone: str = "Asia/Shanghai",
    at: datetime | None = None,
    satisfied: Mapping[str, Evidence] = NOTHING,
) -> models.Run:
    """Begin the process of a case, or of one work order of it; `satisfied` checks are passed in the same breath.

    What is known of the case holds for its orders too, unless `facts` say otherwise. Raises Invalid for an
    unknown order type.
    """
    try:
        process, version = _flattened(policies.current(Definitions), order_type)
    except KeyError as error:
        raise Invalid("process.unknown_order_type", order_type=order_type) from error
    run = models.Run(
        case_id=case_id,
        order_id=order_id,
        subject_type=subject[0],
        subject_id=subject[1],
        order_type=order_type,
        process=_version(version),
        facts={**_facts_of_case(case_id), **facts} if order_id else dict(facts),
        zone=zone,
        started_at=at or time.now(),
    )
    held = Held(actor, run, process, {}, fresh=True)
    held.record(RunStarted(run.pk, order_id, order_type))
    if held.level == "case":
        _pass(held, process.checks[0], run.started_at, ())
    else:
        _start_clocks(held, "opened", run.started_at)
    for check in (doc for doc in process.checks if doc.code in satisfied):
        _may_pass(held, check, satisfied[check.code])
        _pass(held, check, run.started_at, satisfied[check.code])
    held.settle()
    return run


def _facts_of_case(case_id: UUID) -> dict[str, str]:
    return next(iter(_facts_known(case_id)), {})


@prepared
def _facts_known(case_id: UUID) -> QuerySet[models.Run, dict[str, str]]:
    return models.Run.objects.filter(case_id=case_id, order_id=None).values_list("facts", flat=True)


#: The definitions in force, flattened per order type, each with the row that keeps it.
_flat: tuple[Definitions, dict[str, tuple[Process, models.ProcessVersion]]] | None = None


def _flattened(definitions: Definitions, order_type: str) -> tuple[Process, models.ProcessVersion]:
    """The process of a type and its version row (perhaps not yet stored). Raises KeyError for an unknown type."""
    global _flat
    if _flat is None or _flat[0] is not definitions:
        _flat = (definitions, {})
    known = _flat[1]
    if order_type not in known:
        process = process_of(definitions, order_type)
        document = process.model_dump(mode="json")
        digest = hashlib.sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()
        known[order_type] = process, models.ProcessVersion(order_type=order_type, digest=digest, document=document)
    return known[order_type]


#: Versions known to be stored, digest → key; only committed ones are remembered.
_stored: dict[str, UUID] = {}


def _version(wanted: models.ProcessVersion) -> models.ProcessVersion:
    """The stored row; stored now if this process was never used before."""
    if wanted.digest in _stored:
        return models.ProcessVersion(pk=_stored[wanted.digest])
    found = models.ProcessVersion.objects.filter(digest=wanted.digest).defer("document").first()
    if found is None:
        found, _ = models.ProcessVersion.objects.get_or_create(
            digest=wanted.digest, defaults={"order_type": wanted.order_type, "document": wanted.document}
        )
    transaction.on_commit(partial(_stored.__setitem__, wanted.digest, found.pk))
    return found


@atomic
def satisfy(
    *,
    actor: Actor,
    case_id: UUID,
    check: str,
    order_id: UUID | None = None,
    evidence: Evidence = (),
    at: datetime | None = None,
    implies: Sequence[str] = (),
) -> bool:
    """Note that a check is satisfied; False when it already was (nothing changes then).

    What it `implies` is satisfied with it, where the process waits for that.
    `at` may lie in the past (a phone that was offline): the clocks are replayed with it. Raises Conflict
    before its time or after the end (but what a process does not wait for may come after it), Invalid without the
    evidence its clock asks for, Forbidden without the role that must approve.
    """
    held = hold(actor, case_id, order_id, ended=True)
    doc = held.process.check(check)
    if doc is None or doc.level != held.level:
        raise Invalid("process.unknown_check", check=check)
    late = held.run.state == models.Run.State.FINISHED and not doc.required
    if held.run.state != models.Run.State.OPEN and not late:
        raise Conflict("process.ended")
    if check in held.done:
        return False
    for one in (*_awaited(held, implies), doc):
        _may_pass(held, one, evidence)
        _pass(held, one, at or time.now(), evidence)
    held.settle()
    return True


def _awaited(held: Held, codes: Sequence[str]) -> list[CheckDoc]:
    """Those of the checks the run still waits for."""
    left = missing(held.process, held.level, held.done)
    return [doc for doc in held.process.checks if doc.code in codes and doc.code in left]


def _may_pass(held: Held, doc: CheckDoc, evidence: Evidence) -> None:
    if unmet := unmet_needs(doc, held.done):
        raise Conflict("process.check_too_early", check=doc.code, unmet=[f"enum.check.{code}" for code in unmet])
    if doc.approval and held.actor.kind is not ActorKind.SYSTEM and doc.approval not in held.actor.roles:
        raise Forbidden("process.approval_needed", role=f"enum.role.{doc.approval}")
    wanted = rulebook().rules.stop_evidence
    for clock in held.process.clocks:
        kinds = wanted.get(clock.name) if clock.stops_on == doc.code else None
        if kinds and not any(item["kind"] in kinds and item["ref"] for item in evidence):
            raise Invalid("process.evidence_needed", check=doc.code, kinds=sorted(kinds))


def _pass(held: Held, doc: CheckDoc, at: datetime, evidence: Evidence) -> None:
    row = models.Check(run=held.run, code=doc.code, at=at, evidence=list(evidence), actor_id=held.actor.id)
    held.passed.append(row)
    held.done[doc.code] = Done(row.pk, at)
    held.record(CheckSatisfied(held.run.pk, held.run.order_id, doc.code, [dict(item) for item in evidence]))
    if doc.code == SOLVED:
        held.record(CaseSolved(held.run.pk))
    stopped = {c.name for c in held.process.clocks if c.stops_on == doc.code}
    for clock in held.clocks if stopped else ():
        if clock.name in stopped and not clock.stopped_at:
            held.mark(clock, sla.MarkKind.STOPPED, at, evidence)
    _start_clocks(held, doc.code, at)


def _start_clocks(held: Held, check: str, at: datetime) -> None:
    """Clocks of this level that start here and for which anybody promises anything."""
    book = rulebook()
    facts = {**held.run.facts, "order_type": held.run.order_type}
    for doc in held.process.clocks:
        starts = doc.level == held.level and doc.starts_on == check
        if starts and not any(clock.name == doc.name and not _called_off(clock) for clock in held.clocks):
            rows = (row for row in book.promised(held.run.zone) if row.clock == doc.name)
            if any(row.applies(facts) for row in rows):
                held.open_clock(doc.name, at)


def start_due_clocks(held: Held) -> None:
    """Start the clocks whose beginning has passed and that somebody promises only now."""
    if held.level == "order":
        _start_clocks(held, "opened", held.run.started_at)
    for code, done in list(held.done.items()):
        _start_clocks(held, code, done.at)


@atomic
def take_back(*, actor: Actor, case_id: UUID, checks: Sequence[str], order_id: UUID | None = None) -> None:
    """Undo checks somebody satisfied a moment ago: clocks they stopped run on as if never stopped, clocks they
    started never ran. Raises Conflict when one is no longer satisfied or its clock's promise was told already.
    """
    held = hold(actor, case_id, order_id)
    if gone := [code for code in checks if code not in held.done]:
        raise Conflict("process.check_undone", checks=[f"enum.check.{code}" for code in gone])
    for code in checks:
        done = held.done.pop(code)
        models.Check.objects.filter(pk=done.pk).update(undone_at=time.now())
        held.record(CheckTakenBack(held.run.pk, held.run.order_id, code))
        for name in (doc.name for doc in held.process.clocks if doc.stops_on == code):
            held.unstop(name)
        for name in (doc.name for doc in held.process.clocks if doc.starts_on == code):
            held.drop_clock(name)
    held.settle()


@atomic
def branch(
    *,
    actor: Actor,
    case_id: UUID,
    code: str,
    order_id: UUID | None = None,
    evidence: Evidence = (),
    note: str = "",
    at: datetime | None = None,
) -> None:
    """Leave the straight line: second visit, no-show, return, cancel, reopen … Raises Conflict when not now.

    Clocks are never reset by it: a stopped clock gets another round or goes on where it stood.
    """
    held = hold(actor, case_id, order_id, ended=True)
    doc = held.process.branch(code)
    if doc is None or doc.level != held.level:
        raise Invalid("process.unknown_branch", branch=code)
    reopens_ended = bool(doc.reopens) and held.run.state == models.Run.State.FINISHED
    if held.run.state != models.Run.State.OPEN and not reopens_ended:
        raise Conflict("process.ended")
    if refused := branch_refused(doc, held.done):
        raise Conflict(refused, branch=f"enum.branch.{code}")
    _take(held, doc, at or time.now(), evidence, note)
    held.settle(every_clock=bool(doc.pause), restate=True)


def _take(held: Held, doc: BranchDoc, at: datetime, evidence: Evidence, note: str) -> None:
    undone = [code for code in doc.undoes if code in held.done]
    models.Check.objects.filter(pk__in=[held.done.pop(code).pk for code in undone]).update(undone_at=at)
    held.record(BranchTaken(held.run.pk, held.run.order_id, doc.code, undone))
    for name in doc.rounds:
        if not any(clock.name == name and clock.stopped_at is None for clock in held.clocks):
            held.open_clock(name, at)
    for clock in held.clocks:
        if clock.name in doc.reopens and clock.stopped_at is not None:
            held.mark(clock, sla.MarkKind.REOPENED, at)
    _call_off(held, undone, at)
    if doc.pause:
        begin_pause(held, doc.pause, at, evidence, note)
    if doc.reopens and held.run.state == models.Run.State.FINISHED:
        _set_state(held, models.Run.State.OPEN, None)
    if doc.ends:
        _cancel(held, at)


def _call_off(held: Held, undone: Sequence[str], at: datetime) -> None:
    """What began with a step that is undone and has not ended is owed to nobody: it begins again with the step."""
    begun = {doc.name for doc in held.process.clocks if doc.starts_on in undone}
    for clock in held.clocks:
        reopened = any(mark["kind"] == sla.MarkKind.REOPENED for mark in clock.marks)
        if clock.name in begun and clock.stopped_at is None and not reopened and not _called_off(clock):
            held.mark(clock, sla.MarkKind.CANCELLED, at)


def _called_off(clock: models.Clock) -> bool:
    return any(mark["kind"] == sla.MarkKind.CANCELLED for mark in clock.marks)


def _cancel(held: Held, at: datetime) -> None:
    for clock in held.clocks:
        if clock.stopped_at is None:
            held.mark(clock, sla.MarkKind.CANCELLED, at)
    _set_state(held, models.Run.State.CANCELLED, at)
    held.record(RunEnded(held.run.pk, held.run.order_id, models.Run.State.CANCELLED))


def _set_state(held: Held, state: models.Run.State, at: datetime | None) -> None:
    """Change the state; `settle(restate=True)` writes it."""
    held.run.state, held.run.ended_at = state, at


@atomic
def end(*, actor: Actor, case_id: UUID, order_id: UUID | None = None, implies: Sequence[str] = ()) -> None:
    """Finish a run whose required checks are all satisfied; the last order to end solves the case.

    What the end `implies` is satisfied with it. Raises Conflict with the missing checks. The case counts as solved
    from when its last work was completed (standard 33 counts from there), not from when that was found right.
    """
    held = hold(actor, case_id, order_id)
    for doc in _awaited(held, implies):
        _may_pass(held, doc, ())
        _pass(held, doc, time.now(), ())
    if left := missing(held.process, held.level, held.done):
        raise Conflict("process.checks_missing", missing=[f"enum.check.{code}" for code in left])
    _set_state(held, models.Run.State.FINISHED, time.now())
    held.record(RunEnded(held.run.pk, order_id, models.Run.State.FINISHED))
    held.settle(restate=True)
    others = models.Run.objects.filter(case_id=case_id, state=models.Run.State.OPEN, order_id__isnull=False)
    if order_id and not others.exists():
        done = models.Check.objects.filter(run__case_id=case_id, code=COMPLETED, undone_at=None)
        satisfy(actor=actor, case_id=case_id, check=SOLVED, at=done.aggregate(last=Max("at"))["last"])
