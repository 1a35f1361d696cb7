"""Fills the floor's table in the database of our side."""

from __future__ import annotations

from bench.ticket_sides import ours
from bench.ticket_sides.floor.api import flat
from bench.ticket_sides.floor.models import Flat
from django.db import connection

from anxin.domains.people.models import User
from anxin.domains.people.public import actor_for
from anxin.kernel import authz
from anxin.kernel.ids import new_id


def prepare(wanted: int) -> dict[str, object]:
    """Top up to `wanted` rows, half of them of the agent's place; how a client asks."""
    if Flat._meta.db_table not in connection.introspection.table_names():
        with connection.schema_editor() as editor:
            editor.create_model(Flat)
    agent = actor_for(User.objects.get(username="bench").pk)
    mine, other = next(iter(authz.reach(agent, "ticket.read").org_ids)), new_id()
    have = Flat.objects.count()
    Flat.objects.bulk_create(
        flat(agent.id, agent.name, new_id(), (mine, other)[n % 2], "热水器没有热水") for n in range(have, wanted)
    )
    asking = ours.prepare(0)
    create = {**asking["create"], "path": "/api/floor"}  # type: ignore[dict-item]
    path = "/api/floor?view=open&category=gas_heater&order_type=repair&limit=25"
    return {**asking, "create": create, "list": {"path": path, "rows": "items"}}
