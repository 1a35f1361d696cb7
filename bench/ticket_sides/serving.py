"""Databases, processes and what they spend."""

from __future__ import annotations

import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from bench.ticket_sides.spending import PARALLEL_OFF

ROOT = Path(__file__).resolve().parents[2]
CLUSTER = os.environ.get("CLUSTER_URL", "postgresql://postgres@127.0.0.1:5432/postgres")
MODULES = {"anxin": "ours", "floor": "floor.preparing", "helpdesk": "helpdesk.preparing"}
SETTINGS = {
    "anxin": "anxin.config.settings",
    "floor": "bench.ticket_sides.floor.settings",
    "helpdesk": "bench.ticket_sides.helpdesk.settings",
}
APPLICATIONS = {
    "anxin": "anxin.config.asgi:application",
    "floor": "anxin.config.asgi:application",
    "helpdesk": "bench.ticket_sides.helpdesk.asgi:application",
}


@dataclass(frozen=True)
class Place:
    """Where the sides keep their data: a folder, and for PostgreSQL two databases beside it."""

    database: str
    folder: Path

    def url(self, side: str) -> str:
        """The side's database; the floor's table stands in ours. Empty on SQLite."""
        name = "anxin_bench_helpdesk" if side == "helpdesk" else "anxin_bench_tickets"
        return f"{CLUSTER.rpartition('/')[0]}/{name}" if self.database == "postgresql" else ""

    def environment(self, side: str, name: str = "") -> dict[str, str]:
        """Of a process of a side; `name`: what PostgreSQL is told of who connects, if not the side."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("ANXIN_")}
        return {
            **kept,
            "ANXIN_DATA": str(self.folder),
            "ANXIN_DATABASE_URL": self.url(side),
            "DJANGO_SETTINGS_MODULE": SETTINGS[side],
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
            "PGAPPNAME": f"anxin-bench-{name or side}",
            "PGOPTIONS": PARALLEL_OFF,
        }

    def prepare(self, side: str, tickets: int) -> dict[str, Any]:
        """Top the side up to so many tickets; how a client asks it."""
        script = (
            "import django, json, sys; django.setup(); "
            f"from bench.ticket_sides.{MODULES[side]} import prepare; "
            "json.dump(prepare(int(sys.argv[1])), open(sys.argv[2], 'w'))"
        )
        told = self.folder / f"{side}.json"
        subprocess.run(
            [sys.executable, "-c", script, str(tickets), str(told)], env=self.environment(side), cwd=ROOT, check=True
        )
        if self.database == "postgresql":  # as autovacuum does for a database that has stood for an hour
            with psycopg.connect(self.url(side), autocommit=True) as tidying:
                tidying.execute("VACUUM ANALYZE")
        asking: dict[str, Any] = json.loads(told.read_text())
        return asking

    def owed(self) -> int:
        """Deliveries our worker has still to make."""
        count = "SELECT count(*) FROM kernel_delivery WHERE state = 'pending'"
        if self.database == "postgresql":
            with psycopg.connect(self.url("anxin")) as connection:
                row = connection.execute(count).fetchone()
        else:
            with sqlite3.connect(self.folder / "anxin.sqlite3", timeout=30) as file:
                row = file.execute(count).fetchone()
        assert row is not None
        return int(row[0])

    def create(self) -> None:
        """Make what is not there yet."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for side in ("anxin", "helpdesk") if self.database == "postgresql" else ():
            name = self.url(side).rpartition("/")[2]
            with psycopg.connect(CLUSTER, autocommit=True) as cluster:
                if cluster.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is None:
                    cluster.execute(f'CREATE DATABASE "{name}"')  # type: ignore[call-overload]  # one of two names

    def remove(self) -> None:
        shutil.rmtree(self.folder)
        for side in ("anxin", "helpdesk") if self.database == "postgresql" else ():
            with psycopg.connect(CLUSTER, autocommit=True) as cluster:
                cluster.execute(f'DROP DATABASE "{self.url(side).rpartition("/")[2]}"')  # type: ignore[call-overload]


def cluster_answers() -> bool:
    try:
        psycopg.connect(CLUSTER, connect_timeout=3).close()
    except psycopg.OperationalError:
        return False
    return True


@contextmanager
def started(place: Place, side: str, *arguments: str, name: str = "") -> Iterator[int]:
    """A Python process of a side until the end of the block; its id."""
    process = subprocess.Popen([sys.executable, *arguments], env=place.environment(side, name), cwd=ROOT)
    try:
        yield process.pid
    finally:
        process.terminate()
        process.wait(60)


@contextmanager
def served(place: Place, side: str, processes: int) -> Iterator[tuple[int, int]]:
    """A side's server until the end of the block; its port and process id."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    kept = ("--timeout-keep-alive", "600")  # a client waits while the others are asked
    options = ("--port", str(port), "--workers", str(processes), "--lifespan", "off", "--log-level", "warning", *kept)
    with started(place, side, "-m", "uvicorn", APPLICATIONS[side], *options) as pid:
        _await(port)
        yield port, pid


def _await(port: int) -> None:
    for _ in range(240):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.25)
    raise SystemExit("a server does not start")
