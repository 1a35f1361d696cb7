"""Engineers come, change and leave; what they can, when they work; what is refused changes nothing."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest

from anxin.domains.people import crew, public, services, testing, work
from anxin.domains.people.models import Absence, Certificate, Engineer, EngineerSkill, RoleAssignment, Shift
from anxin.kernel import clock, events, undo
from anxin.kernel.actor import SYSTEM, Actor
from anxin.kernel.errors import Conflict, DomainError, Invalid, NotFound
from anxin.kernel.ids import new_id

pytestmark = pytest.mark.django_db

TODAY = date(2026, 7, 14)  # a Tuesday
NOON = datetime(2026, 7, 14, 4, 0, tzinfo=UTC)
WEEK = {"first": TODAY, "last": TODAY + timedelta(days=6)}
HOURS = services.Hours(time(8), time(17, 30))


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with clock.frozen(NOON):
        yield


@pytest.fixture
def booked(monkeypatch: pytest.MonkeyPatch) -> list[work.OpenVisit]:
    """What fieldwork would tell: visits a test puts in here are open."""
    visits: list[work.OpenVisit] = []
    monkeypatch.setattr(work, "_visits", [lambda ids: [visit for visit in visits if visit.engineer_id in ids]])
    monkeypatch.setattr(work, "_orders", [lambda outlet: []])
    return visits


def visit(engineer: Engineer, start: datetime | None = None, number: str = "WO-1") -> work.OpenVisit:
    return work.OpenVisit(engineer.pk, new_id(), number, start, start and start + timedelta(hours=2))


def names(engineer_id: UUID) -> list[str]:
    return [event.name for event in events.of_case(engineer_id)]


def test_enrolment_gives_number_home_and_the_role_at_the_outlet() -> None:
    outlet, user = testing.outlet(), testing.user()
    made = services.enrol_engineer(
        actor=SYSTEM, user_id=user.id, outlet_id=outlet.id, employee_no=" E-77 ", home_address="杭州市西湖区文新街道1号"
    )
    assert (made.employee_no, made.home_area, made.active, made.version) == (
        "E-77",
        "浙江省/杭州市/西湖区/文新街道",
        True,
        1,
    )
    assert made.home_lng == pytest.approx(120.09, abs=0.05) and (made.home_accuracy or 0) > 0
    held = RoleAssignment.objects.get(user=user)
    assert (held.role, held.org_id) == ("engineer", outlet.id)
    assert names(user.id) == ["UserAdded", "RoleGiven", "EngineerEnrolled"]


def test_a_point_is_exact_and_goes_before_the_address() -> None:
    made = services.enrol_engineer(
        actor=SYSTEM,
        user_id=testing.user().id,
        outlet_id=testing.outlet().id,
        employee_no="E1",
        home=(120.5, 30.5),
        home_address="杭州市西湖区",
    )
    assert (made.home_lng, made.home_lat, made.home_area, made.home_accuracy) == (120.5, 30.5, "", None)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"employee_no": "TAKEN"}, "people.employee_no_taken"),
        ({"employee_no": " "}, "people.bad_employee_no"),
        ({"employee_no": "9" * 21}, "people.bad_employee_no"),
        ({"travel_mode": "rocket"}, "people.bad_travel_mode"),
        ({"home_address": "somewhere"}, "people.home_unknown"),
        ({"home": (200.0, 30.0)}, "people.home_unknown"),
        ({"outlet_id": None}, "people.not_an_outlet"),
    ],
)
def test_refused_enrolment_and_change_leave_nothing(change: dict[str, Any], code: str) -> None:
    outlet, user = testing.outlet(), testing.user()
    other = testing.engineer(outlet)
    services.change_engineer(actor=SYSTEM, engineer_id=other.pk, employee_no="TAKEN")
    if "outlet_id" in change:
        change = {"outlet_id": testing.brand().id}
    wanted = {"outlet_id": outlet.id, "employee_no": "E-NEW", **change}
    with pytest.raises(DomainError, match=code):
        services.enrol_engineer(actor=SYSTEM, user_id=user.id, **wanted)
    assert Engineer.objects.count() == 1 and not RoleAssignment.objects.filter(user=user).exists()
    me = testing.engineer(outlet)
    with pytest.raises(DomainError, match=code):
        services.change_engineer(actor=SYSTEM, engineer_id=me.pk, **change)
    row = Engineer.objects.get(pk=me.pk)
    assert (row.employee_no, row.outlet_id, row.home_lng, row.travel_mode) == (
        me.employee_no,
        outlet.id,
        120.10,
        "ebike",
    )
    assert "EngineerChanged" not in names(me.pk)


def test_nobody_is_enrolled_twice_nor_while_suspended_nor_at_a_closed_outlet() -> None:
    outlet, user = testing.outlet(), testing.user()
    me = testing.engineer(outlet)
    with pytest.raises(Conflict, match=r"people\.engineer_enrolled"):
        services.enrol_engineer(actor=SYSTEM, user_id=me.pk, outlet_id=outlet.id, employee_no="E-2")
    services.change_user(actor=SYSTEM, user_id=user.id, is_active=False)
    with pytest.raises(Invalid, match=r"people\.user_suspended"):
        services.enrol_engineer(actor=SYSTEM, user_id=user.id, outlet_id=outlet.id, employee_no="E-2")
    closed = testing.outlet()
    services.change_org_unit(actor=SYSTEM, org_id=closed.id, active=False)
    with pytest.raises(Invalid, match=r"people\.outlet_closed"):
        services.enrol_engineer(actor=SYSTEM, user_id=testing.user().id, outlet_id=closed.id, employee_no="E-2")
    assert Engineer.objects.count() == 1


def test_the_role_moves_with_the_outlet_but_not_while_visits_are_open(booked: list[work.OpenVisit]) -> None:
    old, new = testing.outlet(), testing.outlet()
    me = testing.engineer(old)
    booked.append(visit(me))
    with pytest.raises(Conflict, match=r"people\.engineer_has_visits"):
        services.change_engineer(actor=SYSTEM, engineer_id=me.pk, outlet_id=new.id)
    assert Engineer.objects.get(pk=me.pk).outlet_id == old.id
    booked.clear()
    services.change_engineer(actor=SYSTEM, engineer_id=me.pk, outlet_id=new.id, travel_mode="van")
    row = Engineer.objects.get(pk=me.pk)
    assert (row.outlet_id, row.travel_mode) == (new.id, "van")
    assert [held.org_id for held in RoleAssignment.objects.filter(user_id=me.pk)] == [new.id]
    changed = next(event for event in events.of_case(me.pk) if event.name == "EngineerChanged")
    assert changed.payload["fields"] == ["outlet_id", "travel_mode"]


def test_who_leaves_with_open_visits_is_refused_with_their_numbers(booked: list[work.OpenVisit]) -> None:
    me = testing.engineer(testing.outlet())
    testing.shifts(me.pk, days=3)
    booked += [visit(me, number=f"WO-{n}") for n in range(7)]
    with pytest.raises(Conflict) as refused:
        services.end_engineer(actor=SYSTEM, engineer_id=me.pk)
    assert refused.value.params == {"count": 7, "numbers": "WO-0, WO-1, WO-2, WO-3, WO-4 …"}
    assert Engineer.objects.get(pk=me.pk).active and Shift.objects.count() == 3
    booked.clear()
    services.end_engineer(actor=SYSTEM, engineer_id=me.pk)
    assert not Engineer.objects.get(pk=me.pk).active
    assert [shift.date for shift in Shift.objects.all()] == [TODAY]  # begun already: it stays as it was
    assert not RoleAssignment.objects.filter(user_id=me.pk).exists()
    assert public.candidates_data([me.outlet_id], TODAY) == []
    left = events.of_case(me.pk)[-1]
    assert (left.name, left.payload["shifts"]) == ("EngineerLeft", 2)
    with pytest.raises(Conflict, match=r"people\.engineer_left"):
        services.end_engineer(actor=SYSTEM, engineer_id=me.pk)
    back = services.enrol_engineer(actor=SYSTEM, user_id=me.pk, outlet_id=me.outlet_id, employee_no=me.employee_no)
    assert back.active and public.engineer_card(me.pk).level("gas_heater") == 3


def test_a_skill_is_set_taken_away_and_both_are_undone() -> None:
    boss = testing.staff("admin")
    me = testing.engineer(testing.outlet(), skills={"ac": 2})
    raised = services.set_skill_undoable(actor=boss, engineer_id=me.pk, category="ac", level=4)
    undo.redeem(boss, UUID(raised))
    assert EngineerSkill.objects.get(engineer=me).level == 2
    gone = services.set_skill_undoable(actor=boss, engineer_id=me.pk, category="ac", level=None)
    assert not EngineerSkill.objects.exists()
    undo.redeem(boss, UUID(gone))
    assert EngineerSkill.objects.get(engineer=me).level == 2
    first = services.set_skill_undoable(actor=boss, engineer_id=me.pk, category="washer", level=1)
    services.change_engineer(actor=boss, engineer_id=me.pk, travel_mode="car")
    with pytest.raises(Conflict, match=r"error\.undo_changed_since"):
        undo.redeem(boss, UUID(first))
    with pytest.raises(Invalid):
        services.certify(actor=boss, engineer_id=me.pk, category="ac", level=5)
    with pytest.raises(NotFound):
        services.remove_skill(actor=boss, engineer_id=me.pk, category="fridge")
    assert dict(EngineerSkill.objects.values_list("category", "level")) == {"ac": 2, "washer": 1}


def test_a_certificate_is_corrected_ended_and_no_longer_reminded_of() -> None:
    me = testing.engineer(testing.outlet(), certificates=("gas", "height"))
    gas = Certificate.objects.get(engineer=me, kind="gas")
    services.correct_certificate(
        actor=SYSTEM,
        engineer_id=me.pk,
        certificate_id=gas.pk,
        kind="gas",
        valid_from=TODAY - timedelta(days=9),
        valid_to=TODAY + timedelta(days=60),
        number="T33",
    )
    (member,) = crew.members([crew.engineer_for(SYSTEM, "engineer.see", me.pk)])
    assert [(p.kind, p.state) for p in crew.latest(member.papers)] == [("gas", "soon"), ("height", "ok")]
    with pytest.raises(Invalid, match=r"people\.bad_certificate"):
        services.end_certificate(
            actor=SYSTEM, engineer_id=me.pk, certificate_id=gas.pk, last_day=TODAY + timedelta(days=61)
        )
    assert Certificate.objects.get(pk=gas.pk).ended_at is None
    services.end_certificate(actor=SYSTEM, engineer_id=me.pk, certificate_id=gas.pk, last_day=TODAY)
    assert names(me.pk)[-1] == "CertificateEnded"
    assert public.engineer_card(me.pk).certified("gas", TODAY)
    assert not public.engineer_card(me.pk).certified("gas", TODAY + timedelta(days=1))
    assert list(crew.matching(Engineer.objects.all(), papers="any")) == []
    with clock.frozen(NOON + timedelta(days=1)):
        (member,) = crew.members([crew.engineer_for(SYSTEM, "engineer.see", me.pk)])
        assert [p.kind for p in crew.latest(member.papers)] == ["height"]


def test_warnings_look_at_the_latest_of_each_kind() -> None:
    outlet = testing.outlet()
    expired, soon, renewed, fine = (testing.engineer(outlet, certificates=()) for _ in range(4))
    testing.certificate(expired.pk, "gas", valid_to=TODAY - timedelta(days=1))
    testing.certificate(soon.pk, "gas", valid_to=TODAY + timedelta(days=60))
    testing.certificate(renewed.pk, "gas", valid_to=TODAY - timedelta(days=1))
    services.add_certificate(
        actor=SYSTEM, engineer_id=renewed.pk, kind="gas", valid_from=TODAY, valid_to=TODAY + timedelta(days=900)
    )
    testing.certificate(fine.pk, "gas", valid_to=TODAY + timedelta(days=61))
    found = {
        state: set(crew.matching(Engineer.objects.all(), papers=state).values_list("pk", flat=True))
        for state in ("expired", "soon", "any")
    }
    assert found == {"expired": {expired.pk}, "soon": {soon.pk}, "any": {expired.pk, soon.pk}}


def plan(*who: Engineer, actor: Actor = SYSTEM, hours: services.Hours | None = HOURS, **how: Any) -> services.Planned:
    wanted = {**WEEK, "weekdays": range(5), **how}
    return services.plan_crew(actor=actor, engineer_ids=[one.pk for one in who], hours=hours, **wanted)


def test_a_crew_is_planned_at_once_and_taken_off_again() -> None:
    outlet = testing.outlet()
    one, two = testing.engineer(outlet), testing.engineer(outlet)
    assert plan(one, two).shifts == 10
    assert sorted(Shift.objects.filter(engineer=one).values_list("date", flat=True)) == [
        TODAY + timedelta(days=n) for n in (0, 1, 2, 3, 6)
    ]
    shift = Shift.objects.filter(engineer=two).first()
    assert shift is not None and (shift.starts_at.hour, shift.ends_at.minute) == (0, 30)
    assert plan(one, two, check=True, hours=None, weekdays=[0]).shifts == 2
    assert Shift.objects.count() == 10
    assert plan(one, two, hours=None, weekdays=[0]).shifts == 2
    assert Shift.objects.count() == 8
    assert names(one.pk)[-2:] == ["ShiftsPlanned", "ShiftsTaken"]


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ({"first": TODAY - timedelta(days=1)}, "people.days_past"),
        ({"last": TODAY - timedelta(days=1)}, "people.too_many_days"),
        ({"last": TODAY + timedelta(days=92)}, "people.too_many_days"),
        ({"first": TODAY, "last": TODAY, "weekdays": [5]}, "people.no_days"),
    ],
)
def test_days_that_cannot_be_planned(how: dict[str, Any], code: str) -> None:
    me = testing.engineer(testing.outlet())
    with pytest.raises(Invalid, match=code):
        plan(me, **how)
    assert not Shift.objects.exists()


@pytest.mark.parametrize(
    ("start", "end", "lunch"),
    [
        (time(8), time(8), None),
        (time(20), time(6), None),
        (time(8), time(12, 30), (time(12), time(13))),
        (time(8), time(17), (time(13), time(12))),
        (time(8, tzinfo=UTC), time(17), None),
    ],
)
def test_hours_that_cannot_stand(start: time, end: time, lunch: tuple[time, time] | None) -> None:
    with pytest.raises(Invalid, match=r"people\.bad_shift"):
        services.Hours(start, end, lunch)


def test_visits_no_shift_holds_are_told_and_stay(booked: list[work.OpenVisit]) -> None:
    me = testing.engineer(testing.outlet())
    late, early, untimed = visit(me, NOON + timedelta(hours=4), "WO-L"), visit(me, NOON, "WO-E"), visit(me)
    booked += [early, late, untimed]
    assert plan(me).outside == [late]  # 16:00 to 18:00 against a shift until 17:30
    assert plan(me, hours=None).outside == [early, late]
    assert booked == [early, late, untimed]


def test_one_engineers_plan_is_undone_to_what_stood_before() -> None:
    boss, me = testing.staff("admin"), testing.engineer(testing.outlet())
    plan(me, hours=services.Hours(time(9), time(12), None), weekdays=[1])
    token = plan(me, actor=boss).undo
    assert token is not None and Shift.objects.count() == 5
    undo.redeem(boss, UUID(token))
    (kept,) = Shift.objects.all()
    assert (kept.date, kept.starts_at.hour, kept.ends_at.hour, kept.lunch_starts_at) == (TODAY, 1, 4, None)


def test_the_plan_of_a_crew_is_undone_for_each_to_what_stood_before() -> None:
    boss, outlet = testing.staff("admin"), testing.outlet()
    me, other = testing.engineer(outlet), testing.engineer(outlet)
    plan(me, hours=services.Hours(time(9), time(12), None), weekdays=[1])
    plan(other, hours=services.Hours(time(13), time(17), (time(14), time(15))), weekdays=[1, 2])
    before = shifts()
    would = plan(me, other, actor=boss, check=True)
    assert (would.shifts, would.replaced, would.undo, shifts()) == (10, 3, None, before)
    done = plan(me, other, actor=boss)
    assert (done.shifts, done.replaced, Shift.objects.count()) == (10, 3, 10)
    assert done.undo is not None
    undo.redeem(boss, UUID(done.undo))
    assert shifts() == before
    told = [event.name for event in events.of_case(other.pk)]
    assert told[-2:] == ["ShiftsTaken", "ShiftsPlanned"]


def test_the_plan_of_a_crew_is_not_undone_once_one_of_it_was_planned_anew() -> None:
    boss, outlet = testing.staff("admin"), testing.outlet()
    me, other = testing.engineer(outlet), testing.engineer(outlet)
    token = plan(me, other, actor=boss).undo
    assert token is not None
    plan(other, hours=None, weekdays=[1])
    now = shifts()
    with pytest.raises(Conflict, match=r"error\.undo_changed_since"):
        undo.redeem(boss, UUID(token))
    assert shifts() == now


def test_a_crew_planned_in_parts_is_undone_part_by_part() -> None:
    boss, outlet = testing.staff("admin"), testing.outlet()
    me, other = testing.engineer(outlet), testing.engineer(outlet)
    plan(me, hours=services.Hours(time(9), time(12), None), weekdays=[1])
    before = shifts()
    tokens = [plan(one, actor=boss).undo for one in (me, other)]
    for token in tokens:
        assert token is not None
        undo.redeem(boss, UUID(token))
    assert shifts() == before


def shifts() -> list[tuple[object, ...]]:
    names = ("engineer_id", "date", "starts_at", "ends_at", "lunch_starts_at", "lunch_ends_at")
    return list(Shift.objects.order_by("engineer_id", "date").values_list(*names))


def test_an_absence_tells_its_visits_is_undone_and_cancelled(booked: list[work.OpenVisit]) -> None:
    boss, me = testing.staff("admin"), testing.engineer(testing.outlet())
    inside, after = visit(me, NOON + timedelta(hours=2), "WO-2"), visit(me, NOON + timedelta(hours=6))
    booked += [inside, after]
    wanted: dict[str, Any] = {
        "kind": "leave",
        "starts_at": NOON,
        "ends_at": NOON + timedelta(hours=6),
        "note": "家里有事",
    }
    done = services.book_undoable(actor=boss, engineer_id=me.pk, **wanted)
    assert done.visits == [inside]
    undo.redeem(boss, UUID(done.undo))
    assert not Absence.objects.exists()
    absence = services.book_absence(actor=boss, engineer_id=me.pk, **wanted)
    services.cancel_absence(actor=boss, engineer_id=me.pk, absence_id=absence.pk)
    assert not Absence.objects.exists() and names(me.pk)[-1] == "AbsenceCancelled"
    with pytest.raises(NotFound):
        services.cancel_absence(actor=boss, engineer_id=me.pk, absence_id=absence.pk)
    with pytest.raises(Invalid):
        services.book_absence(
            actor=boss, engineer_id=me.pk, kind="leave", starts_at=NOON, ends_at=NOON + timedelta(days=367)
        )
    assert not Absence.objects.exists()


def test_the_days_of_a_crew_by_the_clock_on_the_wall(booked: list[work.OpenVisit]) -> None:
    me = testing.engineer(testing.outlet())
    plan(me, weekdays=[1])
    booked.append(visit(me, NOON))
    tomorrow = NOON + timedelta(days=1)
    services.book_absence(
        actor=SYSTEM, engineer_id=me.pk, kind="sick", starts_at=tomorrow, ends_at=tomorrow + timedelta(days=1)
    )
    days = crew.days_of([me], TODAY, 4)[me.pk]
    assert [(d.hours, d.lunch, d.away, d.visits) for d in days] == [
        ((time(8), time(17, 30)), (time(12), time(13)), False, 1),
        (None, None, True, 0),
        (None, None, True, 0),
        (None, None, False, 0),
    ]


def test_a_place_is_renamed_moved_closed_and_opened_again() -> None:
    outlet = testing.outlet()
    changed = services.change_org_unit(actor=SYSTEM, org_id=outlet.id, name="新名", place="杭州市西湖区文新街道5号")
    assert (changed.name, changed.version) == ("新名", 2)
    assert changed.lng == pytest.approx(120.09, abs=0.05)
    services.change_org_unit(actor=SYSTEM, org_id=outlet.id, active=False)
    assert public.authorised_outlets("浙江省", "ac", "repair", clock.now()) == []
    assert services.change_org_unit(actor=SYSTEM, org_id=outlet.id, active=True).active
    assert [e.name for e in events.of_case(outlet.id)] == ["OrgUnitAdded", *["OrgUnitChanged"] * 3]


def test_a_place_in_use_is_not_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    centre = testing.centre()
    outlet = testing.outlet(parent=centre)
    me = testing.engineer(outlet)
    refusals = []
    for org in (testing.brand(), centre, outlet):
        with pytest.raises(Conflict) as refused:
            services.change_org_unit(actor=SYSTEM, org_id=org.id, active=False)
        refusals.append(refused.value.code)
    services.end_engineer(actor=SYSTEM, engineer_id=me.pk)
    monkeypatch.setattr(work, "_orders", [lambda _: ["WO-9"]])
    with pytest.raises(Conflict) as refused:
        services.change_org_unit(actor=SYSTEM, org_id=outlet.id, active=False)
    assert [*refusals, refused.value.code] == [
        "people.org_has_children",
        "people.org_has_children",
        "people.outlet_has_engineers",
        "people.outlet_has_orders",
    ]
    outlet.refresh_from_db()
    assert (outlet.active, outlet.version) == (True, 1)


@pytest.mark.parametrize(
    "change", [{"name": " "}, {"name": "x" * 81}, {"timezone": "Mars"}, {"lng": 1.0}, {"lng": 500.0, "lat": 1.0}]
)
def test_what_a_place_cannot_be(change: dict[str, object]) -> None:
    outlet = testing.outlet()
    with pytest.raises(Invalid):
        services.change_org_unit(actor=SYSTEM, org_id=outlet.id, **change)
    outlet.refresh_from_db()
    assert (outlet.name, outlet.version, outlet.timezone) == ("城西网点", 1, "Asia/Shanghai")
