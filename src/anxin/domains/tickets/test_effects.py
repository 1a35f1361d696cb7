"""What a policy would change, before it is published."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from anxin.domains.people import testing as people
from anxin.domains.processes import public as processes
from anxin.domains.tickets import testing
from anxin.domains.tickets.testing import NINE
from anxin.kernel import clock, policies
from anxin.kernel.policies import kinds

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday")]


def promises(minutes: int) -> dict[str, Any]:
    """The promises in force, with every one for a person to join set to so many minutes."""
    document = policies.current(kinds()["processes.promises"]).model_dump(mode="json")
    for row in document["rows"]:
        if row["clock"] == "human":
            row["minutes"] = minutes
    return document


def effect(client: Client, kind: str, document: dict[str, Any]) -> Any:
    return client.post(f"/api/policies/{kind}/effect", json.dumps({"document": document}), "application/json").json()


def human_due(case_id: Any) -> datetime:
    due = next(c.target_at for c in processes.clocks_of(case_id) if c.name == "human")
    assert due is not None
    return due


def test_a_tighter_promise_shows_the_tickets_it_would_move_and_moves_none(centre: Any) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    before = human_due(ticket.case_id)
    with clock.later(timedelta(minutes=2)):
        told = effect(people.browser("admin"), "processes.promises", promises(1))
    (row,) = told.pop("rows")
    assert told == {"simulated": True, "tried": told["tried"], "sooner": 1, "later": 0, "over_now": 1, "tickets": 1}
    assert (row["number"], row["clock"]) == (ticket.number, "human")
    assert datetime.fromisoformat(row["before"]) == before
    assert datetime.fromisoformat(row["after"]) == NINE + timedelta(minutes=1)
    assert human_due(ticket.case_id) == before


def test_the_same_document_moves_nothing_and_a_promise_told_is_never_loosened(centre: Any) -> None:
    testing.ticket(org_id=centre.pk)
    admin = people.browser("admin")
    same = effect(admin, "processes.promises", policies.current(kinds()["processes.promises"]).model_dump(mode="json"))
    looser = effect(admin, "processes.promises", promises(600))
    assert same["tried"] > 0
    assert (same["sooner"], same["later"], looser["sooner"], looser["later"]) == (0, 0, 0, 0)


def test_who_sees_another_place_only_gets_the_count(centre: Any) -> None:
    testing.ticket(org_id=centre.pk)
    told = effect(people.browser("dispatcher", people.centre("西安服务中心")), "processes.promises", promises(1))
    assert (told["tickets"], told["rows"]) == (1, [])


def test_a_kind_no_clock_is_read_by_says_so(centre: Any) -> None:
    told = effect(people.browser("admin"), "desk.routing", {})
    assert told["simulated"] is False


def test_a_document_that_does_not_fit_is_refused_by_field(centre: Any) -> None:
    told = effect(people.browser("admin"), "processes.promises", {"rows": [{"minutes": "soon"}]})
    assert told["code"] == "error.policy_does_not_fit"


def test_every_policy_says_what_reads_it(centre: Any) -> None:
    shipped = [cls for cls in kinds().values() if ".test_" not in cls.__module__]
    assert [cls.kind for cls in shipped if not cls.used_in] == []
    told = people.browser("admin").get("/api/policies/processes.promises").json()
    assert told["used_in"] == ["时钟与到期时间", "到期前后的提醒", "报表"]
