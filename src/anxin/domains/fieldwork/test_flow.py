"""An order on its good and its bad days."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

import pytest

from anxin.domains.assets import public as assets
from anxin.domains.assets import testing as units
from anxin.domains.catalog import testing as catalog
from anxin.domains.fieldwork import selectors, services, stops
from anxin.domains.fieldwork import testing as make
from anxin.domains.fieldwork.models import Visit, WorkOrder
from anxin.domains.fieldwork.testing import House
from anxin.domains.people import testing as staff
from anxin.domains.processes import public as processes
from anxin.kernel import authz, clock, events
from anxin.kernel.errors import Conflict, Forbidden, Invalid, NotFound

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _morning() -> Iterator[None]:
    with clock.frozen(make.MORNING):
        yield


@pytest.fixture
def house() -> House:
    return make.house()


def names(order: WorkOrder) -> list[str]:
    ours = WorkOrder.__module__.rpartition(".models")[0]
    return [e.name for e in events.of_case(order.case_id) if events.registered(e.name).__module__.startswith(ours)]


def status(order: WorkOrder) -> str:
    return WorkOrder.objects.get(pk=order.pk).status


def test_the_straight_way_from_offer_to_completion(house: House) -> None:
    order = make.completed(house)
    assert status(order) == "completed"
    assert names(order) == [
        "WorkOrderOpened",
        "OrderOffered",
        "OrderAccepted",
        "VisitAssigned",
        "ContactLogged",
        "WindowAgreed",
        "EngineerDeparted",
        "EngineerArrived",
        "UnitScanned",
        "ChecklistDone",
        "CoverageSettled",
        "Signed",
        "VisitCompleted",
    ]
    run = processes.run_card(order.case_id, order.pk)
    assert run.missing == ("reviewed",)
    assert [d.covered for d in assets.decisions_of(order.case_id) if d.stage == "final"] == ["in"]


def test_closing_ends_the_run_and_the_outlets_access_after_thirty_days(house: House) -> None:
    order = make.completed(house)
    reviewer = staff.staff("reviewer")
    services.close_order(actor=reviewer, order_id=order.pk)
    assert processes.run_card(order.case_id, order.pk).state == "finished"
    assert "solved" in processes.run_card(order.case_id).done
    assert selectors.orders(house.clerk, "order.see").filter(pk=order.pk).exists()
    with clock.frozen(make.MORNING + timedelta(days=30, seconds=1)):
        for actor in (house.clerk, house.worker):
            assert not selectors.orders(actor, "order.see").exists()
            assert authz.visible_objects(actor, "ticket", [order.ticket_id]) == set()


def test_the_order_goes_to_the_main_outlet_and_says_why(house: House) -> None:
    order = make.opened(house)
    offer = order.offers.get()
    assert (order.status, order.outlet) == ("offered", house.outlet)
    assert [r["code"] for r in offer.reasons] == ["people.outlet_main"]


def test_the_outlet_refuses_and_the_backup_accepts(house: House) -> None:
    backup = staff.outlet("城东网点", parent=house.centre)
    staff.authorisation(backup, make.AREA, rank=2)
    order = make.opened(house)
    services.return_order(actor=house.clerk, order_id=order.pk, reason="no_capacity", note="人手不够")
    order.refresh_from_db()
    assert (order.status, order.outlet) == ("offered", backup)
    with pytest.raises(NotFound):  # the first outlet no longer sees it
        services.accept(actor=house.clerk, order_id=order.pk)
    services.accept(actor=staff.staff("clerk", backup), order_id=order.pk)
    assert status(order) == "accepted"


def test_returning_gives_the_place_of_the_quota_back_and_with_nobody_left_the_order_is_open() -> None:
    house = make.house(quota=1)
    order = make.opened(house)
    assert staff.quota_used(house.outlet) == 1
    assert make.opened(house).status == "open"  # the quota is used up
    services.return_order(actor=house.clerk, order_id=order.pk, reason="too_far")
    assert staff.quota_used(house.outlet) == 0
    order.refresh_from_db()
    assert (order.status, order.outlet) == ("open", None)
    assert names(order)[-1] == "OrderUnplaced"


def test_a_second_order_of_the_type_is_refused_while_one_is_open(house: House) -> None:
    order = make.opened(house)
    with pytest.raises(Conflict) as refused:
        services.open_order(actor=house.dispatcher, ticket_id=order.ticket_id)
    assert refused.value.code == "order.already_open"
    assert WorkOrder.objects.count() == 1


def test_another_outlets_clerk_sees_and_does_nothing(house: House) -> None:
    order = make.opened(house)
    other = staff.staff("clerk", staff.outlet("外地网点"))
    with pytest.raises(NotFound):
        services.accept(actor=other, order_id=order.pk)
    assert status(order) == "offered"


def test_a_certificate_that_expired_this_morning_cannot_be_overruled_by_anybody(house: House) -> None:
    order = make.opened(house)
    services.accept(actor=house.clerk, order_id=order.pk)
    house.engineer.certificates.filter(kind="gas").update(valid_to=clock.now().date() - timedelta(days=1))
    manager = staff.staff("centre_manager", house.centre)
    with pytest.raises(Conflict) as refused:
        services.assign(actor=manager, order_id=order.pk, engineer_id=house.engineer.pk, reason="没有别人")
    assert (refused.value.code, refused.value.params["overridable"]) == ("order.excluded", False)
    assert not Visit.objects.exists()


def test_the_brands_level_is_overridden_by_a_named_person_with_a_reason_only(house: House) -> None:
    house.product.high_end = True
    house.product.save()
    staff.certified(house.engineer.pk, "gas_heater", 2)
    order = make.opened(house)
    services.accept(actor=house.clerk, order_id=order.pk)
    wish = partial(services.assign, order_id=order.pk, engineer_id=house.engineer.pk)
    manager = staff.staff("centre_manager", house.centre, name="李强")
    with pytest.raises(Conflict):
        wish(actor=manager)
    with pytest.raises(Forbidden):
        wish(actor=house.clerk, reason="急")
    assert not Visit.objects.exists()
    visit = wish(actor=manager, reason="客户急，老师傅电话指导")
    assert visit.reasons[0] == {
        "code": "order.overridden",
        "params": {"name": "李强", "rule": "enum.rule.level"},
    }
    assert "RuleOverridden" in names(order)


def test_nobody_answers_three_times(house: House) -> None:
    visit = make.assigned(house)
    for _ in range(3):
        services.log_contact(actor=house.worker, order_id=visit.order_id, result="missed", verb="visit.work")
    order = WorkOrder.objects.get(pk=visit.order_id)
    assert (order.status, [call.result for call in order.contacts.all()]) == ("assigned", ["missed"] * 3)
    assert "contacted" in processes.run_card(order.case_id, order.pk).done  # tried, by evidence of the call


def test_two_visits_of_one_engineer_never_overlap(house: House) -> None:
    make.agreed(house, 10)
    second = make.assigned(house)
    services.log_contact(actor=house.worker, order_id=second.order_id, result="reached", verb="visit.work")
    start, end = make.window(11)
    with pytest.raises(Conflict) as refused:
        services.agree_window(actor=house.worker, order_id=second.order_id, start=start, end=end, verb="visit.work")
    assert refused.value.code == "order.busy"
    second.refresh_from_db()
    assert second.window_start is None
    start, end = make.window(12)  # one may begin when the other ends
    services.agree_window(actor=house.worker, order_id=second.order_id, start=start, end=end, verb="visit.work")


def test_the_second_of_two_dispatchers_is_told_the_state(house: House) -> None:
    colleague = staff.engineer(house.outlet, name="刘师傅")
    staff.shifts(colleague.pk)
    order = make.opened(house)
    services.accept(actor=house.clerk, order_id=order.pk)
    seen = WorkOrder.objects.get(pk=order.pk).version
    first = services.assign(actor=house.clerk, order_id=order.pk, engineer_id=house.engineer.pk, version=seen)
    with pytest.raises(Conflict) as refused:
        services.assign(actor=house.dispatcher, order_id=order.pk, engineer_id=colleague.pk, version=seen)
    assert refused.value.current["engineer_id"] == str(house.engineer.pk)
    assert Visit.objects.get() == first


def test_reassigning_ends_the_first_engineers_access(house: House) -> None:
    colleague = staff.engineer(house.outlet, name="刘师傅")
    staff.shifts(colleague.pk)
    visit = make.assigned(house)
    services.assign(actor=house.clerk, order_id=visit.order_id, engineer_id=colleague.pk, reason="陈师傅车坏了")
    visit.refresh_from_db()
    assert (visit.status, visit.outcome) == ("cancelled", "reassigned")
    assert not selectors.orders(house.worker, "order.see").exists()
    assert "VisitReassigned" in names(visit.order)


def test_a_photo_line_is_not_ticked_without_its_photo(house: House) -> None:
    visit = make.on_site(house)
    with pytest.raises(Conflict) as refused:
        services.tick(actor=house.worker, visit_id=visit.pk, code="shoe_covers")
    assert refused.value.code == "order.photo_needed"
    assert visit.checklist.get(code="shoe_covers").done_at is None


def test_completion_names_everything_that_is_missing(house: House) -> None:
    visit = make.on_site(house)
    with pytest.raises(Conflict) as refused:
        services.complete(actor=house.worker, visit_id=visit.pk)
    assert refused.value.current["missing"][-3:] == ["cause", "coverage", "signature"]
    assert len(refused.value.current["missing"]) == 12 + 3
    assert status(visit.order) == "on_site"


def test_a_missing_part_leads_to_a_filled_in_return_visit_booked_when_it_is_there(house: House) -> None:
    visit = make.on_site(house)
    again = services.cannot_complete(actor=house.worker, visit_id=visit.pk, reason="part_missing", parts=["AXP-0001"])
    assert again is not None
    assert (again.engineer, again.follows_id, again.needs) == (house.engineer, visit.pk, ["AXP-0001"])
    assert status(visit.order) == "waiting_part"
    start, end = make.window(14)
    book = partial(services.agree_window, actor=house.clerk, order_id=visit.order_id, start=start, end=end)
    with pytest.raises(Conflict):
        book()
    services.parts_arrived(actor=house.clerk, order_id=visit.order_id)
    services.log_contact(actor=house.clerk, order_id=visit.order_id, result="reached")
    assert book() == again
    run = processes.run_card(visit.order.case_id, visit.order_id)
    assert "arrived" not in run.done and "window_agreed" in run.done


def test_nobody_home_plans_the_same_engineer_again(house: House) -> None:
    visit = make.agreed(house)
    services.depart(actor=house.worker, visit_id=visit.pk)
    again = services.cannot_complete(actor=house.worker, visit_id=visit.pk, reason="nobody_home")
    assert again is not None and again.sequence == 2
    assert status(visit.order) == "assigned"


def test_danger_gives_the_order_back_to_the_desk(house: House) -> None:
    visit = make.on_site(house)
    assert services.cannot_complete(actor=house.worker, visit_id=visit.pk, reason="unsafe") is None
    assert status(visit.order) == "accepted"


def test_parts_named_without_need_or_missing_are_refused(house: House) -> None:
    visit = make.on_site(house)
    for reason, parts in (("part_missing", []), ("unsafe", ["AXP-1"])):
        with pytest.raises(Invalid):
            services.cannot_complete(actor=house.worker, visit_id=visit.pk, reason=reason, parts=parts)
    assert status(visit.order) == "on_site"


def test_the_wrong_unit_scanned_is_kept_as_it_is(house: House) -> None:
    visit = make.on_site(house)
    assert services.scan(actor=house.worker, visit_id=visit.pk, serial="SN-OF-ANOTHER") is False
    visit.refresh_from_db()
    assert (visit.scanned_serial, visit.scan_match) == ("SN-OF-ANOTHER", False)


def test_parts_are_lines_of_the_catalogue(house: House) -> None:
    part = catalog.part(house.product, price="68.00")
    visit = make.on_site(house)
    services.use_part(actor=house.worker, visit_id=visit.pk, code=part.code)
    line = services.use_part(actor=house.worker, visit_id=visit.pk, code=part.code, quantity=2)
    assert (visit.parts.count(), line.quantity, str(line.price)) == (1, 2, "68.00")
    with pytest.raises(NotFound):
        services.use_part(actor=house.worker, visit_id=visit.pk, code="NOT-THERE")


def test_a_bought_plan_has_parts_at_cost(house: House) -> None:
    """Standard 77, for as long as the plan runs; a part whose cost nobody knows stays at its price."""
    known, unknown = catalog.part(house.product, price="68.00", cost="41.50"), catalog.part(house.product)
    visit = make.on_site(house)
    unit_id = visit.order.unit_id
    assert unit_id is not None

    def priced(code: str) -> str:
        return str(services.use_part(actor=house.worker, visit_id=visit.pk, code=code).price)

    assert priced(known.code) == "68.00"
    units.planned(unit_id, "fast", until=clock.now().date())
    assert (priced(known.code), priced(unknown.code)) == ("41.50", "68.00")
    shown = stops.field_visit(house.worker, Visit.objects.get(pk=visit.pk))
    assert shown.parts_at_cost
    assert {part.code: part.price for part in shown.catalogue} == {known.code: "41.50", unknown.code: "68.00"}
    units.planned(unit_id, "fast", until=clock.now().date() - timedelta(days=1))
    assert priced(known.code) == "68.00"


@pytest.mark.parametrize(
    ("tier", "more"), [("gold", ["whole_house", "energy_report"]), ("silver", []), ("diamond", [])]
)
def test_gold_has_the_whole_house_looked_at(house: House, tier: str, more: list[str]) -> None:
    """Standard 63."""
    order = make.opened(house)
    services.accept(actor=house.clerk, order_id=order.pk)
    order.customer.tier = tier
    order.customer.save(update_fields=["tier"])
    visit = services.assign(actor=house.clerk, order_id=order.pk, engineer_id=house.engineer.pk)
    codes = [item.code for item in visit.checklist.order_by("position")]
    assert [code for code in codes if code in ("whole_house", "energy_report")] == more


def test_another_engineer_cannot_work_on_the_visit(house: House) -> None:
    visit = make.agreed(house)
    from anxin.domains.people import public as people

    stranger = people.actor_for(staff.engineer(house.outlet).pk)
    with pytest.raises(NotFound):
        services.depart(actor=stranger, visit_id=visit.pk)


def test_cancelling_ends_the_visit_and_the_run(house: House) -> None:
    visit = make.agreed(house)
    services.cancel_order(actor=house.dispatcher, order_id=visit.order_id, reason="客户不修了")
    visit.refresh_from_db()
    assert (visit.status, status(visit.order)) == ("cancelled", "cancelled")
    assert processes.run_card(visit.order.case_id, visit.order_id).state == "cancelled"


def test_a_refused_review_sends_the_order_back(house: House) -> None:
    order = make.completed(house)
    services.reopen_order(actor=staff.staff("reviewer"), order_id=order.pk, reason="photo_reused")
    assert status(order) == "accepted"
    assert "completed" not in processes.run_card(order.case_id, order.pk).done


def test_distance_from_the_household_is_kept(house: House) -> None:
    visit = make.agreed(house)
    home = visit.order.household
    assert home is not None and home.lng is not None and home.lat is not None
    place = services.Place(home.lng, home.lat + 0.01, 20)
    assert services.arrive(actor=house.worker, visit_id=visit.pk, place=place).distance_m == 1112
