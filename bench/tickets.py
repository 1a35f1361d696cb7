"""Creating and listing tickets beside django-helpdesk and beside the floor of our own stack.

    python bench/tickets.py [--json] [--database sqlite|postgresql] [--tickets 10000] [--keep FOLDER]

Floor = our middleware, log-in, permission check and schemas around one insert, or around one read of 25 flat rows.
Each side serves with uvicorn in two processes and is asked by 8 clients with a session cookie, the sides in turns,
so that whatever else the machine does meets all alike. Figures are CPU-milliseconds per request and their ratios.

What a request costs is what the server's processes and the database spend on it: on SQLite the database works inside
the server, on PostgreSQL in backends of its own, which are read beside it (ticket_sides/spending.py). Both figures
are printed there, the server alone and the whole; targets are held against the whole, so that both databases are
judged by the same cost. Where the cluster is another machine's, the server alone is all there is. Apart from that
stand our worker (with its backends) and what the cluster's background processes (checkpoints, log writer, vacuum) did
meanwhile for all sides and for whoever else uses the cluster: it should be idle otherwise. Exit code 1 when a target
is missed.
"""

from __future__ import annotations

import argparse
import http.client
import json
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from uuid import uuid4

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

from bench.ticket_sides.serving import CLUSTER, Place, cluster_answers, served, started  # noqa: E402
from bench.ticket_sides.spending import Backends, background_seconds, cpu_seconds, runs_here  # noqa: E402

CLIENTS, PROCESSES = 8, 2
TURNS, EACH = 4, 160  # turns of each side, requests in each
#: Until each of some ten connections has met each statement so often (five times) that the database keeps its plan.
WARM_UP = 400
KINDS = ("create", "list")
LEAST_TIMES_CHEAPER = {"create": 2.5, "list": 15.0}  # than django-helpdesk
MOST_TIMES_FLOOR = {"create": 2.5, "list": 2.0}


@dataclass
class Meter:
    """CPU seconds a process and its children spent, and the backends that worked for it, where they can be read."""

    process: int
    backends: Backends | None

    def read(self) -> tuple[float, float]:
        return cpu_seconds(self.process), self.backends.seconds() if self.backends else 0.0


@dataclass
class Side:
    """A server, how it is asked, and the CPU seconds spent on so many requests of each kind: itself, its backends."""

    name: str
    port: int
    meter: Meter
    asking: dict[str, Any]
    spent: dict[str, tuple[float, float]] = field(default_factory=lambda: dict.fromkeys(KINDS, (0.0, 0.0)))
    asked: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))

    def each(self, kind: str) -> tuple[float, float]:
        """CPU-milliseconds per request, the server's own and the whole."""
        server, database = (1000 * seconds / self.asked[kind] for seconds in self.spent[kind])
        return server, server + database


class Client(threading.local):
    """One kept connection per thread and server."""

    def __init__(self) -> None:
        self.open: dict[int, http.client.HTTPConnection] = {}

    def ask(self, side: Side, kind: str) -> None:
        if side.port not in self.open:
            self.open[side.port] = http.client.HTTPConnection("127.0.0.1", side.port, timeout=60)
        wanted, line = side.asking[kind], self.open[side.port]
        headers = {"Cookie": side.asking["cookie"], "Accept": "application/json"}
        if kind == "create":
            headers |= {**side.asking["headers"], "Content-Type": "application/json", "Idempotency-Key": str(uuid4())}
            line.request("POST", wanted["path"], json.dumps(wanted["body"]), headers)
        else:
            line.request("GET", wanted["path"], headers=headers)
        answer = line.getresponse()
        body = answer.read()
        if answer.status not in (200, 201):
            raise SystemExit(f"{side.name} answered a {kind} with {answer.status}: {body[:400]!r}")
        if kind == "list" and len(json.loads(body)[wanted["rows"]]) != 25:
            raise SystemExit(f"{side.name} listed other than 25 rows: {body[:400]!r}")


CLIENT = Client()


def load(pool: ThreadPoolExecutor, side: Side, kind: str, times: int) -> None:
    """Ask by all clients at once and book what the server spent."""
    before = side.meter.read()
    for done in [pool.submit(CLIENT.ask, side, kind) for _ in range(times)]:
        done.result()
    server, database = since(before, side.meter.read())
    side.spent[kind] = side.spent[kind][0] + server, side.spent[kind][1] + database
    side.asked[kind] += times


def since(before: tuple[float, float], after: tuple[float, float]) -> tuple[float, float]:
    return after[0] - before[0], after[1] - before[1]


def take_turns(pool: ThreadPoolExecutor, sides: list[Side], kind: str) -> None:
    """All sides one after another, again and again; the first requests only warm up."""
    for side in sides:
        load(pool, side, kind, WARM_UP)
        side.spent[kind], side.asked[kind] = (0.0, 0.0), 0
    for _ in range(TURNS):
        for side in sides:
            load(pool, side, kind, EACH)


def measure(sides: list[Side], place: Place, worker: Meter) -> float:
    """Both kinds; returns our worker's CPU-milliseconds per ticket created. Lists first: at the size asked for."""
    with ThreadPoolExecutor(CLIENTS) as pool:
        take_turns(pool, sides, "list")
        before = worker.read()
        take_turns(pool, sides, "create")
        all_handed_over(place)
        return 1000 * sum(since(before, worker.read())) / (TURNS * EACH + WARM_UP)


def all_handed_over(place: Place) -> None:
    for _ in range(1200):
        if place.owed() == 0:
            return
        time.sleep(0.5)
    raise SystemExit("our worker does not come to an end")


def compare(place: Place, tickets: int, names: list[str]) -> dict[str, Any]:
    """Prepare, serve and measure the sides on one database; CPU-milliseconds by kind and side, of the whole request
    and (`server`) without its backends."""
    place.create()
    asking = {name: place.prepare(name, tickets) for name in names}
    apart = place.database == "postgresql" and runs_here(CLUSTER)
    with ExitStack() as running:
        sides = []
        for name in names:
            port, process = running.enter_context(served(place, name, PROCESSES))
            sides.append(Side(name, port, meter(process, name, apart), asking[name]))
        worker = running.enter_context(started(place, "anxin", "-m", "anxin.config.cli", "worker", name="worker"))
        others = background_seconds(CLUSTER) if apart else 0.0
        handing_over = measure(sides, place, meter(worker, "worker", apart))
        others = background_seconds(CLUSTER) - others if apart else 0.0
    each = {kind: {side.name: side.each(kind) for side in sides} for kind in KINDS}
    return {
        "database": place.database,
        **{kind: {name: round(whole, 2) for name, (_, whole) in found.items()} for kind, found in each.items()},
        "server": {kind: {name: round(own, 2) for name, (own, _) in found.items()} for kind, found in each.items()},
        "database_counted": apart or place.database == "sqlite",
        "worker": round(handing_over, 2),
        "background_s": round(others, 2),
    }


def meter(process: int, name: str, apart: bool) -> Meter:
    return Meter(process, Backends(CLUSTER, f"anxin-bench-{name}") if apart else None)


def judge(found: dict[str, Any]) -> list[tuple[str, float, bool]]:
    """What each target says of one database's figures: words, the ratio seen, held or not."""
    lines = []
    for kind in KINDS:
        cost = found[kind]
        if "helpdesk" in cost:
            least, ratio = LEAST_TIMES_CHEAPER[kind], cost["helpdesk"] / cost["anxin"]
            lines.append((f"{kind}: django-helpdesk / ours ≥ {least:g}", ratio, ratio >= least))
        most, ratio = MOST_TIMES_FLOOR[kind], cost["anxin"] / cost["floor"]
        lines.append((f"{kind}: ours / floor ≤ {most:g}", ratio, ratio <= most))
    return lines


def show(found: dict[str, Any]) -> None:
    print(f"\n{found['database']}: CPU-milliseconds per request")
    for kind in KINDS:
        print(line(kind, found[kind]))
        if found["database"] != "sqlite" and found["database_counted"]:
            print(line("the server alone", found["server"][kind]))
    if not found["database_counted"]:
        print("  The cluster is another machine's: this is the server alone.")
    print(f"  our worker, apart, per ticket created: {found['worker']:.2f}")
    if found["background_s"]:
        print(f"  the cluster's background processes, for all sides together: {found['background_s']:.2f} s")
    for words, ratio, held in judge(found):
        print(f"  {words:40} {ratio:7.2f}  {'held' if held else 'MISSED'}")


def line(words: str, costs: dict[str, float]) -> str:
    return f"  {words:16}" + "".join(f"  {name} {cost:8.2f}" for name, cost in costs.items())


def main() -> int:
    chosen = arguments()
    names = ["anxin", "floor", *(["helpdesk"] if find_spec("helpdesk") else [])]
    if "helpdesk" not in names:
        print("django-helpdesk is not installed (requirements/bench.txt): its lines are left out", file=sys.stderr)
    results = []
    for database in chosen.database or ("sqlite", "postgresql"):
        if database == "postgresql" and not cluster_answers():
            print("no PostgreSQL answers at CLUSTER_URL: left out", file=sys.stderr)
            continue
        with tempfile.TemporaryDirectory(prefix="anxin-bench-") as passing:
            place = Place(database, Path(chosen.keep or passing) / database)
            try:
                results.append(compare(place, chosen.tickets, names))
            finally:
                if not chosen.keep:
                    place.remove()
        if not chosen.json:
            show(results[-1])
    if chosen.json:
        print(json.dumps(results))
    return 0 if all(held for found in results for _, _, held in judge(found)) else 1


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--database", action="append", choices=["sqlite", "postgresql"], help="both if none is named")
    parser.add_argument("--tickets", type=int, default=10_000)
    parser.add_argument("--keep", metavar="FOLDER", help="keep the databases, and use them again")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
