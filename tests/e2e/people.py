"""People of the case in front of their own screens."""

import itertools
import uuid
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import Demo

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1440, "height": 900}


class Watched:
    """A browser of its own for one person; requests that leave the machine and errors on the page are kept."""

    def __init__(self, browser: Browser, demo: Demo, size: dict[str, int], lang: str = "zh-CN") -> None:
        self.demo, self.strange, self.errors = demo, list[str](), list[str]()
        context = browser.new_context(viewport=size, locale=lang, timezone_id="Asia/Shanghai")  # type: ignore[arg-type]
        self.page: Page = context.new_page()
        self.page.on("request", lambda r: self._outside(r.url))
        self.page.on("pageerror", lambda e: self.errors.append(str(e)))

    def _outside(self, url: str) -> None:
        if not url.startswith((self.demo.url, "data:", "blob:")):
            self.strange.append(url)

    def open(self, path: str) -> Page:
        self.page.goto(f"{self.demo.url}{path}")
        return self.page

    def checked(self) -> None:
        assert (self.strange, self.errors) == ([], [])


class Staff(Watched):
    """A person of the house, logged in."""

    username = ""

    def log_in(self, username: str) -> None:
        self.username = username
        self.call("POST", "/session", {"username": username, "password": self.demo.password})

    def call(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        """The API as this person's page calls it."""
        request = self.page.request
        csrf = request.get(f"{self.demo.url}/api/session").json()["csrf"]
        headers = {
            "X-CSRFToken": csrf,
            "Idempotency-Key": str(uuid.uuid4()),
            "Referer": self.demo.url,
            "Accept-Language": "zh-CN",
        }
        answer = request.fetch(f"{self.demo.url}/api{path}", method=method, headers=headers, data=body)
        assert answer.ok, f"{method} {path}: {answer.status} {answer.text()[:400]}"
        return answer.json()


POLL = """async ([path, pattern]) => {
    for (let turn = 0; turn < 120; turn += 1) {
        const found = (await (await fetch(path)).text()).match(pattern);
        if (found) return found[0];
        await new Promise((resume) => setTimeout(resume, 500));
    }
    return null;
}"""


def eventually(page: Page, path: str, pattern: str) -> str:
    """What the worker brings about when it gets to it: looked for twice a second, a minute at most."""
    found = page.evaluate(POLL, [path, pattern])
    assert found, f"{path} never showed {pattern}"
    return str(found)


def press(page: Page, name: str) -> None:
    """Press the dock's button once it is the next step."""
    page.locator(".dock").get_by_role("button", name=name, exact=True).click()


def take(page: Page, name: str, picture: str) -> None:
    """The dock asks for a photo; give it one."""
    expect(page.locator(".dock").get_by_role("button", name=name)).to_be_visible()
    page.locator(".dock input[type=file]").set_input_files(picture)


def sign(page: Page) -> None:
    pad = page.locator(".signature svg")
    box = pad.bounding_box()
    assert box is not None
    corners = itertools.cycle([(0.2, 0.3), (0.4, 0.7), (0.6, 0.3), (0.8, 0.7)])
    x, y = next(corners)
    page.mouse.move(box["x"] + x * box["width"], box["y"] + y * box["height"])
    page.mouse.down()
    for x, y in itertools.islice(corners, 3):
        page.mouse.move(box["x"] + x * box["width"], box["y"] + y * box["height"], steps=5)
    page.mouse.up()
