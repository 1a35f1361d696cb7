"""Words that would be programs (threat 25): told by customers and staff, they are shown as words on every screen.

Each text reports itself when it runs, asks for a picture when it is only read as HTML, or trips the page's policy.
"""

from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, FilePayload, Page, expect

from tests.e2e.acting import assign, go_on
from tests.e2e.conftest import Demo
from tests.e2e.people import DESK, PHONE, Staff, Watched, press, sign

pytestmark = pytest.mark.browser

#: Our own collection; `N` becomes the text's number, so that what ran can be named.
CORPUS = (
    "<script>hit('N')</script>",
    "<ScRiPt>hit('N')</sCrIpT>",
    "<scr<script>ipt>hit('N')</scr</script>ipt>",
    "<script src=/xss-N></script>",
    "<img src=/xss-N onerror=hit('N')>",
    "<IMG SRC=/xss-N ONERROR=\"hit('N')\">",
    "<img/src=/xss-N/onerror=hit('N')>",
    "\"><img src=/xss-N onerror=hit('N')>",
    "'><img src=/xss-N onerror=hit('N')>",
    "`><img src=/xss-N onerror=hit('N')>",
    "</textarea><img src=/xss-N onerror=hit('N')>",
    "</title><img src=/xss-N onerror=hit('N')>",
    "</script><script>hit('N')</script>",
    "--><img src=/xss-N onerror=hit('N')>",
    "]]><img src=/xss-N onerror=hit('N')>",
    "<svg onload=hit('N')>",
    "<svg><script>hit('N')</script></svg>",
    "<svg><animate onbegin=hit('N') attributeName=x dur=1s>",
    "<svg><foreignObject><img src=/xss-N></foreignObject></svg>",
    "<math><mtext></mtext><img src=/xss-N onerror=hit('N')></math>",
    "<body onload=hit('N')>",
    "<iframe src=javascript:hit('N')></iframe>",
    "<iframe srcdoc=\"<img src=/xss-N onerror=parent.hit('N')>\"></iframe>",
    "<object data=/xss-N></object>",
    "<embed src=/xss-N>",
    "<link rel=stylesheet href=/xss-N>",
    "<style>@import '/xss-N';</style>",
    "<style>*{background:url(/xss-N)}</style>",
    "<div style=background:url(/xss-N)>x</div>",
    "<base href=/xss-N/>",
    "<meta http-equiv=refresh content=0;url=/xss-N>",
    "<form action=/xss-N><input type=image src=/xss-N></form>",
    "<input autofocus onfocus=hit('N')>",
    "<details open ontoggle=hit('N')>x</details>",
    "<video><source onerror=hit('N')></video>",
    "<audio src=/xss-N onerror=hit('N')>",
    "<marquee onstart=hit('N')>x</marquee>",
    "<a href=javascript:hit('N') autofocus onfocus=hit('N')>x</a>",
    "[x](javascript:hit('N'))",
    "![x](/xss-N)",
    "javascript:hit('N')",
    "{{constructor.constructor('hit(N)')()}}",
    "${hit('N')}",
    "#{hit('N')}",
    "<%= hit('N') %>",
    "&lt;img src=/xss-N onerror=hit('N')&gt;",
    "&#60;img src=/xss-N onerror=hit('N')&#62;",
    "\\u003cimg src=/xss-N onerror=hit('N')\\u003e",
    "%3Cimg src=/xss-N onerror=hit('N')%3E",
    "＜img src=/xss-N onerror=hit('N')＞",
    "<img src=x:x\u0000 onerror=hit('N')>".replace("\u0000", "\t"),
    "<template><img src=/xss-N onerror=hit('N')></template>",
    "<noscript><p title='</noscript><img src=/xss-N onerror=hit(N)>'>",
)


def texts() -> Iterator[str]:
    for number, text in enumerate(CORPUS):
        yield text.replace("N", f"{number:02d}")


class Trap:
    """Everything by which a page shows that it took words for more than words."""

    def __init__(self, page: Page) -> None:
        self.page, self.sprung = page, list[str]()
        page.expose_function("hit", lambda name: self.sprung.append(f"ran {name}"))
        page.on("dialog", self._dialog)
        page.on("console", self._console)
        page.on("request", lambda r: self.sprung.append(f"asked {r.url}") if "xss-" in r.url else None)

    def _dialog(self, dialog: Dialog) -> None:
        self.sprung.append(f"said {dialog.message}")
        dialog.dismiss()

    def _console(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.sprung.append(message.text)


class Agent(Staff):
    """An agent who also speaks to the API from the page's own session."""

    def tell(self, path: str, body: dict[str, Any]) -> Any:
        return self._post(path, data=body)

    def attach(self, ticket: str, name: str) -> str:
        """Upload a picture of this name for the ticket; its id."""
        file: FilePayload = {"name": name, "mimeType": "image/png", "buffer": PNG + str(next(_keys)).encode()}
        form: dict[str, Any] = {"file": file, "bound_type": "ticket", "bound_id": ticket}
        return str(self._post("/files", multipart=form)["id"])

    def _post(self, path: str, **body: Any) -> Any:
        cookies = {cookie["name"]: cookie["value"] for cookie in self.context.cookies()}
        headers = {"X-CSRFToken": cookies["anxin_csrf"], "Idempotency-Key": f"corpus-{next(_keys)}"}
        answer = self.page.request.post(f"{self.demo.url}/api{path}", headers=headers, **body)
        assert answer.ok, f"{path}: {answer.status} {answer.text()[:400]}"
        return answer.json()


_keys = count()
PNG = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de")


@pytest.fixture
def agent(demo: Demo, browser: Browser, request: pytest.FixtureRequest) -> Agent:
    """An agent; another one where so many files go up that one's minute would not do."""
    made = Agent(browser, demo, DESK)
    made.log_in(getattr(request, "param", "lijing"))
    return made


def told(agent: Agent) -> list[str]:
    """Tickets whose every free field is one of the texts; their ids."""
    made, words = [], list(texts())
    for start in range(0, len(words), 9):
        some = words[start : start + 9]
        body = {
            "text": "\n".join(["热水器漏水", *some]),
            "name": some[0][:80],
            "phone": f"138571{start:05d}",
            "address": f"杭州市西湖区翠苑街道{some[-1]}"[:200],
            "category": "gas_heater",
            "when": some[1 % len(some)][:60],
        }
        ticket = agent.tell("/tickets", body)["id"]
        for text in some:
            agent.tell(f"/tickets/{ticket}/note", {"text": text})
        named = [agent.attach(ticket, f"{text}.png") for text in some]
        agent.tell(f"/tickets/{ticket}/reply", {"text": "\n".join(some), "files": named})
        made.append(ticket)
    return made


def seen(person: Watched, trap: Trap, *paths: str) -> None:
    """Open each page until all it asks for is there; nothing was sprung, and no page broke."""
    for path in paths:
        page = person.open(path)
        page.wait_for_load_state("networkidle")
        expect(page.locator(".skeleton")).to_have_count(0)
        assert trap.sprung == [], path
    person.checked()


def test_the_trap_springs(demo: Demo, browser: Browser) -> None:
    """A page that took words for HTML would be noticed."""
    person = Watched(browser, demo, DESK)
    trap = Trap(person.open("/"))
    text = next(text for text in texts() if text.startswith("<img src"))
    with person.page.expect_request(lambda r: "xss-" in r.url):
        person.page.evaluate("text => { document.body.innerHTML = text }", text)
    assert trap.sprung


def test_words_that_would_be_programs_stay_words(demo: Demo, browser: Browser, agent: Agent) -> None:
    tickets = told(agent)
    trap = Trap(agent.page)
    seen(agent, trap, "/tickets?view=all", "/tickets?view=all&layout=kanban", "/customers")
    for ticket in tickets:
        shown = agent.read(f"/tickets/{ticket}")
        seen(agent, trap, f"/tickets/{ticket}", f"/customers/{shown['customer']['id']}")
    expect(agent.page.get_by_text(CORPUS[-1][:9]).first).to_be_visible()
    order = agent.tell(f"/tickets/{tickets[0]}/orders", {})
    dispatcher, auditor, clerk = (Staff(browser, demo, size) for size in (DESK, DESK, PHONE))
    dispatcher.log_in("shen")
    seen(dispatcher, Trap(dispatcher.page), "/dispatch", f"/dispatch?order={order['id']}")
    auditor.log_in("auditor")
    seen(auditor, Trap(auditor.page), "/ledger")
    clerk.log_in_on_the_phone("jiang")
    seen(clerk, Trap(clerk.page), "/field/clerk", f"/field/clerk/{order['id']}")


@pytest.mark.parametrize("agent", ["lin"], indirect=True)
def test_the_engineers_visit_shows_words_as_words(demo: Demo, browser: Browser, agent: Agent) -> None:
    """What customer and desk wrote stands on every screen of the visit."""
    words = list(texts())
    body = {
        "text": "\n".join(["冰箱不制冷", *words]),
        "name": words[5][:80],
        "phone": "13857108888",
        "address": f"杭州市西湖区翠苑街道文三路{words[4]}"[:200],
        "category": "fridge",
        "when": words[7][:60],
    }
    ticket = agent.tell("/tickets", body)["id"]
    agent.tell(
        f"/tickets/{ticket}/reply", {"text": "看", "files": [agent.attach(ticket, f"{t}.png") for t in words[:9]]}
    )
    order = agent.tell(f"/tickets/{ticket}/orders", {"note": words[9]})
    username, visit = assign(demo, order["id"])
    engineer = Staff(browser, demo, PHONE)
    engineer.log_in_on_the_phone(username)
    shown = engineer.read(f"/field/visits/{visit}")
    assert (shown["text"], shown["customer"]) == (body["text"], body["name"])
    trap = Trap(engineer.page)
    path = f"/field/visit/{visit}"
    seen(engineer, trap, "/field", path, f"{path}/cannot", "/field/outbox")
    for far in ("on site", "checked"):
        go_on(demo, visit, far)
        seen(engineer, trap, path, f"{path}/cannot")
        expect(engineer.page.locator(".dock")).to_be_visible()
    part = words[5][:60]
    go_on(demo, visit, "treated", part)
    seen(engineer, trap, f"{path}?at=treat", f"{path}?at=sign")
    page = engineer.page
    expect(page.get_by_text(f"{part} × 1").first).to_be_visible()
    press(page, "请客户签字")
    expect(page.locator(".handed").get_by_text(part).first).to_be_visible()
    expect(page.locator(".handed").get_by_text(body["name"]).first).to_be_visible()
    sign(page)
    press(page, "确认并签字")
    expect(page.locator(".dock").get_by_role("button", name="完工", exact=True)).to_be_visible()
    expect(page.locator(".syncpill")).to_contain_text("已同步")
    assert trap.sprung == []
    desk = Trap(agent.page)
    seen(agent, desk, f"/api/orders/{order['id']}/record")
    expect(agent.page.get_by_text(part).first).to_be_visible()
    expect(agent.page.get_by_text(body["name"]).first).to_be_visible()


def test_the_report_shows_names_as_words(demo: Demo, browser: Browser) -> None:
    """Places, as an administrator may name them, and the cases behind the figures."""
    admin = Agent(browser, demo, DESK)
    admin.log_in("admin")
    centres = [org for org in admin.read("/orgs") if org["kind"] == "centre"]
    names = [text[:60] for text in texts() if "xss-" in text][:12]
    for number, name in enumerate(names):
        place = {"kind": "outlet", "code": f"XSS{number:02d}", "name": name, "parent_id": centres[0]["id"]}
        admin.tell("/orgs", place)
    trap = Trap(admin.page)
    seen(admin, trap, "/reports", f"/reports?org={centres[0]['id']}&measure=backlog", "/settings?tab=places")
    admin.open(f"/reports?org={centres[0]['id']}")
    expect(admin.page.get_by_text(names[0]).first).to_be_visible()


def test_a_customers_own_page_shows_words_as_words(demo: Demo, browser: Browser) -> None:
    code = demo.start()["units"][2]["qr_path"].removeprefix("/q/")
    customer = Watched(browser, demo, PHONE)
    trap = Trap(customer.open("/portal"))
    body = {"text": "\n".join(texts()), "qr_token": code, "name": CORPUS[4][:80], "phone": "13857109999"}
    cookies = {cookie["name"]: cookie["value"] for cookie in customer.context.cookies()}
    headers = {"X-CSRFToken": cookies.get("anxin_csrf", ""), "Idempotency-Key": "corpus-customer"}
    answer = customer.page.request.post(f"{demo.url}/api/portal/requests", data=body, headers=headers)
    assert answer.ok, answer.text()
    link = answer.json()["tracking_url"]
    seen(customer, trap, link, f"{link}/chat")
