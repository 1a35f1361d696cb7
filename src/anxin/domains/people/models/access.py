"""Who may log in, with which roles, and keys for programs."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from anxin.kernel.ids import new_id
from anxin.kernel.privacy import Privacy


class UserManager(BaseUserManager["User"]):
    """Finds users by the name they log in with, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(username=(username or "").casefold())


class User(AbstractBaseUser):
    """A member of staff (own or a partner's). Customers are no users: they come by OTP or signed link."""

    PRIVACY: ClassVar = {
        "username": Privacy.PLAIN,
        "password": Privacy.CONFIDENTIAL,
        "lang": Privacy.PLAIN,
        "density": Privacy.PLAIN,
        "name": Privacy.PERSONAL,
        "phone": Privacy.PERSONAL,
        "email": Privacy.PERSONAL,
    }

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    username = models.CharField(max_length=60, unique=True, help_text="case-folded")
    name = models.CharField(max_length=60)
    phone = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)
    lang = models.CharField(max_length=5, default="zh")
    density = models.CharField(max_length=12, default="comfortable")
    is_active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1)
    last_login = None  # Django's way to drop the column: the ledger knows log-ins

    objects = UserManager()
    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.username


class RoleAssignment(models.Model):
    """A role held at one node of the tree; the verbs of the role reach that node's subtree."""

    PRIVACY: ClassVar = {"role": Privacy.PLAIN}

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(User, models.CASCADE, related_name="assignments")
    role = models.CharField(max_length=32)
    org = models.ForeignKey("people.OrgUnit", models.PROTECT, related_name="assignments")

    class Meta:
        constraints = [models.UniqueConstraint(fields=("user", "role", "org"), name="assignment_once")]


class ApiKey(models.Model):
    """A program's key: acts for `user`, never beyond `scopes`. Only the hash of the secret is kept."""

    PRIVACY: ClassVar = {
        **dict.fromkeys(("name", "prefix", "scopes", "allow_from"), Privacy.PLAIN),
        "secret_hash": Privacy.CONFIDENTIAL,
    }

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=80)
    user = models.ForeignKey(User, models.CASCADE, related_name="api_keys")
    prefix = models.CharField(max_length=12, unique=True, help_text="public part, to find and to name the key")
    secret_hash = models.CharField(max_length=64, help_text="SHA-256 of a 256-bit random secret")
    scopes = models.JSONField(default=list, help_text="verbs, a subset of the user's")
    allow_from = models.JSONField(default=list, help_text="addresses or networks; empty = anywhere")
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("created_at")), name="api_key_expires_later"
            ),
        ]
