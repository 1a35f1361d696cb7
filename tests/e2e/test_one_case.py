"""One case, from the code on the unit to the archive, each person on an own screen."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.conftest import Demo
from tests.e2e.people import DESK, PHONE, Staff, Watched, eventually, press, sign, take

pytestmark = pytest.mark.browser
WORDS = "开着开着就凉一下，又烫一下，三天了"


def test_from_code_to_archive(demo: Demo, browser: Browser, photo: list[Path]) -> None:
    customer = Watched(browser, demo, PHONE)
    number = report(customer, demo)

    agent = Staff(browser, demo, DESK)
    order = dispatch(agent, number)
    engineer = accept_and_assign(Staff(browser, demo, PHONE), demo, order)
    visit(Staff(browser, demo, PHONE), demo, engineer, [str(path) for path in photo])
    review(Staff(browser, demo, DESK), "cao" if agent.username == "zhouyu" else "xu", order)

    rate(customer)
    archived(agent, order["ticket"]["id"])

    auditor = Staff(browser, demo, DESK)
    auditor.log_in("auditor")
    assert auditor.call("POST", "/ledger/verify")["ok"] is True
    customer.checked()


def report(customer: Watched, demo: Demo) -> str:
    """Cover before questions; the customer's own words; tracked by a link."""
    page = customer.open(demo.start()["units"][0]["qr_path"])
    expect(page.get_by_text("需要什么帮忙？")).to_be_visible()
    page.get_by_role("button", name=re.compile("它坏了，要修")).click()
    page.get_by_text("忽冷忽热").click()
    page.get_by_label("用您的话说一说").fill(WORDS)
    press(page, "下一步，留电话")
    page.get_by_label("怎么称呼您").fill("周慧敏")
    page.get_by_label("手机号，收进度用").fill("13857106630")
    page.get_by_label("上门地址").fill("浙江省宁波市海曙区段塘街道环城西路647号22幢1704")
    page.get_by_role("checkbox").check()
    press(page, "交给安心")
    told = page.get_by_text(re.compile("单号"))
    expect(told).to_be_visible()
    return str(told.inner_text()).split()[-1]


def dispatch(agent: Staff, number: str) -> dict[str, Any]:
    """The desk of the place sees the request at once, and opens the order."""
    ticket = found_by_its_agent(agent, number)
    page = agent.open(f"/tickets/{ticket['id']}")
    expect(page.get_by_text(WORDS).first).to_be_visible()
    agent.call("POST", f"/tickets/{ticket['id']}/take")
    opened = agent.call("POST", f"/tickets/{ticket['id']}/orders", {"order_type": "repair"})
    agent.checked()
    return dict(agent.call("GET", f"/orders/{opened['id']}"))


def found_by_its_agent(agent: Staff, number: str) -> dict[str, Any]:
    """Only the agents of the unit's place see the ticket."""
    for username in ("lijing", "tangmin", "zhouyu"):
        agent.log_in(username)
        rows = agent.call("GET", "/tickets?view=all")["items"]
        for row in rows:
            if row["number"] == number:
                return dict(row)
    raise AssertionError(f"no agent sees {number}")


def accept_and_assign(clerk: Staff, demo: Demo, order: dict[str, Any]) -> str:
    """The outlet's clerk at phone width; returns the chosen engineer's name."""
    accounts = clerk.page.request.get(f"{demo.url}/api/session").json()["demo"]["accounts"]
    account = next(a for a in accounts if a["role"] == "clerk" and a["org"] == order["outlet"]["name"])
    page = clerk.open("/field")
    page.get_by_role("button", name=re.compile(account["name"])).click()
    page.get_by_role("button", name="接单", exact=True).click()
    page.get_by_role("button", name="派工", exact=True).click()
    page.locator(".candidate .choice").first.click()
    chosen = page.locator(".dock button")
    name = str(chosen.inner_text()).removeprefix("派给")
    chosen.click()
    expect(page.get_by_role("tab", name=re.compile("待约"))).to_contain_text("1")
    clerk.checked()
    return name


def visit(engineer: Staff, demo: Demo, name: str, photos: list[str]) -> None:
    """Call, agree, set off, arrive, prove, decide, sign, complete: every tap through the outbox."""
    username = with_password(demo, name)
    engineer.log_in(username)
    order = engineer.call("GET", "/field/today")["visits"][0]
    serial = engineer.call("GET", f"/field/visits/{order['id']}")["serial"]
    page = engineer.open(f"/field/visit/{order['id']}")
    press(page, "打给周慧敏")
    page.get_by_role("dialog").get_by_text("接通，按约定时间").click()
    page.get_by_role("button", name="记下结果").click()
    page.get_by_role("dialog").locator(".choice").first.click()
    page.get_by_role("button", name=re.compile("^约")).click()
    press(page, "出发")
    press(page, "到了")
    press(page, "主动问好")
    press(page, "着装、亮工牌")
    take(page, "拍：穿鞋套", photos[0])
    press(page, "铺工具垫")
    press(page, "断电断气检查")
    page.get_by_label("序列号").fill(serial)
    press(page, "确认设备")
    take(page, "拍：铭牌拍照", photos[1])
    press(page, "讲清原因")
    press(page, "先报价")
    page.locator("main .choice").first.click()
    page.get_by_role("button", name=re.compile("^加料")).first.click()
    page.get_by_text("和受理时一样").click()
    page.get_by_text("在保修期内").last.click()
    take(page, "拍证据，定为保内，客户付 ¥0", photos[2])
    take(page, "拍：试机拍照", photos[3])
    press(page, "演示使用")
    press(page, "保养建议")
    take(page, "拍：清理现场", photos[4])
    press(page, "请客户签字")
    sign(page)
    press(page, "确认并签字")
    press(page, "完工")
    expect(page.get_by_text("这一单完成了")).to_be_visible()
    all_sent(engineer)
    engineer.checked()


def all_sent(engineer: Staff) -> None:
    """The page is loaded anew while the outbox may still be sending: every row arrives all the same."""
    page = engineer.open("/field/outbox")
    expect(page.locator(".syncpill")).to_contain_text("已同步")
    expect(page.get_by_text("待定")).to_have_count(0)
    expect(page.locator(".outbox-state.queued")).to_have_count(0)


def with_password(demo: Demo, name: str) -> str:
    """The demo shows passwords of a few; give this engineer the same one. Returns the account's name."""
    code = (
        "import sys; from django.contrib.auth import get_user_model\n"
        "user = get_user_model().objects.get(name=sys.argv[1])\n"
        "user.set_password(sys.argv[2]); user.save(); print(user.username)"
    )
    return demo.installation.script(code, name, demo.password).split()[-1]


def review(reviewer: Staff, username: str, order: dict[str, Any]) -> None:
    """A visit of a few seconds is suspicious: the rule says so, a person decides."""
    reviewer.log_in(username)
    eventually(reviewer.open("/"), "/api/reviews?state=queued", order["id"])
    rows = reviewer.call("GET", "/reviews?state=queued")["items"]
    mine = next(row for row in rows if row["order_id"] == order["id"])
    assert mine["hits"], "a queued review names its rules"
    reviewer.call("POST", f"/reviews/{mine['id']}/pass", {"note": "看过照片"})
    reviewer.checked()


def rate(customer: Watched) -> None:
    """The link in the message asks: solved, satisfied, paid; the answer closes the case."""
    path = eventually(customer.page, "/api/demo/outbox?recipient=13857106630", "/r/[A-Za-z0-9_-]+")
    page = customer.open(path)
    page.get_by_text("好了", exact=True).click()
    press(page, "下一个")
    page.locator("[name=rating]").last.check(force=True)
    page.get_by_text("没付钱", exact=True).click()
    press(page, "交给安心")
    expect(page.get_by_text("谢谢您，收到了")).to_be_visible()


def archived(agent: Staff, ticket_id: str) -> None:
    """Every check is satisfied: the case ends by itself."""
    page = agent.open(f"/tickets/{ticket_id}")
    eventually(page, f"/api/tickets/{ticket_id}", '"status": ?"archived"')
    agent.checked()
