"""Its tickets through its own form, in two queues of which the agent may see one."""

from __future__ import annotations

import json
import secrets
from base64 import b64encode

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.test import Client
from helpdesk.forms import TicketForm
from helpdesk.models import Queue, Ticket

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
    for number in range(Ticket.objects.count(), wanted):
        values = {**BODY, "body": BODY["description"], "queue": queues[number % 2].pk}
        form = TicketForm(data=values, files={}, queue_choices=choices)
        assert form.is_valid(), form.errors
        form.save(user=agent)
    return _asking(agent, queues[0])


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
