from typing import ClassVar

from django.db import models

from anxin.kernel.privacy import Privacy


class CreatedOnce(models.Model):
    """The answer to a creating request, kept so that a retry with the same key gets it again."""

    PRIVACY: ClassVar[dict[str, Privacy]] = {
        "key": Privacy.PLAIN,
        "request_hash": Privacy.PLAIN,
        "content_type": Privacy.PLAIN,
    }

    #: SHA-256 of actor or session, method, path and the caller's key.
    key = models.CharField(max_length=64, primary_key=True)
    request_hash = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField()
    content_type = models.CharField(max_length=80)
    body = models.BinaryField()  # holds what the caller was told; gone after a day, and with its customer
    about = models.UUIDField(null=True, db_index=True)
    created_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.key


class RateWindow(models.Model):
    """How often something was asked in the running window."""

    PRIVACY: ClassVar[dict[str, Privacy]] = {"key": Privacy.PLAIN}

    key = models.CharField(max_length=64, primary_key=True)
    started_at = models.DateTimeField()
    count = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.key}: {self.count}"
