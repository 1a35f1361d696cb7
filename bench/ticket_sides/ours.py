"""Anxin with its own services: a brand of two centres, an agent of the first, a hundred homes."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Any, TypeVar

from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
from django.db.models import Model
from django.test import Client

from anxin.domains.assets import testing as assets
from anxin.domains.catalog import testing as catalog
from anxin.domains.customers import testing as customers
from anxin.domains.desk import queues as desk
from anxin.domains.people import testing as people
from anxin.domains.people.models import OrgUnit, User
from anxin.domains.processes.models import Clock, Run
from anxin.domains.tickets import testing as tickets
from anxin.domains.tickets.models import Ticket
from anxin.kernel import clock
from anxin.kernel.actor import SYSTEM
from anxin.kernel.events.models import Delivery
from anxin.kernel.events.sequencer import sequence
from anxin.kernel.ids import new_id

M = TypeVar("M", bound=Model)
CENTRES, HOMES, AREA = 2, 100, "浙江省/杭州市"


def prepare(wanted: int) -> dict[str, object]:
    """Top up to `wanted` open tickets; how a client asks."""
    call_command("migrate", verbosity=0, interactive=False)
    if not OrgUnit.objects.exists():
        _found()
    first = list(Ticket.objects.select_related("run").prefetch_related("run__clocks").order_by("number")[:HOMES])
    _copy(first, range(Ticket.objects.count(), wanted))
    sequence()
    Delivery.objects.filter(state="pending").update(state="done")  # who was to hear of the past has heard
    return _asking(first[0])


def _found() -> None:
    centres = [people.centre(f"第{n + 1}服务中心") for n in range(CENTRES)]
    people.authorisation(people.outlet(parent=centres[0]), AREA)
    for centre in centres:
        desk.define_queue(actor=SYSTEM, code=f"Q{centre.code}", name_zh="受理", name_en="Intake", org_id=centre.pk)
    product = catalog.product()
    for number in range(HOMES):
        place = centres[number % CENTRES]
        noted = customers.noted(f"客户{number}", org_id=place.pk)
        unit = assets.unit(noted.household_id, product_id=product.pk, org_id=place.pk)
        tickets.ticket(customer_id=noted.customer_id, household_id=noted.household_id, unit_id=unit.pk, org_id=place.pk)
    User.objects.filter(pk=people.staff("agent", centres[0]).id).update(username="bench")


def _copy(first: list[Ticket], numbers: range) -> None:
    """Tickets like the first ones, with what a list reads of each: its run and clocks. Their past is left out, and
    their clocks have no step ahead: the worker, whose cost is measured, is to work for the tickets created."""
    runs, clocks, made = [], [], []
    for number in numbers:
        like = first[number % len(first)]
        case, opened = new_id(), clock.now() - timedelta(seconds=10 * number)
        run = copied(like.run, case_id=case, subject_id=new_id())
        for each in like.run.clocks.all():
            mine = copied(each, run=run, next_step_at=None)
            run.urgent_clock = mine.pk if each.pk == like.run.urgent_clock else run.urgent_clock
            run.own_clock = mine.pk if each.pk == like.run.own_clock else run.own_clock
            clocks.append(mine)
        runs.append(run)
        made.append(
            copied(
                like, id=run.subject_id, number=f"000000-{number}", case_id=case, run=run,
                opened_at=opened, updated_at=opened, open_key="",
            )
        )  # fmt: skip
    Run.objects.bulk_create(runs, batch_size=200)
    Clock.objects.bulk_create(clocks, batch_size=200)
    Ticket.objects.bulk_create(made, batch_size=200)


def copied(row: M, **changed: Any) -> M:
    """The row once more under a key of its own, not yet stored."""
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    made = type(row)(**{**values, "id": new_id()})
    for name, value in changed.items():
        setattr(made, name, value)
    return made


def _asking(like: Ticket) -> dict[str, object]:
    return {
        **logged_in(),
        "create": {
            "path": "/api/tickets",
            "body": {
                "text": "热水器没有热水，水温上不去，早上洗澡洗到一半就凉了",
                "customer_id": str(like.customer_id),
                "household_id": str(like.household_id),
                "unit_id": str(like.unit_id),
                "category": "gas_heater",
            },
        },
        "list": {"path": "/api/tickets?view=open&category=gas_heater&order_type=repair&limit=25", "rows": "items"},
    }


def logged_in() -> dict[str, object]:
    """Cookies and headers of a browser in which the agent is logged in."""
    client = Client()
    client.force_login(User.objects.get(username="bench"))
    session, csrf = client.session, secrets.token_hex(16)
    assert isinstance(session, SessionStore)
    return {
        "cookie": f"anxin_session={session.session_key}; anxin_csrf={csrf}",
        "headers": {"X-CSRFToken": csrf},
    }


def owed() -> int:
    """Deliveries not yet made."""
    return Delivery.objects.filter(state="pending").count()
