"""The right to be forgotten and the right to a copy (PIPL, articles 45 and 47)."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path
from uuid import UUID

from django.conf import settings

from anxin.kernel import clock, events, search
from anxin.kernel.actor import SYSTEM, Actor
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
    _list(ids, asked_through)
    done = [_erased(actor, one, asked_through, homes) for one in sorted(ids)]
    return done[sorted(ids).index(customer_id)]


def erase_again() -> int:
    """After a restore: whoever stands on the list of erasures and is back in the tables is erased; returns how many."""
    done = 0
    for customer_id in _listed():
        if Customer.objects.filter(pk=customer_id, erased_at=None).exists():
            erase(actor=SYSTEM, customer_id=customer_id, asked_through="restore")
            done += 1
    return done


def list_path() -> Path:
    """The list of erasures: a file beside the database, never in it, so that an older backup brings nobody back."""
    return Path(settings.ANXIN.data) / "erasures.list"


def _list(ids: Collection[UUID], asked_through: str) -> None:
    """Before the commit: an erasure that was done is listed, whatever is killed when."""
    lines = [f"{customer_id} {clock.real_now().isoformat()} {asked_through}\n" for customer_id in sorted(ids)]
    with list_path().open("a", encoding="utf-8") as file:
        file.writelines(lines)
        file.flush()
        os.fsync(file.fileno())


def _listed() -> list[UUID]:
    lines = list_path().read_text("utf-8").splitlines() if list_path().exists() else []
    return [UUID(line.split(" ", 1)[0]) for line in lines]


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
