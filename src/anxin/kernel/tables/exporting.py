"""Rows as the table they come by: what is exported can be changed in a spreadsheet and brought again."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from django.http import HttpResponse

from anxin.kernel.http import Column, Request, export
from anxin.kernel.tables.columns import shown
from anxin.kernel.tables.judging import CHUNK, Import

Row = dict[str, Any]


def export_table(
    request: Request, kind: Import, keys: Sequence[str], *, format: str, without: Collection[str] = ()
) -> HttpResponse:
    """The rows of `keys` in their order, under the heads of the kind's import, less the columns `without`.

    Raises Invalid for a format other than csv and xlsx.
    """
    known: dict[str, Any] = {}
    for start in range(0, len(keys), CHUNK):
        known |= kind.known(keys[start : start + CHUNK])
    lang = request.actor.lang

    def column(name: str, title: str) -> Column[Row]:
        return Column(f"enum.{title}", lambda row: shown(row[name], lang))

    columns = [column(one.name, one.title) for one in kind.columns if one.name not in without]
    return export(request, [known[key] for key in keys if key in known], columns, what=kind.what, format=format)
