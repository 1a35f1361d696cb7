"""Upkeep of queues: exact events, refusals that change nothing, and who may."""

from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist

from anxin.domains.people import testing as people
from anxin.kernel import events
from anxin.kernel.actor import SYSTEM
from anxin.kernel.errors import Conflict, Invalid
from anxin.kernel.ids import new_id

from . import public, queues, selectors
from .models import Queue

pytestmark = pytest.mark.django_db

JSON = "application/json"


def queue(**changes: Any) -> Queue:
    plain = {"code": "main", "name_zh": "总队列", "name_en": "Main", "org_id": people.brand().id}
    return queues.define_queue(actor=SYSTEM, **{**plain, **changes})


def test_a_queue_is_told_from_its_first_day() -> None:
    row = queue()
    queue(language="en")
    queue(language="en")
    assert [(event.name, event.payload) for event in events.of_case(row.pk)] == [
        (
            "QueueAdded",
            {
                "queue_id": str(row.pk), "code": "main", "org_id": str(people.brand().pk), "role": "agent",
                "skills": [], "language": "",
            },
        ),
        (
            "QueueChanged",
            {"queue_id": str(row.pk), "code": "main", "before": {"language": ""}, "after": {"language": "en"}},
        ),
    ]  # fmt: skip
    assert Queue.objects.get().version == 2


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"role": "customer"}, Invalid),
        ({"language": "fr"}, Invalid),
        ({"org_id": new_id()}, ObjectDoesNotExist),
        ({"code": "other"}, Invalid),
    ],
)
def test_a_refused_change_leaves_the_queue_as_it_was(changes: dict[str, Any], refusal: type[Exception]) -> None:
    row = queue()
    before = Queue.objects.values().get()
    with pytest.raises(refusal):
        queues.change_queue(actor=SYSTEM, queue_id=row.pk, **changes)
    assert Queue.objects.values().get() == before


def test_a_queue_in_which_work_waits_is_not_closed() -> None:
    row = queue()
    piece = new_id()
    public.route(kind="ticket", object_id=piece, org_id=people.brand().id)
    with pytest.raises(Conflict) as refused:
        queues.change_queue(actor=SYSTEM, queue_id=row.pk, active=False)
    assert (refused.value.params, Queue.objects.get().active) == ({"count": 1}, True)
    public.end(kind="ticket", object_id=piece)
    queues.change_queue(actor=SYSTEM, queue_id=row.pk, active=False)
    assert selectors.queue_for(people.brand().id) is None


@pytest.mark.parametrize(
    ("role", "reads", "writes"),
    [("admin", 200, 201), ("auditor", 200, 403), ("agent_lead", 200, 403), ("agent", 403, 403), ("clerk", 403, 403)],
)
def test_who_keeps_the_queues(role: str, reads: int, writes: int) -> None:
    client = people.browser(role)
    body = {"code": "gas", "name_zh": "燃气", "name_en": "Gas", "org_id": str(people.brand().id), "skills": ["gas"]}
    answer = client.post("/api/queues", body, content_type=JSON, headers={"Idempotency-Key": "1"})
    assert (client.get("/api/queues").status_code, answer.status_code) == (reads, writes)
    assert Queue.objects.count() == (1 if writes == 201 else 0)


def test_a_queue_is_edited_by_version() -> None:
    row, admin = queue(), people.browser("admin")
    path = f"/api/queues/{row.pk}"
    assert admin.patch(path, {"name_en": "All"}, content_type=JSON).status_code == 428
    done = admin.patch(path, {"name_en": "All"}, content_type=JSON, headers={"If-Match": '"1"'})
    assert (done.json()["name_en"], done.json()["org"], done["ETag"]) == ("All", "安心电器", '"2"')
    assert admin.patch(path, {"name_en": "x"}, content_type=JSON, headers={"If-Match": '"1"'}).status_code == 412
    assert Queue.objects.get().name_en == "All"


def test_the_list_leaves_as_shown_for_who_keeps_it() -> None:
    queue(skills=["ac", "gas"])
    night = queue(code="night", name_zh="=夜班", name_en="Night", role="dispatcher", language="en", position=7)
    queues.change_queue(actor=SYSTEM, queue_id=night.pk, active=False)
    public.route(kind="ticket", object_id=new_id(), org_id=people.brand().id)
    admin = people.browser("admin")
    told = admin.get("/api/queues/export").content.decode("utf-8-sig").splitlines()
    assert told == [
        "代码,中文名称,英文名称,机构,角色,品类代码,语言,顺序,在用,在等",
        "main,总队列,Main,安心电器,客服,ac; gas,,100,是,1",
        "night,'=夜班,Night,安心电器,调度,,en,7,否,0",
    ]
    found = admin.get("/api/queues/export?q=night", headers={"Accept-Language": "en"}).content.decode("utf-8-sig")
    assert found.splitlines()[1:] == ["night,'=夜班,Night,安心电器,Dispatcher,,en,7,no,0"]
    assert admin.get("/api/queues/export?format=xlsx").content.startswith(b"PK")
    assert admin.get("/api/queues/export?format=pdf").status_code == 400


@pytest.mark.parametrize("role", ["auditor", "agent_lead", "agent"])
def test_who_does_not_keep_the_queues_takes_no_file(role: str) -> None:
    queue()
    assert people.browser(role).get("/api/queues/export").status_code == 403
