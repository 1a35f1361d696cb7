"""Search over what the domains index. Ids come back; whoever asks filters them by what the actor may see.

search.index("ticket", ticket.id, f"{ticket.number} {ticket.text}")
search.ids("ticket", "漏水")
"""

from __future__ import annotations

from uuid import UUID

from django.db.models import Count, QuerySet

from anxin.kernel.db import atomic
from anxin.kernel.search import tokens
from anxin.kernel.search.models import Posting
from anxin.kernel.statements import insert_all, prepared

MAX_QUERY_TOKENS = 24

__all__ = ["forget", "ids", "index", "matching"]


@atomic
def index(kind: str, object_id: UUID, text: str) -> None:
    """Make `text` the text under which this object is found, in place of what it was before."""
    wanted = tokens.of_text(text)
    held = set(_held(kind, object_id))
    if gone := held - wanted:
        Posting.objects.filter(kind=kind, object_id=object_id, token__in=gone).delete()
    fresh = [Posting(kind=kind, object_id=object_id, token=token) for token in wanted - held]
    insert_all(fresh, unless_there=True)


@prepared
def _held(kind: str, object_id: UUID) -> QuerySet[Posting, int]:
    return Posting.objects.filter(kind=kind, object_id=object_id).values_list("token", flat=True)


@atomic
def forget(kind: str, object_id: UUID) -> None:
    """Drop an object from the index (it was erased)."""
    Posting.objects.filter(kind=kind, object_id=object_id).delete()


def ids(kind: str, query: str, *, limit: int = 200) -> list[UUID]:
    """Objects that have every token of the query, newest first (ids sort by time of creation)."""
    wanted = sorted(tokens.of_query(query))[:MAX_QUERY_TOKENS]
    if not wanted:
        return []
    found = (
        Posting.objects.filter(kind=kind, token__in=wanted)
        .values("object_id")
        .annotate(hits=Count("id"))
        .filter(hits=len(wanted))
        .order_by("-object_id")
    )
    return [row["object_id"] for row in found[:limit]]


def matching(kind: str, text: str, *, limit: int = 20) -> list[tuple[UUID, int]]:
    """Objects sharing most tokens with `text`, as (id, shared tokens): the similar ones."""
    wanted = sorted(tokens.of_query(text))[:200]
    found = (
        Posting.objects.filter(kind=kind, token__in=wanted)
        .values("object_id")
        .annotate(hits=Count("id"))
        .order_by("-hits", "-object_id")
    )
    return [(row["object_id"], row["hits"]) for row in found[:limit]]
