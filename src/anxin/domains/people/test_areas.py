"""Which outlet serves an order."""

from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from anxin.domains.people import public, services, testing
from anxin.kernel import clock
from anxin.kernel.actor import SYSTEM
from anxin.kernel.i18n import t

pytestmark = pytest.mark.django_db

AREA = "浙江省/杭州市/西湖区/文新街道"
NOON = datetime(2026, 7, 14, 4, 0, tzinfo=UTC)  # 12:00 at Hangzhou


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with clock.frozen(NOON):
        yield


def names(
    *,
    area: str = AREA,
    category: str = "ac",
    order_type: str = "repair",
    at: datetime = NOON,
    without: Collection[UUID] = (),
) -> list[str]:
    found = public.authorised_outlets(area, category, order_type, at, without=without)
    if not without:
        assert public.serving_outlet(area, category, order_type, at) == next((o.outlet_id for o in found), None)
    return [o.name for o in found]


def test_main_stands_before_backup_and_full_ones_last() -> None:
    main, backup, full = testing.outlet("主"), testing.outlet("备"), testing.outlet("满")
    testing.authorisation(backup, AREA, rank=2)
    testing.authorisation(main, AREA, daily_quota=5)
    taken = testing.authorisation(full, AREA, daily_quota=1)
    assert public.take_quota(taken.id, NOON)
    assert names() == ["主", "备", "满"]
    first, _, last = public.authorised_outlets(AREA, "ac", "repair", NOON)
    assert (first.rank, first.quota, first.used, first.full) == (1, 5, 0, False)
    assert (last.used, last.full) == (1, True)
    assert [reason.code for reason in last.reasons] == ["people.outlet_main", "people.quota_full"]
    assert [t(r.code, "en", **r.params) for r in first.reasons] == [
        f"Main outlet for {AREA}",
        "0 of 5 of today's quota used",
    ]


def test_narrower_area_wins_and_an_outlet_stands_once() -> None:
    city, street = testing.outlet("全市"), testing.outlet("文新")
    testing.authorisation(city, "浙江省/杭州市")
    testing.authorisation(city, "浙江省/杭州市/西湖区", rank=3)
    testing.authorisation(street, AREA)
    assert names() == ["文新", "全市"]
    # The city outlet's own narrowest line counts, although its wider one has the better rank.
    assert [option.rank for option in public.authorised_outlets(AREA, "ac", "repair", NOON)] == [1, 3]


def test_category_type_area_validity_and_refusals_exclude() -> None:
    outlet = testing.outlet("专修")
    line = testing.authorisation(outlet, AREA, category="ac", order_type="repair")
    assert names() == ["专修"]
    assert names(category="washer") == []
    assert names(order_type="installation") == []
    assert names(area="浙江省/杭州市/西湖区") == []
    assert names(without=[outlet.id]) == []
    services.end_authorisation(actor=SYSTEM, authorisation_id=line.id, last_day=date(2026, 7, 14))
    assert names(at=NOON.replace(hour=15, minute=59)) == ["专修"]  # 23:59 of the last day
    assert names(at=NOON.replace(hour=16)) == []  # midnight at Hangzhou


def test_last_place_of_a_quota_is_given_once() -> None:
    line = testing.authorisation(testing.outlet(), AREA, daily_quota=2)
    assert [public.take_quota(line.id, NOON) for _ in range(3)] == [True, True, False]
    public.give_back_quota(line.id, NOON)
    assert public.take_quota(line.id, NOON)
    assert public.take_quota(line.id, NOON + timedelta(hours=12))  # another day
    unlimited = testing.authorisation(testing.outlet(), AREA)
    assert all(public.take_quota(unlimited.id, NOON) for _ in range(3))
