"""A running demo and a real browser."""

import json
import shutil
import socket
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.e2e.pictures import WANTED
from tests.faults.installation import Installation, killed_at_end

expect.set_options(timeout=30_000)  # a busy machine is slow, not wrong

#: The guide's pictures show a house at work; a test needs only its people and machines.
SIZE = (
    ("--homes", "200", "--orders", "60", "--days", "10")
    if WANTED
    else ("--homes", "60", "--orders", "0", "--days", "1")
)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One worker has all tests of the browser: one demo is founded, and it ends with the last of them."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.xdist_group("e2e"))


@dataclass(frozen=True, slots=True)
class Demo:
    """`url` of a server whose accounts all have `password`."""

    url: str
    installation: Installation
    password: str = "anxin-demo-2026"

    def start(self) -> dict[str, list[dict[str, str]]]:
        with urllib.request.urlopen(f"{self.url}/api/demo/start") as answer:
            return dict(json.load(answer))


def _free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


def _serves(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/api/health", timeout=5) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


@pytest.fixture(scope="package")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    port = _free_port()
    installation = Installation(tmp_path_factory.mktemp("demo"), ANXIN_DEMO="1", ANXIN_PORT=str(port))
    process = installation.start("-m", "anxin.config.cli", "demo", *SIZE)
    with killed_at_end(process):
        assert process.stdout is not None
        for line in process.stdout:
            if "serves on" in line:
                break
        url = f"http://127.0.0.1:{port}"
        while not _serves(url):
            assert process.poll() is None, "the demo stopped before it served"
        yield Demo(url, installation)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chrome")
    assert found, "no browser: install the package `chromium`"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found)
        yield opened
        opened.close()


@pytest.fixture
def photo(tmp_path: Path) -> Iterator[list[Path]]:
    """Different pictures, as a camera gives them."""
    yield [_picture(tmp_path / f"{n}.jpg", n) for n in range(8)]


def _picture(path: Path, n: int) -> Path:
    from PIL import Image

    Image.new("RGB", (640, 480), (n * 30, 120, 90)).save(path)
    return path
