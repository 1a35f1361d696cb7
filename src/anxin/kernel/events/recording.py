"""Writing events, in the transaction of the change they tell of."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F

from anxin.kernel import clock
from anxin.kernel.actor import Actor
from anxin.kernel.db import defer, store_values
from anxin.kernel.events.event import Event, commitment, dump, personal_fields
from anxin.kernel.events.handling import subscribers_of
from anxin.kernel.events.models import Case, Delivery, EventRecord, PersonalValue
from anxin.kernel.ids import new_id


@dataclass(frozen=True, slots=True)
class Entry:
    """One event with where it belongs. `about` is the person its personal fields describe."""

    event: Event
    subject: tuple[str, UUID]
    case_id: UUID
    about: UUID | None = None


#: Rows are written and not looked at again: their values suffice.
Values = dict[str, Any]
Made = tuple[Values, list[Values]]


def new_case(of: UUID | None = None) -> UUID:
    """Open a case and return its id. A lasting object (a user, a unit) is its own case: `of` gives its id."""
    opened = of or new_id()
    new_cases([opened])
    return opened


def new_cases(of: Sequence[UUID]) -> None:
    """Open the cases of many lasting objects at once: written with their events, and so with their numbers."""
    defer(_write, of)


def record(event: Event, *, actor: Actor, subject: tuple[str, UUID], case_id: UUID, about: UUID | None = None) -> UUID:
    """Append one event to its case; returns its id. Must run inside a transaction."""
    return record_all([Entry(event, subject, case_id, about)], actor=actor)[0]


def record_all(entries: Sequence[Entry], *, actor: Actor) -> list[UUID]:
    """Append events in the order given; returns their ids. Must run inside a transaction.

    They are written in one go before the transaction commits: a use-case that crosses many services takes the
    numbers of its case once. `reading` writes them earlier where somebody reads them back before the end.
    """
    assert connection.in_atomic_block, "an event is recorded in the transaction of its change"
    made = [_row(entry, actor) for entry in entries]
    defer(_write, made)
    return [row["id"] for row, _ in made]


def _write(items: Sequence[Made | UUID]) -> None:
    """Events, and the cases opened before them."""
    opened = [item for item in items if isinstance(item, UUID)]
    made = [item for item in items if not isinstance(item, UUID)]
    records = [row for row, _ in made]
    _number(records, opened)
    store_values(EventRecord, records)
    store_values(PersonalValue, [value for _, values in made for value in values])
    _owe(records)


def _number(records: Sequence[Values], opened: Sequence[UUID]) -> None:
    """Per-case numbers: one UPDATE per case takes them all; its row lock orders concurrent writers. Many lasting
    objects (an import of parts) take theirs together. A case opened just now is written with its last number."""
    wanted = dict.fromkeys(opened, 0)
    for row in records:
        wanted[row["case_id"]] = wanted.get(row["case_id"], 0) + 1
    store_values(Case, [{"id": case, "seq": wanted[case]} for case in opened])
    following = dict.fromkeys(opened, 0)
    known = {case: count for case, count in wanted.items() if case not in following}
    if len(known) < _TOGETHER:
        following |= {case: _advance(case, count) - count for case, count in sorted(known.items())}
    else:
        following |= _advance_together(known)
    for row in records:
        following[row["case_id"]] += 1
        row["case_seq"] = following[row["case_id"]]


def _advance(case_id: UUID, count: int) -> int:
    prepared = Case._meta.pk.get_db_prep_value(case_id, connection)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE kernel_case SET seq = seq + %s WHERE id = %s RETURNING seq", [count, prepared])
        row = cursor.fetchone()
    if row is None:
        raise Case.DoesNotExist(f"no case {case_id}")
    return int(row[0])


#: From so many cases on their numbers are taken in common statements.
_TOGETHER = 8
_AT_ONCE = 500


def _advance_together(wanted: dict[UUID, int]) -> dict[UUID, int]:
    """The last number of each case before its new events, by key in their order, so that no two writers wait for
    each other."""
    keys, before = sorted(wanted), dict[UUID, int]()
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        # The locks first, in order: an UPDATE of many takes them as it finds the rows.
        before |= Case.objects.filter(pk__in=some).order_by("pk").select_for_update().values_list("pk", "seq")
        for count in {wanted[key] for key in some}:
            alike = [key for key in some if wanted[key] == count]
            Case.objects.filter(pk__in=alike).update(seq=F("seq") + count)
    if missing := wanted.keys() - before.keys():
        raise Case.DoesNotExist(f"no case {min(missing)}")
    return before


def _row(entry: Entry, actor: Actor) -> Made:
    """An event's row, still without its number, and its personal values."""
    key, name, payload = new_id(), type(entry.event).__name__, dump(entry.event)
    values = []
    for field in personal_fields(name) & payload.keys():
        value: Any = payload[field]
        salt = secrets.token_bytes(16)
        payload[field] = commitment(salt, value)
        values.append({"event_id": key, "field": field, "salt": salt, "value": value, "about": entry.about})
    row = {
        "id": key,
        "name": name,
        "version": type(entry.event).version,
        "subject_type": entry.subject[0],
        "subject_id": entry.subject[1],
        "case_id": entry.case_id,
        "actor_kind": actor.kind,
        "actor_id": actor.id,
        "on_behalf_of": actor.on_behalf_of,
        "assurance": actor.assurance,
        "occurred_at": clock.now(),
        "recorded_at": clock.real_now(),
        "payload": payload,
        "position": None,
        "chain": None,
    }
    return row, values


def _owe(records: Sequence[Values]) -> None:
    due = clock.real_now()
    owed = [_delivery(row, name, due) for row in records for name in subscribers_of(row["name"], row["payload"])]
    store_values(Delivery, owed)
    transaction.on_commit(_wake, robust=True)


def _delivery(row: Values, subscriber: str, due: datetime) -> Values:
    return {
        "event_id": row["id"],
        "case_id": row["case_id"],
        "case_seq": row["case_seq"],
        "subscriber": subscriber,
        "state": Delivery.State.PENDING,
        "attempts": 0,
        "due_at": due,
        "error": "",
    }


def _wake() -> None:
    from anxin.kernel.events.handling import woken

    woken.set()
