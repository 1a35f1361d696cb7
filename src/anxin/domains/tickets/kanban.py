"""The board: open tickets by stage, with limits and how long cards have stood there."""

from __future__ import annotations

from datetime import datetime
from statistics import median
from uuid import UUID

from pydantic import BaseModel

from anxin.domains.tickets import selectors, shapes
from anxin.domains.tickets.documents import DeskRules
from anxin.kernel import clock, policies
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


def board(actor: Actor, filters: selectors.Filters, stages: tuple[str, ...]) -> Board:
    """A column per stage, oldest cards first; two queries a column at most, whatever it holds."""
    rows = selectors.narrowed(actor, filters).filter(status__in=selectors.OPEN, merged_into=None)
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
