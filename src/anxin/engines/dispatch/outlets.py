"""`choose_outlet`: which partner outlet gets an order that its own desk will plan, and why not the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from anxin.engines.dispatch.result import Reason, reason


@dataclass(frozen=True, slots=True)
class Authorisation:
    """An outlet may take this category and order type in `area` (a prefix of province, city, district, street).

    `valid` are the first and last day, inclusive, as day numbers. `None` for category or type means every one.
    """

    outlet: str
    area: tuple[str, ...]
    category: str | None
    order_type: str | None
    valid: tuple[int, int]
    quota: int
    backup: bool = False


Rank = tuple[bool, bool, int, float, str]


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be given away: the full address path, category, type, and the day it is for."""

    address: tuple[str, ...]
    category: str
    order_type: str
    day: int


@dataclass(frozen=True, slots=True)
class Judged:
    """One outlet: whether it may take the order, and the reasons."""

    outlet: str
    able: bool
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """The outlet chosen (None = nobody may), and every outlet judged, best first."""

    outlet: str | None
    judged: tuple[Judged, ...]


def choose_outlet(
    order: Order, table: Sequence[Authorisation], load: Mapping[str, int], closed: frozenset[str] = frozenset()
) -> Choice:
    """Main before backup, then the narrowest area, then the least used quota, then the outlet's code.

    `load` is the number of orders each outlet already has for that day; an outlet at its quota is passed over.
    """
    judged: dict[str, tuple[Rank, Judged]] = {}
    for line in sorted(table, key=lambda a: (a.backup, -len(a.area), a.outlet)):
        found = _judge(order, line, load.get(line.outlet, 0), closed)
        rank = (not found.able, line.backup, -len(line.area), _used(line, load), line.outlet)
        if line.outlet not in judged or rank < judged[line.outlet][0]:
            judged[line.outlet] = (rank, found)
    rows = tuple(row for _, row in sorted(judged.values(), key=lambda pair: pair[0]))
    return Choice(next((row.outlet for row in rows if row.able), None), rows)


def _used(line: Authorisation, load: Mapping[str, int]) -> float:
    return load.get(line.outlet, 0) / line.quota if line.quota else 1.0


def _judge(order: Order, line: Authorisation, load: int, closed: frozenset[str]) -> Judged:
    """The first rule that excludes the outlet, or what speaks for it."""
    rule: Reason | None = None
    if not _covers(order, line):
        rule = reason("not_authorised")
    elif not line.valid[0] <= order.day <= line.valid[1]:
        rule = reason("authorisation_over")
    elif line.outlet in closed:
        rule = reason("closed")
    elif load >= line.quota:
        rule = reason("quota_full", quota=line.quota)
    if rule is not None:
        return Judged(line.outlet, False, (rule,))
    role = reason("backup_outlet" if line.backup else "main_outlet")
    return Judged(line.outlet, True, (role, reason("load", load=load, quota=line.quota)))


def _covers(order: Order, line: Authorisation) -> bool:
    return (
        order.address[: len(line.area)] == line.area
        and line.category in (None, order.category)
        and line.order_type in (None, order.order_type)
    )
