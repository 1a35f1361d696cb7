"""The worked example of the docs page runs, and the engine plans the same without numba."""

import doctest
import os
import subprocess
import sys
from pathlib import Path

from anxin.engines.dispatch import Budget, plan
from anxin.engines.dispatch.testing import town

ROOT = Path(__file__).resolve().parents[4]

BARE = """
import sys
sys.modules["numba"] = None
from anxin.engines.dispatch import Budget, plan
from anxin.engines.dispatch.testing import town
print(repr(plan(town(7, 3, 10), seed=5, budget=Budget(iterations=60))))
"""


def test_the_worked_example_runs() -> None:
    failures, tried = doctest.testfile(str(ROOT / "docs" / "algorithms" / "dispatch.md"), module_relative=False)
    assert tried > 10
    assert failures == 0


def test_without_numba_the_plan_is_the_same() -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    run = subprocess.run([sys.executable, "-c", BARE], capture_output=True, text=True, check=True, env=env)
    assert run.stdout.strip() == repr(plan(town(7, 3, 10), seed=5, budget=Budget(iterations=60)))
