"""The tree, roles, engineers and what the others learn of them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import pytest

from anxin.domains.people import public, services, testing
from anxin.domains.people.models import OrgUnit, RoleAssignment, Shift, User
from anxin.kernel import clock, events
from anxin.kernel.actor import SYSTEM, ActorKind
from anxin.kernel.errors import Conflict, Invalid, NotFound

pytestmark = pytest.mark.django_db

TODAY = date(2026, 7, 14)
NOON = datetime(2026, 7, 14, 4, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with clock.frozen(NOON):
        yield


def test_subtree_and_path() -> None:
    centre = testing.centre()
    inside, beside = testing.outlet(parent=centre), testing.outlet()
    assert public.org_subtree(centre.id) == {centre.id, inside.id}
    assert public.org_subtree(testing.brand().id) == {testing.brand().id, centre.id, inside.id, beside.id}
    assert [org.code for org in public.org_path(inside.id)] == ["HQ", centre.code, inside.code]


@pytest.mark.parametrize(("kind", "code"), [("region", "R"), ("brand", "B"), ("outlet", "")])
def test_misplaced_node_is_refused(kind: str, code: str) -> None:
    outlet = testing.outlet()
    with pytest.raises(Invalid):
        services.add_org_unit(actor=SYSTEM, kind=kind, code=code, name="x", parent_id=outlet.id)
    assert OrgUnit.objects.count() == 2


def test_taken_names_are_refused() -> None:
    outlet, user = testing.outlet(), testing.user()
    with pytest.raises(Conflict):
        services.add_org_unit(actor=SYSTEM, kind="outlet", code=outlet.code, name="x", parent_id=testing.brand().id)
    with pytest.raises(Conflict):
        services.add_user(actor=SYSTEM, username=f" {user.username.upper()} ", name="x")
    assert User.objects.count() == 1


def test_actor_has_roles_with_their_subtrees() -> None:
    centre = testing.centre()
    outlet = testing.outlet(parent=centre)
    actor = testing.staff("centre_manager", centre)
    assert (actor.kind, actor.name, actor.lang) == (ActorKind.PERSON, "林晓", "zh")
    (held,) = actor.assignments
    assert (held.role, held.org_id, held.org_ids) == (
        "centre_manager",
        centre.id,
        frozenset({centre.id, outlet.id}),
    )


def test_no_actor_for_somebody_who_left() -> None:
    user = testing.user()
    services.change_user(actor=SYSTEM, user_id=user.id, is_active=False)
    with pytest.raises(NotFound):
        public.actor_for(user.id)


def test_role_is_given_once_and_taken_away() -> None:
    user, org = testing.user(), testing.brand()
    for _ in range(2):
        services.give_role(actor=SYSTEM, user_id=user.id, role="agent", org_id=org.id)
    assert [e.name for e in events.of_case(user.id)] == ["UserAdded", "RoleGiven"]
    services.take_role(actor=SYSTEM, user_id=user.id, role="agent", org_id=org.id)
    assert not RoleAssignment.objects.exists()
    with pytest.raises(Invalid):
        services.give_role(actor=SYSTEM, user_id=user.id, role="emperor", org_id=org.id)
    assert not RoleAssignment.objects.exists()


def test_name_of_staff_is_personal_in_the_ledger() -> None:
    user = testing.user("周宁")
    (added,) = events.of_case(user.id)
    assert added.payload["name"] == "周宁"
    events.redact(user.id, because="left")
    assert events.of_case(user.id)[0].payload["name"] is None


@pytest.mark.parametrize("password", ["short", "password123", "x" * 129, "1234567890"])
def test_weak_passwords_are_refused(password: str) -> None:
    with pytest.raises(Invalid):
        services.add_user(actor=SYSTEM, username="a", name="b", password=password)
    assert not User.objects.exists()


def test_own_password_needs_the_old_one() -> None:
    user = testing.user(password=testing.PASSWORD)
    actor = public.actor_for(user.id)
    with pytest.raises(Invalid):
        services.change_password(actor=actor, user_id=user.id, new="another long one", old="wrong")
    user.refresh_from_db()
    assert user.check_password(testing.PASSWORD)
    services.change_password(actor=actor, user_id=user.id, new="another long one", old=testing.PASSWORD)
    user.refresh_from_db()
    assert user.check_password("another long one")
    assert user.password.startswith("argon2$")


def test_candidate_shows_level_certificates_shift_and_absence_without_its_reason() -> None:
    outlet = testing.outlet()
    row = testing.engineer(outlet, skills={"ac": 3, "washer": 1}, certificates=("height",))
    testing.certificate(row.pk, "gas", valid_to=TODAY - timedelta(days=1))
    services.plan_shifts(actor=SYSTEM, engineer_id=row.pk, days=[TODAY], start=time(8, 30), end=time(17, 30))
    services.book_absence(
        actor=SYSTEM,
        engineer_id=row.pk,
        kind="sick",
        starts_at=NOON + timedelta(hours=2),
        ends_at=NOON + timedelta(hours=4),
        note="dentist",
    )
    (found,) = public.candidates_data([outlet.id], TODAY)
    card = found.engineer
    assert (card.id, card.level("ac"), card.level("washer"), card.level("fridge")) == (row.pk, 3, 1, 0)
    assert [card.certified(kind, TODAY) for kind in ("height", "gas", "low_voltage")] == [True, False, False]
    assert found.shift is not None and found.shift.minutes == 480
    assert found.shift.starts_at == datetime(2026, 7, 14, 0, 30, tzinfo=UTC)
    assert [(a.starts_at, a.ends_at) for a in found.absences] == [
        (NOON + timedelta(hours=2), NOON + timedelta(hours=4))
    ]
    assert "dentist" not in repr(found) and "sick" not in repr(found)
    assert public.candidates_data([outlet.id], TODAY + timedelta(days=1))[0].shift is None


def test_certificate_holds_on_its_last_day() -> None:
    row = testing.engineer(testing.outlet(), certificates=())
    testing.certificate(row.pk, "gas", valid_to=TODAY)
    card = public.engineer_card(row.pk)
    assert card.certified("gas", TODAY)
    assert not card.certified("gas", TODAY + timedelta(days=1))


def test_replanned_day_is_one_shift() -> None:
    row = testing.engineer(testing.outlet())
    for start in (8, 9):
        services.plan_shifts(
            actor=SYSTEM, engineer_id=row.pk, days=[TODAY, TODAY], start=time(start), end=time(17), lunch=None
        )
    (shift,) = Shift.objects.all()
    assert (shift.starts_at.hour, shift.lunch_starts_at) == (1, None)


def test_holders_of_a_role_reach_down() -> None:
    centre = testing.centre()
    outlet = testing.outlet(parent=centre)
    above, at, beside = (testing.staff("outlet_manager", org) for org in (centre, outlet, testing.outlet()))
    assert {u.id for u in public.users_with_role("outlet_manager", outlet.id)} == {above.id, at.id}
    assert beside.id not in {u.id for u in public.users_with_role("outlet_manager", outlet.id)}
