"""Places, staff and authorisations over HTTP."""

from datetime import date, time
from typing import Any

import pytest
from django.test import Client

from anxin.domains.people import public, services, testing
from anxin.domains.people.models import Authorisation, OrgUnit, RoleAssignment, User
from anxin.kernel import clock
from anxin.kernel.actor import SYSTEM

pytestmark = pytest.mark.django_db

JSON = "application/json"
AREA = "浙江省/杭州市/西湖区/文新街道"


def make(client: Client, path: str, body: dict[str, Any], key: str = "1") -> Any:
    return client.post(path, body, content_type=JSON, headers={"Idempotency-Key": key})


def test_tree_is_listed_for_staff() -> None:
    outlet = testing.outlet("城西网点", partner=True)
    told = testing.browser("clerk", outlet).get("/api/orgs").json()
    assert [(o["code"], o["parent_id"], o["partner"]) for o in told] == [
        ("HQ", None, False),
        (outlet.code, str(testing.brand().id), True),
    ]
    assert [o["own_planning"] for o in told] == [True, False]


def test_only_the_administrator_builds_the_tree() -> None:
    body = {"kind": "outlet", "code": "N1", "name": "新网点", "parent_id": str(testing.brand().id)}
    assert make(testing.browser("outlet_manager"), "/api/orgs", body).status_code == 403
    assert not OrgUnit.objects.filter(code="N1").exists()
    admin = testing.browser("admin")
    assert make(admin, "/api/orgs", body).json()["code"] == "N1"
    taken = make(admin, "/api/orgs", body, key="2")
    assert (taken.status_code, taken.json()["code"]) == (409, "people.org_code_taken")


def test_engineers_of_the_own_place_with_their_day() -> None:
    mine, other = testing.outlet(), testing.outlet()
    row = testing.engineer(mine, skills={"ac": 2}, certificates=("height",))
    testing.engineer(other)
    today = clock.now().date()
    services.plan_shifts(actor=SYSTEM, engineer_id=row.pk, days=[today], start=time(0), end=time(23, 59), lunch=None)
    page = testing.browser("clerk", mine).get("/api/people/engineers").json()
    (told,) = page["items"]
    assert (told["id"], told["outlet"], told["skills"]) == (str(row.pk), "城西网点", [{"category": "ac", "level": 2}])
    assert [(c["kind"], c["ok"]) for c in told["certificates"]] == [("height", True)]
    assert told["today"]["away"] is False
    assert testing.browser("admin").get(f"/api/people/engineers?org={other.id}").json()["count"] == 1
    assert testing.browser("knowledge_editor").get("/api/people/engineers").status_code == 403


def test_engineer_lists_himself_only() -> None:
    outlet = testing.outlet()
    me, _ = testing.engineer(outlet), testing.engineer(outlet)
    client = Client()
    client.force_login(me.user)
    assert [e["id"] for e in client.get("/api/people/engineers").json()["items"]] == [str(me.pk)]


def test_manager_lists_the_staff_of_his_place_with_masked_phones() -> None:
    centre = testing.centre()
    outlet = testing.outlet(parent=centre)
    clerk = services.add_user(actor=SYSTEM, username="clerk1", name="信息员", phone="13812345678")
    services.give_role(actor=SYSTEM, user_id=clerk.id, role="clerk", org_id=outlet.id)
    testing.staff("clerk", testing.outlet())
    items = testing.browser("centre_manager", centre).get("/api/people/users?role=clerk").json()["items"]
    assert [(u["username"], u["phone"]) for u in items] == [("clerk1", "138****5678")]
    assert testing.browser("agent").get("/api/people/users").status_code == 403


def test_user_is_added_changed_by_version_and_given_a_role() -> None:
    admin = testing.browser("admin")
    body = {"username": "New.One", "name": "新人", "password": "a long enough one"}
    made = make(admin, "/api/people/users", body).json()
    assert (made["username"], made["is_active"]) == ("new.one", True)
    path = f"/api/people/users/{made['id']}"
    assert admin.patch(path, {"is_active": False}, content_type=JSON).status_code == 428
    stale = admin.patch(path, {"is_active": False}, content_type=JSON, headers={"If-Match": '"2"'})
    assert (stale.status_code, User.objects.get(pk=made["id"]).is_active) == (412, True)
    role = {"role": "clerk", "org_id": str(testing.brand().id)}
    assert admin.post(f"{path}/roles", role, content_type=JSON).json()["roles"][0]["role"] == "clerk"
    admin.delete(f"{path}/roles?role=clerk&org_id={testing.brand().id}")
    assert not RoleAssignment.objects.filter(user_id=made["id"]).exists()


def test_new_password_by_the_administrator_ends_the_users_sessions() -> None:
    user = testing.user(password=testing.PASSWORD)
    services.give_role(actor=SYSTEM, user_id=user.id, role="agent", org_id=testing.brand().id)
    client = Client()
    client.force_login(user)
    path, body = f"/api/people/users/{user.id}/password", {"new": "another long secret"}
    assert client.post(path, body, content_type=JSON).status_code == 403
    assert testing.browser("admin").post(path, body, content_type=JSON).status_code == 204
    assert client.get("/api/session").json()["user"] is None
    user.refresh_from_db()
    assert user.check_password("another long secret")


def test_authorisation_is_made_listed_within_reach_and_ended() -> None:
    outlet, admin = testing.outlet(), testing.browser("admin")
    body = {"outlet_id": str(outlet.id), "area": AREA, "valid_from": "2026-01-01", "daily_quota": 9}
    line = make(admin, "/api/people/authorisations", body).json()
    assert (line["outlet"], line["rank"], line["daily_quota"]) == ("城西网点", 1, 9)
    mine, foreign = testing.browser("clerk", outlet), testing.browser("clerk", testing.outlet())
    assert mine.get("/api/people/authorisations").json()["count"] == 1
    assert foreign.get("/api/people/authorisations").json()["count"] == 0
    assert mine.delete(f"/api/people/authorisations/{line['id']}").status_code == 403
    assert Authorisation.objects.get().valid_to is None
    ended = admin.delete(f"/api/people/authorisations/{line['id']}").json()
    assert date.fromisoformat(ended["valid_to"]) >= clock.now().date()
    assert public.authorised_outlets(AREA, "ac", "repair", clock.now())[0].name == "城西网点"


def test_what_one_may_not_set_is_not_set() -> None:
    client = testing.browser("agent")
    answer = client.patch("/api/me", {"lang": "en", "is_active": False, "username": "root"}, content_type=JSON)
    assert (answer.status_code, answer.json()["lang"]) == (200, "en")
    user = User.objects.get(pk=answer.json()["id"])
    assert (user.is_active, user.username != "root") == (True, True)
    assert client.patch("/api/me", {"lang": "xx"}, content_type=JSON).status_code == 400


def test_people_and_authorisations_leave_as_files_for_who_manages_them() -> None:
    outlet, admin = testing.outlet(), testing.browser("admin")
    user = services.add_user(actor=SYSTEM, username="zhou", name="=周敏", phone="13800001111")
    services.give_role(actor=SYSTEM, user_id=user.id, role="clerk", org_id=outlet.id)
    told = admin.get("/api/people/users/export?q=zhou").content.decode("utf-8-sig").splitlines()
    assert told == ["姓名,登录名,电话,角色,在用", "'=周敏,zhou,13800001111,网点信息员 · 城西网点,是"]
    body = {"outlet_id": str(outlet.id), "area": AREA, "order_type": "repair", "valid_from": "2026-01-01"}
    make(admin, "/api/people/authorisations", body)
    lines = admin.get(f"/api/people/authorisations/export?area={AREA[:4]}").content.decode("utf-8-sig").splitlines()
    assert lines[1:] == [f"{AREA},城西网点,,维修,1,,2026-01-01,"]
    assert admin.get("/api/people/authorisations/export?area=nowhere").content.decode("utf-8-sig").count("\n") == 1
    for path in ("users", "authorisations"):
        assert testing.browser("centre_manager").get(f"/api/people/{path}/export").status_code == 403
