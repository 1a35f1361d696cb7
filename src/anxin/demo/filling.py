"""The rest of the demo's past, written in a process of its own beside the server, which needs its core for people."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic, sleep

from anxin.demo import homes, stage


@contextmanager
def beside() -> Iterator[None]:
    """While the block runs another process fills the past; it ends with the block."""
    if (progress := stage.Progress.read()) is None or progress.complete:
        yield
        return
    command = [sys.executable, "-m", "anxin.config.cli", "demo", "--fill", str(os.getpid())]
    filler = subprocess.Popen(command)  # noqa: S603  # ourselves
    try:
        yield
    finally:
        filler.terminate()
        filler.wait()


def fill(server: int) -> None:
    """Case after case, the latest days first, until all is written or the server (our parent's id) is gone: it may be
    gone before we have begun.

    After each it rests as long as the case took: half a core, and the one writer of SQLite is free half the time.
    """
    people_at_home = homes.living()
    os.nice(10)
    progress = stage.Progress.read()
    while progress is not None and not progress.complete and os.getppid() == server:
        begun = monotonic()
        stage.write_some(progress, people_at_home, limit=1)
        progress.write()
        sleep(monotonic() - begun)
