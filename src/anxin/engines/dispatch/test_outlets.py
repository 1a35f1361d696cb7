"""The outlet chosen, and why not the others."""

from dataclasses import replace

from anxin.engines.dispatch import Authorisation, Order, choose_outlet, say

CITY = ("GD", "SZ")
STREET = (*CITY, "NS", "YH")
ORDER = Order(STREET, "boiler", "repair", day=100)
MAIN = Authorisation("A", CITY, "boiler", None, (0, 200), quota=10)


def chosen(*table: Authorisation, **load: int) -> str | None:
    return choose_outlet(ORDER, table, load).outlet


def test_the_narrower_area_wins() -> None:
    assert chosen(MAIN, replace(MAIN, outlet="B", area=STREET)) == "B"


def test_main_before_backup_until_its_quota_is_full() -> None:
    backup = replace(MAIN, outlet="B", area=STREET, backup=True)
    assert chosen(MAIN, backup, A=9) == "A"
    assert chosen(MAIN, backup, A=10) == "B"


def test_equals_go_by_used_quota() -> None:
    assert chosen(MAIN, replace(MAIN, outlet="B", quota=20), A=3, B=5) == "B"


def test_every_refusal_says_why() -> None:
    table = (
        replace(MAIN, outlet="B", area=("BJ",)),
        replace(MAIN, outlet="C", category="fridge"),
        replace(MAIN, outlet="D", valid=(0, 99)),
        replace(MAIN, outlet="E", quota=0),
        replace(MAIN, outlet="F"),
    )
    choice = choose_outlet(ORDER, table, {}, closed=frozenset({"F"}))
    assert choice.outlet is None
    assert {row.outlet: row.reasons[0].code for row in choice.judged} == {
        "B": "not_authorised", "C": "not_authorised", "D": "authorisation_over", "E": "quota_full", "F": "closed",
    }  # fmt: skip


def test_an_outlet_with_one_line_that_fits_is_judged_by_it() -> None:
    choice = choose_outlet(ORDER, (replace(MAIN, category="fridge"), MAIN), {"A": 4})
    assert choice.outlet == "A"
    assert [say(r, "en") for r in choice.judged[0].reasons] == ["main outlet", "load 4 of 10"]
    assert [say(r, "zh") for r in choice.judged[0].reasons] == ["主责网点", "负荷 4/10"]
