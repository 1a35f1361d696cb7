"""What takes the danger out of a sign. Each guard says why; a sign is harmless only if one of them fires.

A guard must see its own evidence. Doubt ("是不是漏气了") is no guard: who suspects a leak is in danger until
somebody has looked.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ..clauses import Clause
from ..rules import rules


@dataclass(frozen=True, slots=True)
class Sight:
    """A sign and what stands around it: its clause cut in two, the sentence before it, the clauses after."""

    rule: str
    sign: str
    text: str
    before: str
    after: str
    earlier: str
    later: str
    clause: Clause

    @property
    def sentence(self) -> str:
        return self.earlier + self.clause.text + self.later


_BOOK = rules("danger_guards")
_INSIDE = re.compile(
    r"(?:没有?|无|未|不)(?:有|会|再|被|曾|闻到|发现|见|怎么)?(?![停住断关拧上了开出掉起下紧严动泄跳降得是清稳拧灭少来去醒过脱着到回应成])"
    r"[^,停住断关严]{1,3}$"
)
"""A sign that holds its own "not": "摸着不麻", "电池没鼓", but not "关不严", "没关紧", "停不下来", "出不来"."""


_FAILS = re.compile(r"\.(?:unconscious|treated|car)$")
"""Signs whose "not" is the danger: "叫不醒", "不送气", "刹不住"."""


def _says(name: str, text: str) -> bool:
    return bool(_BOOK[name].search(text))


def _negated(sight: Sight) -> bool:
    if _INSIDE.search(sight.sign) and not _FAILS.search(sight.rule) and "又" not in sight.sign:
        return True
    if _says("denial", sight.before) and _says("denied", sight.after):
        return True
    if not _says("not", sight.before) or _says("not_really", sight.before):
        return False
    return not re.search(r"不是.{1,12}就是|不(?:停|断|住|时)[^,]{0,3}$", sight.clause.text)


def _over(sight: Sight) -> bool:
    rest = sight.after + sight.later
    if _says("before_over", sight.before) and not _says("again", sight.before + rest):
        return True
    over = _BOOK["over"].search(rest)
    if over and _says("over_weak", over.group()) and _says("recent", sight.earlier + sight.before):
        return False
    return over is not None and not _says("again", rest[over.end() :]) and not _says("again", sight.before)


def _past(sight: Sight) -> bool:
    rest = sight.after + sight.later
    told = sight.earlier + sight.before
    bought = _says("past", told) and _says("shopping", rest) and not _says("again", rest)
    if _says("now", sight.before + rest) and not _says("over", rest) and not bought:
        return False
    if _says("past", told) and _says("now", re.split(_BOOK["past"], told)[-1]):
        return False
    if _says("past", told) or _says("past", sight.after):
        return True
    return _says("past_weak", told) and "过" in sight.sign + sight.after[:3]


def _hypothetical(sight: Sight) -> bool:
    if _says("if_after", sight.after):
        return True
    told = _BOOK["if"].search(sight.earlier)
    if told and "就" in sight.earlier[told.end() :] and not _says("if", sight.before + sight.sign):
        return False
    return _says("if", sight.earlier + sight.before + sight.sign) and not _says("happening", sight.sentence)


def _worry(sight: Sight) -> bool:
    if _says("suspect", sight.before) or _says("asserted", sight.after):
        return False
    asked = sight.clause.asks or _says("asks", sight.after)
    return _says("worry", sight.before) or (asked and _says("ability", sight.before))


def _general(sight: Sight) -> bool:
    if _says("how_to", sight.before[-16:]):
        return True
    return (_says("about", sight.after) and not _says("own", sight.before)) or _says("about_question", sight.after)


def _told(sight: Sight) -> bool:
    told = _says("told", sight.earlier + sight.before) or _says("told", sight.after + sight.later[:12])
    return told and not _says("happening", sight.sentence) and not _says("own", sight.clause.text)


def _elsewhere(sight: Sight) -> bool:
    return _says("elsewhere", sight.after + sight.later)


def _tripped_only(sight: Sight) -> bool:
    return sight.rule.endswith(".trip") and _says("tripped_only", sight.sentence)


def _apart(sight: Sight) -> bool:
    return ".w" in sight.rule and _says("apart", sight.sentence)


def _compressed_air(sight: Sight) -> bool:
    return sight.rule.endswith(".gas_leak") and _says("compressed_air", sight.text) and not _says("fuel", sight.text)


GUARDS: tuple[tuple[str, Callable[[Sight], bool]], ...] = (
    ("negated", _negated),
    ("over", _over),
    ("past", _past),
    ("hypothetical", _hypothetical),
    ("worry", _worry),
    ("general", _general),
    ("told", _told),
    ("elsewhere", _elsewhere),
    ("tripped_only", _tripped_only),
    ("apart", _apart),
    ("compressed_air", _compressed_air),
)


def harmless(sight: Sight) -> str | None:
    """The name of the first guard that takes the danger out of a sign, or None."""
    return next((name for name, fires in GUARDS if fires(sight)), None)
