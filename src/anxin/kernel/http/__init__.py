"""HTTP, thinly: one router class whose routes name their verb, typed errors, pages, versions, exports."""

from anxin.kernel.http.export import Column, export
from anxin.kernel.http.idempotency import created_once
from anxin.kernel.http.paging import Page, paginate
from anxin.kernel.http.request import Request
from anxin.kernel.http.router import Router
from anxin.kernel.http.version import changes, etag, expect_version

__all__ = [
    "Column",
    "Page",
    "Request",
    "Router",
    "changes",
    "created_once",
    "etag",
    "expect_version",
    "export",
    "paginate",
]
