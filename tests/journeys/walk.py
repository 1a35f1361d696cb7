"""The case of one-case.md as what its people ask of the API, one request after another, whoever carries them there.

The same walk goes through a browser in this process (`test_forgotten`) and to a server that is killed between any
two of its steps (`test_killed`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from anxin.domains.assets import testing as assets
from anxin.domains.catalog import testing as catalog
from anxin.domains.customers import testing as customers
from anxin.domains.fieldwork import testing as make
from anxin.domains.people import testing as people
from anxin.kernel.actor import Actor

PHONE, NAME, DOOR = "13711112222", "欧阳铁柱", "3 幢 2 单元 501 室"
ADDRESS = f"浙江省杭州市西湖区文新街道文三西路 88 号 {DOOR}"
SAID, ADDED, GREETED = "孩子在家很着急", "密码锁是生日", "欧阳先生您好，马上派师傅"
NOTED, CALLED, RATED, WISH = "老人耳背要大声", "他让绕到后门", "谢谢师傅修好了", "晚上接孩子以后"
PERSONAL = (PHONE, NAME, DOOR, SAID, ADDED, GREETED, NOTED, CALLED, RATED, WISH)


@dataclass(frozen=True, slots=True)
class Ask:
    """One request. With `until` it is asked again, the house at work meanwhile, until the answer fits.

    Without a body and a picture it is a GET; `bound` names what the picture belongs to, `version` what was seen.
    """

    who: str
    path: str
    body: Mapping[str, Any] | None = None
    picture: str = ""
    bound: str = ""
    version: int = 0
    until: Callable[[Any], bool] | None = None

    @property
    def writes(self) -> bool:
        return self.body is not None or bool(self.picture)

    def headers(self, key: str) -> dict[str, str]:
        """Of the request; `key` names the act, however often it is asked."""
        seen = {"If-Match": f'"{self.version}"'} if self.version else {}
        return {"Idempotency-Key": key, **seen}

    @property
    def content(self) -> str:
        return json.dumps(self.body, default=str, ensure_ascii=False)


@dataclass(slots=True)
class Facts:
    """What the walk has come to know."""

    code: str
    ticket: str = ""
    case: str = ""
    customer: str = ""
    track: str = ""
    rate: str = ""
    order: str = ""
    visit: str = ""
    asked: list[str] = field(default_factory=list)


Walk = Generator[Ask, Any, Facts]


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays: role → actor, and the code on the unit."""

    people: dict[str, Actor]
    code: str


def cast() -> Cast:
    """Found the house on the morning of the case; the customer owns the unit and is known by name and number."""
    house = make.house()
    catalog.part(house.product)
    noted = customers.noted(NAME, number=PHONE, address=ADDRESS)
    unit = assets.unit(noted.household_id, product_id=house.product.pk, room="老人房")
    centre = house.centre
    roles = ("agent", "reviewer", "centre_manager")
    players = {role: people.staff(role, centre) for role in roles}
    others = {"clerk": house.clerk, "engineer": house.worker, "admin": people.staff("admin")}
    return Cast({**players, **others}, unit.qr_token)


def walk(code: str) -> Walk:
    """From the code on the unit to the archive."""
    facts = Facts(code)
    yield from _reported(facts)
    yield from _served(facts)
    yield from _visited(facts)
    yield from _ended(facts)
    return facts


def _reported(facts: Facts) -> Generator[Ask, Any, None]:
    yield Ask("customer", f"/qr/{facts.code}")
    told = {"qr_token": facts.code, "text": f"没有热水，{SAID}，电话 {PHONE}", "symptom": "no_hot_water"}
    who = {"name": NAME, "phone": PHONE, "address": ADDRESS, "when": WISH}
    opened = yield Ask("customer", "/portal/requests", {**told, **who})
    facts.track = opened["tracking_url"].removeprefix("/t/")
    yield Ask("customer", f"/portal/track/{facts.track}/message", {"text": f"{ADDED}，我是{NAME}"})
    found = yield Ask("agent", f"/tickets?view=all&q={opened['ticket_number']}", until=lambda page: bool(page["items"]))
    facts.ticket = found["items"][0]["id"]


def _served(facts: Facts) -> Generator[Ask, Any, None]:
    ticket = f"/tickets/{facts.ticket}"
    shown = yield Ask("agent", ticket)
    facts.case, facts.customer = shown["case_id"], shown["customer"]["id"]
    if shown["assignee"] is None:
        yield Ask("agent", f"{ticket}/take", {})
    yield Ask("agent", f"{ticket}/reply", {"text": GREETED})
    yield Ask("agent", f"{ticket}/note", {"text": NOTED})
    yield Ask("agent", f"{ticket}/remote", {"solved": False, "note": f"{NAME}试过了"})
    offered = yield Ask("agent", f"{ticket}/orders", {"note": NOTED})
    facts.order = offered["id"]
    accepted = yield Ask("clerk", f"/orders/{facts.order}/accept", {}, version=offered["version"])
    able = (yield Ask("clerk", f"/orders/{facts.order}/candidates"))["able"]
    chosen = {"engineer": able[0]["engineer"]["id"]}
    yield Ask("clerk", f"/orders/{facts.order}/assign", chosen, version=accepted["version"])
    facts.visit = (yield Ask("clerk", f"/orders/{facts.order}"))["visits"][-1]["id"]


def _visited(facts: Facts) -> Generator[Ask, Any, None]:
    visit = f"/field/visits/{facts.visit}"

    def do(kind: str, **args: Any) -> Ask:
        return Ask("engineer", f"{visit}/{kind}", args)

    def photo(words: str) -> Ask:
        return Ask("engineer", "/files", picture=f"{words} {NAME}", bound=facts.visit)

    start = make.MORNING.replace(hour=2, minute=0)
    yield do("call", result="reached", note=CALLED)
    yield do("agree", start=start, end=start + timedelta(hours=2))
    yield do("depart")
    shown = yield do("arrive")
    yield do("scan", serial=shown["serial"])
    lines = []
    for line in shown["checklist"]:
        proof = {"photo": (yield photo(line["code"]))["id"]} if line["needs_photo"] else {}
        lines.append({"code": line["code"], **proof})
    yield do("checks", lines=lines)
    yield do("cause", code="sensor_failed")
    proof = (yield photo("nameplate"))["id"]
    yield do("coverage", covered="in", reason="in_warranty", photo=proof)
    yield do("part", code=shown["catalogue"][0]["code"])
    yield do("sign", name=NAME, photo=(yield photo("signature"))["id"], device="")
    yield do("complete")


def _ended(facts: Facts) -> Generator[Ask, Any, None]:
    """The reviewer looks at what was done in no time, the customer answers, the house archives."""
    queued = yield Ask("reviewer", "/reviews?state=queued", until=lambda page: bool(page["items"]))
    review = queued["items"][0]
    assert review["order_id"] == facts.order
    yield Ask("reviewer", f"/reviews/{review['id']}/pass", {"note": f"{NAME}的照片看过"})
    page = yield Ask("customer", f"/portal/track/{facts.track}", until=lambda page: bool(page["rate_url"]))
    facts.rate = page["rate_url"].removeprefix("/r/")
    yield Ask("customer", f"/portal/rate/{facts.rate}", {"solved": True, "csat": 5, "paid": "0", "comment": RATED})
    yield Ask("agent", f"/tickets/{facts.ticket}", until=lambda ticket: ticket["status"] == "archived")


def pk(actor: Actor) -> UUID:
    assert actor.id is not None
    return actor.id
