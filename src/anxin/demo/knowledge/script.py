"""The scripted household that `anxin talk` and the dialogue bench speak for."""

from datetime import datetime

from anxin.engines.dialogue import Agent, Book, Coverage, Household, Order, Unit, Window, Writer
from anxin.engines.dialogue.world import World

from .load import load
from .search import search

NOW = datetime(2026, 3, 11, 10, 20)  # noqa: DTZ001 — the customer's local time, as the engine wants it
UNITS = (
    Unit("u-ac", "ac", "KFR-35GW/AX-N8", "卧室", 1.5),
    Unit("u-ac2", "ac", "KFR-72LW/AX-N5", "客厅", 6.0),
    Unit("u-gas", "gas", "JSQ30-16AX-G8", "厨房", 2.0),
    Unit("u-fridge", "fridge", "BCD-518WP/AX-F7", "", 4.0),
    Unit("u-washer", "washer", "XQG100-14HB/AX-W9", "阳台", 0.5),
)
WINDOWS = tuple(
    Window(f"w{day}{part}", f"2026-03-{day:02}T{start}", f"2026-03-{day:02}T{end}")
    for day in (12, 13, 14, 16)
    for part, start, end in (("a", "08:00", "10:00"), ("b", "10:00", "12:00"), ("c", "14:00", "16:00"))
)


def world() -> World:
    """周女士's home: five units, one open order on the living-room unit."""
    return World(
        search=search,
        household=Household("周敏", "13812345678", "浙江省杭州市西湖区文三路138号3幢502室", UNITS),
        coverages={unit.id: _coverage(unit) for unit in UNITS},
        orders=(Order("260311-0042", "u-ac2", "已派工", "2026-03-12 14:00–16:00"),),
        windows=WINDOWS,
    )


def _coverage(unit: Unit) -> Coverage:
    covered = (unit.age_years or 0) < 3
    return Coverage(unit.id, covered, "2027-09-01" if covered else "2025-03-01", 0 if covered else 50)


def agent(tools: World | None = None, writer: Writer | None = None) -> Agent:
    """A fresh conversation in that home."""
    return Agent(tools or world(), Book(load().graphs), writer=writer)
