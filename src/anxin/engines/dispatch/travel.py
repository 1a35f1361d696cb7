"""How long it takes from place to place, behind one method so that a road matrix can replace the estimate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, overload

import numpy as np
from numpy.typing import NDArray

EARTH_KM = 6371.0088
FARTHEST_KM = 10**7
KMH: Mapping[str, float] = {"car": 32.0, "e-bike": 18.0, "metro": 24.0}


@dataclass(frozen=True, slots=True)
class Place:
    """A point: kilometres on a plane, or longitude and latitude; `key` names it in a `Table`.

    `accuracy` is the radius in metres within which the real door lies.
    """

    x: float
    y: float
    accuracy: int = 0
    key: int = -1

    def __post_init__(self) -> None:
        """ValueError for a place that is nowhere."""
        if not (abs(self.x) < FARTHEST_KM and abs(self.y) < FARTHEST_KM):
            raise ValueError(f"no place: {self.x}, {self.y}")


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast traffic flows by time of day: (second of the day, percent of full speed from then on), from 0.

    `Travel` tells seconds at full speed, which are also what driving costs; the clock goes by the pace.
    ValueError unless the seconds rise from 0 and the percentages lie in 1-100.
    """

    pieces: tuple[tuple[int, int], ...]
    day: int = 86_400

    def __post_init__(self) -> None:
        times = [at for at, _ in self.pieces]
        if times[:1] != [0] or times != sorted(set(times)) or times[-1] >= self.day:
            raise ValueError(f"seconds of a pace must rise from 0: {times}")
        if not all(1 <= pace <= 100 for _, pace in self.pieces):
            raise ValueError("a pace is 1-100 % of full speed")


class Travel(Protocol):
    """Whole seconds for each pair, shape (len(origins), len(goals))."""

    def seconds(self, origins: Sequence[Place], goals: Sequence[Place], mode: str) -> NDArray[np.int64]: ...


class Spots(Sequence[Place]):
    """Places with their coordinates side by side, so that thousands are measured in one go."""

    def __init__(self, places: Sequence[Place], xy: NDArray[np.float64] | None = None) -> None:
        self.places = places
        self.xy = _points(places) if xy is None else xy

    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, k: int) -> Place: ...
    @overload
    def __getitem__(self, k: slice) -> Spots: ...
    def __getitem__(self, k: int | slice) -> Place | Spots:
        return Spots(self.places[k], self.xy[k]) if isinstance(k, slice) else self.places[k]

    def chosen(self, rows: NDArray[np.int64]) -> Spots:
        """The places of these rows."""
        return Spots([self.places[k] for k in rows.tolist()], self.xy[rows])

    def exchanged(self, first: int, last: int, places: Sequence[Place]) -> Spots:
        """With places first .. last - 1 exchanged for others."""
        xy = np.concatenate([self.xy[:first], _points(places), self.xy[last:]])
        return Spots([*self.places[:first], *places, *self.places[last:]], xy)


def _points(places: Sequence[Place]) -> NDArray[np.float64]:
    if isinstance(places, Spots):
        return places.xy
    return np.array([(p.x, p.y) for p in places], dtype=np.float64).reshape(len(places), 2)


def _driving(hours: NDArray[np.float64]) -> NDArray[np.int64]:
    return np.rint(hours * 3600).astype(np.int64)


@dataclass(frozen=True, slots=True)
class Planar:
    """Straight line on a plane in km × `detour`, at a speed by mode."""

    detour: float = 1.3
    kmh: Mapping[str, float] = field(default_factory=lambda: KMH)

    def seconds(self, origins: Sequence[Place], goals: Sequence[Place], mode: str) -> NDArray[np.int64]:
        a, b = _points(origins), _points(goals)
        km = np.hypot(a[:, None, 0] - b[None, :, 0], a[:, None, 1] - b[None, :, 1])
        return _driving(self.detour * km / self.kmh[mode])


@dataclass(frozen=True, slots=True)
class GreatCircle:
    """Longitude and latitude in degrees; haversine distance × `detour`, at a speed by mode."""

    detour: float = 1.3
    kmh: Mapping[str, float] = field(default_factory=lambda: KMH)

    def seconds(self, origins: Sequence[Place], goals: Sequence[Place], mode: str) -> NDArray[np.int64]:
        a, b = np.radians(_points(origins)), np.radians(_points(goals))
        dlon, dlat = a[:, None, 0] - b[None, :, 0], a[:, None, 1] - b[None, :, 1]
        h = np.sin(dlat / 2) ** 2 + np.cos(a[:, None, 1]) * np.cos(b[None, :, 1]) * np.sin(dlon / 2) ** 2
        km = 2 * EARTH_KM * np.arcsin(np.sqrt(np.clip(h, 0, 1)))
        return _driving(self.detour * km / self.kmh[mode])


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A given square matrix, rows and columns by `Place.key`; the same for every mode."""

    matrix: NDArray[np.int64]

    def __post_init__(self) -> None:
        """ValueError unless square."""
        if self.matrix.ndim != 2 or len(set(self.matrix.shape)) != 1:
            raise ValueError(f"a table of travel times is square, not {self.matrix.shape}")

    def seconds(self, origins: Sequence[Place], goals: Sequence[Place], mode: str) -> NDArray[np.int64]:
        chosen: NDArray[np.int64] = self.matrix[np.ix_([p.key for p in origins], [p.key for p in goals])]
        return chosen
