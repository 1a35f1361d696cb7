"""The server's own handler: ordinary requests in its threads, the live stream in the event loop."""

import json
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
