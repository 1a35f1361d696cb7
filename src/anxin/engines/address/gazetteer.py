"""Reads the place tables beside this file once and indexes them by every spelling people use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from .place import Level, Place

SUFFIXES: Mapping[Level, tuple[str, ...]] = {
    Level.PROVINCE: ("特别行政区", "壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "省", "市"),
    Level.CITY: ("市", "地区", "盟"),
    Level.DISTRICT: ("新区", "区", "县", "市"),
    Level.STREET: ("街道", "镇", "乡"),
}
NICKNAMES: Mapping[str, tuple[str, ...]] = {
    "苏州工业园区": ("工业园区", "园区"),
    "延边朝鲜族自治州": ("延边州", "延边"),
    "恩施土家族苗族自治州": ("恩施州", "恩施"),
    "湘西土家族苗族自治州": ("湘西州", "湘西"),
    "西双版纳傣族自治州": ("西双版纳州", "西双版纳"),
    "大理白族自治州": ("大理州", "大理"),
    "凉山彝族自治州": ("凉山州", "凉山"),
    "伊犁哈萨克自治州": ("伊犁州", "伊犁"),
    "管城回族区": ("管城区",),
}
# Radius in metres within which nearly all addresses of such an area lie, measured from its centre.
ACCURACY: Mapping[Level, int] = {
    Level.PROVINCE: 300_000,
    Level.CITY: 40_000,
    Level.DISTRICT: 8_000,
    Level.STREET: 1_500,
}
RURAL_DISTRICT = 20_000
TOWN = 3_500


def search_area(name: str) -> Place | None:
    """The place written "浙江省/杭州市/西湖区", exactly."""
    return _by_area().get(name)


def places(level: Level, inside: str = "") -> tuple[Place, ...]:
    """All places of a level, in table order, optionally only those below an area."""
    start = f"{inside}/" if inside else ""
    return tuple(p for p in _all() if p.level is level and p.area.startswith(start))


@cache
def spellings() -> Mapping[str, tuple[Place, ...]]:
    """Spelling → every place it can mean."""
    index: dict[str, list[Place]] = {}
    for place in _all():
        for spelling in dict.fromkeys(_spellings_of(place)):
            index.setdefault(spelling, []).append(place)
    return {spelling: tuple(found) for spelling, found in index.items()}


@cache
def longest_spelling() -> int:
    return max(map(len, spellings()))


def _spellings_of(place: Place) -> Iterator[str]:
    yield place.name
    yield from NICKNAMES.get(place.name, ())
    for suffix in SUFFIXES[place.level]:
        short = place.name.removesuffix(suffix)
        if short != place.name and len(short) >= 2:
            yield short
            return


@cache
def _by_area() -> Mapping[str, Place]:
    return {place.area: place for place in _all()}


@cache
def _all() -> tuple[Place, ...]:
    found: list[Place] = []
    paths: dict[str, tuple[str, ...]] = {}
    for province, centre, cities in _rows("cities.txt"):
        found.append(_place((province,), centre))
        for city, point in _entries(cities) or [(province, centre)]:
            paths[city] = (province, city)
            found.append(_place(paths[city], point))
    for city, districts in _rows("districts.txt"):
        for district, point in _entries(districts):
            paths[f"{city}/{district}"] = (*paths[city], district)
            found.append(_place(paths[f"{city}/{district}"], point))
    for district, streets in _rows("streets.txt"):
        found.extend(_place((*paths[district], street), point) for street, point in _entries(streets))
    return tuple(found)


def _place(path: tuple[str, ...], centre: str) -> Place:
    lng, lat = map(float, centre.split())
    level = Level(len(path))
    return Place(level, path, lng, lat, _accuracy(level, path[-1]))


def _accuracy(level: Level, name: str) -> int:
    if level is Level.DISTRICT and not name.endswith("区"):
        return RURAL_DISTRICT
    if level is Level.STREET and not name.endswith("街道"):
        return TOWN
    return ACCURACY[level]


def _rows(table: str) -> Iterator[list[str]]:
    text = (files(__package__) / "tables" / table).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("|")


def _entries(cell: str) -> list[tuple[str, str]]:
    """Split 杭州市 120.21 30.25,… into (杭州市, 120.21 30.25), …"""
    return [(name, point) for name, _, point in (entry.partition(" ") for entry in cell.split(",") if entry)]
