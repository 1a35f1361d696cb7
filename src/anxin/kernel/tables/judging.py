"""What each row of a table would do, and doing it: in chunks, each of which happens whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal
from uuid import UUID

from anxin.kernel import events
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict, Invalid
from anxin.kernel.i18n import Reason
from anxin.kernel.tables.columns import Column, folded, reason
from anxin.kernel.tables.reading import Table

#: Rows judged and written together: what one transaction holds the database for.
CHUNK = 120

State = Literal["new", "changed", "same", "wrong"]
NEW: State = "new"
CHANGED: State = "changed"
SAME: State = "same"
WRONG: State = "wrong"
STATES = (NEW, CHANGED, SAME, WRONG)


@dataclass(slots=True)
class Line:
    """A row on its way: `cells` as written, `values` as read, `before` what is known under its key."""

    number: int
    cells: Mapping[str, str]
    values: dict[str, Any] = field(default_factory=dict)
    before: Mapping[str, Any] | None = None
    wrong: list[Reason] = field(default_factory=list)

    @property
    def changes(self) -> dict[str, Any]:
        before = self.before or {}
        return {name: value for name, value in self.values.items() if name in before and before[name] != value}

    @property
    def state(self) -> State:
        if self.wrong:
            return WRONG
        if self.before is None:
            return NEW
        return CHANGED if self.changes else SAME


@dataclass(frozen=True)
class RowsImported(events.Event):
    """Rows of a file were taken over. `what`: a code of `enum.what`; `left_out`: wrong ones, by the user's wish."""

    user_id: UUID
    what: str
    added: int
    changed: int
    left_out: int


@dataclass(frozen=True)
class Import:
    """A kind of table.

    `known`: keys → the values their rows hold now, under the columns' names. `check` writes into lines what is wrong
    beyond single cells (a category that is not there). `write` stores lines that are new or changed.
    """

    what: str
    columns: tuple[Column, ...]
    key: str
    known: Callable[[Collection[str]], Mapping[str, Mapping[str, Any]]]
    check: Callable[[Sequence[Line]], None]
    write: Callable[[Actor, Sequence[Line]], None]

    def named(self, table: Table) -> tuple[list[Line], list[str]]:
        """The rows with their cells by column, and the heads nobody knows. Raises Invalid without the key's column."""
        known = {head: column.name for column in self.columns for head in column.heads()}
        places = {known[folded(head)]: place for place, head in enumerate(table.heads) if folded(head) in known}
        if self.key not in places:
            title = next(column.title for column in self.columns if column.name == self.key)
            raise Invalid("tables.no_key", column=f"enum.{title}")
        lines = [Line(number, {name: cells[at] for name, at in places.items()}) for number, cells in table.rows]
        return lines, [head for head in table.heads if head and folded(head) not in known]


def judge(kind: Import, lines: Sequence[Line]) -> None:
    """Say of each line whether it is new, changed, the same or wrong; a key that comes again is wrong."""
    first: dict[str, int] = {}
    for line in lines:
        _read(kind, line)
        key = line.values.get(kind.key)
        if key is not None and first.setdefault(key, line.number) != line.number:
            line.wrong.append(Reason("tables.twice", {"value": key, "line": first[key]}))
    for start in range(0, len(lines), CHUNK):
        _compare(kind, lines[start : start + CHUNK])


def _read(kind: Import, line: Line) -> None:
    for column in kind.columns:
        if column.name in line.cells:
            try:
                line.values[column.name] = column.value(line.cells[column.name])
            except Invalid as error:
                line.wrong.append(reason(error, column))


def _compare(kind: Import, lines: Sequence[Line]) -> None:
    known = kind.known({line.values[kind.key] for line in lines if kind.key in line.values})
    for line in lines:
        line.before = known.get(line.values.get(kind.key, ""))
        if line.before is None:
            absent = (column for column in kind.columns if column.needed and column.name not in line.cells)
            line.wrong += [Reason("tables.missing", {"column": f"enum.{column.title}"}) for column in absent]
    kind.check([line for line in lines if not line.wrong])


@atomic
def apply(kind: Import, lines: Sequence[Line], *, actor: Actor, leave_out_wrong: bool) -> None:
    """Take a chunk over, whole or not at all; it is judged anew, as the world may have moved since it was looked at.

    Raises Conflict naming the first wrong line unless wrong ones are to be left out.
    """
    if len(lines) > CHUNK:
        raise Invalid("tables.chunk_too_large", limit=CHUNK)
    judge(kind, lines)
    wrong = [line for line in lines if line.state == WRONG]
    if wrong and not leave_out_wrong:
        raise Conflict("tables.rows_wrong", count=len(wrong), line=wrong[0].number, why=wrong[0].wrong[0].to_json())
    kind.write(actor, [line for line in lines if line.state in (NEW, CHANGED)])
    assert actor.id is not None, "only people bring tables"
    added, changed = (sum(line.state == state for line in lines) for state in (NEW, CHANGED))
    told = RowsImported(actor.id, kind.what, added, changed, len(wrong))
    events.record(told, actor=actor, subject=("user", actor.id), case_id=actor.id)
