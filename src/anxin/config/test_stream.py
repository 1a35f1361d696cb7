"""The live stream tells what one may see, goes on where it stopped, ends with the right to listen (threat 10)."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from asgiref.sync import async_to_sync, sync_to_async
from django.test import AsyncClient, Client

from anxin.domains.people import testing as people
from anxin.domains.tickets import testing as tickets
from anxin.kernel import stream
from anxin.kernel.events.sequencer import sequence

pytestmark = pytest.mark.django_db
Chunks = AsyncIterator[bytes]


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    async def stay() -> None:
        """A stream at rest closes its connection; here that would end the test's transaction."""

    monkeypatch.setattr(stream, "PAUSE_SECONDS", 0.0)
    monkeypatch.setattr(stream, "_rest", stay)


def listening(browser: Client, steps: Callable[[Chunks], Any], last_seen: str = "0") -> Any:
    """Open the stream in the log-in of `browser` and play `steps` on what it says."""

    async def play() -> Any:
        client = AsyncClient()
        client.cookies = browser.cookies
        answer = await client.get("/api/stream", headers={"Last-Event-ID": last_seen})
        assert answer.status_code == 200
        return await asyncio.wait_for(steps(aiter(answer.streaming_content)), 30)  # type: ignore[attr-defined]

    return async_to_sync(play)()


async def until_quiet(said: Chunks) -> list[dict[str, Any]]:
    """All changes told before the stream has nothing more to say."""
    found: list[dict[str, Any]] = []
    async for chunk in said:
        lines = dict(line.split(": ", 1) for line in chunk.decode().splitlines() if line.split(":")[0])
        if chunk.startswith(b": "):
            return found
        if lines.get("event") == "changed":
            found.append(json.loads(lines["data"]))
    raise AssertionError("the stream ended")


def test_one_hears_of_ones_own_places_and_only_that_something_changed() -> None:
    here, there = people.centre(), people.centre("上海服务中心")
    mine, theirs = tickets.ticket(org_id=here.pk), tickets.ticket(org_id=there.pk)
    sequence()
    told = listening(people.browser("agent", here), until_quiet)
    subjects = {row["subject_id"] for row in told}
    assert str(mine.pk) in subjects and str(theirs.pk) not in subjects
    assert all(row.keys() == {"position", "name", "subject_type", "subject_id", "case_id"} for row in told)


def test_it_goes_on_where_it_stopped() -> None:
    here = people.centre()
    first = tickets.ticket(org_id=here.pk)
    sequence()
    browser = people.browser("agent", here)
    last = listening(browser, until_quiet)[-1]["position"]
    second = tickets.ticket(org_id=here.pk)
    sequence()
    subjects = {row["subject_id"] for row in listening(browser, until_quiet, str(last))}
    assert str(second.pk) in subjects and str(first.pk) not in subjects


def test_it_ends_with_the_log_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "RECHECK_SECONDS", 0.0)
    browser = people.browser("agent", people.centre())

    async def log_out_meanwhile(said: Chunks) -> int:
        await until_quiet(said)
        await sync_to_async(browser.logout)()
        return len([chunk async for chunk in said])  # ends by itself, else the test's patience does

    assert listening(browser, log_out_meanwhile) == 0


def test_nobody_else_may_listen(client: Client) -> None:
    assert async_to_sync(AsyncClient().get)("/api/stream").status_code == 401


def test_a_hundred_listeners_ask_once() -> None:
    asked = 0

    async def count() -> int:
        nonlocal asked
        asked += 1
        return 7

    async def listen() -> list[bool]:
        head = stream._Head()
        return list(await asyncio.gather(*(head.beyond(7) for _ in range(100))))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stream, "_head", count)
        patch.setattr(stream, "PAUSE_SECONDS", 60.0)
        assert async_to_sync(listen)() == [False] * 100
    assert asked == 1
