"""Addresses: regions from the gazetteer, then road, number, estate, building, room by their endings."""

from __future__ import annotations

import re
from functools import lru_cache

from ..regions import names
from ..rules import rules
from .found import Found

_BOOK = rules("addresses")
_NUMERAL = re.compile(r"[\d一二三四五六七八九十]")
_FLOOR = re.compile(r"第?[\d一二三四五六七八九十]+[楼层]")
"""A floor alone leads nobody to a door."""
_GAP = r"[\s,、]?"
_REGIONS = 3
"""Levels that may follow a first one: 浙江省 杭州市 余杭区 仓前街道."""


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    known = sorted(names(), key=lambda name: (-len(name), name))
    region = "|".join(map(re.escape, known))
    region = rf"(?:(?:中国)?(?:{region})(?:省|市|区|县)?)"
    start = re.compile(rf"{region}(?:{_GAP}{region}){{0,{_REGIONS}}}")
    piece, tail = _BOOK["piece"].pattern, _BOOK["tail"].pattern
    detail = rf"(?:(?:{piece}){_GAP}){{0,10}}(?:{tail})?"
    body = re.compile(rf"(?P<regions>(?:{region}{_GAP}){{0,{_REGIONS + 1}}})(?P<detail>{detail})")
    return start, body


def addresses(text: str) -> list[Found]:
    """Addresses to visit, in the text's words (the value is the span)."""
    region, body = _patterns()
    starts = {m.start() for m in region.finditer(text)} | {m.end() for m in _BOOK["start"].finditer(text)}
    found: list[Found] = []
    for at in sorted(starts):
        if found and at < found[-1].end:
            continue
        match = body.match(text, at)
        if match and match.end() > at and (end := _accepted(text, at, match)):
            found.append(Found(at, end, "address"))
    return found + [Found(m.start(), m.end(), "address.english") for m in _BOOK["english"].finditer(text)]


def _accepted(text: str, at: int, match: re.Match[str]) -> int:
    """Where the address ends, 0 if it is none."""
    end = at + len(match.group().rstrip(" ,、\n"))
    detail, regions = match["detail"], match["regions"].strip(" ,、\n")
    before = text[:at]
    if _BOOK["former"].search(before) or _BOOK["former_after"].match(text[end:]):
        return 0
    if not regions and _FLOOR.fullmatch(detail.strip(" ,、\n")):
        return 0
    strong = len(_BOOK["strong"].findall(detail))
    labelled = _BOOK["firm_label"].search(before[-8:]) and _BOOK["label"].search(before)
    if (regions and strong) or (labelled and (strong or len(regions) >= 4)):
        return end
    return end if strong >= 2 and _NUMERAL.search(detail) else 0
