"""Is a time that is named a time that is wished for? A purchase date, a habit or opening hours are not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from ..clauses import Clause, clause_at
from ..rules import rules
from .model import Hours, Wish, day_of

_BOOK = rules("time_meant")
_FILLING = re.compile(r"[\s的,。!?吧呢啊哦就是那嗯好行之间左右前后大概都可以最约]")


def says_no_more(text: str, wishes: Sequence[Wish]) -> bool:
    """Whether a message is nothing but times: it answers the question when somebody may come."""
    for wish in wishes:
        text = text.replace(text[wish.start : wish.end], " " * (wish.end - wish.start))
    return not _FILLING.sub("", text)


def refused(text: str, parts: list[Clause], hours: Hours) -> bool:
    """Hours of a day taken back at once: "今天上午来不及, 下午行", "明天10点的会"."""
    after = text[hours.end : max(hours.end, parts[clause_at(parts, hours.start)].end)]
    return bool(_BOOK["refused"].match(after) or _BOOK["not_wish_after"].match(after))


def excepted(text: str, hours: Hours) -> bool:
    """Hours a day is free but for: "后天除了中午都在"."""
    return bool(_BOOK["excepted"].search(text[: hours.start]))


def is_meant(text: str, parts: list[Clause], wish: Wish, now: datetime, alone: bool) -> bool:
    """Whether the words around a time ask for it. A time that is over cannot be wished for; one in a message that
    says no more is."""
    if all(_over(interval.end, now) for interval in wish.intervals):
        return False
    i = clause_at(parts, wish.start)
    clause = parts[i]
    before, after = text[clause.start : wish.start], text[wish.end : max(clause.end, wish.end)]
    if _BOOK["refused"].match(after) or _BOOK["refused_before"].search(before):
        return False
    if _BOOK["not_wish_after"].match(after):
        return False
    if _BOOK["not_wish_before"].search(before) and not _BOOK["free_after"].match(after):
        return False
    around = clause.text
    if _BOOK["given_up"].match(after) and _BOOK["gives_up"].search(around):
        return False
    if _BOOK["wish"].search(around):
        return not _BOOK["asked_back"].search(around)
    if _BOOK["not_wish"].search(around):
        return False
    if not _all_ahead(wish, now) and _BOOK["fault"].search(around):
        return False
    near = "".join(p.text for p in parts[max(0, i - 1) : i + 2] if p.sentence == clause.sentence)
    future = wish.dated and _all_ahead(wish, now)
    future = future or bool(_BOOK["calendar_day"].match(text, wish.start))
    return future or alone or bool(_BOOK["wish"].search(near))


def _all_ahead(wish: Wish, now: datetime) -> bool:
    return all(day_of(interval.start) > now.date() for interval in wish.intervals)


def _over(end: date, now: datetime) -> bool:
    return end < now if isinstance(end, datetime) else end < now.date()
