"""The worked example of the docs page runs, and the engine plans the same without numba."""

import doctest
import os
import subprocess
import sys
from pathlib import Path

from anxin.engines.dispatch import Budget, insert, lay_board, offer, plan
from anxin.engines.dispatch.testing import HOUR, town, urgent_call

ROOT = Path(__file__).resolve().parents[4]

BARE = """
import sys
sys.modules["numba"] = None
from anxin.engines.dispatch.test_docs import answers
print(repr(answers()))
"""


def answers() -> list[object]:
    """A plan, an insertion and offers, as they come out on this machine."""
    problem = town(7, 3, 10)
    found = plan(problem, seed=5, budget=Budget(iterations=60))
    board, call = lay_board(problem, found), urgent_call(2, 9 * HOUR)
    offers = offer(board, call, [(h * HOUR, (h + 2) * HOUR) for h in (9, 11, 14)])
    return [found, insert(board, call), offers]


def test_the_worked_example_runs() -> None:
    failures, tried = doctest.testfile(str(ROOT / "docs" / "algorithms" / "dispatch.md"), module_relative=False)
    assert tried > 10
    assert failures == 0


def test_without_numba_the_answers_are_the_same() -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    run = subprocess.run([sys.executable, "-c", BARE], capture_output=True, text=True, check=True, env=env)
    assert run.stdout.strip() == repr(answers())
