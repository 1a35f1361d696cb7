"""A ticket among others: merged, split, linked, in bulk, in lists and views."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction

from anxin.domains.people import testing as people
from anxin.domains.processes import public as processes
from anxin.domains.tickets import selectors, services, testing
from anxin.domains.tickets.models import Ticket, TicketLink
from anxin.domains.tickets.testing import NINE, Place, names
from anxin.kernel import clock, undo
from anxin.kernel.actor import Actor
from anxin.kernel.errors import Conflict, Invalid, NotFound
from anxin.kernel.statements import Listing, Order

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday")]


def fresh(ticket: Ticket) -> Ticket:
    return Ticket.objects.get(pk=ticket.pk)


def test_a_merge_is_an_alias_and_its_case_ends_after_the_minute(agent: Actor, centre: Place) -> None:
    kept = testing.ticket(org_id=centre.pk)
    other = testing.ticket(
        org_id=centre.pk, customer_id=kept.customer_id, household_id=kept.household_id, unit_id=kept.unit_id
    )
    token = services.merge(actor=agent, ticket_id=other.pk, into=kept.pk)
    assert (fresh(other).merged_into_id, fresh(other).status) == (kept.pk, "open")
    undo.redeem(agent, UUID(token))
    services.finish_merge(other.pk)
    assert (fresh(other).merged_into_id, fresh(other).status) == (None, "open")
    services.merge(actor=agent, ticket_id=other.pk, into=kept.pk)
    services.finish_merge(other.pk)
    services.finish_merge(other.pk)
    assert fresh(other).status == "cancelled"
    assert processes.run_card(other.case_id).state == "cancelled"


def test_tickets_of_different_people_are_not_merged(agent: Actor, centre: Place) -> None:
    one, other = (testing.ticket(org_id=centre.pk) for _ in range(2))
    with pytest.raises(Invalid), transaction.atomic():
        services.merge(actor=agent, ticket_id=one.pk, into=other.pk)
    assert fresh(one).merged_into_id is None


def test_a_split_makes_a_linked_ticket_with_its_own_clocks(agent: Actor, centre: Place) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    second = services.split(actor=agent, ticket_id=ticket.pk, text="另外空调也不制冷", symptom="not_cooling")
    assert second.case_id != ticket.case_id
    assert TicketLink.objects.get().kind == "split"
    with pytest.raises(Conflict), transaction.atomic():
        services.split(actor=agent, ticket_id=ticket.pk, text="再说一次", symptom="not_cooling")
    assert Ticket.objects.count() == 2


def test_linking_twice_changes_nothing_and_a_foreign_ticket_is_not_found(agent: Actor, centre: Place) -> None:
    one, other = (testing.ticket(org_id=centre.pk) for _ in range(2))
    foreign = testing.ticket(org_id=people.centre("宁波服务中心").pk)
    for _ in range(2):
        services.link(actor=agent, ticket_id=one.pk, other_id=other.pk, kind="related")
    assert names(one).count("TicketLinked") == 1
    with pytest.raises(NotFound), transaction.atomic():
        services.link(actor=agent, ticket_id=one.pk, other_id=foreign.pk, kind="related")
    assert TicketLink.objects.count() == 1


def test_bulk_does_what_it_can_says_what_it_cannot_and_is_undone(lead: Actor, agent: Actor, centre: Place) -> None:
    good = [testing.ticket(org_id=centre.pk) for _ in range(2)]
    foreign = testing.ticket(org_id=people.centre("宁波服务中心").pk)
    found = services.bulk(
        actor=lead, ids=[*(t.pk for t in good), foreign.pk], action="assign", args={"user_id": agent.id}
    )
    assert (found.done, [r.ticket_id for r in found.refused]) == (2, [foreign.pk])
    assert {fresh(t).assignee_id for t in good} == {agent.id}
    assert found.undo is not None
    undo.redeem(lead, UUID(found.undo))
    assert {fresh(t).assignee_id for t in good} == {None}
    with pytest.raises(Invalid):
        services.bulk(actor=lead, ids=[good[0].pk], action="archive", args={})


def test_lists_are_narrowed_searched_and_counted(agent: Actor, centre: Place) -> None:
    leak = testing.ticket(org_id=centre.pk, text="热水器底部漏水")
    noise = testing.ticket(org_id=centre.pk, text="空调噪音大")
    testing.ticket(org_id=people.centre("宁波服务中心").pk, text="也漏水")
    services.take(actor=agent, ticket_id=noise.pk)
    testing.deliver()

    def found(**asked: Any) -> set[UUID]:
        filters = selectors.Filters(**asked)
        listed = selectors.listed(agent, filters)
        rows = set(selectors.narrowed(agent, filters).values_list("pk", flat=True))
        if isinstance(listed, Listing):
            assert set(listed.first(Order("updated_at", True), 9)) == rows
        return rows

    assert found() == {leak.pk, noise.pk}
    assert found(q="漏水") == {leak.pk}
    assert found(q="冰箱") == set()
    assert found(q=leak.number) == {leak.pk}
    assert found(view="mine") == {noise.pk}
    assert found(view="queue") == {leak.pk}
    assert found(stage="dispatch") == {noise.pk}
    with clock.frozen(NINE + timedelta(minutes=31)):
        assert found(clock="breached") == {leak.pk}
        assert selectors.counts(agent)["breached"] == 1
    assert selectors.counts(agent)["all"] == 2
    for wrong in ({"view": "x"}, {"status": "gone"}, {"clock": "never"}):
        with pytest.raises(Invalid):
            found(**wrong)


def test_similar_tickets_are_those_one_may_see(agent: Actor, centre: Place) -> None:
    ticket = testing.ticket(org_id=centre.pk, text="热水器底部漏水")
    near = testing.ticket(org_id=centre.pk, text="燃气热水器漏水")
    testing.ticket(org_id=people.centre("宁波服务中心").pk, text="热水器底部漏水")
    testing.deliver()
    assert [row.pk for row in selectors.similar(agent, ticket)] == [near.pk]


def test_views_are_ones_own_or_shared_at_ones_place(agent: Actor, lead: Actor) -> None:
    services.save_view(actor=agent, name="超时", query={"clock": "breached"}, shared=False)
    shared = services.save_view(actor=lead, name="催单", query={"sort": "-presses"}, shared=True)
    services.save_view(actor=lead, name="私人", query={}, shared=False)
    assert [view.name for view in selectors.views_of(agent)] == ["催单", "超时"]
    with pytest.raises(NotFound):
        services.drop_view(actor=agent, view_id=shared.pk)
