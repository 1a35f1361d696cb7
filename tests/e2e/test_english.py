"""Switched to English, no page says anything of its own in Chinese: only names, addresses and people's words stay."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from anxin.kernel import i18n
from tests.e2e.acting import assign, go_on, open_order, reviewer_of
from tests.e2e.conftest import Demo
from tests.e2e.people import DESK, PHONE, Staff, Watched, eventually, press, sign

pytestmark = pytest.mark.browser
CHINESE = re.compile(r"[\u4e00-\u9fff]+")
#: The button that switches back speaks the language it leads to; the demo's administrator has no other name.
ALLOWED = {"中文", "切换到中文", "管理员"}

SEEN = """() => {
    const seen = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) seen.push(walk.currentNode.data.trim());
    const told = ['aria-label', 'placeholder', 'title', 'alt'];
    for (const one of document.querySelectorAll(told.map((name) => `[${name}]`).join()))
        for (const name of told) seen.push((one.getAttribute(name) ?? '').trim());
    return seen;
}"""


#: Keeps what the API tells the page, in the page itself.
LISTEN = """
window.told = [];
const ask = window.fetch;
window.fetch = async (...wish) => {
    const answer = await ask(...wish);
    if ((answer.headers.get('content-type') ?? '').includes('json'))
        window.told.push(JSON.stringify(await answer.clone().json()));
    return answer;
};
"""


class Reader:
    """Reads what a page shows beside what the API told it: Chinese that was not told is the page's own."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.add_init_script(LISTEN)
        self.sentences = {pair["zh"] for pair in i18n.catalogue().values() if "{" not in pair["zh"]}

    def chinese(self) -> set[str]:
        """Texts whose Chinese the API did not tell, or told though it is a sentence the house translates."""
        data = "\n".join(self.page.evaluate("window.told"))
        texts = {text for text in self.page.evaluate(SEEN) if CHINESE.search(text)} - ALLOWED
        own = {text for text in texts if any(run not in data for run in CHINESE.findall(text))}
        return own | {text for text in texts if text in self.sentences}


def look(person: Watched, reader: Reader, path: str, name: str = "") -> None:
    """Open a page, wait until it is read, and find no Chinese of its own."""
    page = person.open(path) if path else person.page
    page.wait_for_load_state("networkidle")
    expect(page.locator("main, #root").first).to_be_visible()
    expect(page.locator(".skeleton")).to_have_count(0)
    if name:
        person.picture(name)
    assert reader.chinese() == set(), f"{path or page.url} speaks Chinese"


def test_the_customer_is_served_in_english(demo: Demo, browser: Browser) -> None:
    customer = Watched(browser, demo, PHONE, "en-US")
    reader, page = Reader(customer.page), customer.page
    code = demo.start()["units"][1]["qr_path"]
    look(customer, reader, "/portal")
    look(customer, reader, code, "customer-code")
    look(customer, reader, f"{code}/danger")
    page.locator(".choice").first.click()
    look(customer, reader, "")
    customer.open(code)
    page.get_by_role("button", name=re.compile("It is broken")).click()
    look(customer, reader, "", "customer-what")
    page.locator(".choice").first.click()
    page.locator(".dock button").click()
    look(customer, reader, "")
    page.get_by_label("Your name").fill("Ms Gray")
    page.get_by_label("Mobile number").fill("13857100001")
    page.get_by_label("Address of the unit").fill("12 Huancheng West Road, Haishu, Ningbo")
    page.get_by_role("checkbox").check()
    page.locator(".dock button").click()
    page.wait_for_url(re.compile("/t/"))
    look(customer, reader, "", "customer-track")
    link = page.url.split("?")[0].removesuffix("/time").removeprefix(demo.url)
    page.get_by_role("button", name="Cancel").click()
    look(customer, reader, "")
    look(customer, reader, f"{link}/chat")
    page.get_by_role("button", name="Back").click()
    expect(page.get_by_text("No. ")).to_be_visible()
    look(customer, reader, f"{link}/verify")
    customer.checked()


@pytest.mark.parametrize("username", ["chen", "jiang"])
def test_the_phone_desks_are_in_english(username: str, demo: Demo, browser: Browser) -> None:
    person = Staff(browser, demo, PHONE, "en-US")
    reader = Reader(person.page)
    look(person, reader, "/field")
    person.log_in_on_the_phone(username)
    pages = {
        "chen": ["/field", "/field/outbox", "/field/me"],
        "jiang": ["/field/clerk", "/field/clerk/money", "/field/clerk/me"],
    }
    for path in pages[username]:
        look(person, reader, path, "engineer-today" if path == "/field" else "")
    person.checked()


def test_a_visit_its_review_and_the_question_are_in_english(demo: Demo, browser: Browser) -> None:
    """The screens between the arrival and the archive, of engineer, reviewer and customer."""
    customer = Watched(browser, demo, PHONE, "en-US")
    customer.open("/portal")
    told = report(customer, demo.start()["units"][3]["qr_path"].removeprefix("/q/"))
    order = open_order(demo, told["ticket_number"])
    username, visit = assign(demo, order)
    go_on(demo, visit, "on site")
    engineer = Staff(browser, demo, PHONE, "en-US")
    reader, page, path = Reader(engineer.page), engineer.page, f"/field/visit/{visit}"
    engineer.log_in_on_the_phone(username)
    look(engineer, reader, f"{path}?at=safety", "engineer-checks")
    go_on(demo, visit, "treated", "Starter relay")
    look(engineer, reader, f"{path}?at=treat", "engineer-cover")
    go_on(demo, visit, "checked")
    look(engineer, reader, f"{path}?at=sign")
    press(page, "Ask for the signature")
    sign(page)
    look(engineer, reader, "", "engineer-sign")
    press(page, "Confirm and sign")
    press(page, "Complete")
    expect(page.get_by_text("This visit is complete")).to_be_visible()
    page = engineer.open("/field/outbox")
    expect(page.locator(".outbox-state.queued")).to_have_count(0)
    look(engineer, reader, "", "engineer-outbox")
    engineer.checked()
    reviewed(browser, demo, order)
    rated = Reader(customer.page)
    look(customer, rated, eventually(customer.page, f"/api/demo/outbox?recipient={GRAY}", "/r/[A-Za-z0-9_-]+"))
    customer.picture("customer-rate")
    customer.checked()


GRAY = "13857100077"


def report(customer: Watched, code: str) -> dict[str, Any]:
    """A request by the code on a unit, from the customer's own session."""
    body = {"text": "It hums and is not cold inside", "qr_token": code, "name": "Ms Gray", "phone": GRAY}
    cookies = {cookie["name"]: cookie["value"] for cookie in customer.context.cookies()}
    headers = {"X-CSRFToken": cookies.get("anxin_csrf", ""), "Idempotency-Key": "english-visit"}
    answer = customer.page.request.post(f"{customer.demo.url}/api/portal/requests", data=body, headers=headers)
    assert answer.ok, answer.text()
    return dict(answer.json())


def reviewed(browser: Browser, demo: Demo, order: str) -> None:
    """A visit of a few seconds waits for a person, who lets it pass."""
    reviewer = Staff(browser, demo, DESK, "en-US")
    reader = Reader(reviewer.page)
    reviewer.log_in(reviewer_of(demo, order))
    eventually(reviewer.page, "/api/reviews?state=queued", order)
    row = next(one for one in reviewer.read("/reviews?state=queued")["items"] if one["order_id"] == order)
    look(reviewer, reader, f"/reviews?state=queued&id={row['id']}", "reviewer-review")
    reviewer.page.get_by_test_id("pass").click()
    expect(reviewer.page.get_by_test_id("pass")).to_have_count(0)
    reviewer.checked()


CONSOLE = {
    "lijing": ["/", "/tickets?view=all", "/tickets/new", "/customers", "/units"],
    "shen": ["/dispatch"],
    "xu": ["/reviews"],
    "pan": ["/revisits"],
    "fangli": ["/reports"],
    "auditor": ["/ledger"],
    "admin": ["/settings", "/settings?tab=jobs"],
}
PICTURES = {
    "/tickets?view=all": "agent-queue",
    "/dispatch": "dispatcher-dispatch",
    "/reports": "manager-report",
    "/revisits": "revisit-calls",
    "/ledger": "auditor-ledger",
}


@pytest.mark.parametrize("username", CONSOLE)
def test_the_console_is_in_english(username: str, demo: Demo, browser: Browser) -> None:
    person = Staff(browser, demo, DESK, "en-US")
    reader = Reader(person.page)
    person.log_in(username)
    for path in CONSOLE[username]:
        look(person, reader, path, PICTURES.get(path, ""))
    person.checked()
