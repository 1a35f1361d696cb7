"""Tables people bring: CSV or a workbook, read, judged row by row, and taken over in chunks.

A domain says what a table of its rows looks like and how rows are written; the rest is the same for all:

    parts = tables.Import("parts", columns=(...), key="code", known=..., check=..., write=...)
    tables.mount(router, "/catalog/parts", parts, verb="catalog.parts")
"""

from anxin.kernel.tables.columns import Column, code, day, flag, many, money, text, whole
from anxin.kernel.tables.exporting import export_table
from anxin.kernel.tables.judging import Import, Line, apply, judge
from anxin.kernel.tables.reading import Table, read
from anxin.kernel.tables.routes import mount

__all__ = [
    "Column",
    "Import",
    "Line",
    "Table",
    "apply",
    "code",
    "day",
    "export_table",
    "flag",
    "judge",
    "many",
    "money",
    "mount",
    "read",
    "text",
    "whole",
]
