"""The right to be forgotten and the right to a copy (PIPL, articles 45 and 47)."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from anxin.kernel import clock, events, search
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import NotFound
from anxin.kernel.http.idempotency import forget_mentioning
from anxin.kernel.outbound import forget_recipient

from .. import panorama, selectors
from ..events import CustomerDataGiven, CustomerErased
from ..models import Consent, Contact, ContactPoint, Customer, Erasure, Household, OtpChallenge


@atomic
def erase(*, actor: Actor, customer_id: UUID, asked_through: str) -> Erasure:
    """Forget a person: all records merged into one, the households nobody else lives in, what was sent, what
    the ledger holds of him. Ids, dates, products, decisions stay. Upper domains hear `CustomerErased`.

    Raises NotFound for a row out of reach. Doing it twice forgets nothing more.
    """
    if not selectors.visible_to(actor, "customer.erase").filter(pk=customer_id).exists():
        raise NotFound
    ids = selectors.aliases_of(customer_id)
    values = set(ContactPoint.objects.filter(customer__in=ids).values_list("value", flat=True))
    homes = _empty_homes(ids)
    _forget_copies(ids, values)
    for person_or_home in [*ids, *homes]:
        events.redact(person_or_home, because="customer asked to be forgotten")
    _forget_rows(ids, homes)
    done = [_erased(actor, one, asked_through, homes) for one in sorted(ids)]
    return done[sorted(ids).index(customer_id)]


@atomic
def give_copy(*, actor: Actor, customer_id: UUID) -> dict[str, object]:
    """Everything held about a customer, as JSON values, for the person itself. Raises NotFound."""
    card = selectors.card(customer_id, actor)
    ids = selectors.aliases_of(card.id)
    points = ContactPoint.objects.filter(customer__in=ids).order_by("valid_from")
    consents = Consent.objects.filter(customer__in=ids)
    homes = Household.objects.filter(contacts__customer__in=ids).distinct()
    events.record(CustomerDataGiven(card.id), actor=actor, subject=("customer", card.id), case_id=card.id)
    return {
        "customer": {"id": str(card.id), "name": card.name, "lang": card.lang, "tier": card.tier},
        "points": [{"kind": p.kind, "value": p.value, "since": p.valid_from.isoformat()} for p in points],
        "households": [{"address": home.address, "kind": home.kind} for home in homes],
        "consents": [{"purpose": c.purpose, "given_at": c.given_at.isoformat()} for c in consents],
        **panorama.sections(actor, ids),
    }


def _empty_homes(ids: Collection[UUID]) -> list[UUID]:
    """Households in which no other person, not yet erased, has a part."""
    theirs = Household.objects.filter(contacts__customer__in=ids).values("pk")
    others = Contact.objects.filter(household__in=theirs, customer__erased_at=None).exclude(customer__in=ids)
    return list(
        Household.objects.filter(pk__in=theirs)
        .exclude(pk__in=others.values("household_id"))
        .values_list("pk", flat=True)
    )


def _forget_copies(ids: Collection[UUID], values: Collection[str]) -> None:
    for value in values:
        forget_recipient(value)
    hashes = [selectors.point_hash(value) for value in values]
    OtpChallenge.objects.filter(phone_hash__in=hashes).delete()
    names = set(Customer.objects.filter(pk__in=ids).exclude(name="").values_list("name", flat=True))
    forget_mentioning({*values, *names, *map(str, ids)})
    for customer_id in ids:
        search.forget("customer", customer_id)


def _forget_rows(ids: Collection[UUID], homes: Collection[UUID]) -> None:
    ContactPoint.objects.filter(customer__in=ids).delete()
    Consent.objects.filter(customer__in=ids, withdrawn_at=None).update(withdrawn_at=clock.now())
    Contact.objects.filter(customer__in=ids).exclude(household__in=homes).delete()
    Household.objects.filter(pk__in=homes).update(
        address="", detail="", street="", lng=None, lat=None, accuracy=None, confidence=0.0
    )


def _erased(actor: Actor, customer_id: UUID, asked_through: str, homes: list[UUID]) -> Erasure:
    Customer.objects.filter(pk=customer_id).update(name="", elderly=False, lang="zh", erased_at=clock.now())
    erasure = Erasure.objects.create(
        customer_id=customer_id, asked_through=asked_through, done_by=actor.id, done_at=clock.now()
    )
    events.record(
        CustomerErased(customer_id, homes), actor=actor, subject=("customer", customer_id), case_id=customer_id
    )
    return erasure
