"""Writes of conversations."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import QuerySet

from anxin.domains.conversations.cards import MessageCard
from anxin.domains.conversations.events import MessageSent
from anxin.domains.conversations.models import Message, Thread
from anxin.domains.conversations.selectors import card
from anxin.engines.language import mask
from anxin.kernel import clock, events
from anxin.kernel.actor import Actor, ActorKind
from anxin.kernel.db import atomic, store
from anxin.kernel.errors import Forbidden, Invalid
from anxin.kernel.statements import prepared, update

LONGEST = 4000


@atomic
def post(
    *,
    actor: Actor,
    case_id: UUID,
    subject: tuple[str, UUID],
    customer_id: UUID | None,
    text: str,
    visible: str = Message.Visible.CUSTOMER,
    files: Sequence[UUID] = (),
    new_case: bool = False,
    about: UUID | None = None,
) -> MessageCard:
    """Say something on a case, opening its thread with the first words (`new_case`: surely the first).

    `about` is the person to be forgotten with it, where that is not the thread's customer.

    Passwords and keys in the words are masked before they are stored.

    Raises Invalid for an empty or overlong text, Forbidden for a customer's internal note.
    """
    text = mask(text.strip())
    if not text or len(text) > LONGEST:
        raise Invalid("conversation.text_length", limit=LONGEST)
    if visible == Message.Visible.INTERNAL and actor.kind is ActorKind.CUSTOMER:
        raise Forbidden
    now = clock.now()
    thread = None if new_case else next(iter(_threads(case_id)), None)
    if thread is None:
        thread = store(Thread(case_id=case_id, customer_id=customer_id, opened_at=now, last_message_at=now))
    else:
        thread.last_message_at = now
        update(thread, "last_message_at")
    message = Message(
        thread=thread,
        author_kind=actor.kind,
        author_id=actor.id,
        author_name=actor.name,
        about=about or customer_id,
        visible=visible,
        text=text,
        files=[str(file) for file in files],
        sent_at=now,
    )
    store(message)
    sent = MessageSent(message.pk, thread.pk, actor.kind, visible, text)
    events.record(sent, actor=actor, subject=subject, case_id=case_id, about=about or customer_id)
    return card(message)


@prepared
def _threads(case_id: UUID) -> QuerySet[Thread]:
    return Thread.objects.filter(case_id=case_id)
