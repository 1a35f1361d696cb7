"""Readers and writers of the benchmark formats: each becomes the one dispatch model, none has its own
solver.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dispatch_formats import day, hhcrsp, kovacs, trsp, vrptw
from dispatch_formats.instance import Instance

UNREADABLE = (ArithmeticError, AttributeError, LookupError, RecursionError, StopIteration, TypeError, ValueError)
"""What readers of plain data raise where the data are of another kind; the engine's model refuses the rest."""


def read(path: Path) -> Instance:
    """The instance in `path`, by what the file says it is. ValueError when nothing fits or something is missing."""
    try:
        return _reader(path)(path)
    except UNREADABLE as error:
        raise ValueError(f"{path}: cannot be read as an instance: {type(error).__name__}: {error}") from error


def _reader(path: Path) -> Callable[[Path], Instance]:
    text = path.read_text()
    head = text[:2000]
    if path.suffix == ".json":
        return hhcrsp.read if '"patients"' in text else day.read
    if "PCVRPTW" in head:
        return vrptw.read_prizes
    if "VEHICLE" in head:
        return vrptw.read
    if "dynamic requests" in head:
        return trsp.read_dynamic
    if "SPARE PARTS" in head:
        return trsp.read
    if "technicians" in path.name or "tasks" in path.name:
        return kovacs.read
    raise ValueError("no known format")


__all__ = ["Instance", "read"]
