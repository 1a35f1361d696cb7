from typing import ClassVar

from django.db import models

from anxin.kernel.ids import new_id
from anxin.kernel.privacy import Privacy


class Case(models.Model):
    """The thread events hang on (a ticket, a plan order, a chat); `seq` is the number of its last event."""

    PRIVACY: ClassVar[dict[str, Privacy]] = {}

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    seq = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.id)


class EventRecord(models.Model):
    """One event. `position` and `chain` are null until the sequencer has met it, then never change."""

    PRIVACY: ClassVar[dict[str, Privacy]] = {
        "name": Privacy.PLAIN,
        "subject_type": Privacy.PLAIN,
        "actor_kind": Privacy.PLAIN,
        "assurance": Privacy.PLAIN,
        "payload": Privacy.PLAIN,  # personal fields are commitments here; their values stand in PersonalValue
    }

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=80)
    version = models.PositiveSmallIntegerField(default=1)
    subject_type = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    case = models.ForeignKey(Case, models.PROTECT, related_name="events", db_index=False)
    case_seq = models.PositiveIntegerField()
    actor_kind = models.CharField(max_length=12)
    actor_id = models.UUIDField(null=True)
    on_behalf_of = models.UUIDField(null=True)
    assurance = models.CharField(max_length=12)
    occurred_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    payload = models.JSONField()
    position = models.PositiveBigIntegerField(null=True, unique=True)
    chain = models.BinaryField(max_length=32, null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "case_seq"], name="event_case_seq"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["subject_type", "subject_id"], name="event_subject"),
            models.Index(fields=["name", "occurred_at"], name="event_name_at"),
            models.Index(fields=["id"], name="event_unsequenced", condition=models.Q(position=None)),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.case_id}/{self.case_seq}"


class PersonalValue(models.Model):
    """A personal field's value and salt, apart from the ledger, so that both can be forgotten."""

    PRIVACY: ClassVar[dict[str, Privacy]] = {"field": Privacy.PLAIN, "value": Privacy.PERSONAL}

    event = models.ForeignKey(EventRecord, models.CASCADE, related_name="personal_values")
    field = models.CharField(max_length=60)
    salt = models.BinaryField(max_length=16)
    value = models.JSONField()
    #: The customer (or user) the value is about; who is erased takes it along.
    about = models.UUIDField(null=True, db_index=True)

    def __str__(self) -> str:
        return f"{self.event_id}.{self.field}"


class Delivery(models.Model):
    """One event owed to one subscriber."""

    class State(models.TextChoices):
        PENDING = "pending"
        DONE = "done"
        DEAD = "dead"

    PRIVACY: ClassVar[dict[str, Privacy]] = {"subscriber": Privacy.PLAIN, "error": Privacy.PLAIN}

    event = models.ForeignKey(EventRecord, models.CASCADE, related_name="deliveries", db_index=False)
    #: The event's place in its case, here once more so that the next due one is found in one index.
    case_id = models.UUIDField()
    case_seq = models.PositiveIntegerField()
    subscriber = models.CharField(max_length=80)
    state = models.CharField(max_length=8, choices=State, default=State.PENDING)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField()
    error = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["event", "subscriber"], name="delivery_once"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["due_at", "id"], name="delivery_due", condition=models.Q(state="pending")),
            models.Index(
                fields=["case_id", "subscriber", "case_seq"],
                name="delivery_order",
                condition=models.Q(state="pending"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subscriber} ← {self.event_id}"


class LedgerHead(models.Model):
    """The end of the chain (one row, locked by the sequencer)."""

    PRIVACY: ClassVar[dict[str, Privacy]] = {}

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    position = models.PositiveBigIntegerField(default=0)
    chain = models.BinaryField(max_length=32, default=bytes(32))

    def __str__(self) -> str:
        return str(self.position)


class Seal(models.Model):
    """A promise made at a time: up to `position` the chain is `chain`. The last one also stands in the anchor file."""

    PRIVACY: ClassVar[dict[str, Privacy]] = {}

    position = models.PositiveBigIntegerField(primary_key=True)
    chain = models.BinaryField(max_length=32)
    sealed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"seal at {self.position}"


class Redaction(models.Model):
    """Who was forgotten, when and why: replayed after a restore."""

    PRIVACY: ClassVar[dict[str, Privacy]] = {"because": Privacy.PLAIN}

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    about = models.UUIDField(db_index=True)
    because = models.CharField(max_length=200)
    values = models.PositiveIntegerField()
    done_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.about} ({self.values})"
