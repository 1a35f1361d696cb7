"""Presence, queues and routing on rows."""

from datetime import timedelta
from uuid import UUID

import pytest

from anxin.domains.people import testing as people
from anxin.kernel import clock
from anxin.kernel.actor import SYSTEM, Actor
from anxin.kernel.errors import Invalid, NotFound
from anxin.kernel.ids import new_id

from . import public, queues, selectors, services
from .models import Queue, QueueEntry, Routing

pytestmark = pytest.mark.django_db


def desk(role: str = "agent", *, state: str = "available", at: UUID | None = None) -> Actor:
    actor = people.staff(role)
    services.set_presence(actor=actor, state=state)
    return actor


def queue(**changes: object) -> Queue:
    plain = {"code": "main", "name_zh": "总队列", "name_en": "Main", "org_id": people.brand().id}
    return queues.define_queue(actor=SYSTEM, **{**plain, **changes})  # type: ignore[arg-type]


def test_work_goes_to_who_is_there_and_the_reasons_are_kept() -> None:
    queue()
    away, there = desk(state="break"), desk()
    ticket = new_id()
    decision = public.route(kind="ticket", object_id=ticket, org_id=people.brand().id)
    assert (decision.user_id, decision.queue) == (there.id, "main")
    assert [r["code"] for r in Routing.objects.get().reasons] == ["desk.least_loaded", "desk.refused_break"]
    assert public.desk_of(there.id).load == 5  # type: ignore[arg-type]
    assert public.desk_of(away.id).load == 0  # type: ignore[arg-type]


def test_work_is_spread_evenly() -> None:
    queue()
    both = {desk().id, desk().id}
    given = [public.route(kind="ticket", object_id=new_id(), org_id=people.brand().id).user_id for _ in range(4)]
    assert {given.count(who) for who in both} == {2}


def test_with_nobody_there_it_waits_and_who_asks_gets_the_next_piece_with_its_reasons() -> None:
    queue()
    agent = desk(state="offline")
    first, urgent = new_id(), new_id()
    public.route(kind="ticket", object_id=first, org_id=people.brand().id)
    public.route(kind="ticket", object_id=urgent, org_id=people.brand().id, needs=public.Needs(urgent=True))
    assert selectors.queues_for(agent)[0].waiting == 2
    claims = {each: public.Claim(None, "") for each in (first, urgent)}
    turns = public.turns(agent, kind="ticket", claims=claims)
    assert [turn.object_id for turn in turns] == [urgent, first]
    public.take_turn(actor=agent, kind="ticket", turn=turns[0])
    assert [r["code"] for r in Routing.objects.latest("at", "id").reasons] == [
        "desk.turn_urgent", "desk.turn_waited_minutes", "desk.turn_fits", "desk.turn_others",
    ]  # fmt: skip
    assert selectors.queues_for(agent)[0].waiting == 1
    assert public.desk_of(agent.id).load == 5  # type: ignore[arg-type]


def test_what_is_put_back_is_nobodys_though_somebody_is_free() -> None:
    queue()
    agent, ticket = desk(), new_id()
    public.route(kind="ticket", object_id=ticket, org_id=people.brand().id)
    public.put_back(actor=agent, kind="ticket", object_id=ticket)
    assert public.desk_of(agent.id).load == 0  # type: ignore[arg-type]
    assert QueueEntry.objects.get(object_id=ticket).user_id is None
    assert Routing.objects.latest("at", "id").reasons == [{"code": "desk.put_back", "params": {"name": agent.name}}]


def test_work_resumed_lies_where_it_lay() -> None:
    queue()
    agent, ticket = desk(), new_id()
    public.route(kind="ticket", object_id=ticket, org_id=people.brand().id)
    public.end(kind="ticket", object_id=ticket)
    public.resume(kind="ticket", object_id=ticket)
    assert public.desk_of(agent.id).load == 5  # type: ignore[arg-type]


def test_another_places_queue_is_not_asked() -> None:
    queue(code="far", org_id=people.centre().id)
    ticket = new_id()
    public.route(kind="ticket", object_id=ticket, org_id=Queue.objects.get(code="far").org_id)
    stranger = people.staff("agent", people.centre())
    assert public.turns(stranger, kind="ticket", claims={ticket: public.Claim(None, "")}) == []


def test_ended_work_is_no_load() -> None:
    queue()
    agent = desk()
    ticket = new_id()
    public.route(kind="ticket", object_id=ticket, org_id=people.brand().id)
    public.end(kind="ticket", object_id=ticket)
    assert public.desk_of(agent.id).load == 0  # type: ignore[arg-type]


def test_the_nearest_queue_that_serves_the_skill_is_taken() -> None:
    centre = people.centre()
    queue()
    queue(code="gas", org_id=centre.id, skills=["gas"])
    assert selectors.queue_for(centre.id, skill="gas").code == "gas"  # type: ignore[union-attr]
    assert selectors.queue_for(centre.id, skill="ac").code == "main"  # type: ignore[union-attr]


def test_a_browser_silent_for_too_long_is_offline() -> None:
    queue()
    agent = desk()
    with clock.later(timedelta(seconds=200)):
        assert public.desk_of(agent.id).state == "offline"  # type: ignore[arg-type]
        assert public.route(kind="ticket", object_id=new_id(), org_id=people.brand().id).user_id is None


def test_an_unknown_state_changes_nothing() -> None:
    agent = desk()
    with pytest.raises(Invalid):
        services.set_presence(actor=agent, state="dancing")
    assert public.desk_of(agent.id).state == "available"  # type: ignore[arg-type]


def test_without_any_queue_work_is_not_lost_but_told_so() -> None:
    decision = public.route(kind="ticket", object_id=new_id(), org_id=people.brand().id)
    assert [r.code for r in decision.reasons] == ["desk.no_queue"]
    assert QueueEntry.objects.count() == 0


def test_a_queue_shows_itself_to_the_role_it_waits_for() -> None:
    queue()
    agent, clerk = desk(), people.staff("clerk", people.outlet())
    assert [found.code for found in selectors.queues_for(agent)] == ["main"]
    assert selectors.queues_for(clerk) == []


def test_why_work_went_where_is_not_told_to_who_may_not_see_it() -> None:
    queue()
    piece = new_id()
    public.route(kind="ticket", object_id=piece, org_id=people.brand().id)
    for unseen in (piece, new_id()):
        with pytest.raises(NotFound):
            selectors.routings_of(people.staff("clerk", people.outlet()), unseen)
