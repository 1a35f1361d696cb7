"""Routes of the reports."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from operator import attrgetter, itemgetter
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.text import slugify
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
#: What the chart of days shows.
DAILY = ("opened", "closed", "backlog")


class ReportSpan(Schema):
    """Days, both counted; the last 14 by default. `order_type` narrows to tickets of that type."""

    start: date | None = None
    end: date | None = None
    org: UUID | None = None
    order_type: str = ""

    def period(self) -> Period:
        end = self.end or time.now().date()
        start = self.start or end - timedelta(days=13)
        if not start <= end <= start + _LONGEST:
            raise Invalid("insight.bad_period", field="start")
        return Period(start, end)


class FigureOut(Schema):
    """`value`, `target` and `before` are percent for rates; `good` is None where it cannot be judged.

    `before`: the same over as many days just before, `change` the difference; `trend`: one value per day.
    """

    code: str
    name: str
    unit: str
    value: float | None
    target: float | None
    n: int
    enough: bool
    good: bool | None
    before: float | None
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
    `before_start` to `before_end`: the period all is compared with.

    `company`: the whole company's values by measure, where it has enough cases. `ages`: open work of each node
    under 1, to 3, to 7 days, older.
    """

    start: date
    end: date
    before_start: date
    before_end: date
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
    nodes = selectors.report(request.actor, period, span.org, span.order_type)
    clocks = selectors.clocks(request.actor, period, nodes[0].org_id, span.order_type)
    company = selectors.company(period, span.order_type)
    reachable = {place.id for place in people.places_for(request.actor, "report.see")}
    path = [{"id": str(o.id), "name": o.name} for o in people.org_path(nodes[0].org_id) if o.id in reachable]
    return ReportOut(
        start=period.start,
        end=period.end,
        before_start=period.before.start,
        before_end=period.before.end,
        path=path,
        nodes=[_node(node, request.actor.lang) for node in nodes],
        clocks=[_clock(one, request.actor.lang) for one in clocks],
        company={f.code: f.value for f in company.values() if f.enough and f.value is not None},
    )


@router.get("/reports/service/export", verb="report.export")
def export_service_report(request: Request, span: Query[ReportSpan], format: str = "xlsx") -> HttpResponse:
    """The table as shown, one line per place: each figure, what it was before, the difference, n."""
    period = span.period()
    nodes = selectors.report(request.actor, period, span.org, span.order_type)
    columns: list[Column[Node]] = [Column("insight.column.place", lambda node: node.name)]
    for code in ["backlog", *MEASURES]:
        columns.append(Column(f"measure.{code}", _part_of(code, "value")))
        columns.append(Column("insight.column.before", _part_of(code, "before")))
        columns.append(Column("insight.column.change", _part_of(code, "change")))
        columns.append(Column("insight.column.n", _part_of(code, "n")))
    return export(request, nodes, columns, what="report", name=_named("service-report", span), format=format)


@router.get("/reports/service/days/export", verb="report.export")
def export_days(request: Request, span: Query[ReportSpan], format: str = "xlsx") -> HttpResponse:
    """The chart as a table: per day of the period what came in, what went out, what was open at its end."""
    figures = selectors.report(request.actor, span.period(), span.org, span.order_type)[0].figures
    rows = list(zip(span.period().days, *(figures[code].trend for code in DAILY), strict=True))
    columns: list[Column[tuple[Any, ...]]] = [Column("insight.column.day", lambda row: row[0].isoformat())]
    columns += [Column(f"measure.{code}", itemgetter(place)) for place, code in enumerate(DAILY, start=1)]
    return export(request, rows, columns, what="report_days", name=_named("days", span), format=format)


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
    rows = _rows(request, span, measure, missed, clock)
    return paginate(
        request,
        rows.select_related("org"),
        what="report_cases",
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
    rows = _rows(request, span, measure, missed, clock)
    lang = request.actor.lang
    columns: list[Column[CaseOut]] = [
        Column("insight.column.number", lambda row: row.number),
        Column("insight.column.day", lambda row: row.day.isoformat()),
        Column("insight.column.place", lambda row: row.org),
        Column("insight.column.detail", lambda row: row.detail),
    ]
    found = _cases(list(rows.select_related("org").order_by("-day", "pk")[:EXPORTED]), lang)
    return export(request, found, columns, what="report_cases", name=_named(f"cases-{measure}", span), format=format)


def _rows(request: Request, span: ReportSpan, measure: str, missed: bool, clock: str) -> QuerySet[Outcome]:
    if span.org is None:
        raise Invalid("insight.place_needed", field="org")
    return selectors.cases(
        request.actor, measure, span.period(), span.org, missed=missed, detail=clock, order_type=span.order_type
    )


def _named(what: str, span: ReportSpan) -> str:
    """What a file holds, in its name: the days and the order type."""
    period = span.period()
    return "-".join(filter(None, [what, period.start.isoformat(), period.end.isoformat(), slugify(span.order_type)]))


def _part_of(code: str, part: str) -> Callable[[Node], float | None]:
    read = attrgetter(part)
    return lambda node: read(node.figures[code])


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
        before=figure.before,
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
