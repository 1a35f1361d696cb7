"""Reading reviews and revisits."""

from uuid import UUID

from django.db.models import QuerySet

from anxin.kernel import authz
from anxin.kernel.actor import Actor
from anxin.kernel.errors import NotFound

from .models import Review, Revisit


def reviews_visible_to(actor: Actor, verb: str = "review.see") -> QuerySet[Review]:
    return authz.scoped(Review.objects.all(), actor, verb, org="org_id")


def revisits_visible_to(actor: Actor, verb: str = "revisit.see") -> QuerySet[Revisit]:
    return authz.scoped(Revisit.objects.all(), actor, verb, org="org_id")


def review(actor: Actor, review_id: UUID, verb: str = "review.see") -> Review:
    """Raises NotFound for a row out of reach."""
    row = reviews_visible_to(actor, verb).select_related("order", "visit", "org").filter(pk=review_id).first()
    if row is None:
        raise NotFound
    return row


def revisit(actor: Actor, revisit_id: UUID, verb: str = "revisit.see") -> Revisit:
    """Raises NotFound for a row out of reach."""
    rows = revisits_visible_to(actor, verb).select_related("ticket", "customer", "org").prefetch_related("calls")
    row = rows.filter(pk=revisit_id).first()
    if row is None:
        raise NotFound
    return row
