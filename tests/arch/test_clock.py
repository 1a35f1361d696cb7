"""Business time has one source: nobody asks the system clock."""

import re
from pathlib import Path

import anxin

SOURCE = Path(anxin.__file__).parent
_DIRECT = re.compile(r"\b(?:datetime\.now|datetime\.utcnow|date\.today|timezone\.now|timezone\.localdate|time\.time)\(")
_ALLOWED = {"kernel/clock.py"}


def test_nobody_asks_the_system_clock() -> None:
    found = [
        f"{path.relative_to(SOURCE)}:{number}"
        for path in SOURCE.rglob("*.py")
        if str(path.relative_to(SOURCE)) not in _ALLOWED
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if _DIRECT.search(line)
    ]
    assert found == []
