"""Two records of one person: an alias, nothing is repointed, and it can be undone at any time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from anxin.kernel import events, undo
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict, NotFound

from .. import selectors
from ..events import CustomersMerged, MergeUndone
from ..models import Customer


@atomic
def merge(*, actor: Actor, customer_id: UUID, into_id: UUID) -> Customer:
    """Let `customer_id` stand for `into_id` from now on. Both must be within the actor's reach.

    Raises NotFound, or Conflict when they are one already or either was erased.
    """
    rows = _locked(actor, customer_id, into_id)
    target = selectors.identity_of(into_id)
    if target == selectors.identity_of(customer_id):
        raise Conflict("customers.merged_already")
    if rows[customer_id].merged_into_id or any(row.erased_at for row in rows.values()):
        raise Conflict("customers.cannot_merge")
    return _point(actor, rows[customer_id], target, CustomersMerged(customer_id, target))


@atomic
def undo_merge(*, actor: Actor, customer_id: UUID) -> Customer:
    """Take the alias away: both stand as before. Raises NotFound, or Conflict when it was not merged."""
    row = _locked(actor, customer_id)[customer_id]
    if row.merged_into_id is None:
        raise Conflict("customers.not_merged")
    return _point(actor, row, None, MergeUndone(customer_id, row.merged_into_id))


def offer_undo(actor: Actor, customer: Customer) -> str:
    """A token with which the actor may take the merge back within its minute."""
    versions = {f"customer:{customer.id}": customer.version}
    return undo.offer(actor, "customer.merge", {"customer": str(customer.id)}, versions)


@undo.inverse("customer.merge")
def _inverse(actor: Actor, args: Mapping[str, Any]) -> None:
    undo_merge(actor=actor, customer_id=UUID(args["customer"]))


undo.versioned(
    "customer", lambda customer_id: Customer.objects.filter(pk=customer_id).values_list("version", flat=True).first()
)


def _locked(actor: Actor, *ids: UUID) -> dict[UUID, Customer]:
    rows = selectors.visible_to(actor, "customer.merge").filter(pk__in=ids)
    found = {row.pk: row for row in Customer.objects.select_for_update().filter(pk__in=rows).order_by("pk")}
    if set(found) != set(ids):
        raise NotFound
    return found


def _point(actor: Actor, row: Customer, target: UUID | None, event: events.Event) -> Customer:
    row.merged_into_id = target
    row.version += 1
    row.save(update_fields=["merged_into", "version"])
    events.record(event, actor=actor, subject=("customer", row.id), case_id=row.id)
    return row
