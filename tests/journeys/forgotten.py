"""A whole case in an installation of its own, and a year later the customer asks to be forgotten.

`main` tells what was found of him before and after, in tables and in files, and what must have stayed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from anxin.domains.fieldwork import testing as make
from anxin.kernel import clock, events, links, search
from anxin.kernel.events import sequencer
from anxin.kernel.events.handling import deliver_due
from anxin.kernel.events.verification import verify
from anxin.kernel.jobs.worker import Worker
from tests.journeys.walk import PERSONAL, Ask, Facts, cast, pk, walk

YEAR = timedelta(days=365)
TURN = timedelta(minutes=2)
"""From one turn of the house's own work to the next: what can be undone for a minute, and what runs each minute."""


class House:
    """Everybody's browser, and the house's own work between what they ask. `at` is the hour."""

    def __init__(self) -> None:
        self.at = make.MORNING
        with clock.frozen(self.at):
            players = cast()
        self.code = players.code
        self.browsers = {"customer": Client()}
        for role, actor in players.people.items():
            self.browsers[role] = Client()
            self.browsers[role].force_login(get_user_model().objects.get(pk=pk(actor)))

    def ask(self, ask: Ask, status: int = 0) -> Any:
        """Asked once; what the house brings about by itself is done before."""
        if ask.until:
            self.work()
        with clock.frozen(self.at):
            answer = self._send(ask)
        assert answer.status_code == status or (not status and answer.status_code < 400), answer.content.decode()
        told = json.loads(answer.content)
        assert ask.until is None or ask.until(told), told
        return told

    def work(self) -> None:
        """A turn later the house is at rest: nothing to sequence, deliver or run."""
        self.at += TURN
        with clock.frozen(self.at):
            while sequencer.sequence() or deliver_due() or Worker().run_once():
                pass

    def _send(self, ask: Ask) -> Any:
        client, path, headers = self.browsers[ask.who], f"/api{ask.path}", ask.headers(str(uuid4()))
        if ask.picture:
            file = SimpleUploadedFile("p.png", make.PNG + ask.picture.encode())
            return client.post(path, {"file": file, "bound_type": "visit", "bound_id": ask.bound}, headers=headers)
        if ask.writes:
            return client.post(path, ask.content, content_type="application/json", headers=headers)
        return client.get(path)


def walked(house: House) -> Facts:
    going = walk(house.code)
    ask = next(going)
    while True:
        try:
            ask = going.send(house.ask(ask))
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def in_tables(words: Iterable[str]) -> list[str]:
    """`table: word` for every table that holds one, also as JSON spells it."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            held = "\n".join(_text(cell) for row in cursor for cell in row)
            held = re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), held)
            found |= {f"{table}: {word}" for word in words if word in held}
    return sorted(found)


def _text(cell: Any) -> str:
    return bytes(cell).decode("utf-8", "replace") if isinstance(cell, memoryview | bytes) else str(cell)


def in_files(words: Iterable[str]) -> list[str]:
    """`file: word` in the whole data folder: the database, its log, what was uploaded, anchors and keys."""
    ways = {word: {word.encode(), json.dumps(word)[1:-1].encode()} for word in words}
    data = Path(settings.ANXIN.data)
    held = {path.relative_to(data): path.read_bytes() for path in data.rglob("*") if path.is_file()}
    return sorted(f"{name}: {word}" for name, bytes_ in held.items() for word in ways if _any(ways[word], bytes_))


def _any(ways: Iterable[bytes], held: bytes) -> bool:
    return any(way in held for way in ways)


def found_by_search(words: Iterable[str]) -> list[str]:
    return [word for word in words for kind in ("ticket", "customer") if search.ids(kind, word)]


def main() -> dict[str, Any]:
    house = House()
    facts = walked(house)
    house.work()
    sequencer.seal()
    house.at += YEAR
    house.work()
    with clock.frozen(house.at):
        long = links.sign("track", UUID(facts.ticket), clock.now() + YEAR)
    return forgotten(house, facts, long)


def forgotten(house: House, facts: Facts, long: str) -> dict[str, Any]:
    """What is left of the person once he has asked; `long`: a link to his case that would still be good."""
    day = make.MORNING.date()
    report = Ask("centre_manager", f"/reports/service?start={day}&end={day + timedelta(days=3)}")
    link = Ask("customer", f"/portal/track/{long}")
    before, told = traces(), [e.name for e in events.of_case(facts.case)]
    figures, number = house.ask(report), house.ask(link)["number"]
    house.ask(Ask("admin", f"/customers/{facts.customer}/erase", {"asked_through": "phone", "confirm": "ERASE"}))
    house.at += timedelta(hours=2)
    house.work()
    shown = house.ask(Ask("agent", f"/tickets/{facts.ticket}"))
    return {
        "before": before,
        "after": traces(),
        "link": house.ask(link, 404)["code"],
        "figures": figures,
        "figures_after": house.ask(report),
        "case": told,
        "case_after": [e.name for e in events.of_case(facts.case)][: len(told)],
        "verified": verify().ok,
        "ticket": [number, "archived"],
        "ticket_after": [shown["number"], shown["status"]],
    }


def traces() -> dict[str, list[str]]:
    return {"tables": in_tables(PERSONAL), "files": in_files(PERSONAL), "search": found_by_search(PERSONAL)}
