"""Reading one's own inbox."""

from django.db.models import QuerySet

from anxin.kernel.actor import Actor

from .models import Notice


def visible_to(actor: Actor) -> QuerySet[Notice]:
    """One's own notices, nobody else's."""
    if actor.id is None or not actor.is_staff:
        return Notice.objects.none()
    return Notice.objects.filter(user_id=actor.id)


def unread(actor: Actor) -> int:
    return visible_to(actor).filter(read_at=None).count()
