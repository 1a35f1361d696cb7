"""The hour at which every test of processes begins."""

from collections.abc import Iterator

import pytest

from anxin.domains.processes.testing import NINE
from anxin.kernel import clock


@pytest.fixture(autouse=True)
def _monday() -> Iterator[None]:
    with clock.frozen(NINE):
        yield
