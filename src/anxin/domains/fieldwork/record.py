"""The service record 服务单 as a page to print: plain HTML, no scripts, nothing from elsewhere."""

from __future__ import annotations

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone

from anxin.domains.catalog import public as catalog
from anxin.domains.fieldwork import shapes
from anxin.domains.fieldwork.models import Visit, WorkOrder
from anxin.domains.people import public as people
from anxin.kernel.i18n import t

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'; sandbox allow-modals"


def page(order: WorkOrder, lang: str) -> HttpResponse:
    """The record of an order with all its visits, in the reader's language."""
    facts = {
        "lang": lang,
        "order": order,
        "type": t(f"enum.order_type.{order.order_type}", lang),
        "status": t(f"enum.order_status.{order.status}", lang),
        "product": shapes.product(order, lang) or "",
        "words": {name: t(f"order.record.{name}", lang) for name in WORDS},
        "visits": [_visit(visit, lang) for visit in _visits(order)],
    }
    with timezone.override(people.org_card(order.org_id).timezone):  # times as the clock on the wall showed them
        response = HttpResponse(render_to_string("fieldwork/record.html", facts))
    response["Content-Security-Policy"] = POLICY
    response["X-Frame-Options"] = "SAMEORIGIN"  # the reviewer's page shows it in a frame
    return response


WORDS = (
    "title",
    "customer",
    "address",
    "product",
    "serial",
    "visit",
    "engineer",
    "arrived",
    "finished",
    "outcome",
    "cause",
    "covered",
    "checklist",
    "parts",
    "amount",
    "signature",
    "unsigned",
)


def _visits(order: WorkOrder) -> list[Visit]:
    rows = order.visits.select_related("engineer__user").prefetch_related("checklist", "parts")
    return list(rows.exclude(status=Visit.Status.CANCELLED).order_by("sequence"))


def _visit(visit: Visit, lang: str) -> dict[str, object]:
    signature = getattr(visit, "signature", None)
    causes = {c.code: c.name.told(lang) for c in catalog.causes(visit.order.category, retired=True)}
    return {
        "sequence": visit.sequence,
        "engineer": visit.engineer.user.name,
        "employee_no": visit.engineer.employee_no,
        "arrived_at": visit.arrived_at,
        "finished_at": visit.finished_at,
        "outcome": t(f"enum.outcome.{visit.outcome}", lang) if visit.outcome else "",
        "cause": causes.get(visit.order.cause, ""),
        "covered": t(f"enum.covered.{visit.covered}", lang) if visit.covered else "",
        "serial": visit.scanned_serial,
        "checklist": [(t(f"enum.check.{i.code}", lang), i.done_at is not None) for i in visit.checklist.all()],
        "parts": [(p.code, p.quantity, p.price * p.quantity) for p in visit.parts.all()],
        "signed": signature.name if signature else "",
        "signed_at": signature.signed_at if signature else None,
    }
