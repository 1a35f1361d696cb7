"""The report against plain SQL over the rows the work left: it must be right, not only consistent with itself."""

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from anxin.domains.fieldwork import testing as fieldwork
from anxin.domains.people import testing as people
from anxin.domains.processes import testing as processes
from anxin.domains.tickets import public as ticketing
from anxin.domains.tickets import testing as tickets
from anxin.kernel import clock
from anxin.kernel.actor import SYSTEM, Actor
from anxin.kernel.events.handling import deliver_due

from . import selectors
from .selectors import Period

pytestmark = pytest.mark.django_db
MORNING = fieldwork.MORNING
DAYS = Period(MORNING.date() - timedelta(days=1), MORNING.date() + timedelta(days=9))

#: Every clock that has stopped or is broken, as the tables have it.
CLOCKS = """
SELECT name, COUNT(*), SUM(CASE WHEN stopped_at <= target_at THEN 1 ELSE 0 END)
FROM processes_clock
WHERE state <> 'cancelled' AND target_at IS NOT NULL AND (stopped_at IS NOT NULL OR target_at < %s)
GROUP BY name
"""


def deliver() -> None:
    while deliver_due():
        pass


def at(hours: float) -> Any:
    return clock.frozen(MORNING + timedelta(hours=hours))


@pytest.fixture
def manager() -> Actor:
    """A morning's work: a visit done, two answers (one late), one case nobody took, all told to the report."""
    with at(0):
        house = fieldwork.house()
        fieldwork.completed(house)
        quick, slow, forgotten = (tickets.ticket(org_id=house.centre.pk) for _ in range(3))
        agent = people.staff("agent", house.centre)
    with at(0.2):
        tickets.solved_by(agent, quick.pk)
    with at(3):
        tickets.solved_by(agent, slow.pk)
        deliver()
        for ticket in (quick, slow):
            ticketing.close(actor=SYSTEM, ticket_id=ticket.pk, evidence=[{"kind": "revisit", "ref": "x"}])
        tickets.archived()
        processes.escalated()
        deliver()
    assert forgotten.pk
    return people.staff("centre_manager", house.centre)


def test_clocks_by_name_and_in_all_are_what_the_rows_say(manager: Actor) -> None:
    with at(3):
        with connection.cursor() as cursor:
            cursor.execute(CLOCKS, [clock.now()])
            wanted = {name: (n, round(100 * kept / n, 1)) for name, n, kept in cursor.fetchall()}
        top = selectors.report(manager, DAYS)[0]
        told = {one.clock: (one.n, one.value) for one in selectors.clocks(manager, DAYS, top.org_id)}
    #: Of cases still open, a clock that stopped in time is counted when the case ends.
    assert told["human"] == wanted["human"] == (4, 25.0)
    assert {name: told[name] for name in ("revisit", "close", "complete")} == {
        name: wanted[name] for name in ("revisit", "close", "complete")
    }
    figure = top.figures["clocks_kept"]
    assert (figure.n, figure.value) == (
        sum(n for n, _ in told.values()),
        round(sum(n * value for n, value in told.values()) / sum(n for n, _ in told.values()), 1),
    )
    missed = selectors.cases(manager, "clocks_kept", DAYS, top.org_id, missed=True, detail="human")
    assert missed.count() == 3


def test_the_backlog_and_its_ages_are_the_open_rows(manager: Actor) -> None:
    with at(24 * 4):
        with connection.cursor() as cursor:
            cursor.execute("SELECT COUNT(*) FROM tickets_ticket WHERE status IN ('open', 'waiting')")
            (open_rows,) = cursor.fetchone()
        top, outlet = selectors.report(manager, DAYS)[:2]
    assert top.figures["backlog"].value == open_rows == 2
    assert (top.ages, outlet.ages) == ((0, 0, 2, 0), (0, 0, 1, 0))


def test_the_backlog_of_each_day_is_reckoned_back_from_the_open_rows(manager: Actor) -> None:
    with at(24 * 4):
        top, outlet = selectors.report(manager, DAYS)[:2]
    # The day before nothing was there; on the first day four came and two were solved; the outlet has one of those.
    assert top.figures["opened"].trend[:3] == (0.0, 4.0, 0.0)
    assert top.figures["closed"].trend[:3] == (0.0, 2.0, 0.0)
    assert top.figures["backlog"].trend[:3] == (0.0, 2.0, 2.0)
    assert (top.figures["backlog"].before, top.figures["backlog"].change) == (0.0, 2.0)
    assert outlet.figures["opened"].trend[1] == outlet.figures["backlog"].trend[1] == 1.0
    assert selectors.report(manager, DAYS, None, "installation")[0].figures["backlog"].trend[1] == 0.0


def test_opened_and_the_company_agree_with_the_rows(manager: Actor) -> None:
    with at(3):
        with connection.cursor() as cursor:
            cursor.execute("SELECT COUNT(*) FROM tickets_ticket")
            (opened,) = cursor.fetchone()
        top = selectors.report(manager, DAYS)[0]
        company = selectors.company(DAYS)
    assert top.figures["opened"].value == company["opened"].value == opened == 4
    assert company["clocks_kept"].value == top.figures["clocks_kept"].value


def test_ages_are_parted_at_one_three_and_seven_days() -> None:
    with clock.frozen(MORNING):
        found = selectors._ages([MORNING - timedelta(days=days) for days in (0, 1, 1.1, 3, 7, 7.1, 30)])
    assert Counter(dict(enumerate(found))) == Counter({0: 2, 1: 2, 2: 1, 3: 2})
