"""Where the public data lie, and how they are read."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def folder() -> Path:
    """The shared data folder: ANXIN_SHARED, else beside the repository or one level further up."""
    if given := os.environ.get("ANXIN_SHARED"):
        return Path(given) / "data" / "knowledge"
    near = (ROOT.parent / "shared", ROOT.parent.parent / "shared", Path.home() / "shared")
    found = next((place for place in near if place.is_dir()), near[0])
    return found / "data" / "knowledge"


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of a JSON lines file of the folder."""
    with (folder() / name).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
