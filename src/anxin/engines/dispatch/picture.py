"""`draw`: a plan as one HTML page with a timetable and a map, needing nothing from any network."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from anxin.engines.dispatch.accounting import travel_seconds
from anxin.engines.dispatch.model import Engineer, Job, Problem, Route
from anxin.engines.dispatch.result import Plan
from anxin.engines.dispatch.words import say

ROW, LEFT, TOP, WIDE, MAP = 20, 64, 24, 1080, 640
HUES = 12
STYLE = """
body{font:14px/1.5 system-ui,"Noto Sans CJK SC",sans-serif;margin:24px;color:#1f2328;background:#fff}
h1{font-size:20px;margin:0 0 4px} h2{font-size:15px;margin:24px 0 8px}
svg{background:#fafbfc;border:1px solid #d8dee4;border-radius:6px;display:block}
.wide{overflow-x:auto} .map{max-width:100%;height:auto}
.map:hover g:not(:hover){opacity:.12} g:hover polyline{stroke-width:2.5;opacity:1}
text{font:11px system-ui,sans-serif;fill:#57606a}
dl{display:flex;gap:24px;margin:8px 0;flex-wrap:wrap} dt{color:#57606a} dd{margin:0;font-size:18px;font-weight:600}
table{border-collapse:collapse} td,th{padding:2px 12px 2px 0;text-align:left;vertical-align:top}
.lunch{fill:#d0d7de} .drive{stroke:#8c959f;stroke-width:2} .hour{stroke:#eaeef2}
.key{margin:4px 0;color:#57606a}
label{margin-right:12px;color:#57606a;cursor:pointer}
#zh:checked~main .en,#en:checked~main .zh{display:none}
@media(max-width:600px){body{margin:16px}}
"""


@dataclass(frozen=True, slots=True)
class Scene:
    """What every part of the picture looks up."""

    problem: Problem
    plan: Plan
    jobs: Mapping[str, Job]
    engineers: Mapping[str, Engineer]

    def colour(self, k: int) -> str:
        return f"hsl({k % HUES * 360 // HUES} 55% {42 + 12 * (k // HUES % 3)}%)"


def draw(problem: Problem, plan: Plan, title: str) -> str:
    """The page: figures, timetable, map, and the jobs left out with their reasons. Times are seconds of a day."""
    jobs, engineers = {j.id: j for j in problem.jobs}, {e.id: e for e in problem.engineers}
    scene = Scene(problem, plan, jobs, engineers)
    parts = [*_figures(scene), *_gantt(scene), *_map(scene), *_unserved(scene)]
    name, switch = escape(title), "".join(_SWITCH)
    return (
        '<!doctype html><html lang="zh"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{name}</title><style>{STYLE}</style><h1>{name}</h1>{switch}<main>{''.join(parts)}</main></html>\n"
    )


_SWITCH = (
    '<input type="radio" name="language" id="zh" checked><label for="zh">中文</label>',
    '<input type="radio" name="language" id="en"><label for="en">English</label>',
)


def _both(zh: str, en: str) -> str:
    """A text in both languages; the page shows the one chosen at its head."""
    return f'<span class="zh">{escape(zh)}</span><span class="en" lang="en">{escape(en)}</span>'


def clock(seconds: int) -> str:
    """09:05 of the day."""
    return f"{seconds // 3600 % 24:02d}:{seconds % 3600 // 60:02d}"


def _figures(scene: Scene) -> Iterator[str]:
    visits = sum(len(route.visits) for route in scene.plan.routes)
    driving = sum(travel_seconds(scene.problem, scene.engineers[r.engineer], r, scene.jobs) for r in scene.plan.routes)
    figures = (
        (_both("工程师", "engineers"), len(scene.plan.routes)),
        (_both("上门", "visits"), visits),
        (_both("未派", "unserved"), len(scene.plan.unserved)),
        (_both("行驶", "driving"), f"{driving / 3600:.1f} h"),
        (_both("总代价（含未派）", "cost, unserved included"), f"{scene.plan.cost.total / 3600:.1f} h"),
    )
    yield "<dl>" + "".join(f"<div><dt>{k}</dt><dd>{v}</dd></div>" for k, v in figures) + "</dl>"


def _gantt(scene: Scene) -> Iterator[str]:
    routes = scene.plan.routes
    if not routes:
        return
    first = min(r.depart for r in routes) // 3600 * 3600
    last = -(-max(r.finish for r in routes) // 3600) * 3600
    scale = (WIDE - LEFT - 24) / (last - first)
    high = TOP + ROW * len(routes) + 4
    key = _both(
        "色块：服务 · 灰线：行驶与等待 · 灰块：午休",
        "colour: work · grey line: driving and waiting · grey block: lunch",
    )
    yield f'<h2>{_both("时间表", "Timetable")}</h2><p class="key">{key}</p>'
    size = f'viewBox="0 0 {WIDE} {high}" width="{WIDE}" height="{high}"'
    yield f'<div class="wide"><svg {size} role="img" aria-label="timetable">'
    for hour in range(first, last + 1, 3600):
        x = LEFT + (hour - first) * scale
        yield f'<line class="hour" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP - 6}" y2="{high}"/>'
        yield f'<text x="{x:.1f}" y="14" text-anchor="middle">{clock(hour)}</text>'
    for k, route in enumerate(routes):
        yield from _lane(scene, route, k, first, scale)
    yield "</svg></div>"


def _lane(scene: Scene, route: Route, k: int, first: int, scale: float) -> Iterator[str]:
    """One engineer's row."""
    y, colour = TOP + k * ROW, scene.colour(k)

    def x(seconds: int) -> float:
        return LEFT + (seconds - first) * scale

    yield f'<text x="4" y="{y + 13}">{escape(route.engineer)}</text>'
    yield f'<line class="drive" x1="{x(route.depart):.1f}" x2="{x(route.finish):.1f}" y1="{y + 9}" y2="{y + 9}"/>'
    shift = scene.engineers[route.engineer].shifts[route.shift]
    if route.lunch_at is not None and shift.lunch is not None:
        yield (
            f'<rect class="lunch" x="{x(route.lunch_at):.1f}" y="{y + 4}" '
            f'width="{shift.lunch.duration * scale:.1f}" height="10"/>'
        )
    for visit in route.visits:
        job = scene.jobs[visit.job]
        skills = " ".join(f"{s}≥{v}" for s, v in job.skills.items())
        tip = f"{visit.job} · {clock(visit.start)}-{clock(visit.end)} · P{job.priority} {skills}"
        yield (
            f'<rect x="{x(visit.start):.1f}" y="{y + 2}" width="{(visit.end - visit.start) * scale:.1f}" height="14" '
            f'rx="2" fill="{colour}"><title>{escape(tip)}</title></rect>'
        )


def _map(scene: Scene) -> Iterator[str]:
    places = [j.place for j in scene.problem.jobs] + [e.start for e in scene.problem.engineers]
    if not places:
        return
    low_x, low_y = min(p.x for p in places), min(p.y for p in places)
    span = max(max(p.x for p in places) - low_x, max(p.y for p in places) - low_y) or 1
    scale = (MAP - 24) / span

    def at(job: Job | Engineer) -> str:
        place = job.place if isinstance(job, Job) else job.start
        return f"{12 + (place.x - low_x) * scale:.1f},{MAP - 12 - (place.y - low_y) * scale:.1f}"

    key = _both(
        "○ 出发地 · ● 上门 · × 未派；指向一条路线，只看这一条",
        "○ home · ● visit · × unserved; point at a route to see it alone",
    )
    yield f'<h2>{_both("地图", "Map")}</h2><p class="key">{key}</p>'
    yield f'<svg class="map" viewBox="0 0 {MAP} {MAP}" width="{MAP}" role="img" aria-label="map">'
    for k, route in enumerate(scene.plan.routes):
        home, colour = at(scene.engineers[route.engineer]), scene.colour(k)
        stops = [at(scene.jobs[v.job]) for v in route.visits]
        path = " ".join([home, *stops, home])
        yield f"<g><title>{escape(route.engineer)}</title>"
        yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.2" opacity=".7"/>'
        yield from (_dot(stop, colour, v.job) for stop, v in zip(stops, route.visits, strict=True))
        yield _dot(home, "#fff", route.engineer, f'stroke="{colour}" stroke-width="2"', 4) + "</g>"
    for left in scene.plan.unserved:
        x, y = at(scene.jobs[left.job]).split(",")
        tip = f"<title>{escape(left.job)}</title>"
        yield f'<text x="{x}" y="{y}" text-anchor="middle" style="fill:#cf222e;font-size:15px">×{tip}</text>'
    yield "</svg>"


def _dot(at: str, fill: str, tip: str, more: str = "", radius: int = 3) -> str:
    x, y = at.split(",")
    return f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{fill}" {more}><title>{escape(tip)}</title></circle>'


def _unserved(scene: Scene) -> Iterator[str]:
    if not scene.plan.unserved:
        return
    yield f"<h2>{_both('未派工单', 'Unserved jobs')}</h2>"
    yield f"<table><tr><th>{_both('工单', 'job')}</th><th>P</th><th>{_both('原因', 'why')}</th></tr>"
    for left in scene.plan.unserved:
        why = _both("；".join(say(r, "zh") for r in left.reasons), "; ".join(say(r, "en") for r in left.reasons))
        priority = scene.jobs[left.job].priority
        yield f"<tr><td>{escape(left.job)}</td><td>{priority}</td><td>{why}</td></tr>"
    yield "</table>"
