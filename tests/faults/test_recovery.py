"""F1 at length: two servers, one of them killed with -9 every three seconds for a minute; clients try again elsewhere.

Nothing acknowledged is lost, nothing is there twice, nothing is half; ten seconds after the last kill the answers
come as fast as before the first.
"""

import json
import random
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count

import httpx
import pytest

from tests.faults.installation import Installation, killed_at_end
from tests.faults.test_retry import _free_port

CLIENTS, EVERY, KILLS = 8, 3.0, 20
CALM, RECOVERED = 20.0, 10.0
WORSE = 1.5  # times the calm p95

_HOUSE = """
from anxin.domains.desk import queues as desk
from anxin.domains.people import testing
from anxin.kernel.actor import SYSTEM
desk.define_queue(actor=SYSTEM, code="main", name_zh="受理", name_en="Intake", org_id=testing.brand().pk)
agent = testing.staff("agent", testing.brand())
print(testing.api_key(agent, ["ticket.open", "ticket.read", "ticket.see", "ticket.work", "ticket.note"]))
"""
_STORED = """
import json
from anxin.domains.conversations.models import Message, Thread
from anxin.domains.processes.models import Run
from anxin.domains.tickets.models import Ticket
from anxin.kernel.events.models import EventRecord
from anxin.kernel.events.sequencer import sequence
from anxin.kernel.events.verification import verify
from django.db import connection
while sequence(): pass
with connection.cursor() as cursor:
    cursor.execute("PRAGMA integrity_check"); sound = cursor.fetchone()[0]
print(json.dumps({
    "sound": sound, "verified": verify().ok,
    "tickets": list(Ticket.objects.values_list("pk", "text")),
    "said": list(Message.objects.exclude(text__startswith="漏水").values_list("text", flat=True)),
    "runs": Run.objects.count(), "threads": Thread.objects.count(),
    "told": EventRecord.objects.filter(name="TicketOpened").count(),
}, default=str))
"""


@dataclass
class Told:
    """What the clients know was taken, and how long each answer took (seconds), by when it came."""

    opened: dict[str, str] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    took: list[tuple[float, float]] = field(default_factory=list)

    def p95(self, since: float, until: float) -> float:
        times = sorted(took for at, took in self.took if since <= at < until)
        assert len(times) >= 40, f"only {len(times)} answers to judge by"
        return times[int(len(times) * 0.95)]


def _ask(urls: list[str], token: str, path: str, body: dict[str, object], key: str) -> httpx.Response:
    """Ask one server, after a failure the other, with the same key until one answers."""
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": key}
    start, pause = random.Random(key).randrange(len(urls)), threading.Event()
    for tried in range(start, start + 600):
        try:
            answer = httpx.post(urls[tried % len(urls)] + path, json=body, headers=headers, timeout=10)
        except httpx.TransportError:
            pause.wait(0.1)  # between tries, not for a result
            continue
        if answer.status_code < 500:
            assert answer.status_code == 200, answer.text
            return answer
        pause.wait(0.1)
    raise AssertionError(f"{key} was never answered")


def _work(urls: list[str], token: str, told: Told, numbers: "count[int]", stop: threading.Event) -> None:
    """Open a ticket, answer and note in it, and so on."""
    while not stop.is_set():
        number = next(numbers)
        text = f"漏水 {number}"
        body = {"text": text, "name": f"客户{number}", "phone": str(13_600_000_000 + number), "category": "gas_heater"}
        begun = time.monotonic()
        ticket = _ask(urls, token, "/tickets", body, f"open-{number}").json()["id"]
        told.took.append((time.monotonic(), time.monotonic() - begun))
        told.opened[ticket] = text
        for kind in ("reply", "note"):
            said, begun = f"{kind} {number}", time.monotonic()
            _ask(urls, token, f"/tickets/{ticket}/{kind}", {"text": said}, f"{kind}-{number}")
            told.took.append((time.monotonic(), time.monotonic() - begun))
            told.said.append(said)


def _until_it_serves(url: str) -> None:
    for _ in range(600):
        with suppress(httpx.TransportError):
            if httpx.get(f"{url}/health", timeout=10).status_code == 200:
                return
        threading.Event().wait(0.1)  # between tries, not for a result
    raise AssertionError(f"{url} never served")


@contextmanager
def _serving(installation: Installation, ports: list[int]) -> "Iterator[dict[int, subprocess.Popen[str]]]":
    servers: dict[int, subprocess.Popen[str]] = {}
    try:
        for port in ports:
            servers[port] = _serve(installation, port)
        yield servers
    finally:
        with killed_at_end(*servers.values()):
            pass


def _serve(installation: Installation, port: int) -> "subprocess.Popen[str]":
    installation.environment["ANXIN_PORT"] = str(port)
    return installation.start("-m", "anxin.config.cli", "serve")


@pytest.mark.soak
def test_a_minute_of_kills_loses_nothing_and_is_soon_forgotten(installation: Installation) -> None:
    token, ports = installation.script(_HOUSE).strip(), [_free_port(), _free_port()]
    urls, told, stop = [f"http://127.0.0.1:{port}/api" for port in ports], Told(), threading.Event()
    numbers, rhythm, which = count(), threading.Event(), random.Random(1)
    with _serving(installation, ports) as servers, ThreadPoolExecutor(CLIENTS) as pool:
        for url in urls:
            _until_it_serves(url)
        working = [pool.submit(_work, urls, token, told, numbers, stop) for _ in range(CLIENTS)]
        try:
            calm = (time.monotonic(), time.monotonic() + CALM)
            rhythm.wait(CALM)
            for _ in range(KILLS):
                port = which.choice(ports)
                servers[port].send_signal(signal.SIGKILL)
                servers[port].communicate()
                servers[port] = _serve(installation, port)
                rhythm.wait(EVERY)
            rhythm.wait(RECOVERED)
            after = (time.monotonic(), time.monotonic() + CALM)
            rhythm.wait(CALM)
        finally:
            stop.set()
        for one in working:
            one.result(timeout=60)
    _nothing_lost(installation, told)
    before, now = told.p95(*calm), told.p95(*after)
    print(f"{len(told.opened)} tickets, p95 {before * 1000:.0f} ms before, {now * 1000:.0f} ms after")
    assert now <= WORSE * before, (before, now)


def _nothing_lost(installation: Installation, told: Told) -> None:
    stored = json.loads(installation.script(_STORED))
    assert (stored["sound"], stored["verified"]) == ("ok", True)
    tickets = dict(stored["tickets"])
    assert tickets == told.opened
    assert len(set(tickets.values())) == len(tickets) == stored["runs"] == stored["threads"] == stored["told"]
    assert sorted(stored["said"]) == sorted(told.said)
