"""Send real reviews of unhappy customers as requests through the public API and carry each to its end.

    python -m bench.real_input --own                          # founds a demo of its own and serves it
    python -m bench.real_input --url http://127.0.0.1:8000    # a demo that runs (its units get new codes)

Everything goes over HTTP: each customer from an address of their own, each member of staff with an own log-in.
Exit code 1 when a row is lost, fewer visits were made than asked for, or the ledger does not verify.
"""

import argparse
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import httpx
from bench.real_input import after, house, report, rows
from bench.real_input.case import carry

CLI = (sys.executable, "-m", "anxin.config.cli")


def main() -> int:
    chosen = _arguments()
    if not rows.REVIEWS.exists():
        print(f"no reviews at {rows.REVIEWS}", file=sys.stderr)
        return 2
    if chosen.own:
        with own_server(chosen.homes) as url:
            return run(url, chosen)
    return run(chosen.url, chosen)


def run(url: str, chosen: argparse.Namespace) -> int:
    """Send, carry, report; the exit code."""
    drawn = rows.draw(chosen.rows, chosen.visits, chosen.seed)
    inside = house.enter(url, units=len(drawn))
    _tell(f"{len(inside.people)} people at work, {len(inside.codes)} units to scan, {len(drawn)} rows")
    before = inside.auditor.get("ledger", "/api/ledger/state")["head"]
    begun = time.perf_counter()
    _carry_all(inside, drawn, chosen.clients)
    after.finish(inside, drawn, _tell)
    took = time.perf_counter() - begun
    counted, lost = report.rows_in(drawn)
    events, verified = report.ledger(inside, before)
    show = partial(report.show, tell=_tell)
    show(f"== {took:.0f} s", [*counted, *events])
    show("== steps", report.steps(inside))
    show("== clocks", report.clocks(inside, drawn))
    show("== triage", report.triage(inside, drawn))
    visited = sum(row.way == "visit" and row.end in after.ENDED for row in drawn)
    if visited < chosen.visits:
        _tell(f"only {visited} of {chosen.visits} visits were made")
    return 0 if verified and not lost and visited >= chosen.visits else 1


def _carry_all(inside: house.House, drawn: Sequence[rows.Row], clients: int) -> None:
    with ThreadPoolExecutor(clients) as pool:
        for done, _ in enumerate(pool.map(partial(carry, inside), drawn), 1):
            if done % 100 == 0:
                _tell(f"carried: {done} of {len(drawn)}")


@contextmanager
def own_server(homes: int) -> Iterator[str]:
    """A fresh demo in a folder of its own, on a free port; its address."""
    with tempfile.TemporaryDirectory(prefix="anxin-real-input-") as data, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        settings = {"ANXIN_DEMO": "1", "ANXIN_DATA": data, "ANXIN_PORT": str(port), "PYTHONPATH": _source()}
        env = {**{k: v for k, v in os.environ.items() if not k.startswith("ANXIN_")}, **settings}
        size = ("--homes", str(homes), "--orders", "0", "--days", "1", "--found-only")
        subprocess.run([*CLI, "demo", *size], env=env, check=True, stdout=subprocess.DEVNULL)
        with Path(data, "server.log").open("wb") as log:
            server = subprocess.Popen([*CLI, "serve"], env=env, stdout=log, stderr=log)
            try:
                _await(f"http://127.0.0.1:{port}/api/health", server)
                yield f"http://127.0.0.1:{port}"
            finally:
                server.terminate()
                server.wait(30)


def _source() -> str:
    return str(Path(__file__).parents[2] / "src")


def _await(url: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(240):
        if server.poll() is not None:
            raise SystemExit(f"the server ended with {server.returncode}")
        try:
            if httpx.get(url).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.25)
    raise SystemExit("the server does not answer")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.real_input", description=__doc__.splitlines()[0])
    parser.add_argument("--url", default="http://127.0.0.1:8000")
    parser.add_argument("--own", action="store_true", help="found and serve a demo of its own")
    parser.add_argument("--homes", type=int, default=600, help="households of its own demo")
    parser.add_argument("--rows", type=int, default=2100)
    parser.add_argument("--visits", type=int, default=500, help="at least so many end by a visit")
    parser.add_argument("--seed", type=int, default=20260714)
    parser.add_argument("--clients", type=int, default=4)
    return parser.parse_args()


def _tell(words: str) -> None:
    print(words, flush=True)


if __name__ == "__main__":
    sys.exit(main())
