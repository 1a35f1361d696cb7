"""Reads of customers."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet

from anxin.engines.address import ParsedAddress, parse
from anxin.kernel import authz, clock
from anxin.kernel.actor import Actor
from anxin.kernel.errors import NotFound
from anxin.kernel.i18n import Reason
from anxin.kernel.statements import prepared

from . import panorama, rules
from .cards import CustomerCard, HouseholdCard, PopUp, Reach, Standing
from .models import Contact, ContactPoint, Customer, Household

_MERGES = 20  # links followed at most; services never build a longer chain


def visible_to(actor: Actor, verb: str = "customer.see") -> QuerySet[Customer]:
    """The only door to rows of customers."""
    return authz.scoped(Customer.objects.all(), actor, verb, org="org_id", granted="customer", customer="id")


def households_visible_to(actor: Actor, verb: str = "customer.see") -> QuerySet[Household]:
    return authz.scoped(
        Household.objects.all(),
        actor,
        verb,
        org="org_id",
        granted="household",
        customer="contacts__customer_id",
    ).distinct()


def identity_of(customer_id: UUID) -> UUID:
    """The record that stands for this one after merges. Raises NotFound."""
    return _standing_for(customer_id).pk


def _standing_for(customer_id: UUID) -> Customer:
    """That record itself; one query where nothing was merged."""
    seen = customer_id
    for _ in range(_MERGES):
        row = next(iter(_records(seen)), None)
        if row is None:
            break
        if row.merged_into_id is None:
            return row
        seen = row.merged_into_id
    raise NotFound


@prepared
def _records(customer_id: UUID) -> QuerySet[Customer]:
    return Customer.objects.filter(pk=customer_id)


def aliases_of(customer_id: UUID) -> frozenset[UUID]:
    """Every record of the same person: the one it stands for and all merged into that."""
    return frozenset(_families([identity_of(customer_id)]))


def records_of(customer_id: UUID) -> frozenset[UUID]:
    """Every record of the same person, the given one alone where nothing is known of it."""
    try:
        return aliases_of(customer_id)
    except NotFound:
        return frozenset({customer_id})


def _families(identities: Iterable[UUID]) -> dict[UUID, UUID]:
    """Every record → the identity it stands for; one query per generation of merges, for any number."""
    found = {identity: identity for identity in identities}
    fresh = list(found)
    while fresh:
        below = {row: found[into] for row, into in _merged_into(fresh) if row not in found and into}
        found |= below
        fresh = list(below)
    return found


@prepared
def _merged_into(records: list[UUID]) -> QuerySet[Customer, tuple[UUID, UUID | None]]:
    return Customer.objects.filter(merged_into_id__in=records).order_by().values_list("pk", "merged_into_id")


def point_hash(value: str) -> str:
    return rules.fingerprint(value, settings.SECRET_KEY)


def identify_by_phone(phone: str) -> list[UUID]:
    """Everybody who is reachable at this number now, verified first, as they stand after merges."""
    points = _reachable(point_hash(rules.plain_phone(phone)), clock.now())
    verified_first = sorted(points, key=lambda point: point[2] is None)
    return list(dict.fromkeys(identity_of(into) if into else held for held, into, _ in verified_first))


@prepared
def _reachable(value_hash: str, now: datetime) -> QuerySet[ContactPoint, tuple[UUID, UUID | None, datetime | None]]:
    living = Q(valid_to=None) | Q(valid_to__gt=now)
    rows = ContactPoint.objects.filter(living, kind=ContactPoint.Kind.PHONE, value_hash=value_hash)
    held = rows.filter(customer__erased_at=None).order_by("valid_from")
    return held.values_list("customer_id", "customer__merged_into_id", "verified_at")


def reach_of(customer_id: UUID) -> Reach:
    """How to reach the person, for sending. Empty strings where nothing is known (or all was erased)."""
    customer = _standing_for(customer_id)
    points = _live_points(_families([customer.pk]))
    phone, email = _best(points, "phone"), _best(points, "email")
    return Reach(
        customer.name,
        customer.lang,
        phone.value if phone else "",
        bool(phone and phone.verified_at),
        email.value if email else "",
        bool(email and email.verified_at),
    )


def card(customer_id: UUID, actor: Actor) -> CustomerCard:
    """The customer as `actor` may see him, by any of his ids. Raises NotFound for a row out of reach."""
    return cards([standing(customer_id, actor).id], actor)[0]


def standing(customer_id: UUID, actor: Actor | None = None) -> Standing:
    """How a customer is served, by any of his ids: for `actor` through the door, or (None) for another domain's own
    decisions. Raises NotFound."""
    row = _standing_for(customer_id)
    if actor is not None and not _reached(actor, row, customer_id):
        raise NotFound
    return Standing(row.pk, row.lang, row.elderly, row.tier, row.butler_id)


def _reached(actor: Actor, row: Customer, asked: UUID) -> bool:
    at_hand = authz.reaches_place(actor, "customer.see", row.org_id)
    return at_hand or visible_to(actor).filter(pk__in={row.pk, asked}).exists()


def cards(customer_ids: Collection[UUID], actor: Actor) -> list[CustomerCard]:
    """Cards of customers already known to be visible, by identity, in the order given."""
    rows = {row.pk: row for row in customers_of(list(customer_ids))}
    return cards_of([rows[i] for i in customer_ids if i in rows], actor)


def customers_of(customer_ids: list[UUID]) -> list[Customer]:
    """The records of these ids, in no order."""
    return _customers(customer_ids) if customer_ids else []


@prepared
def _customers(customer_ids: list[UUID]) -> QuerySet[Customer]:
    return Customer.objects.filter(pk__in=customer_ids)


def cards_of(rows: Collection[Customer], actor: Actor) -> list[CustomerCard]:
    """Cards of rows that stand for themselves; three queries for any number."""
    family = _families(row.pk for row in rows)
    points, homes = _points_by(family), _homes_by(family, actor)
    return [_card(row, points.get(row.pk, []), homes.get(row.pk, []), actor) for row in rows]


def household_card(household_id: UUID, actor: Actor) -> HouseholdCard:
    """Raises NotFound for a household out of reach."""
    row = next(iter(_households(household_id)), None)
    at_hand = row is not None and authz.reaches_place(actor, "customer.see", row.org_id)
    if row is None or not (at_hand or households_visible_to(actor).filter(pk=household_id).exists()):
        raise NotFound
    return _home(row, (), actor)


def household_place(household_id: UUID) -> HouseholdCard:
    """Where a household is, in full, for other domains' own decisions (outlet, travel)."""
    found = _households(household_id)
    if not found:
        raise NotFound
    return _home(found[0], (), None)


@prepared
def _households(household_id: UUID) -> QuerySet[Household]:
    return Household.objects.filter(pk=household_id)


def popup(phone: str, actor: Actor) -> PopUp:
    """What the desk sees when a number calls: only who and what this actor may see."""
    ids = identify_by_phone(phone)
    visible = set(visible_to(actor).filter(pk__in=ids).values_list("pk", flat=True))
    shown = [i for i in ids if i in visible]
    return PopUp(tuple(cards(shown, actor)), panorama.sections(actor, _families(shown)) if shown else {})


def matching(actor: Actor, query: str) -> QuerySet[Customer]:
    """Visible, unmerged customers by phone (all digits of it) or part of the name."""
    rows = visible_to(actor).filter(merged_into=None, erased_at=None)
    query = query.strip()
    if not query:
        return rows
    by_phone = ContactPoint.objects.filter(value_hash=point_hash(rules.plain_phone(query)), valid_to=None)
    return rows.filter(Q(name__icontains=query) | Q(pk__in=by_phone.values("customer_id")))


def parse_address(text: str) -> ParsedAddress:
    return parse(text)


def mask_address(household: Household) -> str:
    """Down to the street, never the door."""
    return f"{household.province}{household.city}{household.district}{household.street} ***"


def _live_points(customer_ids: Iterable[UUID]) -> list[ContactPoint]:
    ids = tuple(customer_ids)
    return _points(ids, clock.now()) if ids else []


@prepared
def _points(customer_ids: tuple[UUID, ...], now: datetime) -> QuerySet[ContactPoint]:
    alive = Q(valid_to=None) | Q(valid_to__gt=now)
    return ContactPoint.objects.filter(alive, customer_id__in=customer_ids).order_by("-valid_from")


def _best(points: list[ContactPoint], kind: str) -> ContactPoint | None:
    of_kind = [point for point in points if point.kind == kind]
    return min(of_kind, key=lambda point: point.verified_at is None, default=None)


def _points_by(family: dict[UUID, UUID]) -> dict[UUID, list[ContactPoint]]:
    found: dict[UUID, list[ContactPoint]] = {}
    for point in _live_points(family):
        found.setdefault(family[point.customer_id], []).append(point)
    return found


def _homes_by(family: dict[UUID, UUID], actor: Actor) -> dict[UUID, list[HouseholdCard]]:
    relations: dict[UUID, dict[Household, set[str]]] = {}
    for contact in _contacts(list(family)) if family else ():
        homes = relations.setdefault(family[contact.customer_id], {})
        homes.setdefault(contact.household, set()).add(contact.relation)
    return {
        identity: [_home(home, tuple(sorted(names)), actor) for home, names in homes.items()]
        for identity, homes in relations.items()
    }


@prepared
def _contacts(customer_ids: list[UUID]) -> QuerySet[Contact]:
    return Contact.objects.filter(customer_id__in=customer_ids).select_related("household").order_by("id")


def _home(row: Household, relations: tuple[str, ...], actor: Actor | None) -> HouseholdCard:
    shown = actor is None or authz.sees(actor, "customer.address")
    address = row.address if shown else mask_address(row)
    return HouseholdCard(row.pk, row.kind, address, row.area, row.lng, row.lat, row.accuracy, row.confidence, relations)


def _card(row: Customer, points: list[ContactPoint], homes: list[HouseholdCard], actor: Actor) -> CustomerCard:
    phones = list(dict.fromkeys(p.value for p in points if p.kind == ContactPoint.Kind.PHONE))
    if not authz.sees(actor, "customer.phone"):
        phones = [authz.mask_phone(phone) for phone in phones]
    reason = row.tier_reason
    return CustomerCard(
        row.pk, row.name, row.kind, row.lang, row.elderly, row.key_account, row.tier,
        Reason(reason["code"], reason["params"]) if reason else None,
        tuple(phones), tuple(homes), row.erased_at is not None, row.butler_id,
    )  # fmt: skip
