"""Django's sessions in the database; the one every request reads is asked for in SQL said once."""

from __future__ import annotations

from datetime import datetime

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet

from anxin.kernel import clock
from anxin.kernel.statements import prepared


@prepared
def _living(session_key: str, now: datetime) -> QuerySet[Session]:
    return Session.objects.filter(session_key=session_key, expire_date__gt=now)


class SessionStore(db.SessionStore):
    def _get_session_from_db(self) -> Session | None:
        found = _living(self.session_key, clock.real_now()) if self.session_key else []
        if not found:
            self._session_key = None
        return found[0] if found else None
