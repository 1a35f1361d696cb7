"""The past is written beside a server, never after it."""

import os

import pytest

from anxin.demo import filling, stage

pytestmark = pytest.mark.django_db
NOBODY = 2**22 + 1
"""No process has this id: beyond what the kernel gives."""


def test_nothing_is_written_for_a_server_that_is_gone_already(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "nice", lambda by: by)
    written: list[stage.Progress] = []
    monkeypatch.setattr(stage, "write_some", lambda progress, at_home, limit: written.append(progress))
    progress = stage.Progress(planned=9, done=1, day="2026-07-14", of_day=1, first_day="2026-07-01")
    progress.write()
    filling.fill(NOBODY)
    assert written == []
    assert stage.Progress.read() == progress
