"""The two ways through a door, rows by a query and one row that was read by its key, open to the same people."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from anxin.config.roles import STAFF
from anxin.domains.customers import testing as customers
from anxin.domains.fieldwork import selectors, testing
from anxin.domains.fieldwork.models import WorkOrder
from anxin.domains.people import public as people_public
from anxin.domains.people import testing as people
from anxin.domains.tickets import selectors as tickets
from anxin.domains.tickets.models import Ticket
from anxin.kernel import authz, clock
from anxin.kernel.actor import ANONYMOUS, SYSTEM, Actor, ActorKind
from anxin.kernel.authz.reach import role_table
from anxin.kernel.i18n import Reason

pytestmark = pytest.mark.django_db


def cast(house: testing.House, ticket: Ticket) -> list[Actor]:
    """Somebody of every role at the case's centre, its outlet and elsewhere; the case's customer, another, a link's
    holder, a key of one verb, the house itself and nobody."""
    own = people_public.org_card(ticket.org_id).id
    places = [people.OrgUnit.objects.get(pk=own), house.outlet, people.outlet("别处")]
    staff = [people.staff(role, place, name=f"{role}{n}") for role in STAFF.split() for n, place in enumerate(places)]
    person = customers.actor(ticket.customer_id)
    return [
        *staff,
        people_public.actor_for(house.engineer.pk),
        replace(house.clerk, only_verbs=frozenset({"order.see"})),
        person,
        replace(person, kind=ActorKind.DEVICE),
        customers.actor(customers.noted("王强").customer_id),
        replace(ANONYMOUS, holds=frozenset({("ticket", ticket.pk)})),
        ANONYMOUS,
        SYSTEM,
    ]


def disagreements(actors: list[Actor], ticket: Ticket, order: WorkOrder) -> list[tuple[str, str, UUID | None]]:
    wrong = []
    for verb in role_table():
        for actor in actors:
            by_query = tickets.visible_to(actor, verb).filter(pk=ticket.pk).exists()
            if tickets.reaches(actor, verb, ticket) is not by_query:
                wrong.append(("ticket", verb, actor.id))
            by_query = selectors.orders(actor, verb).filter(pk=order.pk).exists()
            if selectors.reaches(actor, verb, order) is not by_query:
                wrong.append(("order", verb, actor.id))
    return wrong


def test_one_row_is_reached_by_whom_the_query_finds_it() -> None:
    with clock.frozen(testing.MORNING):
        house = testing.house()
        order = testing.assigned(house).order
        ticket = Ticket.objects.get(pk=order.ticket_id)
        actors = cast(house, ticket)
        assert disagreements(actors, ticket, order) == []
        # A place and a person elsewhere are let in for a while, and somebody elsewhere is given the ticket.
        away = people.staff("clerk", people.outlet("远处"))
        actors += [away, people.staff("clerk", people.outlet("近处")), people.staff("agent", people.outlet("那边"))]
        because = Reason("order.access_by_offer", {"number": order.number})
        hour = clock.now() + timedelta(hours=1)
        authz.grant("ticket", ticket.pk, because=because, to_user=away.id, until=hour)
        authz.grant("order", order.pk, because=because, to_org=actors[-2].assignments[0].org_id, until=hour)
        Ticket.objects.filter(pk=ticket.pk).update(assignee_id=actors[-1].id)
        ticket.refresh_from_db()
        assert tickets.reaches(away, "ticket.see", ticket)
        assert selectors.reaches(actors[-2], "order.see", order)
        assert disagreements(actors, ticket, order) == []
    with clock.frozen(hour + timedelta(seconds=1)):
        assert not tickets.reaches(away, "ticket.see", ticket)
        assert disagreements(actors, ticket, order) == []
