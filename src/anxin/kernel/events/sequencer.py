"""Positions and seals.

Commits finish in any order, so an event's place among all others is given afterwards, by one writer at a time:
each committed event gets the next gapless position and a link of the chain

    chain[p] = HMAC-SHA256(key, chain[p-1] ‖ canonical(event at p))

with a key kept outside the database. A reader that goes by position never skips a row that committed late.
"""

import hashlib
import hmac
import os
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from anxin.kernel import clock
from anxin.kernel.db import atomic
from anxin.kernel.events.event import canonical
from anxin.kernel.events.models import EventRecord, LedgerHead, Seal

_BATCH = 500
_LINKED = (
    "id", "name", "version", "subject_type", "subject_id", "case_id", "case_seq", "actor_kind", "actor_id",
    "on_behalf_of", "assurance", "occurred_at", "recorded_at", "payload",
)  # fmt: skip


def sequence() -> int:
    """Give positions to all committed events that have none; returns how many."""
    total = 0
    while done := _sequence_batch():
        total += done
    return total


@atomic
def _sequence_batch() -> int:
    waiting = list(EventRecord.objects.filter(position=None).order_by("id")[:_BATCH])
    if not waiting:
        return 0
    head = _locked_head()
    # Another sequencer may have placed some of them while we waited for the head.
    placed = set(
        EventRecord.objects.filter(pk__in=[row.pk for row in waiting], position__isnull=False).values_list(
            "pk", flat=True
        )
    )
    waiting = [row for row in waiting if row.pk not in placed]
    key, chain = seal_key(), bytes(head.chain)
    for offset, row in enumerate(waiting, start=1):
        row.position = head.position + offset
        chain = row.chain = link(key, chain, row.position, {name: getattr(row, name) for name in _LINKED})
    EventRecord.objects.bulk_update(waiting, ["position", "chain"])
    head.position, head.chain = head.position + len(waiting), chain
    head.save()
    return len(waiting)


def _locked_head() -> LedgerHead:
    LedgerHead.objects.get_or_create(pk=1)
    return LedgerHead.objects.select_for_update().get(pk=1)


def link(key: bytes, before: bytes, position: int, values: dict[str, Any]) -> bytes:
    """The chain's next link; `values` are the columns of `EventRecord` in `_LINKED`."""
    body = canonical([position, *(_plain(values[name]) for name in _LINKED)])
    return hmac.new(key, before + body, hashlib.sha256).digest()


def linked_columns() -> tuple[str, ...]:
    return _LINKED


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return int(value.timestamp())
    return value if isinstance(value, int | str | dict | None) else str(value)


def seal() -> Seal | None:
    """Seal what has been sequenced since the last seal; returns the new seal, or None if nothing is new."""
    with atomic():
        head = _locked_head()
        if head.position == 0 or Seal.objects.filter(position=head.position).exists():
            return None
        made = Seal.objects.create(position=head.position, chain=head.chain, sealed_at=clock.real_now())
    _write_anchor(made)
    return made


def head_position() -> int:
    """The position of the last event in the chain."""
    return LedgerHead.objects.filter(pk=1).values_list("position", flat=True).first() or 0


def anchor_path() -> Path:
    """The file beside the database, never in it, that holds one line per seal."""
    return Path(settings.ANXIN.data) / "ledger.anchor"


def _write_anchor(made: Seal) -> None:
    _anchor(f"{made.position} {bytes(made.chain).hex()} {made.sealed_at.isoformat()}\n")


def anchor_restored(position: int) -> None:
    """Say in the anchor that the ledger went back to `position`: what the lines before know of later ones is gone."""
    _anchor(f"restored {position} {clock.real_now().isoformat()}\n")


def _anchor(line: str) -> None:
    with anchor_path().open("a", encoding="ascii") as file:
        file.write(line)
        file.flush()
        os.fsync(file.fileno())


def seal_key() -> bytes:
    """The sealing key: from the environment, else a file made at first use beside the data, never in the database."""
    return bytes.fromhex(settings.ANXIN.seal_key)
