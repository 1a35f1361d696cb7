"""The engineer's page in a basement: loaded anew without the network, worked on, and sent when the network is back."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.conftest import Demo
from tests.e2e.people import PHONE, Staff

pytestmark = pytest.mark.browser

KEPT = """async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map((request) => new URL(request.url).pathname);
}"""


def test_a_reload_without_the_network_opens_the_day(demo: Demo, browser: Browser) -> None:
    engineer = Staff(browser, demo, PHONE)
    engineer.log_in_on_the_phone("chen")
    name = engineer.read("/session")["user"]["name"]
    page = engineer.open("/field")
    expect(page.locator(".syncpill")).to_contain_text("已同步")
    page.evaluate("navigator.serviceWorker.ready.then(() => undefined)")

    kept = page.evaluate(KEPT)
    assert "/field" in kept
    assert [path for path in kept if path != "/field" and not path.startswith("/static/web/")] == []

    page.context.set_offline(True)
    page.reload()
    expect(page.locator(".syncpill")).to_contain_text("离线")
    expect(page.get_by_text(re.compile("没有网络，这是 .* 的安排"))).to_be_visible()
    page.goto(f"{demo.url}/field/me")
    expect(page.get_by_text(name)).to_be_visible()

    page.context.set_offline(False)
    page.goto(f"{demo.url}/field")
    expect(page.locator(".syncpill")).to_contain_text("已同步")
    engineer.checked()
