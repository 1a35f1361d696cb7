"""A server that starts again in a moment: its code is imported once, each start is a fork of that. Run as a script.

Reads lines: `start` forks a server and prints its pid; a killed one is cleared away. The end of input ends it all.
"""

import os
import signal
import sys

import django

django.setup()

from anxin.config import api, asgi  # noqa: E402  # imported before the first fork
from anxin.config.server import serve  # noqa: E402

assert api
assert asgi


def main() -> None:
    running = 0
    print("ready", flush=True)
    for _ in sys.stdin:
        _clear(running)
        running = os.fork()
        if running == 0:
            os.close(0)
            serve()
            os._exit(0)
        print(running, flush=True)
    _clear(running)


def _clear(pid: int) -> None:
    if pid:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


main()
