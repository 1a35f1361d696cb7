"""Serving: uvicorn with an embedded worker, or the worker alone."""

import signal
import threading
from collections.abc import Callable
from importlib import import_module
from types import FrameType

import structlog
import uvicorn
from django.conf import settings
from django.db import connections

from anxin.kernel.events.handling import deliver_due, woken
from anxin.kernel.events.sequencer import seal, sequence
from anxin.kernel.jobs.worker import Worker

log = structlog.get_logger(__name__)

_IDLE_SECONDS = 0.5
_SEAL_EVERY_SECONDS = 30.0


def serve() -> None:
    """Serve until stopped; the embedded worker stops with it."""
    stop = threading.Event()
    threads = _start_workers(stop) if settings.ANXIN.embedded_worker else []
    try:
        uvicorn.run(
            "anxin.config.asgi:application",
            host=settings.ANXIN.host,
            port=settings.ANXIN.port,
            lifespan="off",
            log_level="warning",
            timeout_graceful_shutdown=3,  # an open event stream would hold the stop for ever
            proxy_headers=bool(settings.ANXIN.trusted_proxies),
            forwarded_allow_ips=settings.ANXIN.trusted_proxies or None,
        )
    finally:
        stop.set()
        for thread in threads:
            thread.join(timeout=10)


def work() -> None:
    """Run jobs and deliveries until SIGTERM or SIGINT."""
    stop = threading.Event()

    def end(number: int, frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    for thread in _start_workers(stop):
        thread.join()


def _start_workers(stop: threading.Event) -> list[threading.Thread]:
    if settings.ANXIN.demo:
        import_module("anxin.demo.live")  # its people act by jobs, which are known once it is imported
    loops = {"ledger": tend_ledger, "deliveries": hand_over}
    threads = [
        threading.Thread(target=_repeat, args=(name, loop, stop), name=f"anxin-{name}", daemon=True)
        for name, loop in loops.items()
    ]
    threads.append(threading.Thread(target=Worker().run_forever, args=(stop,), name="anxin-jobs", daemon=True))
    for thread in threads:
        thread.start()
    return threads


def _repeat(name: str, turn: Callable[[], int], stop: threading.Event) -> None:
    """Turn after turn; rests when a turn finds nothing to do, and survives any failure of one."""
    while not stop.is_set():
        try:
            busy = turn()
        except Exception:  # a worker outlives every failure; it is logged and the turn comes again
            log.exception("worker turn failed", worker=name)
            busy = 0
        finally:
            connections.close_all()
        if not busy:
            woken.wait(_IDLE_SECONDS)
            woken.clear()


def tend_ledger() -> int:
    """Sequence what was committed; seal when it is time."""
    done = sequence()
    seal_when_due()
    return done


def hand_over() -> int:
    return deliver_due()


_last_seal = 0.0


def seal_when_due() -> None:
    """Seal at least every 60 s (here 30), counted in real seconds."""
    from time import monotonic

    global _last_seal
    if monotonic() - _last_seal >= _SEAL_EVERY_SECONDS:
        seal()
        _last_seal = monotonic()
