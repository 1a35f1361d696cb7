"""Proving the ledger: every link recomputed, every seal and the anchor compared."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from anxin.kernel.events.event import commitment, is_commitment
from anxin.kernel.events.models import EventRecord, PersonalValue, Seal
from anxin.kernel.events.sequencer import anchor_path, head_position, link, linked_columns, seal_key


@dataclass(frozen=True, slots=True)
class Verdict:
    """`first_bad` is the first position that does not hold, and `why` its message key; both None when all holds."""

    checked: int
    first_bad: int | None = None
    why: str | None = None

    @property
    def ok(self) -> bool:
        return self.first_bad is None


def verify() -> Verdict:
    """Check the whole ledger and name the first bad record, truncation included."""
    key, chain, expected = seal_key(), bytes(32), 0
    seals = {seal.position: bytes(seal.chain) for seal in Seal.objects.all()}
    anchors = read_anchors()
    for row in _rows():
        expected += 1
        position: int = row["position"]
        if position != expected:
            return Verdict(expected - 1, expected, "ledger.missing")
        chain = link(key, chain, position, row)
        if bytes(row["chain"] or b"") != chain:
            return Verdict(position - 1, position, "ledger.altered")
        if seals.get(position, chain) != chain:
            return Verdict(position - 1, position, "ledger.seal_differs")
        if anchors.get(position, {chain}) != {chain}:
            return Verdict(position - 1, position, "ledger.anchor_differs")
    return _check_end(expected, max(anchors, default=0)) or _check_personal(expected) or Verdict(expected)


def _rows() -> Iterator[dict[str, Any]]:
    rows = EventRecord.objects.filter(position__isnull=False).order_by("position")
    yield from rows.values("position", "chain", *linked_columns()).iterator(chunk_size=2000)


def _check_end(last: int, anchored: int) -> Verdict | None:
    """Truncation: the head row, the last seal and the anchor file must not know more than the table holds."""
    known = max(
        head_position(),
        Seal.objects.order_by("-position").values_list("position", flat=True).first() or 0,
    )
    return Verdict(last, last + 1, "ledger.truncated") if max(known, anchored) > last else None


def read_anchors() -> dict[int, set[bytes]]:
    """Every position the file outside knows, with its chain. All count, not only the newest: a ledger cut short
    and written on is sealed again, and only an older line still tells what stood there. Two chains of one position
    contradict each other. What a restore gave up counts no more: it says so in the file, where the database cannot."""
    found: dict[int, set[bytes]] = {}
    for first, second in _anchor_lines():
        if first == "restored":
            found = {position: chains for position, chains in found.items() if position <= int(second)}
        else:
            found.setdefault(int(first), set()).add(bytes.fromhex(second))
    return found


def read_anchor() -> tuple[int, bytes] | None:
    """Position and chain of the newest seal the anchor knows; None before the first."""
    seals = [(int(first), bytes.fromhex(second)) for first, second in _anchor_lines() if first != "restored"]
    return seals[-1] if seals else None


def _anchor_lines() -> list[tuple[str, str]]:
    """The first two words of each line: position and chain, or "restored" and the position gone back to."""
    path = anchor_path()
    lines = path.read_text("ascii").splitlines() if path.exists() else []
    return [(first, second) for first, second, _ in (line.split(" ", 2) for line in lines)]


def _check_personal(last: int) -> Verdict | None:
    """Personal values still held must match what the ledger committed to."""
    rows = (
        PersonalValue.objects.filter(event__position__isnull=False)
        .order_by("event__position")
        .values_list("event__position", "field", "salt", "value", "event__payload")
    )
    for position, field, salt, value, payload in rows.iterator(chunk_size=2000):
        stored = payload.get(field)
        if not is_commitment(stored) or commitment(bytes(salt), value) != stored:
            return Verdict(last, position, "ledger.personal_differs")
    return None
