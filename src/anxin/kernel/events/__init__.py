"""The ledger: one append-only record of every state change, tamper-evident and yet erasable.

`record()` writes an event in the transaction of its change. `sequencer` later gives each committed event a
gapless position and links it into a hash chain; `verification` proves the chain; `redaction` forgets people.
"""

from anxin.kernel.events.event import Event, Personal, registered
from anxin.kernel.events.handling import EventMeta, subscribe
from anxin.kernel.events.naming import name_fields
from anxin.kernel.events.reading import RecordedEvent, happened_to, of_case, since
from anxin.kernel.events.recording import Entry, new_case, new_cases, record, record_all
from anxin.kernel.events.redaction import redact

__all__ = [
    "Entry",
    "Event",
    "EventMeta",
    "Personal",
    "RecordedEvent",
    "happened_to",
    "name_fields",
    "new_case",
    "new_cases",
    "of_case",
    "record",
    "record_all",
    "redact",
    "registered",
    "since",
    "subscribe",
]
