"""A customer asked to be forgotten after having answered."""

import pytest

from anxin.domains.customers import testing as customers
from anxin.domains.feedback import services
from anxin.domains.feedback.models import CallAttempt, Revisit
from anxin.domains.people import testing as people
from anxin.domains.tickets import testing as tickets
from anxin.kernel import links
from anxin.kernel.errors import NotFound
from anxin.kernel.events.handling import deliver_due

pytestmark = pytest.mark.django_db


def test_comment_and_notes_go_the_mark_stays() -> None:
    ticket = tickets.ticket()
    revisit = services.send_revisit(ticket_id=ticket.pk)
    token = services.rating_path(revisit).removeprefix("/r/")
    CallAttempt.objects.create(
        revisit=revisit, by_id=people.user().id, at=revisit.sent_at, result="no_answer", note="邻居接的"
    )
    Revisit.objects.filter(pk=revisit.pk).update(csat=5, comment="谢谢陈师傅，我是周敏")
    customers.erased(ticket.customer_id)
    while deliver_due():
        pass
    kept = Revisit.objects.get(pk=revisit.pk)
    assert (kept.csat, kept.comment, kept.calls.get().note) == (5, "", "")
    with pytest.raises(NotFound):
        links.read(services.LINK, token)
