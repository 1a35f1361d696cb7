"""The ledger's routes: read it, see its state, prove it."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.http import HttpResponse
from ninja import Query, Schema

from anxin.kernel import clock, i18n
from anxin.kernel.errors import NotFound
from anxin.kernel.events.event import all_registered
from anxin.kernel.events.models import EventRecord, LedgerHead, Seal
from anxin.kernel.events.naming import names_in
from anxin.kernel.events.reading import RecordedEvent, told
from anxin.kernel.events.sequencer import seal, sequence
from anxin.kernel.events.verification import read_anchor, verify
from anxin.kernel.http import Column, Page, Request, Router, export, paginate
from anxin.kernel.http.taking import TooMuchTaken
from anxin.kernel.i18n import t

router = Router(tags=["ledger"])
EXPORTED = 5000
RECENT = timedelta(days=7)


class LedgerFilters(Schema):
    case: UUID | None = None
    name: str = ""
    actor: UUID | None = None
    since: datetime | None = None
    until: datetime | None = None


class ToldField(Schema):
    """A field of the payload in the reader's words; `raw` as recorded, where that is another."""

    name: str
    label: str
    value: str
    raw: str = ""


class LedgerRow(Schema):
    """`actor_name`: of a user of the house, else empty: who a customer is stands in the case, not here.
    `told`: the payload's codes, texts and numbers in words; of ids those that have a name."""

    id: UUID
    position: int | None
    name: str
    label: str
    case_id: UUID
    case_seq: int
    subject_type: str
    subject_id: UUID
    actor_kind: str
    actor_id: UUID | None
    actor_name: str
    on_behalf_of: UUID | None
    assurance: str
    occurred_at: datetime
    recorded_at: datetime
    payload: dict[str, Any]
    redacted: list[str]
    told: list[ToldField]


class LedgerState(Schema):
    """`alarms`: how often too many rows were taken in the last seven days."""

    head: int
    waiting: int
    sealed_to: int
    sealed_at: datetime | None
    anchor_ok: bool
    alarms: int
    now: datetime


class VerdictOut(Schema):
    ok: bool
    checked: int
    first_bad: int | None
    why: str | None


class Proof(Schema):
    """A record's link: its chain, the one before, and the seal that first covers it."""

    position: int
    chain: str
    before: str
    sealed_by: int | None
    sealed_at: datetime | None
    seal_chain: str | None


@router.get("/ledger/events", verb="ledger.see", response=Page[LedgerRow])
def ledger_events(
    request: Request, filters: Query[LedgerFilters], cursor: str | None = None, limit: int = 50, sort: str = "-position"
) -> Page[LedgerRow]:
    return paginate(
        request,
        _filtered(filters).prefetch_related("personal_values"),
        what="ledger",
        shape=lambda rows: _rows(told(rows), request.actor.lang),
        orders={"position": "position", "occurred_at": "occurred_at"},
        sort=sort,
        cursor=cursor,
        limit=limit,
    )


@router.get("/ledger/export", verb="ledger.see")
def ledger_export(request: Request, filters: Query[LedgerFilters], format: str = "csv") -> HttpResponse:
    """The records as listed, newest first, as a file; erased values stay erased."""
    lang = request.actor.lang
    rows = _filtered(filters).prefetch_related("personal_values").order_by("-position")[:EXPORTED]
    columns: list[Column[LedgerRow]] = [
        Column("ledger.column.position", lambda row: row.position),
        Column("ledger.column.occurred_at", lambda row: row.occurred_at),
        Column("ledger.column.recorded_at", lambda row: row.recorded_at),
        Column("ledger.column.event", lambda row: row.label),
        Column("ledger.column.name", lambda row: row.name),
        Column(
            "ledger.column.actor",
            lambda row: " ".join(filter(None, [t(f"enum.actor.{row.actor_kind}", lang), row.actor_name])),
        ),
        Column("ledger.column.actor_id", lambda row: row.actor_id or ""),
        Column("ledger.column.case", lambda row: str(row.case_id)),
        Column("ledger.column.payload", lambda row: json.dumps(row.payload, ensure_ascii=False, default=str)),
    ]
    found = _rows(told(list(rows)), lang)
    return export(request, found, columns, what="ledger", format=format)


@router.get("/ledger/state", verb="ledger.see", response=LedgerState)
def ledger_state(request: Request) -> LedgerState:
    last = Seal.objects.order_by("-position").first()
    anchored = read_anchor()
    return LedgerState(
        head=LedgerHead.objects.filter(pk=1).values_list("position", flat=True).first() or 0,
        waiting=EventRecord.objects.filter(position=None).count(),
        sealed_to=last.position if last else 0,
        sealed_at=last.sealed_at if last else None,
        anchor_ok=(anchored == (last.position, bytes(last.chain))) if last else anchored is None,
        alarms=EventRecord.objects.filter(name=TooMuchTaken.__name__, occurred_at__gte=clock.now() - RECENT).count(),
        now=clock.now(),
    )


@router.post("/ledger/verify", verb="ledger.verify", response=VerdictOut)
def ledger_verify(request: Request) -> VerdictOut:
    sequence()
    seal()
    verdict = verify()
    why = t(verdict.why, request.actor.lang) if verdict.why else None
    return VerdictOut(ok=verdict.ok, checked=verdict.checked, first_bad=verdict.first_bad, why=why)


@router.get("/ledger/proof/{int:position}", verb="ledger.see", response=Proof)
def ledger_proof(request: Request, position: int) -> Proof:
    row = EventRecord.objects.filter(position=position).first()
    if row is None:
        raise NotFound
    before = EventRecord.objects.filter(position=position - 1).values_list("chain", flat=True).first()
    covering = Seal.objects.filter(position__gte=position).order_by("position").first()
    return Proof(
        position=position,
        chain=bytes(row.chain or b"").hex(),
        before=bytes(before or bytes(32)).hex(),
        sealed_by=covering.position if covering else None,
        sealed_at=covering.sealed_at if covering else None,
        seal_chain=bytes(covering.chain).hex() if covering else None,
    )


def _filtered(filters: LedgerFilters) -> QuerySet[EventRecord]:
    rows = EventRecord.objects.all()
    if filters.case:
        rows = rows.filter(case_id=filters.case)
    if filters.name:
        rows = rows.filter(name=filters.name)
    if filters.actor:
        rows = rows.filter(actor_id=filters.actor)
    if filters.since:
        rows = rows.filter(occurred_at__gte=filters.since)
    if filters.until:
        rows = rows.filter(occurred_at__lt=filters.until)
    return rows


def _rows(found: Sequence[RecordedEvent], lang: str) -> list[LedgerRow]:
    actors = {event.actor_id for event in found if event.actor_id}
    users = get_user_model()._default_manager.filter(pk__in=actors)
    names: dict[UUID | None, str] = dict(users.values_list("pk", "name"))
    named = names_in((event.payload for event in found), lang)
    return [_row(event, names.get(event.actor_id, ""), named, lang) for event in found]


def _row(event: RecordedEvent, actor_name: str, named: Mapping[tuple[str, str], str], lang: str) -> LedgerRow:
    fields = {name: getattr(event, name) for name in RecordedEvent.__dataclass_fields__}
    return LedgerRow(
        **{**fields, "redacted": list(event.redacted)},
        label=t(f"event.{event.name}", lang),
        actor_name=actor_name,
        told=[
            _told(event.name, name, value, named.get((name, value)), lang)
            for name, value in _as_declared(event)
            if _tells(name, value, named) and value != str(event.actor_id)  # who acted stands in a column of its own
        ],
    )


def _as_declared(event: RecordedEvent) -> list[tuple[str, Any]]:
    """The payload in the order of the event's fields, which PostgreSQL does not keep; then what older versions had."""
    declared = all_registered().get(event.name)
    order = list(declared.__annotations__) if declared else []
    return sorted(event.payload.items(), key=lambda item: order.index(item[0]) if item[0] in order else len(order))


def _tells(name: str, value: object, named: Mapping[tuple[str, str], str]) -> bool:
    if name.endswith("_id"):
        return (name, value) in named
    return isinstance(value, str | int | float) and value != ""


def _told(event: str, name: str, value: str | float, called: str | None, lang: str) -> ToldField:
    label, raw = f"field.{name}", str(value)
    known, declared = i18n.catalogue(), all_registered().get(event)
    enum = declared.enums.get(name, name) if declared else name
    # A reason the house gives by itself is recorded as the key of its sentence.
    keys = [f"enum.{enum}.{raw}".lower(), f"enum.yes_no.{raw}".lower(), raw]
    word = called or next((t(key, lang) for key in keys if key in known), raw)
    return ToldField(
        name=name, label=t(label, lang) if label in known else name, value=word, raw=raw if word != raw else ""
    )
