"""Times offered from shift capacity, held, booked; and the race for the last one."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from anxin.domains.fieldwork import public, services, slots
from anxin.domains.fieldwork import testing as make
from anxin.domains.fieldwork.models import Hold, Visit, WorkOrder
from anxin.domains.fieldwork.testing import House
from anxin.domains.people import testing as staff
from anxin.domains.processes import public as processes
from anxin.kernel import clock
from anxin.kernel.actor import Actor, ActorKind, Assurance
from anxin.kernel.errors import Conflict, NotFound

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _morning() -> Iterator[None]:
    with clock.frozen(make.MORNING):
        yield


@pytest.fixture
def house() -> House:
    return make.house(days=2)


def customer_of(order: WorkOrder) -> Actor:
    return Actor(kind=ActorKind.CUSTOMER, assurance=Assurance.VERIFIED, holds=frozenset({("order", order.pk)}))


def hours(order: WorkOrder) -> list[tuple[int, int]]:
    """Day from today and hour in Hangzhou of each slot."""
    today = clock.now().date()
    starts = [slot.start + timedelta(hours=8) for slot in public.offer(order.pk)]
    return [((start.date() - today).days, start.hour) for start in starts]


def test_windows_of_the_shift_with_an_hour_of_notice(house: House) -> None:
    order = make.opened(house)
    assert hours(order) == [(0, 10), (0, 13), (0, 15), (0, 17), (1, 8), (1, 10), (1, 13), (1, 15), (1, 17)]
    assert {slot.free for slot in public.offer(order.pk)} == {1}


def test_what_is_booked_is_offered_to_nobody_else(house: House) -> None:
    make.agreed(house, 13)
    assert (0, 13) not in hours(make.opened(house))


def test_a_booking_accepts_appoints_and_agrees(house: House) -> None:
    order = make.opened(house)
    customer = customer_of(order)
    start, end = make.window(13)
    held = public.hold(customer, order.pk, start, end)
    assert held.expires_at == make.MORNING + timedelta(minutes=15)
    visit = public.book(customer, held.pk)
    order.refresh_from_db()
    assert (order.status, visit.engineer_id, visit.window_start) == ("agreed", house.engineer.pk, start)
    done = processes.run_card(order.case_id, order.pk).done
    assert {"outlet_accepted", "engineer_assigned", "window_agreed"} <= set(done)
    assert "contacted" not in done  # a booking is no call


def test_two_customers_cannot_hold_the_same_hour_of_one_engineer(house: House) -> None:
    first, second = make.opened(house), make.opened(house)
    start, end = make.window(10)
    public.hold(customer_of(first), first.pk, start, end)
    with pytest.raises(Conflict) as refused:
        public.hold(customer_of(second), second.pk, start, end)
    assert refused.value.code == "order.slot_gone"
    assert Hold.objects.count() == 1
    with clock.frozen(make.MORNING + timedelta(minutes=15)):  # expired
        start, end = make.window(10)
        public.hold(customer_of(second), second.pk, start, end)


def test_an_expired_hold_books_nothing(house: House) -> None:
    order = make.opened(house)
    start, end = make.window(13)
    held = public.hold(customer_of(order), order.pk, start, end)
    with clock.frozen(make.MORNING + timedelta(minutes=15)), pytest.raises(Conflict) as refused:
        public.book(customer_of(order), held.pk)
    assert refused.value.code == "order.hold_expired"
    assert not Visit.objects.exists()


def test_choosing_another_time_lets_the_first_go(house: House) -> None:
    order = make.opened(house)
    for hour in (10, 13):
        public.hold(customer_of(order), order.pk, *make.window(hour))
    assert Hold.objects.filter(ended_at=None).count() == 1
    assert (0, 10) in hours(make.opened(house))


def test_only_the_windows_of_the_house_can_be_held(house: House) -> None:
    order = make.opened(house)
    with pytest.raises(Conflict):
        public.hold(customer_of(order), order.pk, *make.window(9, hours=8))
    assert not Hold.objects.exists()


def test_an_order_with_an_engineer_offers_his_times_only(house: House) -> None:
    colleague = staff.engineer(house.outlet)
    staff.shifts(colleague.pk, days=2)
    order = make.opened(house)
    assert {s.free for s in public.offer(order.pk)} == {2}
    services.accept(actor=house.clerk, order_id=order.pk)
    services.assign(actor=house.clerk, order_id=order.pk, engineer_id=house.engineer.pk)
    assert {s.free for s in public.offer(order.pk)} == {1}


def test_a_partner_outlet_that_plans_itself_must_accept_before_a_booking(house: House) -> None:
    house.outlet.own_planning = False
    house.outlet.save()
    order = make.opened(house)
    held = public.hold(customer_of(order), order.pk, *make.window(13))
    with pytest.raises(Conflict) as refused:
        public.book(customer_of(order), held.pk)
    assert refused.value.code == "order.not_yet_accepted"
    assert WorkOrder.objects.get(pk=order.pk).status == "offered"


def test_a_stranger_holds_nothing(house: House) -> None:
    order, other = make.opened(house), make.opened(house)
    with pytest.raises(NotFound):
        public.hold(customer_of(other), order.pk, *make.window(13))


def test_moving_an_agreed_time_is_a_rebooking(house: House) -> None:
    visit = make.agreed(house, 10)
    customer = customer_of(visit.order)
    held = public.hold(customer, visit.order_id, *make.window(15))
    assert slots.book_hold(actor=customer, hold_id=held.pk) == visit
    visit.refresh_from_db()
    assert visit.window_start == make.window(15)[0]
    arrive = [c for c in processes.clocks_of(visit.order.case_id) if c.name == "arrive"]
    assert arrive[0].agreed_due_at == make.window(15)[1]


def test_reading_five_days_takes_a_constant_number_of_queries(
    house: House, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    order = make.opened(house)
    for _ in range(3):
        staff.shifts(staff.engineer(house.outlet).pk, days=2)
    with django_assert_max_num_queries(18):
        public.offer(order.pk)
