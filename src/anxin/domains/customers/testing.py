"""Builders for tests and the demo: everything through the services, so that it is legal."""

from __future__ import annotations

from itertools import count
from uuid import UUID

from anxin.domains.people import testing as people
from anxin.kernel.actor import SYSTEM, Actor, ActorKind, Assurance

from . import services
from .cards import Noted
from .models import Customer, Household

ADDRESS = "浙江省杭州市西湖区文新街道文三西路 88 号 3 幢 2 单元 501 室"
_number = count(13_800_000_001)


def erased(customer_id: UUID) -> None:
    """The person asked to be forgotten."""
    admin = people.staff("admin")
    services.erase(actor=admin, customer_id=customer_id, asked_through="test")


def phone() -> str:
    return str(next(_number))


def noted(name: str = "周敏", *, number: str = "", address: str = ADDRESS, org_id: UUID | None = None) -> Noted:
    """A customer with a phone and a household."""
    return services.note_contact(actor=SYSTEM, name=name, phone=number or phone(), address=address, org_id=org_id)


def customer(name: str = "周敏", *, number: str = "", address: str = ADDRESS) -> Customer:
    return Customer.objects.get(pk=noted(name, number=number, address=address).customer_id)


def household(address: str = ADDRESS) -> Household:
    return Household.objects.get(contacts__customer_id=noted(address=address).customer_id)


def actor(customer_id: UUID, *, assurance: Assurance = Assurance.VERIFIED) -> Actor:
    """The customer himself."""
    return Actor(kind=ActorKind.CUSTOMER, id=customer_id, assurance=assurance)
