"""Noting who reported, where, and how they are reached.

Who merely types a phone number proves nothing: such a report may be added to a record that has the same number
and the same name, but it changes no word of that record and verifies nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from anxin.domains.people import public as people
from anxin.kernel import clock, events
from anxin.kernel.actor import Actor, Assurance
from anxin.kernel.db import atomic
from anxin.kernel.errors import Invalid, NotFound, refuse_others
from anxin.kernel.i18n import DEFAULT_LANGUAGE, LANGUAGES
from anxin.kernel.statements import insert, insert_all, prepared

from .. import rules, selectors
from ..cards import Noted
from ..events import CustomerChanged, CustomerNoted, HouseholdNoted, PhoneVerified
from ..models import Contact, ContactPoint, Customer, Household

CHANGEABLE = ("name", "kind", "lang", "elderly", "key_account", "butler_id", "org_id")
MAX_NAME, MAX_ADDRESS = 80, 200


@atomic
def note_contact(
    *,
    actor: Actor,
    name: str,
    phone: str,
    address: str = "",
    household_id: UUID | None = None,
    assurance: Assurance = Assurance.CLAIMED,
    relation: str = Contact.Relation.REPORTER,
    lang: str = "",
    org_id: UUID | None = None,
) -> Noted:
    """Recognise the reporter or note a new one, with the household: the given one (of a scanned unit), one of
    the customer's at the same address, else a new one. Raises Invalid without a name or a phone number."""
    phone, name = rules.plain_phone(phone), name.strip()[:MAX_NAME]
    _check(name, phone)
    customer = _recognise(name, phone, assurance)
    if customer is None and household_id is None and address.strip():
        verified = assurance is Assurance.VERIFIED
        new = NewContact(name, phone, address, relation, lang=lang, verified=verified, org_id=org_id)
        return take_in(actor=actor, contacts=[new])[0]
    known = customer is not None
    customer = customer or new_customer(actor, name, phone, assurance, lang, org_id)
    if household_id is None and address.strip():
        household_id = _household_of(actor, customer, address, relation, org_id)
    elif household_id is not None:
        add_contact(actor=actor, household_id=household_id, customer_id=customer.id, relation=relation)
    return Noted(customer.id, household_id, known)


@dataclass(frozen=True, slots=True)
class NewContact:
    """A customer known to be new, with a household; an import's own or a reporter's."""

    name: str
    phone: str
    address: str
    relation: str = Contact.Relation.OWNER
    kind: str = Customer.Kind.PERSON
    household_kind: str = Household.Kind.HOME
    lang: str = ""
    elderly: bool = False
    key_account: bool = False
    verified: bool = True
    org_id: UUID | None = None


@atomic
def take_in(*, actor: Actor, contacts: Sequence[NewContact]) -> list[Noted]:
    """Take in customers known to be new, in a handful of queries for up to a few hundred: an import does not ask
    who is who. Raises Invalid, with nothing taken in, when one has no name or number."""
    now = clock.now()
    for contact in contacts:
        _check(contact.name.strip(), rules.plain_phone(contact.phone))
    people = [_customer(contact, now) for contact in contacts]
    homes = [_household(c.address, org_id=c.org_id, kind=c.household_kind) for c in contacts]
    pairs = list(zip(contacts, people, homes, strict=True))
    insert_all(people)
    insert_all(homes)
    insert_all([_phone(p.id, rules.plain_phone(c.phone), now, now if c.verified else None) for c, p, _ in pairs])
    insert_all([Contact(household=home, customer=person, relation=c.relation) for c, person, home in pairs])
    events.new_cases([person.id for person in people])
    events.record_all([entry for c, person, home in pairs for entry in _taken_in(c, person.id, home.id)], actor=actor)
    return [Noted(person.id, home.id, known=False) for _, person, home in pairs]


@atomic
def note_household(
    *, actor: Actor, customer_id: UUID, address: str, relation: str = Contact.Relation.OWNER, org_id: UUID | None = None
) -> Household:
    """A new household of a customer, its address parsed offline."""
    household = _household(address, org_id=org_id)
    insert(household)
    insert(Contact(household=household, customer_id=customer_id, relation=relation))
    _record(actor, customer_id, HouseholdNoted(household.id, customer_id, relation, address[:MAX_ADDRESS]))
    return household


@atomic
def add_contact(*, actor: Actor, household_id: UUID, customer_id: UUID, relation: str) -> None:
    """Tie a customer to a household; again changes nothing. Raises Invalid for an unknown relation."""
    if relation not in Contact.Relation.values:
        raise Invalid("customers.bad_relation", relation=relation)
    _, made = Contact.objects.get_or_create(household_id=household_id, customer_id=customer_id, relation=relation)
    if made:
        _record(actor, customer_id, HouseholdNoted(household_id, customer_id, relation, ""))


@atomic
def change_customer(*, actor: Actor, customer_id: UUID, **changes: object) -> Customer:
    """Change some of `CHANGEABLE`. Raises NotFound for a row out of reach, Invalid for another field."""
    refuse_others(changes, CHANGEABLE)
    if changes.get("lang", DEFAULT_LANGUAGE) not in LANGUAGES:
        raise Invalid("error.cannot_change", field="lang")
    customer = selectors.visible_to(actor, "customer.edit").select_for_update().filter(pk=customer_id).first()
    if customer is None:
        raise NotFound
    if (butler := changes.get("butler_id")) is not None:
        people.user_card(UUID(str(butler)))  # NotFound for nobody
    for field, value in changes.items():
        setattr(customer, field, value)
    customer.version += 1
    customer.save(update_fields=[*changes, "version"])
    _record(actor, customer_id, CustomerChanged(customer_id, sorted(changes)))
    return customer


@atomic
def verify_phone(*, actor: Actor, customer_id: UUID, phone: str) -> None:
    """The customer proved to own the number. Others' verified claims to it end now: carriers give numbers out
    again; unverified claims stay as they were worth."""
    now, phone = clock.now(), rules.plain_phone(phone)
    digest = selectors.point_hash(phone)
    rivals = ContactPoint.objects.filter(value_hash=digest, kind="phone", valid_to=None)
    rivals.exclude(customer_id=customer_id).exclude(verified_at=None).update(valid_to=now)
    point, _ = ContactPoint.objects.get_or_create(
        customer_id=customer_id,
        kind=ContactPoint.Kind.PHONE,
        value_hash=digest,
        valid_to=None,
        defaults={"value": phone, "valid_from": now},
    )
    if point.verified_at is None:
        point.verified_at = now
        point.save(update_fields=["verified_at"])
        _record(actor, customer_id, PhoneVerified(customer_id))


def _check(name: str, phone: str) -> None:
    if not name or not 5 <= len(phone) <= 15:
        raise Invalid("customers.name_and_phone")


def _customer(contact: NewContact, now: datetime) -> Customer:
    return Customer(
        name=contact.name.strip()[:MAX_NAME],
        kind=contact.kind,
        lang=contact.lang if contact.lang in LANGUAGES else DEFAULT_LANGUAGE,
        elderly=contact.elderly,
        key_account=contact.key_account,
        org_id=contact.org_id,
        created_at=now,
    )


def _household(address: str, *, org_id: UUID | None, kind: str = Household.Kind.HOME) -> Household:
    text = address.strip()[:MAX_ADDRESS]
    found = selectors.parse_address(text)
    return Household(
        kind=kind,
        address=text,
        province=found.province,
        city=found.city,
        district=found.district,
        street=found.street,
        detail=found.detail[:160],
        lng=found.lng,
        lat=found.lat,
        accuracy=found.accuracy,
        confidence=found.confidence,
        org_id=org_id,
    )


def _phone(customer_id: UUID, phone: str, since: datetime, verified_at: datetime | None) -> ContactPoint:
    return ContactPoint(
        customer_id=customer_id,
        kind=ContactPoint.Kind.PHONE,
        value=phone,
        value_hash=selectors.point_hash(phone),
        verified_at=verified_at,
        valid_from=since,
    )


def _taken_in(contact: NewContact, customer_id: UUID, household_id: UUID) -> Iterator[events.Entry]:
    subject = ("customer", customer_id)
    assurance = Assurance.VERIFIED if contact.verified else Assurance.CLAIMED
    noted = CustomerNoted(
        customer_id, assurance.value, contact.name.strip()[:MAX_NAME], rules.plain_phone(contact.phone)
    )
    yield events.Entry(noted, subject, customer_id, customer_id)
    home = HouseholdNoted(household_id, customer_id, contact.relation, contact.address.strip()[:MAX_ADDRESS])
    yield events.Entry(home, subject, customer_id, customer_id)


def _recognise(name: str, phone: str, assurance: Assurance) -> Customer | None:
    """One of those reachable at the number: of the same name, or, where the number is proven, the only one."""
    ids = selectors.identify_by_phone(phone)
    found = {row.pk: row for row in selectors.customers_of(ids)}
    same = [found[i] for i in ids if rules.same_name(found[i].name, name)]
    if same:
        return same[0]
    return found[ids[0]] if assurance is Assurance.VERIFIED and len(ids) == 1 else None


def new_customer(actor: Actor, name: str, phone: str, assurance: Assurance, lang: str, org_id: UUID | None) -> Customer:
    """A record of its own, reachable at `phone`. Call inside a transaction."""
    now = clock.now()
    customer = insert(
        Customer(name=name, lang=lang if lang in LANGUAGES else DEFAULT_LANGUAGE, org_id=org_id, created_at=now)
    )
    insert(_phone(customer.id, phone, now, now if assurance is Assurance.VERIFIED else None))
    events.new_case(customer.id)
    _record(actor, customer.id, CustomerNoted(customer.id, assurance.value, name, phone))
    return customer


def _household_of(actor: Actor, customer: Customer, address: str, relation: str, org_id: UUID | None) -> UUID:
    wanted = selectors.parse_address(address[:MAX_ADDRESS])
    for home in _homes_of(list(selectors.aliases_of(customer.id))):
        if (home.area, home.detail) == (wanted.area, wanted.detail[:160]):
            return home.id
    made = note_household(actor=actor, customer_id=customer.id, address=address, relation=relation, org_id=org_id)
    return made.id


@prepared
def _homes_of(customer_ids: list[UUID]) -> QuerySet[Household]:
    return Household.objects.filter(contacts__customer__in=customer_ids).distinct()


def _record(actor: Actor, customer_id: UUID, event: events.Event) -> None:
    events.record(event, actor=actor, subject=("customer", customer_id), case_id=customer_id, about=customer_id)
