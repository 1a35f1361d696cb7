"""Engineers over HTTP: who may do what to whose engineers, and at what cost."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from anxin.domains.people import services, testing
from anxin.domains.people.models import Absence, Certificate, Engineer, EngineerSkill, OrgUnit, Shift
from anxin.domains.people.testing import PASSWORD
from anxin.kernel import clock
from anxin.kernel.actor import SYSTEM
from anxin.kernel.ids import new_id

pytestmark = pytest.mark.django_db

JSON = "application/json"


def send(client: Client, method: str, path: str, body: dict[str, Any] | None = None, version: int | None = None) -> Any:
    headers = {"Idempotency-Key": str(new_id())} | ({"If-Match": f'"{version}"'} if version else {})
    return client.generic(method, f"/api{path}", data=json.dumps(body or {}), content_type=JSON, headers=headers)


def today() -> date:
    return clock.now().date() + timedelta(days=1)


def acts(engineer: Engineer) -> dict[str, tuple[str, str, dict[str, Any]]]:
    """Every writing act on one engineer: name → method, path, body."""
    path, day = f"/people/engineers/{engineer.pk}", today().isoformat()
    paper = {"kind": "gas", "valid_from": day, "valid_to": day}
    other = {**paper, "kind": "low_voltage"}
    days = {"engineer_ids": [str(engineer.pk)], "first": day, "last": day, "weekdays": [0, 1, 2, 3, 4, 5, 6]}
    held, away = engineer.certificates.first(), engineer.absences.first()
    assert held and away
    return {
        "change": ("PATCH", path, {"travel_mode": "car"}),
        "skill": ("PUT", f"{path}/skills/ac", {"level": 3}),
        "unskill": ("DELETE", f"{path}/skills/gas_heater", {}),
        "add paper": ("POST", f"{path}/certificates", paper),
        "correct paper": ("PUT", f"{path}/certificates/{held.pk}", other),
        "end paper": ("POST", f"{path}/certificates/{held.pk}/end", {"last_day": day}),
        "plan": ("POST", "/people/shifts", {**days, "start": "08:00", "end": "17:00"}),
        "take": ("POST", "/people/shifts/take", days),
        "book": ("POST", f"{path}/absences", {"kind": "leave", "first": day, "last": day}),
        "cancel": ("DELETE", f"{path}/absences/{away.pk}", {}),
        "end": ("POST", f"{path}/end", {}),
    }


def crew_member(at: OrgUnit) -> Engineer:
    me = testing.engineer(at, certificates=("height",))
    services.book_absence(
        actor=SYSTEM, engineer_id=me.pk, kind="sick", starts_at=clock.now(), ends_at=clock.now() + timedelta(hours=1)
    )
    return me


def state(engineer: Engineer) -> list[Any]:
    row = Engineer.objects.get(pk=engineer.pk)
    tables = (EngineerSkill, Certificate, Shift, Absence)
    return [row.version, row.active, *(table.objects.filter(engineer=row).count() for table in tables)]


ROSTER = {"plan", "take", "book", "cancel"}
ALL_ACTS = {"change", "skill", "unskill", "add paper", "correct paper", "end paper", "end", *ROSTER}


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        ("admin", ALL_ACTS),
        ("centre_manager", ALL_ACTS),
        ("regional_manager", ALL_ACTS),
        ("outlet_manager", ROSTER),
        ("clerk", set()),
        ("dispatcher", set()),
        ("agent", set()),
        ("auditor", set()),
    ],
)
def test_who_may_do_what_to_his_own_and_to_foreign_engineers(role: str, allowed: set[str]) -> None:
    centre = testing.centre()
    mine, elsewhere = testing.outlet(parent=centre, partner=True), testing.outlet()
    own, foreign = crew_member(mine), crew_member(elsewhere)
    client = testing.browser(role, centre if role.endswith(("centre_manager", "regional_manager")) else mine)
    for name, (method, path, body) in acts(foreign).items():
        before = state(foreign)
        status = send(client, method, path, body, version=before[0]).status_code
        reached = role == "admin"
        assert status == (403 if name not in allowed else status if reached else 404), name
        assert reached or state(foreign) == before, name
    for name, (method, path, body) in acts(own).items():
        before = state(own)
        status = send(client, method, path, body, version=before[0]).status_code
        assert (status in (200, 201)) is (name in allowed), (name, status)
        assert (state(own) != before) is (name in allowed), name
    assert client.get(f"/api/people/engineers/{foreign.pk}").status_code == (
        200 if role in ("admin", "auditor", "agent") else 404
    )


def test_one_engineer_whole_and_what_is_kept_from_the_clerk() -> None:
    outlet = testing.outlet()
    me = crew_member(outlet)
    Certificate.objects.filter(engineer=me).update(number="T3301")
    manager = testing.browser("admin").get(f"/api/people/engineers/{me.pk}")
    told = manager.json()
    assert manager["ETag"] == f'"{told["version"]}"'
    assert (told["home"], told["may"]) == (
        {"lng": 120.1, "lat": 30.28, "area": "", "accuracy": None},
        {"manage": True, "certify": True, "roster": True},
    )
    assert ([p["number"] for p in told["papers"]], [a["kind"] for a in told["absences"]]) == (["T3301"], ["sick"])
    clerk = testing.browser("clerk", outlet).get(f"/api/people/engineers/{me.pk}").json()
    assert (clerk["home"], clerk["papers"][0]["number"], clerk["absences"][0]["kind"]) == (None, "", "")
    assert clerk["may"] == {"manage": False, "certify": False, "roster": False}
    outlet_manager = testing.browser("outlet_manager", outlet).get(f"/api/people/engineers/{me.pk}").json()
    assert (outlet_manager["home"], outlet_manager["absences"][0]["kind"]) == (None, "sick")


def test_enrolment_by_a_centre_manager_within_his_centre() -> None:
    centre = testing.centre()
    outlet, elsewhere = testing.outlet(parent=centre), testing.outlet()
    person = testing.user("新人", password=PASSWORD)
    services.give_role(actor=SYSTEM, user_id=person.id, role="clerk", org_id=outlet.id)
    boss = testing.browser("centre_manager", centre)
    body = {"user_id": str(person.id), "employee_no": "E-900", "home_address": "杭州市西湖区文新街道"}
    refused = send(boss, "POST", "/people/engineers", {**body, "outlet_id": str(elsewhere.id)})
    assert (refused.status_code, Engineer.objects.count()) == (404, 0)
    stranger = {**body, "user_id": str(testing.user().id), "outlet_id": str(outlet.id)}
    assert send(boss, "POST", "/people/engineers", stranger).status_code == 404
    made = send(boss, "POST", "/people/engineers", {**body, "outlet_id": str(outlet.id)})
    assert (made.status_code, made.json()["employee_no"]) == (201, "E-900")
    assert made.json()["home"]["accuracy"] > 0
    client = Client()
    client.force_login(person)
    assert [e["id"] for e in client.get("/api/people/engineers").json()["items"]] == [str(person.id)]


def test_an_edit_names_its_version() -> None:
    me, admin = testing.engineer(testing.outlet()), testing.browser("admin")
    path = f"/people/engineers/{me.pk}"
    version = Engineer.objects.get(pk=me.pk).version
    assert send(admin, "PATCH", path, {"travel_mode": "car"}).status_code == 428
    stale = send(admin, "PATCH", path, {"travel_mode": "car"}, version=version + 1)
    assert (stale.status_code, stale.json()["current"]["version"]) == (412, version)
    assert Engineer.objects.get(pk=me.pk).travel_mode == "ebike"
    done = send(admin, "PATCH", path, {"travel_mode": "car", "home": None}, version=version)
    assert (done.json()["travel_mode"], done.json()["home"], done["ETag"]) == ("car", None, f'"{version + 1}"')
    org, boss = testing.outlet(), testing.browser("centre_manager")
    assert send(admin, "PATCH", f"/orgs/{org.id}", {"name": "x"}).status_code == 428
    assert send(admin, "PATCH", f"/orgs/{org.id}", {"name": "新名"}, version=1).json()["name"] == "新名"
    assert send(boss, "PATCH", f"/orgs/{org.id}", {"name": "y"}, version=2).status_code == 403
    assert OrgUnit.objects.get(pk=org.id).name == "新名"


def test_a_plan_is_tried_first_then_written_and_undone() -> None:
    me, admin = testing.engineer(testing.outlet()), testing.browser("admin")
    body = acts(crew_member(testing.outlet()))["plan"][2] | {"engineer_ids": [str(me.pk)]}
    tried = send(admin, "POST", "/people/shifts", {**body, "check": True}).json()
    assert (tried, Shift.objects.filter(engineer=me).count()) == (
        {"shifts": 1, "replaced": 0, "engineers": 1, "outside": [], "undo": None},
        0,
    )
    done = send(admin, "POST", "/people/shifts", body).json()
    assert Shift.objects.filter(engineer=me).count() == 1
    row = admin.get(f"/api/people/roster?first={today()}&days=2&engineer={me.pk}").json()["items"][0]
    assert [(d["start"], d["lunch_start"]) for d in row["days"]] == [("08:00:00", None), (None, None)]
    assert send(admin, "POST", f"/undo/{done['undo']}").status_code == 200
    assert not Shift.objects.filter(engineer=me).exists()


def test_list_is_searched_filtered_and_exported_as_shown() -> None:
    centre = testing.centre()
    outlet = testing.outlet("城东网点", parent=centre)
    chen, _ = testing.engineer(outlet, name="陈平"), testing.engineer(testing.outlet(), name="陈北")
    testing.engineer(outlet, name="王南")
    testing.certificate(chen.pk, "gas", valid_to=clock.now().date() - timedelta(days=1))
    Certificate.objects.filter(engineer=chen, kind="gas", valid_to__gt=clock.now().date()).delete()
    boss = testing.browser("centre_manager", centre)
    listed = boss.get("/api/people/engineers?q=陈").json()["items"]
    assert [(e["name"], e["open_visits"]) for e in listed] == [("陈平", 0)]
    assert [c["state"] for c in listed[0]["certificates"] if c["kind"] == "gas"] == ["expired"]
    assert boss.get("/api/people/engineers?papers=expired").json()["count"] == 1
    file = boss.get("/api/people/engineers/export?format=csv&q=陈").content.decode("utf-8-sig").splitlines()
    assert (len(file), "陈平" in file[1], "城东网点" in file[1]) == (2, True, True)
    assert testing.browser("clerk", outlet).get("/api/people/engineers/export").status_code == 403
    services.end_engineer(actor=SYSTEM, engineer_id=chen.pk)
    assert boss.get("/api/people/engineers?q=陈").json()["count"] == 0
    assert boss.get("/api/people/engineers?q=陈&left=true").json()["items"][0]["active"] is False


def test_a_page_costs_the_same_with_five_hundred_engineers() -> None:
    outlet = testing.outlet()
    admin = testing.browser("admin")
    urls = ("/api/people/engineers?limit=100", f"/api/people/roster?first={today()}&days=28&limit=100")

    def cost() -> list[int]:
        found = []
        for url in urls:
            with CaptureQueriesContext(connection) as asked:
                assert admin.get(url).status_code == 200
            found.append(sum(not _kept(query["sql"]) for query in asked))
        return found

    for n in range(2):
        testing.engineer(outlet, name=f"陈{n}")
    few = cost()
    for n in range(498):
        testing.engineer(outlet, name=f"王{n}", certificates=("gas",))
    many = cost()
    assert admin.get(urls[0]).json()["count"] == 500
    assert [after - before for before, after in zip(few, many, strict=True)] == [1, 1]  # the count of a full page
    assert max(many) <= 12


def _kept(sql: str) -> bool:
    """What a process reads anew by the real clock: the tree, the business clock, whether policies changed."""
    return 'FROM "people_orgunit"' in sql or 'FROM "kernel_' in sql
