"""What the class of an error says of its cause."""

import pytest

from anxin.kernel import i18n
from anxin.kernel.jobs.dead import cause_of


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        ("the worker died", "died"),
        ("smtplib.SMTPRecipientsRefused at smtplib.py:884", "refused"),
        ("smtplib.SMTPServerDisconnected at smtplib.py:398", "unreachable"),
        ("httpx.ConnectTimeout at http.py:3", "unreachable"),
        ("builtins.TimeoutError at socket.py:3", "unreachable"),
        ("builtins.ConnectionRefusedError at socket.py:3", "unreachable"),
        ("django.db.utils.OperationalError at sqlite3.py:3", "database"),
        ("anxin.kernel.outbound.models.OutboundMessage.DoesNotExist at query.py:3", "gone"),
        ("anxin.kernel.errors.NotFound at read.py:3", "gone"),
        ("builtins.ModuleNotFoundError at importlib.py:3", "unknown"),
        ("anxin.kernel.errors.Conflict at act.py:3", "rule"),
        ("builtins.ValueError at act.py:3", "fault"),
        ("", "fault"),
    ],
)
def test_the_class_of_an_error_says_what_was_wrong(error: str, cause: str) -> None:
    assert cause_of(error) == cause
    assert i18n.known(f"enum.job_error.{cause}")
