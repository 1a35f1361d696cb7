"""Consents: given, withdrawn, never deleted (standard 125)."""

from __future__ import annotations

from uuid import UUID

from anxin.kernel import clock, events
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic

from ..events import ConsentGiven, ConsentWithdrawn
from ..models import Consent


@atomic
def give_consent(*, actor: Actor, customer_id: UUID, purpose: str, source: str, wording: str = "1") -> Consent:
    """Record a consent; one that lives already stays as it was."""
    consent, made = Consent.objects.get_or_create(
        customer_id=customer_id,
        purpose=purpose,
        withdrawn_at=None,
        defaults={"source": source, "wording": wording, "given_at": clock.now()},
    )
    if made:
        events.record(
            ConsentGiven(customer_id, purpose, source),
            actor=actor,
            subject=("customer", customer_id),
            case_id=customer_id,
        )
    return consent


@atomic
def withdraw_consent(*, actor: Actor, customer_id: UUID, purpose: str) -> bool:
    """Close the living consent; False when there was none."""
    living = Consent.objects.filter(customer_id=customer_id, purpose=purpose, withdrawn_at=None)
    if not living.update(withdrawn_at=clock.now()):
        return False
    events.record(
        ConsentWithdrawn(customer_id, purpose),
        actor=actor,
        subject=("customer", customer_id),
        case_id=customer_id,
    )
    return True
