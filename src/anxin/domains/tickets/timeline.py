"""A ticket's story: the ledger's events and what was said, in one order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib.auth import get_user_model
from ninja import Schema

from anxin.domains.conversations import public as conversations
from anxin.domains.desk import public as desk
from anxin.domains.people import public as people
from anxin.domains.tickets.models import Ticket
from anxin.kernel import events, files
from anxin.kernel.actor import Actor
from anxin.kernel.i18n import t

#: Event fields that hold a code, and the enum it is told by.
LABELS = {
    "check": "check",
    "branch": "branch",
    "clock": "clock",
    "tell": "role",
    "how": "solved_how",
    "order_type": "order_type",
    "channel": "channel",
}
HIDDEN = frozenset({"MessageSent"})  # told as the message itself


class Author(Schema):
    kind: str
    id: UUID | None
    name: str


class FileLine(Schema):
    """`mime` as sniffed, `name` as cleaned; both empty once the file was erased."""

    id: UUID
    name: str = ""
    mime: str = ""


class Entry(Schema):
    """One line: an event of the ledger, a message the customer reads, or a note of the staff."""

    id: UUID
    at: datetime
    kind: Literal["event", "message", "note"]
    name: str
    author: Author
    visible: str | None
    text: str
    files: list[FileLine]


def of(ticket: Ticket, actor: Actor) -> list[Entry]:
    """The whole story for somebody who may see the ticket; customers read no notes."""
    recorded = [event for event in events.of_case(ticket.case_id) if event.name not in HIDDEN]
    said = conversations.messages(ticket.case_id, internal=actor.is_staff)
    names = _names(event.actor_id for event in recorded)
    queues = desk.queue_names(
        {str(event.payload["queue"]) for event in recorded if "queue" in event.payload}, actor.lang
    )
    zone = ZoneInfo(people.org_card(ticket.org_id).timezone)
    lines = [_event(event, names, ticket, actor.lang, _Words(zone, queues)) for event in recorded]
    attached = attachments(said)
    lines += [_message(card, attached[card.id]) for card in said]
    return sorted(lines, key=lambda entry: (entry.at, entry.id))


def attachments(said: Sequence[conversations.MessageCard]) -> dict[UUID, list[FileLine]]:
    """What is attached to each message, in one query."""
    rows = files.known({file_id for card in said for file_id in card.files})
    cards = {pk: FileLine(id=pk, name=row.name, mime=row.mime) for pk, row in rows.items()}
    return {card.id: [cards.get(pk, FileLine(id=pk)) for pk in card.files] for card in said}


def _names(ids: Iterable[UUID | None]) -> dict[UUID, str]:
    wanted = {user_id for user_id in ids if user_id}
    return dict(get_user_model()._default_manager.filter(pk__in=wanted).values_list("pk", "name"))


def _event(event: events.RecordedEvent, names: dict[UUID, str], ticket: Ticket, lang: str, words: _Words) -> Entry:
    name = names.get(event.actor_id, "") if event.actor_id else ""
    if event.actor_kind == "customer":
        name = ticket.customer.name
    return Entry(
        id=event.id,
        at=event.occurred_at,
        kind="event",
        name=event.name,
        author=Author(kind=event.actor_kind, id=event.actor_id, name=name),
        visible=None,
        text=t(f"event.{event.name}", lang, **{k: words.of(k, v, event.name) for k, v in event.payload.items()}),
        files=[],
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """What an event's values are called: times in the zone of the place, queues by their names."""

    zone: ZoneInfo
    queues: Mapping[str, str]

    def of(self, field: str, value: Any, event: str) -> Any:
        if field == "due_at":
            return f"{datetime.fromisoformat(value).astimezone(self.zone):%m-%d %H:%M}"
        if field == "queue":
            return self.queues.get(value, value)
        if event == "ClockPaused" and field == "reason":
            return f"enum.pause_reason.{value}"
        return f"enum.{LABELS[field]}.{value}" if field in LABELS and value else value


def _message(card: conversations.MessageCard, attached: list[FileLine]) -> Entry:
    return Entry(
        id=card.id,
        at=card.sent_at,
        kind="message" if card.visible == "customer" else "note",
        name="",
        author=Author(kind=card.author_kind, id=card.author_id, name=card.author_name),
        visible=card.visible,
        text=card.text,
        files=attached,
    )
