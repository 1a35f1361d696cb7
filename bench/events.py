"""What an event with three deliveries costs: `python bench/events.py [--cluster postgresql://user@host:port/postgres]`.

Recorded and committed in a transaction of its own, then handed to three subscribers that do nothing, one event at a
time, each in a case of its own (a use-case with several events, and a case owed several, are cheaper for each).
Prints CPU-milliseconds of this process: the best and the middle of five rounds of 200. On a crowded machine the best
is nearest to the truth. Target on SQLite: <= 2 ms. PostgreSQL gets a database of its own, dropped at the end.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from uuid import UUID

ROOT = Path(__file__).resolve().parent.parent
TARGET_MS = 2.0
ROUNDS, EACH = 5, 200
DATABASE = "anxin_bench_events"


def measure() -> tuple[float, float]:
    """Best and middle CPU-milliseconds per event over the rounds, on the database of this process."""
    import django

    django.setup()
    from django.core.management import call_command

    from anxin.kernel import events
    from anxin.kernel.actor import SYSTEM
    from anxin.kernel.db import atomic
    from anxin.kernel.events.handling import deliver_due
    from anxin.kernel.ids import new_id

    call_command("migrate", verbosity=0, interactive=False)

    @dataclass(frozen=True)
    class BellRung(events.Event):
        times: int

    heard = [0]

    def listen(event: BellRung, meta: events.EventMeta) -> None:
        heard[0] += event.times

    for name in ("bench.one", "bench.two", "bench.three"):
        events.subscribe(BellRung, name=name)(listen)

    def ring(bell: UUID) -> None:
        with atomic():
            events.record(BellRung(1), actor=SYSTEM, subject=("bell", bell), case_id=bell)
        deliver_due()

    spent = []
    for number in range(ROUNDS + 1):  # the first is not counted
        bells = [new_id() for _ in range(EACH)]
        events.new_cases(bells)
        begun = time.process_time()
        for bell in bells:
            ring(bell)
        if number:
            spent.append(1000 * (time.process_time() - begun) / EACH)
    assert heard[0] == 3 * EACH * (ROUNDS + 1), "every event reached its three subscribers once"
    return min(spent), median(spent)


def apart(data: str, url: str) -> tuple[float, float]:
    """Measure in a process of its own, whose settings name `url` (empty = SQLite in `data`)."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "src"),
        "DJANGO_SETTINGS_MODULE": "anxin.config.settings",
        "ANXIN_DATA": data,
        "ANXIN_DATABASE_URL": url,
    }
    done = subprocess.run(
        [sys.executable, __file__, "--measure"], env=environment, check=True, text=True, stdout=subprocess.PIPE
    )
    best, middle = done.stdout.split()
    return float(best), float(middle)


def on_cluster(data: str, url: str) -> tuple[float, float]:
    import psycopg

    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {DATABASE}")
        server.execute(f"CREATE DATABASE {DATABASE}")
        try:
            return apart(data, f"{url.rpartition('/')[0]}/{DATABASE}")
        finally:
            server.execute(f"DROP DATABASE {DATABASE} WITH (FORCE)")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--cluster", default=os.environ.get("ANXIN_DATABASE_URL", ""), help="a PostgreSQL server")
    parser.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.measure:
        print(*measure())
        return 0
    with tempfile.TemporaryDirectory() as data:
        best, middle = apart(data, "")
        print(f"SQLite      {best:5.2f} ms best, {middle:5.2f} ms middle   (target {TARGET_MS} ms)")
        if chosen.cluster:
            print("PostgreSQL  {:5.2f} ms best, {:5.2f} ms middle".format(*on_cluster(data, chosen.cluster)))
    return 0 if best <= TARGET_MS else 1


if __name__ == "__main__":
    sys.exit(main())
