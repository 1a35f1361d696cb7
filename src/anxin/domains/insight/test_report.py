"""Figures: counted once, corrected, summed up the tree, seen only within reach."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from anxin.domains.people import testing as people
from anxin.kernel import clock
from anxin.kernel.errors import NotFound
from anxin.kernel.ids import new_id

from . import selectors, services
from .models import Outcome, Rollup
from .selectors import Period
from .services import Counted

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 7, 14, 4, tzinfo=UTC)
WEEK = Period(date(2026, 7, 8), date(2026, 7, 14))


def counted(
    org: UUID,
    value: int,
    *,
    measure: str = "csat",
    key: str = "",
    at: datetime = NOON,
    unit: UUID | None = None,
    order_type: str = "repair",
) -> None:
    services.count(Counted(measure, key or str(new_id()), value, org, new_id(), order_type, at, unit_id=unit))


def test_hearing_twice_counts_once_and_a_correction_moves_the_sum() -> None:
    org = people.outlet().id
    counted(org, 0, key="a")
    counted(org, 0, key="a")
    counted(org, 1, key="a")
    row = Rollup.objects.get()
    assert (row.n, row.total, Outcome.objects.count()) == (1, 1, 1)


def test_the_day_is_that_of_the_place() -> None:
    counted(people.outlet().id, 1, at=datetime(2026, 7, 13, 17, tzinfo=UTC))
    assert Rollup.objects.get().day == date(2026, 7, 14)


def test_a_repeat_takes_a_first_time_fix_back() -> None:
    org, unit = people.outlet().id, new_id()
    counted(org, 1, measure="first_time_fix", unit=unit)
    assert services.undo_first_time_fixes(unit_id=unit, since=NOON - timedelta(days=30), ticket_id=new_id()) == 1
    assert services.undo_first_time_fixes(unit_id=unit, since=NOON - timedelta(days=30), ticket_id=new_id()) == 0
    row = Rollup.objects.get()
    assert (row.n, row.total) == (1, 0)
    assert Outcome.objects.get().detail == "repeat"


def test_a_report_sums_up_the_tree_and_says_when_the_sample_is_small() -> None:
    centre = people.centre()
    one, two = people.outlet(parent=centre), people.outlet("城东网点", parent=centre)
    manager = people.staff("centre_manager", centre)
    with clock.frozen(NOON):
        for value in (1, 1, 0):
            counted(one.id, value)
        for _ in range(30):
            counted(two.id, 1)
        nodes = {node.name: node.figures["csat"] for node in selectors.report(manager, WEEK)}
    top, small, large = nodes[centre.name], nodes[one.name], nodes[two.name]
    assert (top.value, top.n, top.good) == (97.0, 33, True)
    assert (small.value, small.enough, small.good) == (66.7, False, None)
    assert (large.value, large.enough, large.good) == (100.0, True, True)
    assert top.trend[-1] == 97.0 and top.trend[0] is None


def test_another_centre_is_out_of_reach_in_figures_and_in_cases() -> None:
    mine, theirs = people.centre(), people.centre("上海服务中心")
    manager = people.staff("centre_manager", mine)
    with clock.frozen(NOON):
        counted(theirs.id, 0)
        with pytest.raises(NotFound):
            selectors.report(manager, WEEK, theirs.id)
        assert [n.figures["csat"].n for n in selectors.report(manager, WEEK)] == [0]
        assert not selectors.cases(manager, "csat", WEEK, theirs.id, missed=False).exists()


def test_the_cases_behind_a_figure_are_those_that_missed() -> None:
    centre = people.centre()
    manager = people.staff("centre_manager", centre)
    counted(centre.id, 0, key="bad")
    counted(centre.id, 1, key="good")
    assert [o.key for o in selectors.cases(manager, "csat", WEEK, centre.id, missed=True)] == ["bad"]
    assert selectors.cases(manager, "csat", WEEK, centre.id, missed=False).count() == 2
    with pytest.raises(NotFound):
        selectors.cases(manager, "made_up", WEEK, centre.id, missed=False)


def test_an_order_type_has_its_own_figures_and_cases() -> None:
    centre = people.centre()
    manager = people.staff("centre_manager", centre)
    with clock.frozen(NOON):
        counted(centre.id, 0, key="broken")
        counted(centre.id, 1, key="new", order_type="installation")
        (top,) = selectors.report(manager, WEEK, None, "installation")
        every = selectors.report(manager, WEEK)[0]
        company = selectors.company(WEEK, "installation")
    assert [(n.figures["csat"].value, n.figures["csat"].n) for n in (top, every)] == [(100.0, 1), (50.0, 2)]
    assert (company["csat"].value, company["csat"].n) == (100.0, 1)
    missed = selectors.cases(manager, "csat", WEEK, centre.id, missed=False, order_type="installation")
    assert [o.key for o in missed] == ["new"]


def test_the_period_before_is_as_long_and_counts_the_same_way() -> None:
    centre = people.centre()
    manager = people.staff("centre_manager", centre)
    with clock.frozen(NOON):
        for days, value in ((0, 1), (6, 0), (7, 1), (13, 1), (14, 0)):
            counted(centre.id, value, at=NOON - timedelta(days=days))
        figure = selectors.report(manager, WEEK)[0].figures["csat"]
    assert (figure.value, figure.before, figure.change, figure.n) == (50.0, 100.0, -50.0, 2)


def test_a_case_that_moves_takes_along_what_it_counted_for() -> None:
    centre = people.centre()
    outlet, ticket = people.outlet(parent=centre), new_id()
    services.count(Counted("opened", "k", 1, centre.id, ticket, "repair", NOON))
    services.move(ticket_id=ticket, measures=("opened",), org_id=outlet.id, order_type="rework")
    rows = Rollup.objects.order_by("n").values_list("org_id", "order_type", "day", "n", "total")
    day = date(2026, 7, 14)
    assert list(rows) == [(centre.id, "repair", day, 0, 0), (outlet.id, "rework", day, 1, 1)]


def test_what_came_back_leaves_the_sums_and_may_be_counted_on_another_day() -> None:
    centre = people.centre()
    services.count(Counted("closed", "k", 1, centre.id, new_id(), "repair", NOON))
    services.uncount("closed", "k")
    services.uncount("closed", "k")
    services.count(Counted("closed", "k", 1, centre.id, new_id(), "repair", NOON + timedelta(days=2)))
    assert list(Rollup.objects.order_by("day").values_list("day", "n", "total")) == [
        (date(2026, 7, 14), 0, 0),
        (date(2026, 7, 16), 1, 1),
    ]
