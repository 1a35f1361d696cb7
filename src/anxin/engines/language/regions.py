"""Provinces, cities and districts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Region:
    name: str
    level: str
    path: tuple[str, ...]


def regions() -> tuple[Region, ...]:
    return ()
