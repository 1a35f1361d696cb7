"""Routes of the reports."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Schema

from anxin.domains.people import public as people
from anxin.domains.tickets import public as tickets
from anxin.kernel import authz, clock
from anxin.kernel.errors import Invalid
from anxin.kernel.http import Column, Page, Request, Router, export, paginate
from anxin.kernel.i18n import t

from . import selectors
from .measures import MEASURES
from .models import Outcome
from .selectors import Node, Period

router = Router(tags=["reports"])
routers = (router,)

_LONGEST = timedelta(days=366)


class ReportSpan(Schema):
    """Days, both counted; the last 14 by default."""

    start: date | None = None
    end: date | None = None
    org: UUID | None = None

    def period(self) -> Period:
        end = self.end or clock.now().date()
        start = self.start or end - timedelta(days=13)
        if not start <= end <= start + _LONGEST:
            raise Invalid("insight.bad_period", field="start")
        return Period(start, end)


class FigureOut(Schema):
    """`value` and `target` are percent for rates; `good` is None where it cannot be judged."""

    code: str
    name: str
    unit: str
    value: float | None
    target: float | None
    n: int
    enough: bool
    good: bool | None
    change: float | None
    trend: list[float | None]


class NodeOut(Schema):
    org_id: UUID
    parent_id: UUID | None
    kind: str
    name: str
    partner: bool
    figures: list[FigureOut]


class ReportOut(Schema):
    """`nodes[0]` is the chosen place, the rest its children; `path` leads from the top the reader may see."""

    start: date
    end: date
    path: list[dict[str, str]]
    nodes: list[NodeOut]


class CaseOut(Schema):
    ticket_id: UUID
    day: date
    org: str
    value: int
    detail: str


class HomeOut(Schema):
    """What waits for a person: the next thing, the board by due time, and the figures of their place."""

    next: tickets.TicketRow | None
    board: list[tickets.TicketRow]
    figures: list[FigureOut]


@router.get("/home", verb="self.use", response=HomeOut)
def home(request: Request) -> HomeOut:
    board = tickets.board(request.actor)
    figures: list[FigureOut] = []
    if authz.has(request.actor, "report.see"):
        top = selectors.report(request.actor, ReportSpan().period())[0]
        figures = [_figure(figure, request.actor.lang) for figure in top.figures.values()]
    return HomeOut(next=board[0] if board else None, board=board, figures=figures)


@router.get("/reports/service", verb="report.see", response=ReportOut)
def service_report(request: Request, span: Query[ReportSpan]) -> ReportOut:
    period = span.period()
    nodes = selectors.report(request.actor, period, span.org)
    reachable = {place.id for place in people.places_for(request.actor, "report.see")}
    path = [{"id": str(o.id), "name": o.name} for o in people.org_path(nodes[0].org_id) if o.id in reachable]
    return ReportOut(
        start=period.start, end=period.end, path=path, nodes=[_node(node, request.actor.lang) for node in nodes]
    )


@router.get("/reports/service/export", verb="report.export")
def export_service_report(request: Request, span: Query[ReportSpan], format: str = "xlsx") -> HttpResponse:
    """The table as shown, one line per place."""
    lang = request.actor.lang
    nodes = selectors.report(request.actor, span.period(), span.org)
    columns: list[Column[Node]] = [Column("insight.column.place", lambda node: node.name)]
    for code in ["backlog", *MEASURES]:
        columns.append(Column(f"measure.{code}", _value_of(code)))
        columns.append(Column("insight.column.n", _n_of(code)))
    return export(nodes, columns, name="service-report", format=format, lang=lang)


@router.get("/reports/service/cases", verb="report.see", response=Page[CaseOut])
def report_cases(
    request: Request,
    span: Query[ReportSpan],
    measure: str,
    missed: bool = True,
    cursor: str | None = None,
    limit: int = 25,
    sort: str = "-day",
) -> Page[CaseOut]:
    """The cases behind a figure of a place."""
    if span.org is None:
        raise Invalid("insight.place_needed", field="org")
    rows = selectors.cases(request.actor, measure, span.period(), span.org, missed=missed).select_related("org")
    return paginate(
        rows,
        shape=lambda found: [_case(row, request.actor.lang) for row in found],
        orders={"day": "day"},
        sort=sort,
        cursor=cursor,
        limit=limit,
    )


def _value_of(code: str) -> Callable[[Node], float | None]:
    return lambda node: node.figures[code].value


def _n_of(code: str) -> Callable[[Node], int]:
    return lambda node: node.figures[code].n


def _node(node: Node, lang: str) -> NodeOut:
    figures = [_figure(figure, lang) for figure in node.figures.values()]
    return NodeOut(
        org_id=node.org_id,
        parent_id=node.parent_id,
        kind=node.kind,
        name=node.name,
        partner=node.partner,
        figures=figures,
    )


def _figure(figure: selectors.Figure, lang: str) -> FigureOut:
    rate = figure.code in MEASURES and MEASURES[figure.code].kind == "rate"
    return FigureOut(
        code=figure.code,
        name=t(f"measure.{figure.code}", lang),
        unit="percent" if rate else "count",
        value=figure.value,
        target=figure.target,
        n=figure.n,
        enough=figure.enough,
        good=figure.good,
        change=figure.change,
        trend=list(figure.trend),
    )


def _case(row: Outcome, lang: str) -> CaseOut:
    detail = t(f"insight.detail.{row.detail}", lang) if row.detail else ""
    return CaseOut(ticket_id=row.ticket_id, day=row.day, org=row.org.name, value=row.value, detail=detail)
