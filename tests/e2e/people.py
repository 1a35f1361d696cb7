"""People of the case in front of their own screens."""

import itertools
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import Demo
from tests.e2e.pictures import SCALE, keep

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1440, "height": 900}


class Watched:
    """A browser of its own for one person; requests that leave the machine and errors on the page are kept."""

    def __init__(self, browser: Browser, demo: Demo, size: dict[str, int], lang: str = "zh-CN") -> None:
        self.demo, self.lang, self.strange, self.errors = demo, lang, list[str](), list[str]()
        scale = SCALE if size is PHONE else 1
        self.context = browser.new_context(
            viewport=size,  # type: ignore[arg-type]
            locale=lang,
            timezone_id="Asia/Shanghai",
            device_scale_factor=scale,
        )
        self.page: Page = self.context.new_page()
        self.page.on("request", lambda r: self._outside(r.url))
        self.page.on("pageerror", lambda e: self.errors.append(str(e)))

    def _outside(self, url: str) -> None:
        if not url.startswith((self.demo.url, "data:", "blob:")):
            self.strange.append(url)

    def open(self, path: str) -> Page:
        self.page.goto(f"{self.demo.url}{path}")
        return self.page

    def picture(self, name: str) -> None:
        """For the guide, when pictures are wanted."""
        keep(self.page, f"{name}.{self.lang[:2]}")

    def checked(self) -> None:
        assert (self.strange, self.errors) == ([], [])


class Staff(Watched):
    """A person of the house, logged in on the page."""

    def log_in(self, username: str) -> None:
        page = self.open("/")
        page.get_by_test_id("username").fill(username)
        page.locator("input[type=password]").fill(self.demo.password)
        page.get_by_test_id("login").click()
        expect(page.get_by_test_id("login")).to_have_count(0)

    def log_in_on_the_phone(self, username: str) -> None:
        page = self.open("/field")
        page.locator("input[autocomplete=username]").fill(username)
        page.locator("input[type=password]").fill(self.demo.password)
        page.locator(".dock button").click()
        expect(page.locator("input[type=password]")).to_have_count(0)

    def read(self, path: str) -> Any:
        """What the API tells this person's page: to find a row, never to act."""
        answer = self.page.request.get(f"{self.demo.url}/api{path}")
        assert answer.ok, f"{path}: {answer.status} {answer.text()[:400]}"
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
