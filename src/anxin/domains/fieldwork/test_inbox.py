"""Commands of a phone that was in the basement."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from anxin.domains.fieldwork import inbox, services
from anxin.domains.fieldwork import testing as make
from anxin.domains.fieldwork.inbox import Command
from anxin.domains.fieldwork.models import Device, FieldCommand, Visit
from anxin.domains.fieldwork.testing import House
from anxin.domains.people import testing as staff
from anxin.domains.processes import public as processes
from anxin.kernel import clock, events
from anxin.kernel.errors import Forbidden
from anxin.kernel.ids import new_id

pytestmark = pytest.mark.django_db
PHONE = new_id()
EVENING = make.MORNING + timedelta(hours=10)


@pytest.fixture(autouse=True)
def _morning() -> Iterator[None]:
    with clock.frozen(make.MORNING):
        yield


@pytest.fixture
def house() -> House:
    return make.house()


def command(visit: Visit, seq: int, kind: str, at: datetime, **args: Any) -> Command:
    return Command(id=new_id(), seq=seq, visit_id=visit.pk, kind=kind, at=at, args=args)


def send(house: House, *commands: Command, sent_at: datetime | None = None, device: UUID = PHONE) -> list[str]:
    sent = sent_at or clock.now()
    taken = inbox.receive(actor=house.worker, device_id=device, sent_at=sent, commands=commands)
    return [one.result for one in taken]


def test_a_day_in_the_basement_arrives_in_the_evening_in_the_phones_order(house: House) -> None:
    visit = make.agreed(house)
    arrived = make.MORNING + timedelta(hours=2)
    home = visit.order.household
    assert home is not None
    day = [
        command(visit, 2, "arrive", arrived, lng=home.lng, lat=home.lat),
        command(visit, 1, "depart", arrived - timedelta(minutes=20)),
        command(visit, 3, "cause", arrived + timedelta(minutes=30), code="sensor_failed"),
    ]
    with clock.frozen(EVENING):
        assert send(house, *day) == ["applied", "applied", "applied"]
    visit.refresh_from_db()
    assert (visit.arrived_at, visit.distance_m) == (arrived, 0)
    assert processes.run_card(visit.order.case_id, visit.order_id).done["arrived"] == arrived
    assert FieldCommand.objects.get(kind="arrive").received_at == EVENING


def test_the_same_batch_twice_has_one_effect(house: House) -> None:
    visit = make.agreed(house)
    depart = command(visit, 1, "depart", make.MORNING)
    assert send(house, depart) == ["applied"]
    assert send(house, depart) == ["applied"]
    assert FieldCommand.objects.count() == 1


def test_a_wrong_clock_on_the_phone_is_corrected_by_the_time_of_sending(house: House) -> None:
    visit = make.agreed(house)
    wrong = timedelta(days=1)
    send(house, command(visit, 1, "depart", make.MORNING + wrong), sent_at=make.MORNING + wrong)
    visit.refresh_from_db()
    assert visit.departed_at == make.MORNING


def test_what_was_done_while_the_visit_was_held_is_a_conflict_and_what_came_after_is_evidence(house: House) -> None:
    colleague = staff.engineer(house.outlet)
    staff.shifts(colleague.pk)
    visit = make.agreed(house)
    with clock.frozen(make.MORNING + timedelta(hours=1)):
        services.assign(actor=house.clerk, order_id=visit.order_id, engineer_id=colleague.pk, reason="失联")
    with clock.frozen(EVENING):
        results = send(
            house,
            command(visit, 1, "depart", make.MORNING + timedelta(minutes=30)),
            command(visit, 2, "arrive", make.MORNING + timedelta(hours=2)),
        )
    assert results == ["conflict", "evidence_only"]
    kept = FieldCommand.objects.order_by("seq")
    assert [c.reason and c.reason["code"] for c in kept] == ["order.visit_ended", "order.not_held_then"]
    visit.refresh_from_db()
    assert (visit.status, visit.departed_at) == ("cancelled", None)


def test_one_refused_command_does_not_stop_the_next(house: House) -> None:
    visit = make.agreed(house)
    results = send(
        house,
        command(visit, 1, "complete", make.MORNING),
        command(visit, 2, "depart", make.MORNING),
        command(visit, 3, "dance", make.MORNING),
        command(visit, 4, "scan", make.MORNING),
    )
    assert results == ["conflict", "applied", "evidence_only", "conflict"]
    assert FieldCommand.objects.count() == 4


def test_another_engineers_visit_is_not_touched(house: House) -> None:
    visit = make.agreed(house)
    other = staff.engineer(house.outlet)
    from anxin.domains.people import public as people

    taken = inbox.receive(
        actor=people.actor_for(other.pk),
        device_id=new_id(),
        sent_at=clock.now(),
        commands=[command(visit, 1, "depart", make.MORNING)],
    )
    assert taken[0].result == "evidence_only"
    visit.refresh_from_db()
    assert visit.status == "planned"


def test_a_visit_of_another_outlet_takes_no_word_and_tells_nothing(house: House) -> None:
    from anxin.domains.people import public as people

    visit = make.agreed(house)
    stranger = people.actor_for(staff.engineer(staff.outlet("别处")).pk)
    before = len(events.of_case(visit.order.case_id))
    theirs = command(visit, 1, "depart", make.MORNING)
    asked = [theirs, replace(theirs, id=new_id(), visit_id=new_id())]
    taken = inbox.receive(actor=stranger, device_id=new_id(), sent_at=clock.now(), commands=asked)
    assert [(one.result, one.reason and one.reason.code) for one in taken] == [("conflict", "order.no_such_visit")] * 2
    assert len(events.of_case(visit.order.case_id)) == before
    assert not FieldCommand.objects.exists()


def test_a_phone_belongs_to_one_engineer(house: House) -> None:
    inbox.enrol(actor=house.worker, device_id=PHONE)
    from anxin.domains.people import public as people

    with pytest.raises(Forbidden):
        inbox.enrol(actor=people.actor_for(staff.engineer(house.outlet).pk), device_id=PHONE)


def test_a_revoked_phone_reports_evidence_only(house: House) -> None:
    visit = make.agreed(house)
    inbox.enrol(actor=house.worker, device_id=PHONE)
    Device.objects.update(revoked_at=make.MORNING)
    assert send(house, command(visit, 1, "depart", make.MORNING)) == ["evidence_only"]
