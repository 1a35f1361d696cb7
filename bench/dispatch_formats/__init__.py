"""Readers and writers of the benchmark formats: each becomes the one dispatch model, none has its own
solver.
"""

from __future__ import annotations

from pathlib import Path

from dispatch_formats import day, hhcrsp, kovacs, trsp, vrptw
from dispatch_formats.instance import Instance


def read(path: Path) -> Instance:
    """The instance in `path`, by what the file says it is. ValueError when nothing fits."""
    if path.suffix == ".json":
        text = path.read_text()
        return hhcrsp.read(path) if '"patients"' in text else day.read(path)
    head = path.read_text()[:2000]
    if "PCVRPTW" in head:
        return vrptw.read_prizes(path)
    if "VEHICLE" in head:
        return vrptw.read(path)
    if "dynamic requests" in head:
        return trsp.read_dynamic(path)
    if "SPARE PARTS" in head:
        return trsp.read(path)
    if "technicians" in path.name or "tasks" in path.name:
        return kovacs.read(path)
    raise ValueError(f"{path}: no known format")


__all__ = ["Instance", "read"]
