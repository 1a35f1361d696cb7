"""Routes of the reports."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Schema

from anxin.domains.people import public as people
from anxin.domains.tickets import public as tickets
from anxin.kernel import clock as time
from anxin.kernel import policies
from anxin.kernel.errors import Invalid
from anxin.kernel.http import Column, Page, Request, Router, export, paginate
from anxin.kernel.i18n import t

from . import selectors
from .measures import MEASURES, Targets
from .models import Outcome
from .selectors import Node, Period

router = Router(tags=["reports"])
routers = (router,)

_LONGEST = timedelta(days=366)
EXPORTED = 5000


class ReportSpan(Schema):
    """Days, both counted; the last 14 by default."""

    start: date | None = None
    end: date | None = None
    org: UUID | None = None

    def period(self) -> Period:
        end = self.end or time.now().date()
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
    ages: list[int]


class ClockOut(Schema):
    """How one named clock was kept at the chosen place: percent of `n`."""

    clock: str
    name: str
    n: int
    value: float
    target: float
    enough: bool


class ReportOut(Schema):
    """`nodes[0]` is the chosen place, the rest its children; `path` leads from the top the reader may see.

    `company`: the whole company's values by measure, where it has enough cases. `ages`: open work of each node
    under 1, to 3, to 7 days, older.
    """

    start: date
    end: date
    path: list[dict[str, str]]
    nodes: list[NodeOut]
    clocks: list[ClockOut]
    company: dict[str, float]


class CaseOut(Schema):
    ticket_id: UUID
    number: str
    day: date
    org: str
    value: int
    detail: str


@router.get("/reports/service", verb="report.see", response=ReportOut)
def service_report(request: Request, span: Query[ReportSpan]) -> ReportOut:
    period = span.period()
    nodes = selectors.report(request.actor, period, span.org)
    reachable = {place.id for place in people.places_for(request.actor, "report.see")}
    path = [{"id": str(o.id), "name": o.name} for o in people.org_path(nodes[0].org_id) if o.id in reachable]
    return ReportOut(
        start=period.start,
        end=period.end,
        path=path,
        nodes=[_node(node, request.actor.lang) for node in nodes],
        clocks=[_clock(one, request.actor.lang) for one in selectors.clocks(request.actor, period, nodes[0].org_id)],
        company={f.code: f.value for f in selectors.company(period).values() if f.enough and f.value is not None},
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
    clock: str = "",
    cursor: str | None = None,
    limit: int = 25,
    sort: str = "-day",
) -> Page[CaseOut]:
    """The cases behind a figure of a place."""
    if span.org is None:
        raise Invalid("insight.place_needed", field="org")
    rows = selectors.cases(request.actor, measure, span.period(), span.org, missed=missed, detail=clock)
    return paginate(
        rows.select_related("org"),
        shape=lambda found: _cases(found, request.actor.lang),
        orders={"day": "day"},
        sort=sort,
        cursor=cursor,
        limit=limit,
    )


@router.get("/reports/service/cases/export", verb="report.export")
def export_cases(
    request: Request, span: Query[ReportSpan], measure: str, missed: bool = True, clock: str = "", format: str = "xlsx"
) -> HttpResponse:
    """The cases as listed, as a file."""
    if span.org is None:
        raise Invalid("insight.place_needed", field="org")
    rows = selectors.cases(request.actor, measure, span.period(), span.org, missed=missed, detail=clock)
    lang = request.actor.lang
    columns: list[Column[CaseOut]] = [
        Column("insight.column.number", lambda row: row.number),
        Column("insight.column.day", lambda row: row.day.isoformat()),
        Column("insight.column.place", lambda row: row.org),
        Column("insight.column.detail", lambda row: row.detail),
    ]
    found = _cases(list(rows.select_related("org").order_by("-day", "pk")[:EXPORTED]), lang)
    return export(found, columns, name="cases", format=format, lang=lang)


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
        ages=list(node.ages),
    )


def _clock(kept: selectors.ClockKept, lang: str) -> ClockOut:
    return ClockOut(
        clock=kept.clock,
        name=t(f"enum.clock.{kept.clock}", lang),
        n=kept.n,
        value=kept.value,
        target=policies.current(Targets).clocks_kept,
        enough=kept.enough,
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


def _cases(rows: Sequence[Outcome], lang: str) -> list[CaseOut]:
    numbers = tickets.numbers({row.ticket_id for row in rows})
    return [_case(row, numbers.get(row.ticket_id, ""), lang) for row in rows]


def _case(row: Outcome, number: str, lang: str) -> CaseOut:
    detail = t(f"insight.detail.{row.detail}", lang) if row.detail else ""
    return CaseOut(
        ticket_id=row.ticket_id, number=number, day=row.day, org=row.org.name, value=row.value, detail=detail
    )
