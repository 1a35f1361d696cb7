"""F10: two dispatchers, one engineer, one hour. Exactly one wins; the others are told the state."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction

from anxin.domains.fieldwork import services
from anxin.domains.fieldwork import testing as make
from anxin.domains.fieldwork.models import Visit, WorkOrder
from anxin.domains.fieldwork.testing import House
from anxin.domains.people import testing as staff
from anxin.kernel import clock
from anxin.kernel.db import is_sqlite
from anxin.kernel.errors import Conflict

pytestmark = pytest.mark.django_db(transaction=True)
THREADS = 8


@pytest.fixture(autouse=True)
def _real_writers() -> None:
    """A database in memory has no file to lock: run with a test database in a file or on PostgreSQL."""
    if is_sqlite() and connection.is_in_memory_db():  # type: ignore[attr-defined]
        pytest.skip("needs writers that are processes or connections of their own")


@pytest.fixture(autouse=True)
def _no_memory_of_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """These tests commit and are flushed: what the process remembers of stored versions is gone by the next."""
    monkeypatch.setattr("anxin.domains.processes.services.running._stored", {})


@pytest.fixture(autouse=True)
def _morning() -> Iterator[None]:
    with clock.frozen(make.MORNING):
        yield


@pytest.fixture
def house() -> House:
    return make.house()


def at_once(work: Callable[[int], object]) -> list[object]:
    """Run `work(n)` in all threads from one starting shot; what each returned, or the Conflict it met."""
    start = threading.Barrier(THREADS)

    def run(n: int) -> object:
        try:
            with clock.frozen(make.MORNING):
                start.wait()
                return work(n)
        except Conflict as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(run, range(THREADS)))


def accepted(house: House) -> WorkOrder:
    order = make.opened(house)
    return services.accept(actor=house.clerk, order_id=order.pk)


def test_one_order_assigned_by_all_at_once_gets_one_engineer(house: House) -> None:
    engineers = [house.engineer.pk, *(_hired(house) for _ in range(THREADS - 1))]
    order = accepted(house)
    version = order.version
    told = at_once(
        lambda n: services.assign(actor=house.clerk, order_id=order.pk, engineer_id=engineers[n], version=version)
    )
    losers = [t for t in told if isinstance(t, Conflict)]
    winner = Visit.objects.get()
    assert len(losers) == THREADS - 1
    assert {loser.current["engineer_id"] for loser in losers} == {str(winner.engineer_id)}


def _hired(house: House) -> UUID:
    engineer = staff.engineer(house.outlet)
    staff.shifts(engineer.pk)
    hired: UUID = engineer.pk
    return hired


def test_one_hour_of_one_engineer_is_given_once(house: House) -> None:
    orders = [accepted(house) for _ in range(THREADS)]
    window = make.window(13)
    told = at_once(
        lambda n: services.assign(
            actor=house.clerk, order_id=orders[n].pk, engineer_id=house.engineer.pk, window=window
        )
    )
    assert sum(isinstance(t, Conflict) for t in told) == THREADS - 1
    assert Visit.objects.filter(window_start=window[0]).count() == 1


def test_the_last_place_of_a_slot_is_held_once(house: House) -> None:
    from anxin.domains.fieldwork import slots

    orders = [make.opened(house) for _ in range(THREADS)]
    start, end = make.window(13)
    told = at_once(lambda n: slots.hold(actor=house.dispatcher, order_id=orders[n].pk, start=start, end=end))
    assert sum(isinstance(t, Conflict) for t in told) == THREADS - 1


def test_postgresql_itself_refuses_an_overlap(house: House) -> None:
    if is_sqlite():
        pytest.skip("SQLite has one writer")
    visit = make.agreed(house, 13)
    other = make.assigned(house)
    with pytest.raises(IntegrityError, match="visit_no_overlap"), transaction.atomic():
        Visit.objects.filter(pk=other.pk).update(window_start=visit.window_start, window_end=visit.window_end)
