"""CPU time of a server and of the PostgreSQL backends that work for it.

SQLite works inside the server's process. PostgreSQL works in one process per connection: a server that leaves much to
it looks cheap by its own processes alone. A backend is known by the application name its client gave; statements run
in it alone (`PARALLEL_OFF`), so that its time is all of their time but what the cluster's background processes do
later for everybody: those are told apart.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

PARALLEL_OFF = "-c max_parallel_workers_per_gather=0"
_TICK = os.sysconf("SC_CLK_TCK")


def cpu_seconds(pid: int) -> float:
    """User and system time of a process and its children, ended threads included."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return _alone(pid) + sum(cpu_seconds(int(child)) for child in children)


def _alone(pid: int) -> float:
    stat = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(stat[11]) + int(stat[12])) / _TICK


@dataclass
class Backends:
    """The backends of clients that connect under one application name."""

    cluster: str
    name: str
    seen: dict[int, float] = field(default_factory=dict)

    def seconds(self) -> float:
        """User and system time so far; a connection the pool closed for being idle keeps what it had spent."""
        self.seen |= _spent(self.cluster, "application_name = %s", self.name)
        return sum(self.seen.values())


def background_seconds(cluster: str) -> float:
    """Of what writes and checks the log and cleans up for all databases; ended vacuum workers are not seen."""
    return sum(_spent(cluster, "backend_type NOT IN (%s, 'parallel worker')", "client backend").values())


def _spent(cluster: str, which: str, value: str) -> dict[int, float]:
    with psycopg.connect(cluster, application_name="anxin-bench-looks") as looking:
        rows = looking.execute(f"SELECT pid FROM pg_stat_activity WHERE {which}", [value])
        pids = [int(pid) for (pid,) in rows]
    return {pid: _alone(pid) for pid in pids if Path(f"/proc/{pid}").exists()}


def runs_here(cluster: str) -> bool:
    """Whether the cluster's processes are this machine's, so that their time can be read."""
    with psycopg.connect(cluster) as looking:
        comm = Path(f"/proc/{looking.info.backend_pid}/comm")
        return comm.exists() and comm.read_text().startswith("postgres")
