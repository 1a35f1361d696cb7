"""Identifiers: UUID version 7 (RFC 9562), so that keys sort by creation and index pages stay warm."""

import secrets
import threading
import time
from uuid import UUID

_lock = threading.Lock()
_last = 0


def new_id() -> UUID:
    """A new UUIDv7, strictly increasing within this process."""
    global _last
    with _lock:
        # 48 bits of milliseconds and 12 bits of sub-millisecond order, never going back.
        stamp = max((time.time_ns() // 1_000_000) << 12, _last + 1)
        _last = stamp
    millis, order = stamp >> 12, stamp & 0xFFF
    return UUID(int=(millis << 80) | (0x7 << 76) | (order << 64) | (0b10 << 62) | secrets.randbits(62))
