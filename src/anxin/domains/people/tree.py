"""The organisation tree, kept by each process: it changes a few times a year and is read by every request."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from time import monotonic
from uuid import UUID

from .cards import OrgCard
from .models import OrgUnit

#: How far behind a process may be; the one that changes the tree forgets its copy at once.
_SECONDS = 2.0


@dataclass(frozen=True)
class _Tree:
    read_at: float
    cards: dict[UUID, OrgCard]

    @cached_property
    def below(self) -> dict[UUID, frozenset[UUID]]:
        """Of each node, itself and everything below it."""
        found: dict[UUID, set[UUID]] = {node: set() for node in self.cards}
        for node in self.cards:
            for above in self.path(node):
                found[above].add(node)
        return {node: frozenset(nodes) for node, nodes in found.items()}

    def path(self, org_id: UUID) -> list[UUID]:
        """From the root down to the node itself."""
        path, node = list[UUID](), self.cards.get(org_id)
        while node is not None:
            path.append(node.id)
            node = self.cards[node.parent_id] if node.parent_id else None
        return path[::-1]


_kept: _Tree | None = None


def _tree() -> _Tree:
    global _kept
    if _kept is None or monotonic() - _kept.read_at > _SECONDS:
        _kept = _Tree(monotonic(), {row.pk: card_of(row) for row in OrgUnit.objects.all()})
    return _kept


def forget_tree() -> None:
    """Drop this process's copy of the tree, after changing it."""
    global _kept
    _kept = None


def org_card(org_id: UUID) -> OrgCard:
    """Raises OrgUnit.DoesNotExist."""
    return _tree().cards.get(org_id) or card_of(OrgUnit.objects.get(pk=org_id))


def org_path(org_id: UUID) -> list[OrgCard]:
    """From the brand down to the node; empty when there is no such node."""
    tree = _tree()
    return [tree.cards[node] for node in tree.path(org_id)]


def subtree(org_id: UUID) -> frozenset[UUID]:
    """The node and everything below it; empty when there is no such node."""
    return _tree().below.get(org_id, frozenset())


def ancestors(org_id: UUID) -> list[UUID]:
    """From the root down to the node itself; empty when there is no such node."""
    return _tree().path(org_id)


def card_of(row: OrgUnit) -> OrgCard:
    return OrgCard(
        row.pk, row.parent_id, row.kind, row.code, row.name, row.partner, row.own_planning,
        row.lng, row.lat, row.timezone,
    )  # fmt: skip
