"""For every test: data of its own, no memory of the clock or of policies."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from anxin.kernel import clock, policies


@pytest.fixture(autouse=True)
def _own_data(settings: Settings, tmp_path: Path) -> Iterator[None]:
    settings.ANXIN = settings.ANXIN.model_copy(update={"data": tmp_path})
    settings.STORED_FILES = tmp_path / "files"
    clock.forget()
    policies.forget()
    yield
    clock.forget()
    policies.forget()
