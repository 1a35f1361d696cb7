"""One case, from the code on the unit to the archive: customer, agent, clerk, engineer, reviewer and auditor act on
their own screens."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.conftest import Demo
from tests.e2e.people import DESK, PHONE, Staff, Watched, eventually, press, sign, take

pytestmark = pytest.mark.browser
ANSWER = "周女士您好，听着像水流量传感器，我请师傅来看。"
WORDS = "开着开着就凉一下，又烫一下，三天了"


def test_from_code_to_archive(demo: Demo, browser: Browser, photo: list[Path]) -> None:
    photos = [str(path) for path in photo]
    customer = Watched(browser, demo, PHONE)
    number = report(customer, demo, photos)

    agent, username = found_by_its_agent(browser, demo, number)
    order = dispatch(agent)
    engineer = accept_and_assign(Staff(browser, demo, PHONE), order)
    visit(Staff(browser, demo, PHONE), demo, engineer, photos)
    review(Staff(browser, demo, DESK), "cao" if username == "zhouyu" else "xu", order)

    rate(customer)
    archived(agent, order["ticket"]["id"])
    audit(Staff(browser, demo, DESK), order["ticket"]["case_id"])
    customer.checked()


def report(customer: Watched, demo: Demo, photos: list[str]) -> str:
    """Cover before questions; the customer's own words and photos; tracked by a link."""
    page = customer.open("/portal")
    page.locator(f'a[href="{demo.start()["units"][0]["qr_path"]}"]').click()
    expect(page.get_by_text("需要什么帮忙？")).to_be_visible()
    customer.picture("customer-code")
    page.get_by_role("button", name=re.compile("它坏了，要修")).click()
    page.get_by_text("忽冷忽热").click()
    page.get_by_label("用您的话说一说").fill(WORDS)
    page.get_by_label("加照片").set_input_files(photos[6:8])
    page.get_by_role("button", name="去掉照片 2").click()
    expect(page.locator(".attach-photo")).to_have_count(1)
    customer.picture("customer-what")
    press(page, "下一步，留电话")
    page.get_by_label("怎么称呼您").fill("周慧敏")
    page.get_by_label("手机号，收进度用").fill("13857106630")
    page.get_by_label("上门地址").fill("浙江省宁波市海曙区段塘街道环城西路647号22幢1704")
    page.get_by_role("checkbox").check()
    press(page, "交给安心")
    told = page.get_by_text(re.compile("单号"))
    expect(told).to_be_visible()
    number = str(told.inner_text()).split()[-1]
    customer.picture("customer-track")
    page.get_by_role("button", name="发消息").click()
    expect(page.locator("img.bubble-photo")).to_have_count(1)
    return number


def found_by_its_agent(browser: Browser, demo: Demo, number: str) -> tuple[Staff, str]:
    """Only the agents of the unit's place see the ticket on their list; whoever does opens it."""
    for username in ("lijing", "tangmin", "zhouyu"):
        agent = Staff(browser, demo, DESK)
        agent.log_in(username)
        agent.open("/tickets?view=all")
        row = agent.page.get_by_text(number)
        if any(one["number"] == number for one in agent.read("/tickets?view=all")["items"]):
            expect(row.first).to_be_visible()
            agent.picture("agent-queue")
            row.first.click()
            return agent, username
        agent.context.close()
    raise AssertionError(f"no agent sees {number}")


def dispatch(agent: Staff) -> dict[str, Any]:
    """The desk reads the words and the photo, takes the case unless it was given it, answers, and opens the order."""
    page = agent.page
    expect(page.get_by_text(WORDS).first).to_be_visible()
    expect(page.locator("li img").first).to_be_visible()
    expect(page.get_by_test_id("visit")).to_be_visible()
    if page.get_by_test_id("take").count():
        page.get_by_test_id("take").click()
        expect(page.get_by_test_id("take")).to_have_count(0)
    page.get_by_test_id("composer").fill(ANSWER)
    page.get_by_test_id("send").click()
    expect(page.locator("li").get_by_text(ANSWER)).to_be_visible()
    page.get_by_test_id("visit").click()
    page.get_by_test_id("open-order").click()
    expect(page.get_by_test_id("open-order")).to_have_count(0)
    expect(page.locator("a[href*='/dispatch?order=']").first).to_contain_text("待接单")
    agent.picture("agent-ticket")
    agent.checked()
    ticket = agent.read(f"/tickets/{page.url.split('/tickets/')[1].split('?')[0]}")
    return dict(ticket["orders"][0]) | {"ticket": ticket}


def accept_and_assign(clerk: Staff, order: dict[str, Any]) -> str:
    """The outlet's clerk at phone width; returns the chosen engineer's name."""
    page = clerk.open("/field")
    page.get_by_role("button", name=re.compile("看全部")).click()
    page.get_by_role("button", name=re.compile(f"信息员 · {order['outlet']['name']}")).click()
    card = page.locator(".deskcard").filter(has_text=order["number"])  # others may wait beside it
    expect(card).to_be_visible()
    clerk.picture("clerk-desk")
    card.get_by_role("button", name="接单", exact=True).click()
    page.get_by_role("tab", name=re.compile("待派")).click()
    card.get_by_role("button", name="派工", exact=True).click()
    page.locator(".candidate .choice").first.click()
    clerk.picture("clerk-assign")
    chosen = page.locator(".dock button")
    name = str(chosen.inner_text()).removeprefix("派给")
    chosen.click()
    page.get_by_role("tab", name=re.compile("待约")).click()
    expect(card).to_contain_text(name)
    clerk.checked()
    return name


def visit(engineer: Staff, demo: Demo, name: str, photos: list[str]) -> None:
    """Call, agree, set off, arrive, prove, decide, sign, complete: every tap through the outbox."""
    engineer.log_in_on_the_phone(with_password(demo, name))
    page = engineer.page
    expect(page.locator(".syncpill")).to_contain_text("已同步")
    order = next(one for one in engineer.read("/field/today")["visits"] if one["customer"].startswith("周慧敏"))
    serial = engineer.read(f"/field/visits/{order['id']}")["serial"]
    engineer.picture("engineer-today")
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
    engineer.picture("engineer-checks")
    press(page, "断电断气检查")
    page.get_by_label("序列号").fill(serial)
    press(page, "确认设备")
    take(page, "拍：铭牌拍照", photos[1])
    press(page, "讲清原因")
    press(page, "先报价")
    page.locator("main .choice").first.click()
    page.get_by_role("button", name=re.compile("^加料")).first.click()
    page.locator("[name=covered][value=in]").check(force=True)
    page.get_by_text("在保修期内").last.click()
    engineer.picture("engineer-cover")
    take(page, "拍证据，定为保内，客户付 ¥0", photos[2])
    take(page, "拍：试机拍照", photos[3])
    press(page, "演示使用")
    press(page, "保养建议")
    take(page, "拍：清理现场", photos[4])
    press(page, "请客户签字")
    sign(page)
    engineer.picture("engineer-sign")
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
    engineer.picture("engineer-outbox")


def with_password(demo: Demo, name: str) -> str:
    """The demo shows passwords of a few; give this engineer the same one. Returns the account's name."""
    code = (
        "import sys; from django.contrib.auth import get_user_model; from anxin.kernel.db import atomic\n"
        "user = get_user_model().objects.get(name=sys.argv[1])\n"
        "user.set_password(sys.argv[2]); atomic(user.save)(); print(user.username)"
    )
    return demo.installation.script(code, name, demo.password).split()[-1]


def review(reviewer: Staff, username: str, order: dict[str, Any]) -> None:
    """A visit of a few seconds is suspicious: the rule says so, a person decides."""
    reviewer.log_in(username)
    eventually(reviewer.page, "/api/reviews?state=queued", order["id"])
    rows = reviewer.read("/reviews?state=queued")["items"]
    mine = next(row for row in rows if row["order_id"] == order["id"])
    page = reviewer.open(f"/reviews?state=queued&id={mine['id']}")
    expect(page.get_by_text(mine["hits"][0]["text"]).first).to_be_visible()
    expect(page.frame_locator("iframe").get_by_text(order["number"]).first).to_be_visible()
    reviewer.picture("reviewer-review")
    page.get_by_label("意见").fill("看过照片")
    page.get_by_test_id("pass").click()
    expect(page.get_by_text("已放行")).to_be_visible()
    reviewer.checked()


def rate(customer: Watched) -> None:
    """The link in the message asks: solved, satisfied, paid; the answer closes the case."""
    path = eventually(customer.page, "/api/demo/outbox?recipient=13857106630", "/r/[A-Za-z0-9_-]+")
    page = customer.open(path)
    page.get_by_text("好了", exact=True).click()
    customer.picture("customer-rate")
    press(page, "下一个")
    page.locator("[name=rating]").last.check(force=True)
    page.get_by_text("没付钱", exact=True).click()
    press(page, "交给安心")
    expect(page.get_by_text("谢谢您，收到了")).to_be_visible()


def archived(agent: Staff, ticket_id: str) -> None:
    """Every check is satisfied: the case ends by itself."""
    eventually(agent.page, f"/api/tickets/{ticket_id}", '"status": ?"archived"')
    agent.open(f"/tickets/{ticket_id}")
    expect(agent.page.get_by_text("归档").first).to_be_visible()
    agent.picture("agent-archived")
    agent.checked()


def audit(auditor: Staff, case_id: str) -> None:
    """The whole case stands in the ledger, and the ledger is whole."""
    auditor.log_in("auditor")
    page = auditor.open(f"/ledger?case={case_id}")
    page.get_by_test_id("verify").click()
    expect(page.get_by_text("校验通过")).to_be_visible()
    auditor.checked()
