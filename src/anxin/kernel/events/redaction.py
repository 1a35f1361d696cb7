"""Forgetting a person: values and salts go, commitments stay, the chain still verifies."""

from uuid import UUID

from anxin.kernel import clock
from anxin.kernel.events.models import PersonalValue, Redaction


def redact(about: UUID, *, because: str) -> int:
    """Forget every personal value about `about`; returns how many. Must run inside a transaction."""
    values, _ = PersonalValue.objects.filter(about=about).delete()
    Redaction.objects.create(about=about, because=because, values=values, done_at=clock.real_now())
    return values
