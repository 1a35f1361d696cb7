"""Reads of tickets."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from django.db.models import Case, Count, Q, QuerySet, When

from anxin.domains.customers import public as customers
from anxin.domains.people import public as people
from anxin.domains.tickets.documents import DeskRules
from anxin.domains.tickets.models import SavedView, Ticket
from anxin.kernel import authz, clock, policies, search
from anxin.kernel.actor import Actor
from anxin.kernel.db import sole
from anxin.kernel.errors import Invalid, NotFound
from anxin.kernel.statements import Listing, prepared

Rows = QuerySet[Ticket]
_NUMBER = re.compile(r"\b\d{6}-\d{4,}\b")
OPEN = ("open", "waiting")
JOINED = ("customer", "run", "assignee", "unit__product")  # the place is in the tree every process keeps
#: The columns a line of a list needs, so that a page does not read texts and facts it does not show.
SHOWN = (
    *("number", "version", "case_id", "text", "category", "order_type", "status", "channel", "urgency", "org"),
    *("complexity", "danger", "presses", "opened_at", "updated_at", "merged_into"),
    *("customer__name", "customer__tier", "customer__elderly"),
    *("run__case_id", "run__stage", "run__stage_since", "run__urgent_clock", "run__target_at", "assignee__name"),
    *("run__order_id", "run__order_type", "run__facts", "run__zone", "run__paused_ever", "run__reagreed_ever"),
    *("unit__product__name_zh", "unit__product__name_en"),
)
SORTS: Mapping[str, str] = {
    "updated_at": "updated_at",
    "opened_at": "opened_at",
    "due": "run__target_at",
    "number": "number",
    "presses": "presses",
}


def visible_to(actor: Actor, verb: str = "ticket.see") -> Rows:
    """The only door to rows of tickets."""
    return authz.scoped(Ticket.objects.all(), actor, verb, **_DOOR)


#: What opens a ticket to somebody.
_DOOR: Final = {"org": "org_id", "own": "assignee_id", "granted": "ticket", "customer": "customer_id"}


def reaches(actor: Actor, verb: str, ticket: Ticket) -> bool:
    """Whether this ticket is one of `visible_to(actor, verb)`."""
    return authz.reaches(ticket, actor, verb, **_DOOR)


def one(actor: Actor, ticket_id: UUID, verb: str = "ticket.see") -> Ticket:
    """Raises NotFound for a row out of reach."""
    row = sole(visible_to(actor, verb).select_related(*JOINED, "household").filter(pk=ticket_id))
    if row is None:
        raise NotFound
    return row


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a list is narrowed by; empty = everything open."""

    view: str = ""
    status: str = ""
    stage: str = ""
    clock: str = ""
    tier: str = ""
    category: str = ""
    order_type: str = ""
    channel: str = ""
    urgency: str = ""
    org: UUID | None = None
    assignee: UUID | None = None
    customer: UUID | None = None
    q: str = ""


def narrowed(actor: Actor, filters: Filters) -> Rows:
    """Visible tickets under the filters. Raises Invalid for a value no list knows."""
    found = listed(actor, filters)
    return found.rows() if isinstance(found, Listing) else found


#: What words find, or grants, is none of them.
_PLAIN = (str, UUID, datetime, frozenset)


def listed(actor: Actor, filters: Filters) -> Listing[Ticket] | Rows:
    """The same; a question of plain values, as screens ask it every few seconds, as one whose SQL is said once."""
    lookups = tuple(_lookups(actor, filters))
    branches = authz.branches(actor, "ticket.read", **_DOOR)
    values = [value for _, value in (*lookups, *(branches or ()))]
    plain = all(value is None or isinstance(value, _PLAIN) for value in values)
    if plain and (branches is None or len(branches) == 1):
        return Listing(Ticket, (*(branches or ()), *lookups), apart=("org_id__in", "status__in"))
    return authz.within(Ticket.objects.filter(Q(*lookups)), branches)


def _lookups(actor: Actor, filters: Filters) -> Iterator[tuple[str, Any]]:
    """What must hold of every row, as Django's lookups and their values."""
    yield from _by_view(actor, filters)
    yield from _by_clock(filters.clock)
    columns = {
        "run__stage": filters.stage,
        "customer__tier": filters.tier,
        "category": filters.category,
        "order_type": filters.order_type,
        "channel": filters.channel,
        "urgency": filters.urgency,
        "assignee_id": filters.assignee,
        "customer_id__in": filters.customer and frozenset(customers.records_of(filters.customer)),
    }
    yield from ((name, value) for name, value in columns.items() if value)
    if filters.org:
        yield "org__in", people.org_subtree(filters.org)
    yield from _by_words(filters.q.strip())


def _by_words(words: str) -> Iterator[tuple[str, Any]]:
    """A ticket's number finds that ticket, other words what has them all."""
    if number := _NUMBER.search(words):
        yield "number", number.group()
    elif words:
        yield "pk__in", search.ids("ticket", words)


def _by_view(actor: Actor, filters: Filters) -> Iterator[tuple[str, Any]]:
    if filters.status:
        wanted = frozenset(filters.status.split(","))
        if unknown := wanted - set(Ticket.Status.values):
            raise Invalid("ticket.unknown_filter", field="status", value=", ".join(sorted(unknown)))
        yield "status__in", wanted
    elif filters.view != "all" and not filters.q:
        yield from (("status__in", frozenset(OPEN)), ("merged_into", None))
    match filters.view:
        case "mine":
            yield "assignee_id", actor.id
        case "queue":
            yield "assignee", None
        case "" | "all" | "open":
            return
        case unknown_view:
            raise Invalid("ticket.unknown_filter", field="view", value=unknown_view)


def _by_clock(wanted: str) -> Iterator[tuple[str, Any]]:
    now = clock.now()
    match wanted:
        case "":
            return
        case "breached":
            yield "run__target_at__lt", now
        case "soon":
            until = now + timedelta(hours=policies.current(DeskRules).soon_hours)
            yield from (("run__target_at__gte", now), ("run__target_at__lte", until))
        case _:
            raise Invalid("ticket.unknown_filter", field="clock", value=wanted)


def counts(actor: Actor) -> dict[str, int]:
    """Open work by the tabs of the queue, exact."""
    now = clock.now()
    soon = now + timedelta(hours=policies.current(DeskRules).soon_hours)
    rows = visible_to(actor, "ticket.read").filter(status__in=OPEN, merged_into=None)
    return rows.aggregate(
        all=Count("pk"),
        mine=Count("pk", filter=Q(assignee_id=actor.id)),
        queue=Count("pk", filter=Q(assignee=None)),
        breached=Count("pk", filter=Q(run__target_at__lt=now)),
        soon=Count("pk", filter=Q(run__target_at__gte=now, run__target_at__lte=soon)),
        urgent=Count("pk", filter=Q(urgency="urgent")),
        pressed=Count("pk", filter=Q(presses__gt=0)),
    )


def open_work(actor: Actor, *, order_type: str = "") -> list[tuple[UUID, UUID, datetime]]:
    """Open tickets (of a type) the actor may see: id, place, when opened."""
    rows = visible_to(actor, "ticket.read").filter(status__in=OPEN, merged_into=None)
    rows = rows.filter(order_type=order_type) if order_type else rows
    return list(rows.order_by().values_list("pk", "org_id", "opened_at"))


def numbers(ticket_ids: Collection[UUID]) -> dict[UUID, str]:
    """What tickets are called, for rows of other domains that name them."""
    return dict(Ticket.objects.filter(pk__in=ticket_ids).values_list("pk", "number"))


def lines(rows: Rows) -> Rows:
    """Rows with what a line of a list shows, and no more."""
    return rows.select_related(*JOINED).only(*SHOWN)


@prepared
def lines_of(ticket_ids: tuple[UUID, ...]) -> Rows:
    """The same of some tickets already known to be visible."""
    return lines(Ticket.objects.filter(pk__in=ticket_ids))


def similar(actor: Actor, ticket: Ticket, *, limit: int = 5) -> list[Ticket]:
    """Visible tickets whose words are closest, best first."""
    found = [pk for pk, _ in search.matching("ticket", ticket.text, limit=60) if pk != ticket.pk]
    order = Case(*(When(pk=pk, then=place) for place, pk in enumerate(found)), default=len(found))
    rows = visible_to(actor, "ticket.read").filter(pk__in=found, category=ticket.category)
    return list(rows.select_related(*JOINED).order_by(order)[:limit]) if found else []


def views_of(actor: Actor) -> list[SavedView]:
    """One's own views and those shared by colleagues of one's places."""
    places = frozenset().union(*(a.org_ids for a in actor.assignments))
    shared = Q(shared=True, user__assignments__org_id__in=places)
    return list(SavedView.objects.filter(Q(user_id=actor.id) | shared).distinct())


def of_customers(actor: Actor, customer_ids: Collection[UUID], *, limit: int = 20) -> list[Ticket]:
    """Tickets of some customers that the actor may see, newest first."""
    rows = visible_to(actor).filter(customer_id__in=customer_ids)
    return list(rows.select_related(*JOINED).order_by("-opened_at")[:limit])
