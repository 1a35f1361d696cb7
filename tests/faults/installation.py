"""A real installation in a folder of its own: its own database file, processes that can be killed."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


class Installation:
    """Runs Python against a fresh database in `folder`."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.folder = folder
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("ANXIN_")},
            "ANXIN_DATA": str(folder),
            "PYTHONPATH": str(ROOT / "src"),
            "DJANGO_SETTINGS_MODULE": "anxin.config.settings",
            **settings,
        }

    def start(self, *arguments: str, stdin: int | None = None) -> subprocess.Popen[str]:
        """Start `python …` in this installation."""
        return subprocess.Popen(
            [sys.executable, *arguments],
            env=self.environment,
            cwd=ROOT,
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str) -> str:
        """Run `python …` to its end and give what it printed. Fails the test on any other exit than 0."""
        process = self.start(*arguments)
        out, err = process.communicate(timeout=300)
        assert process.returncode == 0, err[-3000:]
        return out

    def script(self, code: str, *arguments: str) -> str:
        return self.run("-c", f"import django; django.setup()\n{code}", *arguments)

    def start_script(self, code: str, *arguments: str, stdin: int | None = None) -> subprocess.Popen[str]:
        return self.start("-c", f"import django; django.setup()\n{code}", *arguments, stdin=stdin)


@contextmanager
def killed_at_end(*processes: subprocess.Popen[str]) -> Iterator[None]:
    """Nothing started by a test outlives it."""
    try:
        yield
    finally:
        for process in processes:
            if process.poll() is None:
                process.kill()
            process.communicate()


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    """A migrated SQLite installation."""
    made = Installation(tmp_path)
    made.run("-m", "anxin.config.cli", "migrate")
    return made
