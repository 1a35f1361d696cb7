"""F1: the server is killed with -9 again and again while clients create; they retry with the same Idempotency-Key."""

import signal
import socket
import subprocess
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress

import httpx

from tests.faults.installation import Installation, killed_at_end

_KEY = """
from anxin.domains.people import testing
print(testing.api_key(testing.staff("agent"), ["customer.create", "customer.see"]))
"""
_COUNT = """
from anxin.domains.customers.models import Customer, Contact
from anxin.kernel.events.models import EventRecord
names = list(Customer.objects.values_list("name", flat=True))
told = EventRecord.objects.filter(name="CustomerNoted").count()
print(len(names), len(set(names)), Contact.objects.count(), told)
"""
KILLS, CLIENTS, CUSTOMERS = 2, 4, 90


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _serve(installation: Installation) -> "subprocess.Popen[str]":
    return installation.start("-m", "anxin.config.cli", "serve")


@contextmanager
def _killed(servers: "list[subprocess.Popen[str]]") -> Iterator[None]:
    """Nothing started outlives the test, whatever was started meanwhile."""
    try:
        yield
    finally:
        with killed_at_end(*servers):
            pass


def _create(url: str, token: str, number: int) -> int:
    """Retry until it is answered, as a browser would; gives the number of tries."""
    body = {"name": f"客户{number}", "phone": str(13_600_000_000 + number), "address": "杭州市西湖区文新街道1号"}
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": f"create-{number}"}
    pause = threading.Event()
    for tried in range(1, 400):
        with suppress(httpx.TransportError):
            answer = httpx.post(f"{url}/api/customers", json=body, headers=headers, timeout=10)
            if answer.status_code == 201:
                return tried
        pause.wait(0.1)  # between tries, not for a result
    raise AssertionError(f"{number} was never answered")


def test_nothing_lost_and_nothing_doubled(installation: Installation) -> None:
    token, port = installation.script(_KEY).strip(), _free_port()
    installation.environment["ANXIN_PORT"] = str(port)
    servers = [_serve(installation)]
    with _killed(servers), ThreadPoolExecutor(CLIENTS) as pool:
        waiting = [pool.submit(_create, f"http://127.0.0.1:{port}", token, number) for number in range(CUSTOMERS)]
        for kill in range(1, KILLS + 1):
            waiting[kill * CUSTOMERS // (KILLS + 1)].result()  # in full work
            servers[-1].send_signal(signal.SIGKILL)
            servers[-1].communicate()
            servers.append(_serve(installation))
        for done in waiting:
            done.result()
    assert installation.script(_COUNT).split() == [str(CUSTOMERS)] * 4
