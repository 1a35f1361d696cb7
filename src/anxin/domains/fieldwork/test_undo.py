"""Taking back an acceptance and a choice of engineer."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import transaction

from anxin.domains.fieldwork import selectors, services
from anxin.domains.fieldwork import testing as make
from anxin.domains.fieldwork.models import Visit, WorkOrder
from anxin.domains.fieldwork.testing import House
from anxin.domains.people import testing as staff
from anxin.domains.processes import public as processes
from anxin.kernel import clock, events, undo
from anxin.kernel.errors import Conflict

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> Iterator[House]:
    with clock.frozen(make.MORNING):
        yield make.house()


def done(order: WorkOrder) -> set[str]:
    return set(processes.run_card(order.case_id, order.pk).done)


def state(order: WorkOrder, name: str) -> tuple[str, int]:
    found = next(c for c in processes.clocks_of(order.case_id) if c.name == name and c.order_id == order.pk)
    return found.state, found.used_s


def test_an_acceptance_undone_lets_the_clock_run_on_and_may_be_given_again(house: House) -> None:
    order = make.opened(house)
    with clock.frozen(make.MORNING + timedelta(minutes=5)):
        _, token = services.accept_undoable(actor=house.clerk, order_id=order.pk)
        assert state(order, "accept")[0] == "kept"
        undo.redeem(house.clerk, UUID(token))
    order.refresh_from_db()
    assert (order.status, order.outlet, "outlet_accepted" in done(order)) == ("offered", house.outlet, False)
    with clock.frozen(make.MORNING + timedelta(minutes=10)):
        assert state(order, "accept") == ("running", 600)
        services.accept(actor=house.clerk, order_id=order.pk)
    order.refresh_from_db()
    assert order.status == "accepted"


def test_a_first_choice_undone_takes_the_order_from_the_engineer(house: House) -> None:
    order = make.opened(house)
    services.accept(actor=house.clerk, order_id=order.pk)
    _, token = services.assign_undoable(actor=house.clerk, order_id=order.pk, engineer_id=house.engineer.pk)
    assert selectors.orders(house.worker, "order.see").exists()
    undo.redeem(house.clerk, UUID(token or ""))
    order.refresh_from_db()
    assert (order.status, selectors.open_visit(order)) == ("accepted", None)
    assert "engineer_assigned" not in done(order)
    assert not selectors.orders(house.worker, "order.see").exists()
    assert [e.name for e in events.of_case(order.case_id)][-2:] == ["VisitWithdrawn", "CheckTakenBack"]
    again = services.assign(actor=house.clerk, order_id=order.pk, engineer_id=house.engineer.pk)
    assert again.sequence == 2


def test_another_engineer_undone_gives_the_first_one_back(house: House) -> None:
    first = make.assigned(house)
    other = staff.engineer(house.outlet)
    staff.shifts(other.pk, days=5)
    order, token = services.assign_undoable(
        actor=house.clerk, order_id=first.order_id, engineer_id=other.pk, reason="路近"
    )
    undo.redeem(house.clerk, UUID(token or ""))
    visit = selectors.open_visit(order)
    assert visit is not None and visit.engineer_id == house.engineer.pk
    assert {"outlet_accepted", "engineer_assigned"} <= done(order)


def test_once_the_customer_was_called_the_choice_stands(house: House) -> None:
    order = make.opened(house)
    services.accept(actor=house.clerk, order_id=order.pk)
    _, token = services.assign_undoable(actor=house.clerk, order_id=order.pk, engineer_id=house.engineer.pk)
    services.log_contact(actor=house.worker, order_id=order.pk, result="reached", verb="visit.work")
    with pytest.raises(Conflict), transaction.atomic():
        undo.redeem(house.clerk, UUID(token or ""))
    order.refresh_from_db()
    assert order.status == "contacted"


def other_outlet(house: House) -> staff.OrgUnit:
    """A second outlet that may do the same, asked after the first."""
    other = staff.outlet("城东网点", parent=house.centre)
    staff.authorisation(other, make.AREA, rank=2)
    return other


def accepted(house: House) -> WorkOrder:
    order = make.opened(house)
    services.accept(actor=house.clerk, order_id=order.pk)
    order.refresh_from_db()
    return order


def test_an_outlet_asked_by_hand_is_asked_no_longer_and_the_first_one_again(house: House) -> None:
    order = make.opened(house)
    other = other_outlet(house)
    _, token = services.offer_undoable(actor=house.dispatcher, order_id=order.pk, outlet_id=other.pk, reason="更近")
    assert undo.redeem(house.dispatcher, UUID(token)) == "order.offer"
    order.refresh_from_db()
    assert (order.status, order.outlet) == ("offered", house.outlet)
    assert list(order.offers.order_by("offered_at", "id").values_list("answer", flat=True)) == ["none", "withdrawn"]
    assert selectors.orders(house.clerk, "order.accept").exists()
    assert events.of_case(order.case_id)[-1].name == "OfferUndone"
    services.accept(actor=house.clerk, order_id=order.pk)


def test_a_return_undone_leaves_the_order_its_engineer_its_window_and_its_clocks(house: House) -> None:
    visit = make.agreed(house)
    order = visit.order
    order.refresh_from_db()
    before = (order.status, order.outlet_id, order.window_start, done(order), state(order, "arrive"))
    _, token = services.return_undoable(actor=house.clerk, order_id=order.pk, reason="too_far", note="")
    assert not selectors.orders(house.clerk, "order.see").exists()
    undo.redeem(house.clerk, UUID(token))
    order.refresh_from_db()
    visit.refresh_from_db()
    assert (order.status, order.outlet_id, order.window_start, done(order), state(order, "arrive")) == before
    assert (visit.status, visit.outcome, visit.ended_at) == ("planned", "", None)
    assert selectors.orders(house.worker, "visit.work").exists()
    assert [e.name for e in events.of_case(order.case_id)][-2:] == ["BranchTakenBack", "ReturnUndone"]


def test_a_return_stands_once_the_next_outlet_has_answered(house: House) -> None:
    order = accepted(house)
    other = other_outlet(house)
    order, token = services.return_undoable(actor=house.clerk, order_id=order.pk, reason="too_far")
    assert order.outlet_id == other.pk
    services.accept(actor=staff.staff("clerk", other), order_id=order.pk)
    with pytest.raises(Conflict, match=r"error\.undo_changed_since"), transaction.atomic():
        undo.redeem(house.clerk, UUID(token))
    order.refresh_from_db()
    assert (order.status, order.outlet_id) == ("accepted", other.pk)


def test_a_return_stands_when_the_engineers_time_was_given_away(house: House) -> None:
    visit = make.agreed(house)
    _, token = services.return_undoable(actor=house.clerk, order_id=visit.order_id, reason="too_far")
    second = make.assigned(house)
    Visit.objects.filter(pk=second.pk).update(window_start=visit.window_start, window_end=visit.window_end)
    with pytest.raises(Conflict, match=r"order\.time_taken"), transaction.atomic():
        undo.redeem(house.clerk, UUID(token))
    visit.refresh_from_db()
    assert visit.status == "cancelled"


def test_a_cancellation_undone_lets_every_clock_run_on(house: House) -> None:
    order = accepted(house)
    clocks = {c.name: c.state for c in processes.clocks_of(order.case_id) if c.order_id == order.pk}
    _, token = services.cancel_undoable(actor=house.dispatcher, order_id=order.pk, reason="打错了")
    assert {c.state for c in processes.clocks_of(order.case_id) if c.order_id == order.pk} == {"kept", "cancelled"}
    undo.redeem(house.dispatcher, UUID(token))
    order.refresh_from_db()
    assert (order.status, order.closed_at, order.outlet) == ("accepted", None, house.outlet)
    assert {c.name: c.state for c in processes.clocks_of(order.case_id) if c.order_id == order.pk} == clocks
    assert processes.open_orders(order.case_id)
    services.assign(actor=house.clerk, order_id=order.pk, engineer_id=house.engineer.pk)


def test_after_a_minute_a_cancellation_stands(house: House) -> None:
    order = accepted(house)
    _, token = services.cancel_undoable(actor=house.dispatcher, order_id=order.pk, reason="打错了")
    late = clock.frozen(clock.now() + timedelta(seconds=61))
    with late, pytest.raises(Conflict, match=r"error\.undo_too_late"), transaction.atomic():
        undo.redeem(house.dispatcher, UUID(token))
    order.refresh_from_db()
    assert order.status == "cancelled"
