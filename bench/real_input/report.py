"""What is printed: rows, tickets, steps, clocks against their standards, the ledger, and what triage got right."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from statistics import median
from typing import Any

from bench.real_input.house import House
from bench.real_input.rows import Row

from anxin.engines import language

NOW = datetime(2026, 7, 14, 14, 26, tzinfo=UTC)
"""Of no weight here: only times named in a text are read against it."""


def rows_in(rows: Sequence[Row]) -> tuple[list[str], int]:
    """Every request accounted for; second value: how many are lost (a row nobody can find any more)."""
    requests = sum(row.sent for row in rows)
    opened = [row for row in rows if row.ticket_number and not row.joined]
    lost = [row for row in rows if not row.ticket_number or row.strayed or (not row.joined and row.end in {"", "lost"})]
    joined = sum(row.joined for row in rows) + sum(row.rejoined for row in rows)
    ways = Counter(row.way for row in opened if row.end in {"closed", "archived", "cancelled"})
    ends = Counter(row.end for row in opened)
    twice = sum(bool(row.again) for row in rows)
    lines = [
        f"rows in             {len(rows)} ({requests} requests: {twice} rows sent twice)",
        f"tickets             {len(opened)}",
        f"joined              {joined} (to a ticket already open for the same problem)",
        f"answered from memory {sum(row.replayed for row in rows)} (the same message again)",
        f"ways to the end     {_counts(ways)}",
        f"ends                {_counts(ends)}",
        f"lost                {len(lost)}",
    ]
    stopped = Counter(row.stopped for row in rows if row.stopped)
    lines += [f"  lost: row {row.number} ({row.stopped or row.end or 'no answer'})" for row in lost[:5]]
    return lines + [f"  refused {count:4d} x {words}" for words, count in stopped.most_common(8)], len(lost)


def _counts(found: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in found.most_common())


def steps(house: House) -> list[str]:
    """Answers of the server by step, in milliseconds as the caller waits (all clients share this machine)."""
    lines = [f"{'step':16}{'count':>7}{'median ms':>11}{'p95 ms':>9}{'waited':>8}{'broken':>8}"]
    for name, took in house.steps.took.items():
        waited, broken = house.steps.waited.get(name, 0), house.steps.broken.get(name, 0)
        lines.append(f"{name:16}{len(took):7d}{median(took):11.0f}{_p95(took):9.0f}{waited:8d}{broken:8d}")
    return lines


def clocks(house: House, rows: Sequence[Row]) -> list[str]:
    """The clocks of these cases as the API tells them: business seconds used, against what was allowed."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if row.ticket:
            for clock in house.auditor.get("read ticket", f"/api/tickets/{row.ticket}")["clocks"]:
                found[clock["name"]].append(clock)
    lines = [f"{'clock':16}{'count':>7}{'kept':>7}{'late':>6}{'open':>6}{'used s':>9}{'p95':>8}{'allowed s':>11}"]
    for name, all_of in sorted(found.items()):
        states = Counter(clock["state"] for clock in all_of)
        used, allowed = [c["used_s"] for c in all_of], [c["allowed_s"] for c in all_of]
        late = sum(bool(clock["late_s"]) for clock in all_of)
        still = states["running"] + states["paused"]
        lines.append(
            f"{name:16}{len(all_of):7d}{states['kept']:7d}{late:6d}{still:6d}"
            f"{median(used):9.0f}{_p95(used):8.0f}{median(allowed):11.0f}"
        )
    return lines


def _p95(values: Sequence[float]) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


def triage(house: House, rows: Sequence[Row]) -> list[str]:
    """Against the labels: danger and urgency as the server judged them; intent and upset by the engine it asks."""
    judged = [(row, _server(house, row)) for row in rows if row.label and row.ticket]
    if not judged:
        return ["triage: no labelled row was sent"]
    read = [(row, language.analyse(row.text, now=NOW)) for row, _ in judged]
    wanted = Counter(row.label["intent"] for row, _ in judged if row.label)
    hits = Counter(row.label["intent"] for row, seen in read if row.label and seen.intent == row.label["intent"])
    return [
        f"triage by rules on {len(judged)} rows labelled by hand",
        _yes_no("danger", ((bool(seen["danger"]), row.label["danger"]) for row, seen in judged if row.label)),
        _yes_no("urgent", ((seen["urgency"] == "urgent", row.label["urgent"]) for row, seen in judged if row.label)),
        _yes_no("upset", ((seen.is_upset, row.label["upset"]) for row, seen in read if row.label)),
        f"  intent  right {sum(hits.values())} of {len(read)}: "
        + ", ".join(f"{name} {hits[name]}/{count}" for name, count in wanted.items()),
    ]


def _server(house: House, row: Row) -> dict[str, Any]:
    return house.auditor.get("find", "/api/tickets", view="all", q=row.ticket_number)["items"][0]


def _yes_no(name: str, pairs: Iterable[tuple[bool, bool]]) -> str:
    seen = Counter(pairs)
    right, total = seen[True, True] + seen[False, False], sum(seen.values())
    return (
        f"  {name:7} right {right} of {total}: found {seen[True, True]}, missed {seen[False, True]}, "
        f"false alarms {seen[True, False]}"
    )


def ledger(house: House, before: int) -> tuple[list[str], bool]:
    """Events written meanwhile (all of the server), and whether the whole chain verifies."""
    verdict = house.admin.post("verify ledger", "/api/ledger/verify")
    head = house.auditor.get("ledger", "/api/ledger/state")["head"]
    words = "verified" if verdict["ok"] else f"BROKEN at {verdict['first_bad']}: {verdict['why']}"
    return [
        f"events              {head - before}",
        f"ledger              {words} ({verdict['checked']} events)",
    ], verdict["ok"]


def show(title: str, lines: Sequence[str], tell: Callable[[str], None]) -> None:
    tell(f"\n{title}")
    for line in lines:
        tell(line)
