"""Who is told what, once, and nobody else's inbox."""

from collections.abc import Iterator

import pytest
from django.test import Client

from anxin.domains.customers import testing as customers
from anxin.domains.fieldwork import testing as field
from anxin.domains.people import testing as people
from anxin.domains.tickets import testing as ticketing
from anxin.kernel import clock, policies
from anxin.kernel.actor import SYSTEM
from anxin.kernel.errors import NotFound
from anxin.kernel.events.handling import deliver_due
from anxin.kernel.events.models import Delivery
from anxin.kernel.http.taking import Taking
from anxin.kernel.outbound.models import OutboundMessage

from . import selectors, services
from .models import Notice

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> Iterator[field.House]:
    with clock.frozen(field.MORNING):
        yield field.house()


def heard() -> None:
    while deliver_due():
        pass


def purposes() -> list[str]:
    return list(OutboundMessage.objects.order_by("id").values_list("purpose", flat=True))


def test_a_case_tells_its_customer_and_the_people_who_must_act(house: field.House) -> None:
    field.agreed(house)
    heard()
    assert purposes() == ["notice.customer.opened", "notice.customer.window"]
    first = OutboundMessage.objects.order_by("id")[0]
    assert "/t/" in first.body
    assert [n.reason["code"] for n in selectors.visible_to(house.clerk)] == ["notice.order_offered"]
    assert [n.reason["code"] for n in selectors.visible_to(house.worker)] == ["notice.visit_given"]


def test_hearing_twice_tells_once(house: field.House) -> None:
    field.opened(house)
    heard()
    before = Notice.objects.count()
    Delivery.objects.filter(subscriber="notices.offered").update(state="pending")
    heard()
    assert Notice.objects.count() == before


def test_a_stranger_cannot_flood_a_number_but_the_house_can_still_reach_it(house: field.House) -> None:
    noted = customers.noted()
    for _ in range(6):
        made = ticketing.ticket(org_id=house.centre.pk, customer_id=noted.customer_id)
    heard()
    assert OutboundMessage.objects.exclude(state="withheld").count() == 3
    services.message(noted.customer_id, "notice.customer.answered", ticket_id=made.pk, by_house=True, number="1")
    assert OutboundMessage.objects.exclude(state="withheld").count() == 4


def test_ones_inbox_is_nobody_elses(house: field.House) -> None:
    field.opened(house)
    heard()
    notice = selectors.visible_to(house.clerk).get()
    stranger = people.staff("clerk")
    with pytest.raises(NotFound):
        services.mark_read(actor=stranger, notice_id=notice.pk)
    assert selectors.unread(house.clerk) == 1
    services.mark_read(actor=house.clerk, notice_id=notice.pk)
    assert selectors.unread(house.clerk) == 0


def test_a_solved_problem_is_asked_about_by_link(house: field.House) -> None:
    made = ticketing.solved(ticketing.ticket(org_id=house.centre.pk).pk)
    heard()
    asked = OutboundMessage.objects.get(purpose="notice.customer.revisit")
    assert "/r/" in asked.body
    assert asked.about_id == made.pk


def test_the_auditors_hear_who_took_too_many_rows(house: field.House) -> None:
    auditor = people.browser("auditor")
    policies.publish(SYSTEM, Taking(rows_a_file=1), effective_from=clock.now(), note="test")
    manager = people.staff("centre_manager", house.centre, name="方丽")
    for _ in range(2):
        ticketing.ticket(org_id=house.centre.pk)
    taken = people.api_key(manager, ["ticket.read", "ticket.export"])
    answer = Client().get("/api/tickets/export?format=csv", headers={"Authorization": f"Bearer {taken}"})
    assert answer.status_code == 200
    heard()
    (told,) = auditor.get("/api/notices").json()["items"]
    assert told["text"] == "方丽一次导出“服务请求” 2 行，上限 1 行"
    assert (told["object_type"], told["object_id"], told["urgent"]) == ("user", str(manager.id), True)
    assert Notice.objects.get(object_type="user").reason["params"] == {
        "what": "enum.what.tickets",
        "rows": 2,
        "limit": 1,
    }
    (row,) = auditor.get("/api/ledger/events?name=TooMuchTaken").json()["items"]
    assert (row["label"], row["actor_name"]) == ("拿走的太多", "方丽")
    assert [field["value"] for field in row["told"]] == ["服务请求", "一份文件的行数", "2", "1", "接口密钥"]
    assert auditor.get("/api/ledger/state").json()["alarms"] == 1
