"""The board: open tickets by stage, with limits and how long cards have stood there."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from statistics import median
from uuid import UUID

from django.db.models import Count
from pydantic import BaseModel

from anxin.domains.processes import public as processes
from anxin.domains.tickets import rules, selectors, shapes
from anxin.domains.tickets.documents import DeskRules
from anxin.domains.tickets.models import Ticket
from anxin.kernel import authz, clock, policies
from anxin.kernel.actor import Actor
from anxin.kernel.i18n import t

CARDS = 40  # shown per column; the count tells the rest


class Card(shapes.TicketRow):
    age_s: int


class Column(BaseModel):
    """One stage. `limit` is its WIP limit (None = none), `full` says it is passed; `median_s` the cards' age."""

    stage: str
    name: str
    limit: int | None
    count: int
    full: bool
    median_s: int
    cards: list[Card]


class Board(BaseModel):
    columns: list[Column]


class Step(BaseModel):
    """A fact between a card and a stage. `of_order`: the outlet or the engineer makes it so."""

    check: str
    name: str
    of_order: bool


class Move(BaseModel):
    """What dropping a card on a stage does. `act` None = refused, `why` says why, `missing` what is wanting."""

    stage: str
    act: str | None
    full: bool
    why: str | None
    missing: list[Step]


#: The verb each act of the desk needs.
VERBS: dict[rules.Act, str] = {
    "take": "ticket.work",
    "visit": "order.open",
    "solve": "ticket.work",
    "close": "ticket.close",
    "reopen": "ticket.reopen",
}


def board(actor: Actor, filters: selectors.Filters, stages: tuple[str, ...]) -> Board:
    """A column per stage, oldest cards first; two queries a column at most, whatever it holds.

    Solved cases stand on it too: they wait for the revisit.
    """
    wanted = replace(filters, status=filters.status or ",".join((*selectors.OPEN, Ticket.Status.SOLVED)))
    rows = selectors.narrowed(actor, wanted).filter(merged_into=None)
    since: dict[str, list[datetime | None]] = {}
    for stage, at in rows.order_by("run__stage_since").values_list("run__stage", "run__stage_since"):
        since.setdefault(stage, []).append(at)
    shown = [pk for stage in stages for pk in _first(rows, stage)] if since else []
    tickets = selectors.lines(rows.filter(pk__in=shown)).order_by("run__stage_since", "pk")
    cards = shapes.rows(list(tickets), actor.lang)
    return Board(columns=[_column(stage, since.get(stage, []), cards, actor.lang) for stage in stages])


def _first(rows: selectors.Rows, stage: str) -> list[UUID]:
    return list(rows.filter(run__stage=stage).order_by("run__stage_since", "pk").values_list("pk", flat=True)[:CARDS])


def _column(stage: str, since: list[datetime | None], cards: list[shapes.TicketRow], lang: str) -> Column:
    now = clock.now()
    limit = policies.current(DeskRules).wip.get(stage)
    ages = [int((now - at).total_seconds()) for at in since if at]
    return Column(
        stage=stage,
        name=t(f"enum.stage.{stage}", lang),
        limit=limit,
        count=len(since),
        full=limit is not None and len(since) > limit,
        median_s=int(median(ages)) if ages else 0,
        cards=[
            Card(**card.model_dump(), age_s=int((now - (card.stage.since or card.opened_at)).total_seconds()))
            for card in cards
            if card.stage.code == stage
        ],
    )


def moves(actor: Actor, ticket: Ticket) -> list[Move]:
    """Where a card may be put and what that does, for every other stage of its board."""
    stages = processes.stage_codes()
    places = {stage: place for place, stage in enumerate(stages)}
    cards = processes.steps_of(ticket.case_id)
    steps = [rules.Step(card.check, places[card.stage], card.order_id is not None, card.done) for card in cards]
    solved_at = next((step.stage for step in steps if step.check == "solved"), len(stages))
    at = places[ticket.run.stage]
    dropped = {
        stage: rules.drop(place, stage=at, status=ticket.status, steps=steps, solved_at=solved_at)
        for stage, place in places.items()
        if place != at
    }
    full = _full(actor)
    return [_move(actor, stage, drop, full) for stage, drop in dropped.items()]


def _move(actor: Actor, stage: str, drop: rules.Drop, full: frozenset[str]) -> Move:
    why = drop.refused
    if drop.act and not authz.has(actor, VERBS[drop.act]):
        why = "ticket.drop_no_right"
    return Move(
        stage=stage,
        act=None if why else drop.act,
        full=stage in full,
        why=t(why, actor.lang, stage=f"enum.stage.{stage}") if why else None,
        missing=[
            Step(check=step.check, name=t(f"enum.check.{step.check}", actor.lang), of_order=step.of_order)
            for step in drop.missing
        ],
    )


def _full(actor: Actor) -> frozenset[str]:
    """Stages that hold as many cards as their limit, of all the actor sees."""
    limits = policies.current(DeskRules).wip
    rows = selectors.visible_to(actor, "ticket.read").filter(status__in=(*selectors.OPEN, Ticket.Status.SOLVED))
    held = rows.order_by().values("run__stage").annotate(n=Count("pk")).values_list("run__stage", "n")
    return frozenset(stage for stage, n in held if stage in limits and n >= limits[stage])
