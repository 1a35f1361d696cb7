"""Finds the longest consistent chain of place names in a text, then reads what stands after it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .gazetteer import longest_spelling, search_area, spellings
from .place import Level, ParsedAddress, Place

MAX_LENGTH = 200
LEAD_IN = 16  # characters of "我家住在…" that may stand before the first place name
SEPARATORS = re.compile(r"[\s,，。;；、/|]+")
PREFIX = re.compile(r"^(?:地址|收货地址|所在地区)?[::]?(?:中国)?")
ROAD_AHEAD = re.compile(
    r"^(?:[东西南北中大一二三四五]{0,2})"
    r"(?:路|街(?!道)|大道|巷|弄|里|桥|站|新村|小区|花园|公园|广场|大厦)"
)
DISTRICT_TEXT = re.compile(r"^[一-龥]{1,6}?(?:区|县|旗|市)")
STREET_TEXT = re.compile(r"^[一-龥]{1,7}?(?:街道|镇|乡)(?![路街])")
NOT_A_DISTRICT = re.compile(r"(?:小|社|园|街|校|厂|景|院|城|片|新)区$|[路街巷弄]")
HOUSE_NUMBER = re.compile(r"\d+(?:号|弄|幢|栋|座|单元|室|-\d)|[一二三四五六七八九十]+(?:号|幢|栋|单元)")
# Confidence: what the deepest place found is worth, plus a number at the door. Asking costs.
WORTH = {Level.PROVINCE: 0.2, Level.CITY: 0.4, Level.DISTRICT: 0.65, Level.STREET: 0.8}
NUMBER_WORTH = 0.15
AMBIGUOUS_CAP = 0.3


@dataclass(frozen=True, slots=True)
class Chain:
    """Places named one after another, each inside the one before; `end` is where the rest begins."""

    start: int
    end: int
    place: Place
    named: int  # how many rungs the text names itself
    last: int  # where the spelling of `place` begins

    @property
    def rank(self) -> tuple[int, int, int]:
        return (self.end - self.start, self.named, -self.start)


def parse(text: str) -> ParsedAddress:
    """Parse one address, at most 200 characters of it. Deterministic; about 50 µs."""
    clean = normalise(text)
    best = _best(_chains(clean))
    if not best:
        return ParsedAddress(text=text, detail=clean, asks=("city",))
    areas = dict.fromkeys(chain.place.area for chain in best)
    if len(areas) > 1:
        return _ambiguous(text, clean, best)
    return _located(text, clean, best[0])


def normalise(text: str) -> str:
    """Full-width to half-width, no separators, no lead words."""
    folded = SEPARATORS.sub("", unicodedata.normalize("NFKC", text))[:MAX_LENGTH]
    return PREFIX.sub("", folded, count=1)


def _chains(text: str) -> Iterator[Chain]:
    for start in range(min(len(text), LEAD_IN + 1)):
        yield from _grow(text, start, start, None, 0)


def _grow(text: str, start: int, at: int, above: Place | None, named: int) -> Iterator[Chain]:
    for place, end in _named_at(text, at, above):
        yield Chain(start, end, place, named + 1, at)
        yield from _grow(text, start, end, place, named + 1)


def _named_at(text: str, at: int, above: Place | None) -> Iterator[tuple[Place, int]]:
    index = spellings()
    for end in range(at + 2, min(len(text), at + longest_spelling()) + 1):
        spelling = text[at:end]
        for place in index.get(spelling, ()):
            if _plausible(place, spelling, text[end:], above):
                yield place, end


def _plausible(place: Place, spelling: str, rest: str, above: Place | None) -> bool:
    if above and not place.inside(above):
        return False
    if spelling == place.name:
        return True
    street_alone = place.level is Level.STREET and above is None
    return not street_alone and not ROAD_AHEAD.match(rest)


def _best(chains: Iterator[Chain]) -> list[Chain]:
    """Every chain of the highest rank; of one path in several readings, the deepest."""
    ranked = sorted(chains, key=lambda chain: chain.rank, reverse=True)
    top = [chain for chain in ranked if chain.rank == ranked[0].rank]
    return [c for c in top if not any(_same_city(c, d) for d in top)]


def _same_city(upper: Chain, lower: Chain) -> bool:
    """北京 names the province and its only city: read the city. Elsewhere a lower namesake is another place:
    吉林 the city is no better reading than 吉林 the province."""
    return lower.place.inside(upper.place) and lower.place.path[:2] == (upper.place.name,) * 2


def _ambiguous(text: str, clean: str, chains: Sequence[Chain]) -> ParsedAddress:
    shared = _shared([chain.place for chain in chains])
    top = search_area("/".join(shared)) if shared else None
    return ParsedAddress(
        text=text,
        **dict(zip(("province", "city", "district", "street"), shared, strict=False)),
        detail=clean[chains[0].end :],
        lng=top.lng if top else None,
        lat=top.lat if top else None,
        accuracy=top.accuracy if top else None,
        confidence=min(AMBIGUOUS_CAP, WORTH[top.level]) if top else 0.1,
        asks=("which_city",),
        options=tuple(dict.fromkeys(chain.place.area for chain in chains)),
    )


def _shared(found: Sequence[Place]) -> tuple[str, ...]:
    rungs = []
    for names in zip(*(place.path for place in found), strict=False):
        if len(set(names)) > 1:
            break
        rungs.append(names[0])
    return tuple(rungs)


def _located(text: str, clean: str, chain: Chain) -> ParsedAddress:
    place, rest = chain.place, _rest(clean, chain)
    rungs = list(place.path)
    if place.level is Level.CITY:
        rungs, rest = _take(rungs, rest, DISTRICT_TEXT)
    if place.level in (Level.CITY, Level.DISTRICT):
        rungs, rest = _take([*rungs, *[""] * (3 - len(rungs))], rest, STREET_TEXT)
    province, city, district, street = [*rungs, "", "", "", ""][:4]
    numbered = bool(HOUSE_NUMBER.search(rest))
    return ParsedAddress(
        text, province, city, district, street, rest, place.lng, place.lat, place.accuracy,
        confidence=round(WORTH[place.level] + NUMBER_WORTH * numbered, 2),
        asks=_asks(city, district, street, numbered),
    )  # fmt: skip


def _rest(clean: str, chain: Chain) -> str:
    """What follows the places; "上海南京东路300号" names a road as well as the street committee after it."""
    is_road = clean[chain.last : chain.end].endswith("路")
    return clean[chain.last if is_road else chain.end :]


def _take(rungs: list[str], rest: str, pattern: re.Pattern[str]) -> tuple[list[str], str]:
    """An area the gazetteer does not know, by its form alone: named, but without a point."""
    found = pattern.match(rest)
    if not found or NOT_A_DISTRICT.search(found[0].removesuffix("街道")):
        return rungs, rest
    return [*rungs, found[0]], rest[found.end() :]


def _asks(city: str, district: str, street: str, numbered: bool) -> tuple[str, ...]:
    if not city:
        return ("city",)
    missing = [name for name, value in (("district", district), ("street", street)) if not value]
    return (*missing[:1], *(() if numbered else ("number",)))
