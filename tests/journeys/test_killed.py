"""The bad day of one-case.md "server killed between any two steps": each step finds a server that was killed -9 while
the request was under way, and is asked again with the same Idempotency-Key, as a browser would."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any
from uuid import uuid4

import httpx

from tests.faults.installation import Installation, installation
from tests.faults.test_retry import _free_port
from tests.journeys.walk import Ask, Facts, walk

__all__ = ["installation"]

_CAST = """
import json
from django.contrib.auth import get_user_model
from django.test import Client
from anxin.domains.fieldwork import testing as make
from anxin.kernel import clock
from tests.journeys.walk import cast, pk
with clock.frozen(make.MORNING):
    made = cast()
clock.start_at(make.MORNING)
cookies = {}
for role, actor in made.people.items():
    client = Client()
    client.force_login(get_user_model().objects.get(pk=pk(actor)))
    cookies[role] = client.cookies["anxin_session"].value
print(json.dumps({"code": made.code, "cookies": cookies}))
"""
_FACTS = """
import json, sys
from collections import Counter
from anxin.domains.fieldwork.models import ContactAttempt, PartLine, Signature, Visit, WorkOrder
from anxin.domains.tickets.models import Ticket
from anxin.domains.conversations.models import Message
from anxin.domains.feedback.models import Revisit
from anxin.kernel import events
from anxin.kernel.events.handling import deliver_due
from anxin.kernel.events.models import Delivery
from anxin.kernel.events.sequencer import sequence
from anxin.kernel.events.verification import verify
from anxin.kernel.files.models import StoredFile
from anxin.kernel.jobs import crons
from anxin.kernel.jobs.models import Job
from anxin.kernel.outbound.models import OutboundMessage
while sequence() or deliver_due(): pass
rows = (Ticket, WorkOrder, Visit, ContactAttempt, PartLine, Signature, Revisit, Message, StoredFile)
repeated = {cron.task.module_path for cron in crons()}  # killed, they come again by themselves
print(json.dumps({
    "rows": {one.__name__: one.objects.count() for one in rows},
    "told": Counter(event.name for event in events.of_case(sys.argv[1])),
    "messages": Counter(OutboundMessage.objects.values_list("purpose", flat=True)),
    "owed": Delivery.objects.exclude(state="done").count(),
    "dead": sorted({job.task for job in Job.objects.filter(state="dead")} - repeated),
    "verified": verify().ok,
}))
"""
#: One of each, whatever was killed on the way: rows, then events of the case, then messages to the customer.
_ROWS = {"Message": 4, "StoredFile": 6} | dict.fromkeys(
    ("Ticket", "WorkOrder", "Visit", "ContactAttempt", "PartLine", "Signature", "Revisit"), 1
)
_NAMES = """
TicketOpened TicketRouted TicketTaken RemoteTried WorkOrderOpened OrderOffered OrderAccepted VisitAssigned
ContactLogged WindowAgreed EngineerDeparted EngineerArrived UnitScanned ChecklistDone CoverageDecided CoverageSettled
PartUsed Signed VisitCompleted ReviewQueued ReviewPassed OrderClosed CaseSolved TicketSolved RevisitSent
RevisitAnswered TicketClosed CaseArchived
"""
_TOLD = {"MessageSent": 4, "RunStarted": 2, "RunEnded": 2, "CheckSatisfied": 15, "PromiseGiven": 5}
_TOLD |= dict.fromkeys(_NAMES.split(), 1)
_SENT = {f"notice.customer.{what}": 1 for what in ("opened", "answered", "window", "departed", "revisit")}


class Server:
    """Killed and started again with each step; `kills` counts."""

    def __init__(self, installation: Installation, cookies: dict[str, str]) -> None:
        port = _free_port()
        installation.environment["ANXIN_PORT"] = str(port)
        self.nursery = installation.start("tests/faults/killable.py", stdin=subprocess.PIPE)
        self.url, self.kills = f"http://127.0.0.1:{port}", 0
        self.pause = threading.Event()
        self.people = {"customer": self._browser(), **{role: self._browser(one) for role, one in cookies.items()}}
        self._read()
        self.start()

    def start(self) -> None:
        assert self.nursery.stdin is not None
        self.nursery.stdin.write("start\n")
        self.nursery.stdin.flush()
        self.pid = int(self._read())

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        self.kills += 1
        self.start()

    def ask(self, ask: Ask) -> Any:
        """A write is under way when the server dies; then it is asked again until it is answered."""
        key = str(uuid4())
        if ask.writes:
            dying = threading.Thread(target=self._try, args=(ask, key))
            dying.start()
            self.pause.wait(0.004 * (self.kills % 12))  # somewhere else in the work each time
            self.kill()
            dying.join()
        for _ in range(600):
            told = self._try(ask, key)
            if told is not None and (ask.until is None or ask.until(told)):
                return told
            self.pause.wait(0.1)  # between tries, not for a result
        raise AssertionError(f"{ask.path} was never answered")

    def _try(self, ask: Ask, key: str) -> Any:
        """The answer, or None when the server was not there or died."""
        with suppress(httpx.TransportError):
            answer = self._send(self.people[ask.who], f"{self.url}/api{ask.path}", ask, key)
            assert answer.status_code < 400, f"{ask.path}: {answer.status_code} {answer.text}"
            return answer.json()
        return None

    def _send(self, browser: httpx.Client, url: str, ask: Ask, key: str) -> httpx.Response:
        if not ask.writes:
            return browser.get(url)
        headers = {**ask.headers(key), "X-CSRFToken": browser.cookies.get("anxin_csrf", "")}
        if ask.picture:
            files = {"file": ("p.png", _PNG + ask.picture.encode(), "image/png")}
            return browser.post(url, headers=headers, files=files, data={"bound_type": "visit", "bound_id": ask.bound})
        return browser.post(url, headers={**headers, "Content-Type": "application/json"}, content=ask.content)

    def _browser(self, session: str = "") -> httpx.Client:
        cookies = {"anxin_csrf": _CSRF, **({"anxin_session": session} if session else {})}
        return httpx.Client(cookies=cookies, timeout=60, headers={"Connection": "close"})

    @contextmanager
    def ended_at_end(self) -> Iterator[None]:
        """The end of its input ends the server and what forks it."""
        try:
            yield
        finally:
            self.nursery.communicate(timeout=60)
            for browser in self.people.values():
                browser.close()

    def _read(self) -> str:
        assert self.nursery.stdout is not None
        return self.nursery.stdout.readline().strip()


_CSRF = "c" * 32
_PNG = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de")


def _walked(server: Server, code: str) -> Facts:
    going = walk(code)
    ask = next(going)
    while True:
        try:
            ask = going.send(server.ask(ask))
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def test_killed_between_any_two_steps_nothing_is_lost_or_doubled(installation: Installation) -> None:
    made = json.loads(installation.script(_CAST).splitlines()[-1])
    server = Server(installation, made["cookies"])
    with server.ended_at_end():
        facts = _walked(server, made["code"])
    held = json.loads(installation.script(_FACTS, facts.case).splitlines()[-1])
    assert server.kills > 25
    assert (held["rows"], held["told"], held["messages"]) == (_ROWS, _TOLD, _SENT)
    assert (held["owed"], held["dead"], held["verified"]) == (0, [], True)
