"""The worked examples of the algorithm pages run."""

import re
from pathlib import Path

import pytest

PAGES = Path(__file__).resolve().parents[4] / "docs" / "algorithms"


@pytest.mark.parametrize("page", ["language", "retrieval"])
def test_worked_example_runs(page: str) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", (PAGES / f"{page}.md").read_text(encoding="utf-8"), re.DOTALL)
    exec(compile(example, f"{page}.md", "exec"), {})
