"""Who can come and when, by the dispatch engine over the house's rows."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from anxin.domains.fieldwork import public
from anxin.domains.fieldwork import testing as make
from anxin.domains.fieldwork.models import Hold, WorkOrder
from anxin.domains.fieldwork.rules import Able, Excluded
from anxin.domains.fieldwork.testing import House
from anxin.domains.people import testing as staff
from anxin.kernel import clock
from anxin.kernel.errors import Conflict

pytestmark = pytest.mark.django_db
DOOR = (120.10, 30.28)


@pytest.fixture(autouse=True)
def _morning() -> Iterator[None]:
    with clock.frozen(make.MORNING):
        yield


@pytest.fixture
def house() -> House:
    return make.house(days=2)


def put(order: WorkOrder, lng: float | None, lat: float | None) -> WorkOrder:
    """The order with its household moved to a place, so that the road is known."""
    assert order.household is not None, "the builder gives it one"
    order.household.lng, order.household.lat = lng, lat
    order.household.save()
    return order


def judged(order: WorkOrder, hour: int) -> list[Able | Excluded]:
    found = public.explain(order.pk, make.window(hour))
    return [*found.able, *found.excluded]


def test_near_and_idle_engineers_come_first(house: House) -> None:
    far = staff.engineer(house.outlet, home=(120.20, 30.28))
    staff.shifts(far.pk, days=2)
    order = put(make.opened(house), *DOOR)
    near_one, far_one = judged(order, 10)
    assert isinstance(near_one, Able) and isinstance(far_one, Able)
    assert (near_one.id, near_one.travel_min, near_one.score) == (house.engineer.pk, 6, 6.0)
    assert (far_one.id, far_one.travel_min) == (far.pk, 86)  # 9.6 km as the crow flies by e-bike, there and back


def test_a_job_on_the_way_costs_its_detour_only(house: House) -> None:
    """Beside the visit at 13:00: three minutes to go on, instead of an hour and a half there and back."""
    put(make.agreed(house, 13).order, 120.30, 30.28)
    (able,) = judged(put(make.opened(house), 120.30, 30.28), 10)
    assert isinstance(able, Able)
    assert able.travel_min == 3
    assert [reason.code for reason in able.reasons] == ["order.qualified", "order.load", "order.extra_travel"]


def test_who_cannot_get_there_in_time_is_excluded_and_a_named_person_may_overrule(house: House) -> None:
    """108 minutes each way: at noon he could come, but not between a visit at ten and one at 13:00."""
    order, noon = put(make.opened(house), 120.35, 30.28), make.window(12, hours=1)
    assert [able.id for able in public.explain(order.pk, noon).able] == [house.engineer.pk]
    for hour in (10, 13):
        put(make.agreed(house, hour).order, *DOOR)
    found = public.explain(order.pk, noon)
    assert found.able == []
    (late,) = found.excluded
    assert (late.rule, late.reason.code, late.overridable) == ("route", "order.no_time", True)


def test_an_unknown_place_counts_as_an_hour_and_says_so(house: House) -> None:
    order = put(make.opened(house), None, None)
    (able,) = judged(order, 10)
    assert isinstance(able, Able)
    assert (able.score, able.travel_min, able.reasons[2].code) == (60.0, None, "order.travel_unknown")


def test_an_order_without_an_outlet_has_nobody(house: House) -> None:
    order = make.opened(house)
    WorkOrder.objects.filter(pk=order.pk).update(status=WorkOrder.Status.OPEN, outlet=None)
    found = public.explain(order.pk)
    assert (found.able, found.excluded, public.offer(order.pk)) == ([], [], [])


def test_coming_home_late_is_said(house: House) -> None:
    order = put(make.opened(house), 120.30, 30.28)
    (able,) = judged(order, 17)
    assert isinstance(able, Able)
    assert (able.reasons[-1].code, able.reasons[-1].params) == ("order.extra_overtime", {"minutes": 26})


def test_in_the_evening_the_day_in_general_is_meant_where_no_time_is_asked_for(house: House) -> None:
    order = put(make.opened(house), *DOOR)
    with clock.frozen(datetime(2026, 7, 14, 14, 30, tzinfo=UTC)):
        found = public.explain(order.pk)
    assert [able.id for able in found.able] == [house.engineer.pk]


def test_three_times_are_the_best_to_tell_one_of_each_day_first(house: House) -> None:
    order = put(make.opened(house), *DOOR)
    best = [slot for slot in public.offer(order.pk) if slot.best]
    assert len(best) == 3
    assert {slot.start.date() for slot in best} == {make.MORNING.date(), make.MORNING.date() + timedelta(days=1)}


def test_a_time_nobody_can_reach_is_not_offered_and_cannot_be_held(house: House) -> None:
    order = put(make.opened(house), 121.10, 30.28)  # over seven hours away by e-bike
    start, end = make.window(10)
    assert start not in {slot.start for slot in public.offer(order.pk)}
    with pytest.raises(Conflict) as refused:
        public.hold(house.dispatcher, order.pk, start, end)
    assert refused.value.code == "order.slot_gone"
    assert not Hold.objects.exists()


def test_the_hold_takes_the_engineer_whom_it_costs_least(house: House) -> None:
    far = staff.engineer(house.outlet, home=(120.20, 30.28))
    staff.shifts(far.pk, days=2)
    order = put(make.opened(house), 120.20, 30.28)
    held = public.hold(house.dispatcher, order.pk, *make.window(13))
    assert held.engineer_id == far.pk


def test_who_is_late_at_one_customer_is_still_judged(house: House) -> None:
    """The visit at nine has not begun at half past eleven: the day goes on from there."""
    put(make.agreed(house, 9).order, *DOOR)
    order = put(make.opened(house), *DOOR)
    with clock.frozen(make.MORNING + timedelta(hours=3)):
        soon = (clock.now() + timedelta(hours=1), clock.now() + timedelta(hours=3))
        found = public.explain(order.pk, soon)
    assert [able.id for able in found.able] == [house.engineer.pk]
