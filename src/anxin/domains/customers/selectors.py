"""Reads of customers."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet

from anxin.engines.address import ParsedAddress, parse
from anxin.kernel import authz, clock
from anxin.kernel.actor import Actor
from anxin.kernel.errors import NotFound
from anxin.kernel.i18n import Reason

from . import panorama, rules
from .cards import CustomerCard, HouseholdCard, PopUp, Reach
from .models import ContactPoint, Customer, Household

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
    seen = customer_id
    for _ in range(_MERGES):
        row = Customer.objects.filter(pk=seen).values_list("merged_into_id", flat=True).first()
        if row is None:
            break
        seen = row
    if seen == customer_id and not Customer.objects.filter(pk=seen).exists():
        raise NotFound
    return seen


def aliases_of(customer_id: UUID) -> frozenset[UUID]:
    """Every record of the same person: the one it stands for and all merged into that."""
    found = {identity_of(customer_id)}
    fresh = found
    while fresh:
        fresh = set(Customer.objects.filter(merged_into_id__in=fresh).values_list("pk", flat=True)) - found
        found |= fresh
    return frozenset(found)


def point_hash(value: str) -> str:
    return rules.fingerprint(value, settings.SECRET_KEY)


def identify_by_phone(phone: str) -> list[UUID]:
    """Everybody who is reachable at this number now, verified first, as they stand after merges."""
    now = clock.now()
    points = (
        ContactPoint.objects.filter(
            Q(valid_to=None) | Q(valid_to__gt=now),
            kind=ContactPoint.Kind.PHONE,
            value_hash=point_hash(rules.plain_phone(phone)),
            customer__erased_at=None,
        )
        .order_by("verified_at", "valid_from")
        .values_list("customer_id", "verified_at")
    )
    verified_first = sorted(points, key=lambda point: point[1] is None)
    return list(dict.fromkeys(identity_of(customer_id) for customer_id, _ in verified_first))


def reach_of(customer_id: UUID) -> Reach:
    """How to reach the person, for sending. Empty strings where nothing is known (or all was erased)."""
    ids = aliases_of(customer_id)
    customer = Customer.objects.get(pk=identity_of(customer_id))
    points = list(_live_points(ids))
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
    identity = identity_of(customer_id)
    if not visible_to(actor).filter(pk__in={identity, customer_id}).exists():
        raise NotFound
    return cards([identity], actor)[0]


def cards(customer_ids: Collection[UUID], actor: Actor) -> list[CustomerCard]:
    """Cards of customers already known to be visible, in the order given; a handful of queries for any number."""
    alias = {a: i for i in customer_ids for a in aliases_of(i)}
    rows = Customer.objects.in_bulk(customer_ids)
    points, homes = _points_by(alias), _homes_by(alias, actor)
    return [_card(rows[i], points.get(i, []), homes.get(i, []), actor) for i in customer_ids if i in rows]


def household_card(household_id: UUID, actor: Actor) -> HouseholdCard:
    """Raises NotFound for a household out of reach."""
    row = households_visible_to(actor).filter(pk=household_id).first()
    if row is None:
        raise NotFound
    return _home(row, (), actor)


def household_place(household_id: UUID) -> HouseholdCard:
    """Where a household is, in full, for other domains' own decisions (outlet, travel)."""
    return _home(Household.objects.get(pk=household_id), (), None)


def popup(phone: str, actor: Actor) -> PopUp:
    """What the desk sees when a number calls: only who and what this actor may see."""
    ids = identify_by_phone(phone)
    visible = set(visible_to(actor).filter(pk__in=ids).values_list("pk", flat=True))
    shown = [i for i in ids if i in visible]
    everyone = frozenset(a for i in shown for a in aliases_of(i))
    return PopUp(tuple(cards(shown, actor)), panorama.sections(actor, everyone) if shown else {})


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


def _live_points(customer_ids: Iterable[UUID]) -> QuerySet[ContactPoint]:
    alive = Q(valid_to=None) | Q(valid_to__gt=clock.now())
    return ContactPoint.objects.filter(alive, customer_id__in=list(customer_ids)).order_by("-valid_from")


def _best(points: list[ContactPoint], kind: str) -> ContactPoint | None:
    of_kind = [point for point in points if point.kind == kind]
    return min(of_kind, key=lambda point: point.verified_at is None, default=None)


def _points_by(alias: dict[UUID, UUID]) -> dict[UUID, list[ContactPoint]]:
    found: dict[UUID, list[ContactPoint]] = {}
    for point in _live_points(alias):
        found.setdefault(alias[point.customer_id], []).append(point)
    return found


def _homes_by(alias: dict[UUID, UUID], actor: Actor) -> dict[UUID, list[HouseholdCard]]:
    relations: dict[tuple[UUID, Household], list[str]] = {}
    rows = Household.objects.filter(contacts__customer_id__in=alias).distinct()
    for home in rows.prefetch_related("contacts"):
        for contact in home.contacts.all():
            if contact.customer_id in alias:
                relations.setdefault((alias[contact.customer_id], home), []).append(contact.relation)
    found: dict[UUID, list[HouseholdCard]] = {}
    for (identity, home), held in relations.items():
        found.setdefault(identity, []).append(_home(home, tuple(sorted(set(held))), actor))
    return found


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
        tuple(phones), tuple(homes), row.erased_at is not None,
    )  # fmt: skip
