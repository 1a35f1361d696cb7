"""Taking back an acceptance and a choice of engineer."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import transaction

from anxin.domains.fieldwork import selectors, services
from anxin.domains.fieldwork import testing as make
from anxin.domains.fieldwork.models import WorkOrder
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
