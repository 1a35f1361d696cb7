"""The routes of a kind of table: its template, a look at a file that writes nothing, and taking a chunk over."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Any, Literal

from django.http import HttpResponse
from ninja import Field, File, Schema, UploadedFile

from anxin.kernel.errors import TooLarge
from anxin.kernel.http import Request, Router
from anxin.kernel.http.export import download
from anxin.kernel.i18n import t
from anxin.kernel.tables.columns import shown
from anxin.kernel.tables.judging import CHANGED, CHUNK, SAME, STATES, Import, Line, State, apply, judge
from anxin.kernel.tables.reading import MAX_BYTES, read


class ChangeOut(Schema):
    """A value that would change; both as a cell would show them."""

    column: str
    old: str
    new: str


class LineOut(Schema):
    """`line`: the row as a spreadsheet counts it. `cells` are left out of rows that are the same."""

    line: int
    state: State
    key: str
    cells: dict[str, str]
    changes: list[ChangeOut]
    wrong: list[str]


class HeadOut(Schema):
    name: str
    title: str
    needed: bool


class LookOut(Schema):
    """What a file would do. `unknown`: heads no column is called; `chunk`: rows to send at once."""

    columns: list[HeadOut]
    unknown: list[str]
    counts: dict[str, int]
    chunk: int
    rows: list[LineOut]


class RowIn(Schema):
    line: int = Field(ge=1, le=10_000_000)
    cells: dict[Annotated[str, Field(max_length=40)], Annotated[str, Field(max_length=40_000)]]


class ChunkIn(Schema):
    rows: list[RowIn] = Field(min_length=1, max_length=CHUNK)
    leave_out_wrong: bool = False


class TakenOver(Schema):
    counts: dict[str, int]
    wrong: list[LineOut]


def mount(router: Router, path: str, kind: Import, *, verb: str) -> None:
    """`path`/import-template, -check and the import itself, for who has `verb`."""

    @router.get(f"{path}/import-template", verb=verb, operation_id=f"{kind.what}_import_template")
    def template(request: Request, format: Literal["csv", "xlsx"] = "csv") -> HttpResponse:
        """An empty table with its heads and one row to show how."""
        lang = request.actor.lang
        heads = [t(f"enum.{column.title}", lang) + ("*" if column.needed else "") for column in kind.columns]
        return download(heads, [[column.sample for column in kind.columns]], format=format, name=kind.what)

    @router.post(f"{path}/import-check", verb=verb, response=LookOut, operation_id=f"{kind.what}_import_check")
    def check(request: Request, file: File[UploadedFile]) -> LookOut:
        """What each row of the file would do; nothing is written."""
        if (file.size or 0) > MAX_BYTES:
            raise TooLarge("tables.too_large", limit=MAX_BYTES // 1024 // 1024)
        lines, unknown = kind.named(read(file.read()))
        judge(kind, lines)
        lang = request.actor.lang
        heads = [HeadOut(name=c.name, title=t(f"enum.{c.title}", lang), needed=c.needed) for c in kind.columns]
        rows = [_line(kind, line, lang) for line in lines]
        return LookOut(columns=heads, unknown=unknown, counts=_counts(lines), chunk=CHUNK, rows=rows)

    @router.post(f"{path}/import", verb=verb, creates=True, response=TakenOver, operation_id=f"{kind.what}_import")
    def take_over(request: Request, wanted: ChunkIn) -> TakenOver:
        """Write some rows, all of them or none; wrong ones are left out only if asked for."""
        lines = [Line(row.line, row.cells) for row in wanted.rows]
        apply(kind, lines, actor=request.actor, leave_out_wrong=wanted.leave_out_wrong)
        wrong = [_line(kind, line, request.actor.lang) for line in lines if line.wrong]
        return TakenOver(counts=_counts(lines), wrong=wrong)


def _counts(lines: list[Line]) -> dict[str, int]:
    found = Counter(line.state for line in lines)
    return {state: found[state] for state in STATES}


def _line(kind: Import, line: Line, lang: str) -> LineOut:
    state = line.state
    changes = line.changes.items() if state == CHANGED else ()
    return LineOut.model_construct(
        line=line.number,
        state=state,
        key=line.cells.get(kind.key, ""),
        cells={} if state == SAME else dict(line.cells),
        changes=[_change(name, line, value, lang) for name, value in changes],
        wrong=[reason.told(lang)["text"] for reason in line.wrong],
    )


def _change(name: str, line: Line, new: Any, lang: str) -> ChangeOut:
    before = line.before or {}
    return ChangeOut(column=name, old=shown(before[name], lang), new=shown(new, lang))
