"""A customer asked to be forgotten: words, names, pictures and signatures of the visits go, the facts stay."""

from __future__ import annotations

from uuid import UUID

from anxin.domains.fieldwork.models import ContactAttempt, FieldCommand, Offer, Signature, Visit, WorkOrder
from anxin.kernel import files
from anxin.kernel.db import atomic


@atomic
def forget(customer_id: UUID) -> None:
    """Empty every personal column of the customer's orders and erase their files. Safe to run twice."""
    orders = WorkOrder.objects.filter(customer_id=customer_id)
    visits = Visit.objects.filter(order__in=orders)
    for visit_id in visits.values_list("pk", flat=True):
        for stored in files.of_object("visit", visit_id):
            files.erase(stored.pk)
    Signature.objects.filter(visit__in=visits).update(name="")
    FieldCommand.objects.filter(visit__in=visits).update(args={})
    ContactAttempt.objects.filter(order__in=orders).update(note="")
    Offer.objects.filter(order__in=orders).update(note="")
    visits.update(note="")
    orders.update(note="")
