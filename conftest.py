"""For every test: data of its own, no memory of the clock or of policies."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from pytest_django import Settings

from anxin.kernel import clock, policies

#: How fast the machine is says nothing about the code.
settings.register_profile("anxin", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("anxin")


@pytest.fixture(autouse=True)
def _own_data(settings: Settings, tmp_path: Path) -> Iterator[None]:
    settings.ANXIN = settings.ANXIN.model_copy(update={"data": tmp_path})
    settings.STORED_FILES = tmp_path / "files"
    clock.forget()
    policies.forget()
    yield
    clock.forget()
    policies.forget()
