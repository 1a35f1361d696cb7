from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction

from anxin.kernel import clock, outbound
from anxin.kernel.errors import Invalid
from anxin.kernel.ids import new_id
from anxin.kernel.jobs.models import Job
from anxin.kernel.jobs.worker import Worker
from anxin.kernel.outbound.messages import send
from anxin.kernel.outbound.models import OutboundMessage, OutboundState
from anxin.kernel.outbound.providers import Smtp

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 7, 14, 4, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _noon() -> Iterator[None]:
    with clock.frozen(NOON):
        yield


def text(to: str = "13812345678", *, verified: bool = False) -> OutboundMessage:
    return outbound.sms(to=to, body="您的请求已收到。", purpose="acknowledge", verified=verified)


def test_a_message_is_sent_by_the_worker_once() -> None:
    row = text()
    Worker().run_once()
    row.refresh_from_db()
    assert (row.state, row.provider_id) == (OutboundState.SENT, f"simulated:{row.pk}")
    send.call(str(row.pk))
    assert OutboundMessage.objects.filter(sent_at=NOON).count() == 1


def test_a_rollback_sends_nothing() -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        text()
        raise RuntimeError
    assert not OutboundMessage.objects.exists() and not Job.objects.exists()


def test_a_stranger_cannot_be_flooded() -> None:
    states = [text().state for _ in range(5)]
    assert states == ["queued"] * 3 + ["withheld"] * 2
    assert Job.objects.count() == 3
    assert text("13900000000").state == "queued"
    with clock.frozen(NOON + timedelta(days=1, seconds=1)):
        assert text().state == "queued"


def test_a_verified_recipient_may_have_more() -> None:
    assert {text(verified=True).state for _ in range(30)} == {"queued"}
    assert text(verified=True).state == "withheld"


@pytest.mark.parametrize("field", ["to", "subject"])
def test_line_breaks_in_headers_are_refused(field: str) -> None:
    said = {"to": "a@b.example", "subject": "您的预约", field: "x\r\nBcc: all@b.example"}
    with pytest.raises(Invalid) as refused:
        outbound.mail(to=said["to"], subject=said["subject"], body="", purpose="t", verified=True)
    assert refused.value.code == "error.line_break_in_header"
    assert not OutboundMessage.objects.exists()


def test_what_it_is_about_is_kept() -> None:
    ticket = ("ticket", new_id())
    row = outbound.mail(to="a@b.example", subject="s", body="b", purpose="t", verified=True, about=ticket)
    assert OutboundMessage.objects.get(about_type="ticket", about_id=ticket[1]) == row


def test_mail_has_one_id_for_all_attempts_and_says_it_is_automatic() -> None:
    row = outbound.mail(to="a@b.example", subject="预约 confirmed", body="正文", purpose="t", verified=True)
    first, again = Smtp().compose(row), Smtp().compose(row)
    assert first["Message-ID"] == again["Message-ID"]
    assert str(row.pk) in first["Message-ID"]
    assert first["Auto-Submitted"] == "auto-generated"
    assert first["Subject"] == "预约 confirmed"
