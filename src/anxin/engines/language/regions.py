"""A small gazetteer: provinces, prefectures, districts of larger cities, and the names they go by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from .normal import lines

Level = Literal["province", "city", "district"]

_PEOPLES = (
    "壮族|回族|满族|维吾尔|苗族|土家族|彝族|藏族|羌族|布依族|侗族|哈尼族|傣族|白族|景颇族|傈僳族|朝鲜族|蒙古族?"
    "|哈萨克|柯尔克孜|黎族"
)
_SUFFIX = re.compile(
    rf"(?:{_PEOPLES})*自治[区州县]$|特别行政区$|(?<=..)(?:新区|地区|矿区|林区|街道)$|(?<=..)[省市区县镇盟旗州]$"
)


@dataclass(frozen=True, slots=True)
class Region:
    """One administrative region. `path` runs from the province down to it, itself included.

    `short` is the name people say ("浙江", "杭州", "余杭").
    """

    name: str
    short: str
    level: Level
    path: tuple[str, ...]


@lru_cache(maxsize=1)
def regions() -> tuple[Region, ...]:
    """All regions known, provinces first in the order of the file, each followed by what it holds."""
    return tuple(_read())


def _read() -> Iterator[Region]:
    province, cities = "", list[str]()
    for line in lines("regions.txt"):
        if line.startswith(">"):
            city, _, names = line[1:].partition(":")
            path = (province, city.strip()) if city.strip() != province else (province,)
            yield from (_region(name, "district", path) for name in names.split())
        else:
            province, _, names = line.partition("=")
            cities = [name if name[-1] in "区盟州县" else name + "市" for name in names.split()]
            yield _region(province, "province", ())
            yield from (_region(name, "city", (province,)) for name in cities)


def _region(name: str, level: Level, path: tuple[str, ...]) -> Region:
    short = _SUFFIX.sub("", name)
    return Region(name, short if len(short) > 1 else name, level, (*path, name))


@lru_cache(maxsize=1)
def names() -> dict[str, Region]:
    """Every full and short name. A name that several regions bear stands for the first."""
    table: dict[str, Region] = {}
    for region in regions():
        table.setdefault(region.name, region)
    for region in regions():
        table.setdefault(region.short, region)
    return table
