"""The tree: the same names everywhere, no drawers for junk, files one can read in a sitting."""

from pathlib import Path

import anxin

SOURCE = Path(anxin.__file__).parent
LONGEST = 420  # lines; about 300 is when a file should become a package


def _files() -> list[Path]:
    return [path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts]


def test_no_junk_drawers() -> None:
    assert [p.name for p in SOURCE.rglob("*") if p.stem in {"utils", "common", "helpers", "misc", "signals"}] == []


def test_no_file_is_too_long_to_read() -> None:
    long = {
        str(path.relative_to(SOURCE)): lines
        for path in _files()
        if not path.name.startswith("test_") and (lines := len(path.read_text("utf-8").splitlines())) > LONGEST
    }
    assert long == {}


def test_engines_know_no_framework() -> None:
    words = ("import django", "from django", "anxin.kernel", "anxin.domains")
    found = [
        str(path.relative_to(SOURCE))
        for path in (SOURCE / "engines").rglob("*.py")
        if any(
            line.startswith(("import", "from")) and word in line
            for line in path.read_text("utf-8").splitlines()
            for word in words
        )
    ]
    assert found == []
