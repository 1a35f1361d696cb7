"""Its tickets through its own form, in two queues of which the agent may see one."""

from __future__ import annotations

import json
import secrets
from base64 import b64encode
from datetime import timedelta
from uuid import uuid4

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.test import Client
from helpdesk.forms import TicketForm
from helpdesk.models import FollowUp, Queue, Ticket

FIRST, NEW = 20, ("id", "ticket")
BODY = {
    "title": "热水器没有热水",
    "description": "热水器没有热水，水温上不去，早上洗澡洗到一半就凉了",
    "submitter_email": "customer@example.invalid",
    "priority": 3,
}


def prepare(wanted: int) -> dict[str, object]:
    """Top up to `wanted` open tickets; how a client asks."""
    call_command("migrate", verbosity=0, interactive=False)
    agent = _agent()
    queues = list(Queue.objects.order_by("pk"))
    choices = [(queue.pk, queue.title) for queue in queues]
    for number in range(Ticket.objects.count(), FIRST):
        values = {**BODY, "body": BODY["description"], "queue": queues[number % 2].pk}
        form = TicketForm(data=values, files={}, queue_choices=choices)
        assert form.is_valid(), form.errors
        form.save(user=agent)
    _copy(queues, wanted - Ticket.objects.count())
    return _asking(agent, queues[0])


def _copy(queues: list[Queue], wanted: int) -> None:
    """Tickets like the first ones, each with its first follow-up, hours apart."""
    like, said = Ticket.objects.first(), FollowUp.objects.first()
    made = []
    for number in range(wanted):
        ticket = Ticket(**{f.attname: getattr(like, f.attname) for f in Ticket._meta.concrete_fields if f.name != "id"})
        ticket.queue, ticket.created = queues[number % 2], like.created - timedelta(seconds=10 * number)
        ticket.secret_key = uuid4().hex
        made.append(ticket)
    Ticket.objects.bulk_create(made, batch_size=200)
    values = {f.attname: getattr(said, f.attname) for f in FollowUp._meta.concrete_fields if f.name not in NEW}
    FollowUp.objects.bulk_create((FollowUp(**values, ticket=ticket) for ticket in made), batch_size=200)


def _agent():
    agent, made = get_user_model().objects.get_or_create(username="bench", is_staff=True, email="bench@example.invalid")
    if made:
        for title in ("water", "air"):
            Queue.objects.create(title=title, slug=title, email_address=f"{title}@example.invalid")
        allowed = Queue.objects.order_by("pk")[0].permission_name.split(".")[1]
        agent.user_permissions.add(Permission.objects.get(codename=allowed))
    return agent


def _asking(agent, queue: Queue) -> dict[str, object]:
    client = Client()
    client.force_login(agent)
    csrf = secrets.token_hex(16)
    wish = {"filtering": {"queue__id__in": [queue.pk], "status__in": [1, 2]}, "sorting": "created", "sortreverse": True}
    query = b64encode(json.dumps({**wish, "search_string": ""}).encode()).decode()
    return {
        "cookie": f"sessionid={client.session.session_key}; csrftoken={csrf}",
        "headers": {"X-CSRFToken": csrf},
        "create": {"path": "/api/tickets/", "body": {**BODY, "queue": queue.pk}},
        "list": {"path": f"/datatables_ticket_list/{query}?draw=1&start=0&length=25", "rows": "data"},
    }
