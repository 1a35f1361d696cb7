"""The examples of docs/algorithms/dialogue.md run as they stand."""

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[4] / "docs" / "algorithms" / "dialogue.md"
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.S)


@pytest.mark.parametrize("example", EXAMPLES)
def test_example(example: str) -> None:
    exec(compile(example, str(PAGE), "exec"), {})


def test_there_is_one() -> None:
    assert EXAMPLES
