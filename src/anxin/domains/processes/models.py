"""What a case must pass and the clocks that run on it. All due times are projections of the rows beside them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from anxin.kernel.ids import new_id
from anxin.kernel.privacy import Privacy


class ProcessVersion(models.Model):
    """The process a run was started under, kept as it was: the definition of one order type, flattened."""

    PRIVACY: ClassVar = dict.fromkeys(("order_type", "digest", "document"), Privacy.PLAIN)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    order_type = models.CharField(max_length=32)
    digest = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the document")
    document = models.JSONField()

    def __str__(self) -> str:
        return f"{self.order_type} {self.digest[:8]}"


class CalendarVersion(models.Model):
    """A calendar as it was when somebody promised by it; its key ("service@1a2b3c4d/Asia/Shanghai") says all."""

    PRIVACY: ClassVar = dict.fromkeys(("key", "document"), Privacy.PLAIN)

    key = models.CharField(max_length=100, primary_key=True)
    document = models.JSONField()

    def __str__(self) -> str:
        return self.key


class Run(models.Model):
    """A case, or one work order of it, on its way through a process. `subject` is what people open to see it."""

    class State(models.TextChoices):
        OPEN = "open"
        FINISHED = "finished"
        CANCELLED = "cancelled"

    PRIVACY: ClassVar = dict.fromkeys(("order_type", "facts", "zone", "subject_type", "stage"), Privacy.PLAIN)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case_id = models.UUIDField(db_index=True)
    order_id = models.UUIDField(null=True, help_text="none = the case itself")
    subject_type = models.CharField(max_length=20)
    subject_id = models.UUIDField()
    order_type = models.CharField(max_length=32)
    process = models.ForeignKey(ProcessVersion, models.PROTECT, related_name="runs", db_index=False)
    facts = models.JSONField(default=dict, help_text="dimension → value, what promises match")
    zone = models.CharField(max_length=40, default="Asia/Shanghai")
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    # What it passed and waits for by itself; projections, so that a case is read without its checks and clocks.
    own_stage = models.PositiveSmallIntegerField(default=0, help_text="first stage with a check of its own missing")
    own_clock = models.UUIDField(null=True, help_text="its open clock with the earliest target")
    own_target_at = models.DateTimeField(null=True)
    paused_ever = models.BooleanField(default=False)
    reagreed_ever = models.BooleanField(default=False)
    # Of the case's own run, for lists: the stage it stands at and its most urgent clock.
    stage = models.CharField(max_length=16, blank=True)
    stage_since = models.DateTimeField(null=True)
    urgent_clock = models.UUIDField(null=True, help_text="the open clock with the earliest target")
    target_at = models.DateTimeField(null=True, help_text="that clock's target")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("case_id", "order_id"), name="run_once", nulls_distinct=False),
            models.CheckConstraint(condition=Q(state="open", ended_at=None) | ~Q(state="open"), name="run_ended_at"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["target_at"], condition=Q(state="open", order_id=None), name="run_target"),
        ]

    def __str__(self) -> str:
        return f"{self.order_type} {self.id}"


class Check(models.Model):
    """A check satisfied, by whom, on what evidence; a branch may undo it, the row stays."""

    PRIVACY: ClassVar = dict.fromkeys(("code", "evidence"), Privacy.PLAIN)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    run = models.ForeignKey(Run, models.CASCADE, related_name="checks")
    code = models.CharField(max_length=32)
    at = models.DateTimeField()
    evidence = models.JSONField(default=list, help_text="[{kind, ref}]")
    actor_id = models.UUIDField(null=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("run", "code"), condition=Q(undone_at=None), name="check_once"),
        ]


class Clock(models.Model):
    """One clock of a run. Its facts are `marks` and `told`; what follows from `state` down is read from them."""

    class State(models.TextChoices):
        WAITING = "waiting"
        RUNNING = "running"
        PAUSED = "paused"
        KEPT = "kept"
        BREACHED = "breached"
        CANCELLED = "cancelled"

    PRIVACY: ClassVar = dict.fromkeys(("name", "marks", "told", "source", "ladder", "told_steps"), Privacy.PLAIN)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    run = models.ForeignKey(Run, models.CASCADE, related_name="clocks", db_index=False)
    name = models.CharField(max_length=24)
    round = models.PositiveSmallIntegerField(default=1, help_text="2 = on the second visit")
    marks = models.JSONField(default=list, help_text="[{kind, at, evidence}]")
    told = models.JSONField(default=list, help_text="promises told: [{key, source, calendar, allowed_s, due}]")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    started_at = models.DateTimeField(null=True)
    stopped_at = models.DateTimeField(null=True)
    source = models.CharField(max_length=40, blank=True, help_text="source of the promise that binds")
    original_due_at = models.DateTimeField(null=True, help_text="as if nothing had paused")
    due_at = models.DateTimeField(null=True, help_text="what was promised, with believed pauses")
    agreed_due_at = models.DateTimeField(null=True, help_text="what the customer agreed to later")
    target_at = models.DateTimeField(null=True, help_text="agreed, else due")
    allowed_s = models.PositiveIntegerField(null=True)
    kept = models.BooleanField(null=True, help_text="against due_at")
    kept_agreed = models.BooleanField(null=True, help_text="against agreed_due_at")
    ladder = models.JSONField(default=list, help_text="[[step, instant]]")
    told_steps = models.JSONField(default=list, help_text="steps already told")
    next_step_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["run", "name", "round"]
        constraints: ClassVar = [models.UniqueConstraint(fields=("run", "name", "round"), name="clock_once")]
        indexes: ClassVar = [
            models.Index(fields=["next_step_at"], condition=Q(next_step_at__isnull=False), name="clock_next_step"),
            models.Index(fields=["target_at"], condition=Q(state__in=["running", "paused"]), name="clock_open"),
            models.Index(fields=["target_at"], condition=Q(state="breached", stopped_at=None), name="clock_over"),
        ]


class Pause(models.Model):
    """Somebody said a run's clocks must wait. Whether it is believed the engine decides, by the rules of the day."""

    PRIVACY: ClassVar = {
        **dict.fromkeys(("reason", "evidence"), Privacy.PLAIN),
        "note": Privacy.PERSONAL,
        "rejected_because": Privacy.PERSONAL,
    }

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    run = models.ForeignKey(Run, models.CASCADE, related_name="pauses")
    reason = models.CharField(max_length=32)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    evidence = models.JSONField(default=list)
    note = models.CharField(max_length=200, blank=True)
    author_id = models.UUIDField(null=True)
    recorded_at = models.DateTimeField()
    rejected_at = models.DateTimeField(null=True, blank=True)
    rejected_by = models.UUIDField(null=True)
    rejected_because = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering: ClassVar = ["since", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=models.F("since")), name="pause_in_order"),
            models.UniqueConstraint(
                fields=("run", "reason"), condition=Q(until=None, rejected_at=None), name="pause_open_once"
            ),
        ]


class Agreement(models.Model):
    """Another time the customer agreed to."""

    PRIVACY: ClassVar = dict.fromkeys(("clock", "evidence"), Privacy.PLAIN)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    run = models.ForeignKey(Run, models.CASCADE, related_name="agreements")
    clock = models.CharField(max_length=24)
    round = models.PositiveSmallIntegerField(default=1)
    at = models.DateTimeField()
    due_at = models.DateTimeField()
    evidence = models.JSONField(default=list)
    author_id = models.UUIDField(null=True)

    class Meta:
        ordering: ClassVar = ["at", "id"]


class Promise(models.Model):
    """Something a customer was told, by whom, until when. Never edited, never loosened; `kept` is its outcome."""

    PRIVACY: ClassVar = {
        **dict.fromkeys(("key", "source", "clock", "calendar", "by_kind"), Privacy.PLAIN),
        "by_name": Privacy.PERSONAL,
        "words": Privacy.PERSONAL,
    }

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    run = models.ForeignKey(Run, models.CASCADE, related_name="promises")
    clock = models.CharField(max_length=24)
    round = models.PositiveSmallIntegerField(default=1)
    key = models.CharField(max_length=60)
    source = models.CharField(max_length=40)
    by_kind = models.CharField(max_length=12)
    by_id = models.UUIDField(null=True)
    by_name = models.CharField(max_length=80, blank=True)
    words = models.CharField(max_length=200, blank=True, help_text="what was said, where a person said it")
    allowed_s = models.PositiveIntegerField(null=True)
    calendar = models.CharField(max_length=100, blank=True)
    due_at = models.DateTimeField(help_text="the instant told")
    told_at = models.DateTimeField()
    kept = models.BooleanField(null=True)

    class Meta:
        ordering: ClassVar = ["told_at", "id"]
        indexes: ClassVar = [models.Index(fields=["by_id", "told_at"], name="promise_by")]


class Replayed(models.Model):
    """Which version of each policy the open clocks were last read by."""

    PRIVACY: ClassVar = dict.fromkeys(("kind", "stamp"), Privacy.PLAIN)

    kind = models.CharField(max_length=60, primary_key=True)
    stamp = models.CharField(max_length=64)
