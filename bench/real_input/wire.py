"""People at the API: each with an own connection, address, cookies and log-in. Counts and times every step."""

import threading
import time
from collections import defaultdict
from contextlib import suppress
from typing import Any
from uuid import uuid4

import httpx

PATIENCE = 5  # times a busy server (429, 503) or a broken line is asked again


class Refused(Exception):
    """The server said no."""

    def __init__(self, step: str, response: httpx.Response) -> None:
        code = response.text[:80]
        with suppress(ValueError):
            code = response.json()["code"]
        super().__init__(f"{step}: {response.status_code} {code}")


class Steps:
    """Milliseconds of each step's answers, and how often a step had to wait or found its line broken."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.took: dict[str, list[float]] = defaultdict(list)
        self.waited: dict[str, int] = defaultdict(int)
        self.broken: dict[str, int] = defaultdict(int)

    def note(self, step: str, seconds: float) -> None:
        with self._lock:
            self.took[step].append(seconds * 1000)

    def break_off(self, step: str) -> None:
        with self._lock:
            self.broken[step] += 1

    def wait(self, step: str) -> None:
        with self._lock:
            self.waited[step] += 1


class Person:
    """Somebody with a browser of their own at `address` (127.x.y.z: every loopback address is this machine)."""

    def __init__(self, base: str, steps: Steps, address: str) -> None:
        # No TLS context (a tenth of a second each): the server is on this machine.
        transport = httpx.HTTPTransport(local_address=address, verify=False)
        self._http = httpx.Client(base_url=base, transport=transport, timeout=300)
        self._steps = steps
        #: One person does one thing at a time.
        self.lock = threading.RLock()

    def close(self) -> None:
        self._http.close()

    def log_in(self, username: str, password: str) -> "Person":
        self.get("session", "/api/session")
        self.post("log in", "/api/session", {"username": username, "password": password})
        return self

    def cookies(self) -> dict[str, str]:
        return dict(self._http.cookies)

    def back_to(self, cookies: dict[str, str]) -> None:
        """As if what was answered since had never arrived."""
        self._http.cookies = cookies

    def get(self, step: str, path: str, **query: Any) -> Any:
        return self._ask(step, "GET", path, params=query).json()

    def post(
        self,
        step: str,
        path: str,
        body: Any = None,
        *,
        key: str = "",
        files: Any = None,
        data: Any = None,
        version: int = 0,
    ) -> Any:
        """`key`: the Idempotency-Key, a new one unless given. `version`: what an edit has seen."""
        headers = {"Idempotency-Key": key or str(uuid4()), "X-CSRFToken": self._http.cookies.get("anxin_csrf", "")}
        if version:
            headers["If-Match"] = f'"{version}"'
        if files:
            answer = self._ask(step, "POST", path, headers=headers, files=files, data=data)
        else:
            answer = self._ask(step, "POST", path, headers=headers, json={} if body is None else body)
        if not answer.content:
            return None
        told = answer.json()
        if isinstance(told, dict) and answer.headers.get("Idempotency-Replayed"):
            told["replayed"] = True
        return told

    def _ask(self, step: str, method: str, path: str, **options: Any) -> httpx.Response:
        for tried in range(PATIENCE):
            begun = time.perf_counter()
            try:
                answer = self._http.request(method, path, **options)
            except httpx.TransportError:
                # A kept connection that the server closed as we spoke: said again, under the same key.
                if tried == PATIENCE - 1:
                    raise
                self._steps.break_off(step)
                continue
            if answer.status_code not in (429, 503):
                break
            self._steps.wait(step)
            time.sleep(float(answer.headers.get("Retry-After", "1")))
        self._steps.note(step, time.perf_counter() - begun)
        if answer.status_code >= 400:
            raise Refused(step, answer)
        return answer
