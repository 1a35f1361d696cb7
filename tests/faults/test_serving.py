"""The server's own handler: ordinary requests in its threads, the live stream in the event loop."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx

from tests.faults.installation import Installation, killed_at_end
from tests.faults.test_retry import _KEY, _free_port


def test_many_at_once_are_answered_and_a_refusal_is_one(installation: Installation) -> None:
    token, port = installation.script(_KEY).strip(), _free_port()
    installation.environment["ANXIN_PORT"] = str(port)
    url = f"http://127.0.0.1:{port}/api"
    server = installation.start("-m", "anxin.config.cli", "serve")
    with killed_at_end(server), httpx.Client(transport=httpx.HTTPTransport(retries=8), timeout=60) as client:
        assert client.get(f"{url}/health").json()["status"] == "ok"
        headers = {"Authorization": f"Bearer {token}"}
        with ThreadPoolExecutor(40) as pool:
            answers = list(pool.map(lambda _: client.get(f"{url}/customers", headers=headers), range(80)))
        assert {answer.status_code for answer in answers} == {200}
        assert len({answer.headers["X-Request-ID"] for answer in answers}) == 80
        assert client.get(f"{url}/customers", headers={"Authorization": "Bearer anxin_no_such"}).status_code == 401
        broken = client.post(f"{url}/session", content=b"{}", headers={"Content-Type": "application/json"})
        assert (broken.status_code, broken.json()["code"]) == (422, "error.malformed")
        session = client.get(f"{url}/session")
        assert "anxin_csrf" in session.cookies
        assert json.loads(session.content)["user"] is None
        assert client.get(f"{url}/stream").status_code == 401
        assert client.head(f"{url}/health").content == b""


def test_a_body_without_a_length_is_held_to_the_same_limit(installation: Installation) -> None:
    """Chunks name no length: they are counted as they come, and no more of them is read than the limit."""
    port = _free_port()
    installation.environment["ANXIN_PORT"] = str(port)
    url = f"http://127.0.0.1:{port}/api"
    server = installation.start("-m", "anxin.config.cli", "serve")

    def chunks(number: int) -> Iterator[bytes]:
        yield from (b"x" * 100_000 for _ in range(number))

    with killed_at_end(server), httpx.Client(transport=httpx.HTTPTransport(retries=8), timeout=60) as client:
        json_type = {"Content-Type": "application/json"}
        for path, limit in (("session", 1_000_000), ("files", 24_000_000), ("stream", 24_000_000)):
            headers = json_type if path == "session" else {}
            refused = client.post(f"{url}/{path}", content=chunks(limit // 100_000 + 1), headers=headers)
            assert (refused.status_code, refused.json()["code"]) == (413, "error.too_large"), path
            assert refused.json()["params"] == {"limit": limit}
        allowed = client.post(f"{url}/session", content=chunks(10), headers=json_type)
        assert (allowed.status_code, allowed.json()["code"]) == (422, "error.malformed")
        assert client.get(f"{url}/health").json()["status"] == "ok"


def test_two_first_questions_at_once_leave_a_browser_that_can_post(installation: Installation) -> None:
    """Both leave without a cookie and each answer sets one; the browser keeps the later and sends that as its proof."""
    port = _free_port()
    installation.environment["ANXIN_PORT"] = str(port)
    url = f"http://127.0.0.1:{port}"
    server = installation.start("-m", "anxin.config.cli", "serve")
    transport = httpx.HTTPTransport(retries=8)
    with killed_at_end(server), httpx.Client(transport=transport, timeout=60, base_url=url) as client:
        client.get("/api/health")
        with ThreadPoolExecutor(2) as pool:
            first, second = pool.map(lambda _: httpx.get(f"{url}/api/session", timeout=60), range(2))
        kept = [answer.cookies["anxin_csrf"] for answer in (first, second)]
        assert kept[0] != kept[1]
        wrong, cookie = {"username": "nobody", "password": "x"}, {"Cookie": f"anxin_csrf={kept[1]}"}
        refused = client.post("/api/session", json=wrong, headers={**cookie, "X-CSRFToken": first.json()["csrf"]})
        assert (refused.status_code, refused.json()["code"]) == (403, "error.csrf")
        heard = client.post("/api/session", json=wrong, headers={**cookie, "X-CSRFToken": kept[1]})
        assert (heard.status_code, heard.json()["code"]) == (401, "people.login_failed")
        assert "anxin_csrf" in client.get("/").cookies
