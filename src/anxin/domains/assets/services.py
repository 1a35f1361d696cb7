"""Writes of units: installed, moved, judged, retired."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import QuerySet

from anxin.domains.catalog import public as catalog
from anxin.kernel import clock, events
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict, Invalid, NotFound, refuse_others
from anxin.kernel.i18n import Reason
from anxin.kernel.statements import insert, insert_all, prepared

from . import rules, selectors
from .cards import DecisionCard
from .events import CodeReplaced, CoverageApproved, CoverageDecided, UnitAdded, UnitChanged, UnitMoved, UnitRetired
from .models import CoverageDecision, Unit, UnitHistory

CHANGEABLE = (
    "room",
    "bought_on",
    "installed_on",
    "warranty_until",
    "contract",
    "contract_until",
    "plan",
    "plan_until",
    "parent_id",
    "org_id",
)


@dataclass(frozen=True, slots=True)
class NewUnit:
    """A unit to take in. Warranty runs from `bought_on`, else from `installed_on`."""

    serial: str
    product_id: UUID
    household_id: UUID | None = None
    bought_on: date | None = None
    installed_on: date | None = None
    room: str = ""
    parent_id: UUID | None = None
    org_id: UUID | None = None
    contract: str = ""
    contract_until: date | None = None
    plan: str = ""
    plan_until: date | None = None


def add_unit(*, actor: Actor, unit: NewUnit) -> Unit:
    """Take in one unit. Raises as `add_units`."""
    return add_units(actor=actor, units=[unit])[0]


@atomic
def add_units(*, actor: Actor, units: Sequence[NewUnit]) -> list[Unit]:
    """Take in units (at most a few hundred at once) in a handful of queries.

    Raises Invalid for a serial without letters or digits, Conflict naming a serial that is known or comes twice.
    """
    _check_serials([unit.serial for unit in units])
    products = catalog.product_cards({unit.product_id for unit in units})
    rows, now = [_row(unit, products[unit.product_id]) for unit in units], clock.now()
    insert_all(rows)
    insert_all([UnitHistory(unit=r, kind=UnitHistory.Kind.INSTALLED, at=now, detail=_installed(r)) for r in rows])
    events.new_cases([row.id for row in rows])
    told = [
        events.Entry(
            UnitAdded(row.id, row.serial, row.product_id, row.household_id, row.room),
            ("unit", row.id), row.id, row.household_id,  # its people are forgotten together
        )
        for row in rows
    ]  # fmt: skip
    events.record_all(told, actor=actor)
    return rows


@atomic
def change_unit(*, actor: Actor, unit_id: UUID, **changes: object) -> Unit:
    """Change some of `CHANGEABLE`. Raises NotFound for a row out of reach, Invalid for another field or plan."""
    refuse_others(changes, CHANGEABLE)
    if changes.get("plan", "") not in {"", *Unit.Plan.values}:
        raise Invalid("assets.unknown_plan", field="plan")
    unit = _own(actor, unit_id)
    for field, value in changes.items():
        setattr(unit, field, value)
    unit.version += 1
    unit.save(update_fields=[*changes, "version"])
    _record(actor, unit.id, UnitChanged(unit.id, sorted(changes)))
    return unit


@atomic
def move_unit(*, actor: Actor, unit_id: UUID, household_id: UUID, room: str = "") -> Unit:
    """The unit stands in another household now (移机, or it was sold on). Raises NotFound."""
    unit = _own(actor, unit_id)
    unit.household_id, unit.room = household_id, room
    unit.version += 1
    unit.save(update_fields=["household", "room", "version"])
    note_history(unit_id=unit.id, kind=UnitHistory.Kind.MOVED, detail=Reason("assets.moved"))
    _record(actor, unit.id, UnitMoved(unit.id, household_id))
    return unit


@atomic
def retire_unit(*, actor: Actor, unit_id: UUID) -> Unit:
    """Scrapped or exchanged: its code opens nothing any more. Raises NotFound."""
    unit = _own(actor, unit_id)
    if unit.status != Unit.Status.RETIRED:
        unit.status = Unit.Status.RETIRED
        unit.version += 1
        unit.save(update_fields=["status", "version"])
        note_history(unit_id=unit.id, kind=UnitHistory.Kind.RETIRED, detail=Reason("assets.retired"))
        _record(actor, unit.id, UnitRetired(unit.id))
    return unit


@atomic
def replace_code(*, actor: Actor, unit_id: UUID) -> str:
    """A new code for a unit whose sticker was copied or lost; returns the token. Raises NotFound."""
    unit = _own(actor, unit_id)
    unit.qr_token = _token()
    unit.save(update_fields=["qr_token"])
    _record(actor, unit.id, CodeReplaced(unit.id))
    return unit.qr_token


@prepared
def _decisions(unit_id: UUID, case_id: UUID) -> QuerySet[CoverageDecision]:
    return CoverageDecision.objects.filter(unit_id=unit_id, case_id=case_id)


@atomic
def decide_coverage(
    *,
    actor: Actor,
    unit_id: UUID,
    case_id: UUID,
    stage: str,
    covered: str,
    reason: Reason,
    evidence: UUID | None = None,
) -> DecisionCard:
    """Judge who pays, in the case's ledger. A final judgement needs evidence (a stored file), and one that differs
    from the provisional one waits for approval. Raises Invalid for unknown values or missing evidence."""
    if stage not in CoverageDecision.Stage.values or covered not in CoverageDecision.Covered.values:
        raise Invalid("assets.bad_coverage", covered=covered, stage=stage)
    final = stage == CoverageDecision.Stage.FINAL
    if final and evidence is None:
        raise Invalid("assets.evidence_needed", field="evidence")
    before = _decisions(unit_id, case_id)
    row = insert(
        CoverageDecision(
            unit_id=unit_id,
            case_id=case_id,
            stage=stage,
            covered=covered,
            reason=reason.to_json(),
            evidence=evidence,
            needs_approval=final and bool(before) and before[-1].covered != covered,
            decided_by=actor.id,
            decided_at=clock.now(),
        )
    )
    if final:
        note_history(unit_id=unit_id, kind=UnitHistory.Kind.COVERAGE, case_id=case_id, detail=reason)
    told = CoverageDecided(unit_id, row.id, stage, covered, reason.code, row.needs_approval)
    events.record(told, actor=actor, subject=("unit", unit_id), case_id=case_id)
    return selectors.decision_card(row)


@atomic
def approve_coverage(*, actor: Actor, decision_id: UUID) -> DecisionCard:
    """A second person agrees to a changed judgement. Raises NotFound, or Conflict when it needs none, was approved,
    or is the approver's own."""
    row = CoverageDecision.objects.select_for_update().filter(pk=decision_id).first()
    if row is None:
        raise NotFound
    if not row.needs_approval or row.approved_at or row.decided_by == actor.id:
        raise Conflict("assets.cannot_approve")
    row.approved_by, row.approved_at = actor.id, clock.now()
    row.save(update_fields=["approved_by", "approved_at"])
    events.record(
        CoverageApproved(row.unit_id, row.id), actor=actor, subject=("unit", row.unit_id), case_id=row.case_id
    )
    return selectors.decision_card(row)


@atomic
def note_history(*, unit_id: UUID, kind: str, detail: Reason, case_id: UUID | None = None) -> None:
    """Add a line to a unit's life; `detail` names codes and numbers, never a person."""
    insert(UnitHistory(unit_id=unit_id, kind=kind, case_id=case_id, at=clock.now(), detail=detail.to_json()))


@atomic
def lengthen_warranty(*, actor: Actor, unit_id: UUID, days: int) -> Unit:
    """三包: days the appliance was away for repair are added. Raises NotFound, Invalid for no days or no warranty."""
    unit = _own(actor, unit_id)
    end = unit.warranty_until
    if days < 1 or end is None:
        raise Invalid("assets.nothing_to_lengthen", days=days)
    return change_unit(actor=actor, unit_id=unit.id, warranty_until=end + timedelta(days=days))


def forget_rooms(household_ids: Sequence[UUID]) -> None:
    """The people of these households asked to be forgotten."""
    Unit.objects.filter(household_id__in=household_ids).update(room="")


def _row(unit: NewUnit, product: catalog.ProductCard) -> Unit:
    start = unit.bought_on or unit.installed_on
    return Unit(
        serial=unit.serial.strip(),
        product_id=unit.product_id,
        household_id=unit.household_id,
        parent_id=unit.parent_id,
        org_id=unit.org_id,
        bought_on=unit.bought_on,
        installed_on=unit.installed_on,
        warranty_until=rules.warranty_end(start, product.warranty_months) if start else None,
        contract=unit.contract,
        contract_until=unit.contract_until,
        plan=unit.plan,
        plan_until=unit.plan_until,
        qr_token=_token(),
        room=unit.room,
    )


def _token() -> str:
    """128 random bits: nobody finds a unit by trying."""
    return secrets.token_urlsafe(16)


def _installed(row: Unit) -> dict[str, object]:
    day = row.installed_on or row.bought_on
    return Reason("assets.installed", {"on": day.isoformat() if day else "—"}).to_json()


def _check_serials(serials: Sequence[str]) -> None:
    plain = [serial.strip() for serial in serials]
    if not all(rules.plain_serial(serial) for serial in plain):
        raise Invalid("assets.bad_serial", field="serial")
    known = set(Unit.objects.filter(serial__in=plain).values_list("serial", flat=True))
    twice = {serial for serial in plain if plain.count(serial) > 1} if len(set(plain)) < len(plain) else set()
    if known | twice:
        raise Conflict("assets.serial_taken", serial=sorted(known | twice)[0])


def _own(actor: Actor, unit_id: UUID) -> Unit:
    rows = selectors.visible_to(actor, "unit.edit")
    unit = Unit.objects.select_for_update().filter(pk=unit_id, pk__in=rows.values("pk")).first()
    if unit is None:
        raise NotFound
    return unit


def _record(actor: Actor, unit_id: UUID, event: events.Event) -> None:
    events.record(event, actor=actor, subject=("unit", unit_id), case_id=unit_id)
