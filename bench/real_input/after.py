"""After the work: reviewers look, customers rate or are called, cases close; then every row is looked up again."""

import time
from collections.abc import Callable, Sequence
from random import Random

from bench.real_input.house import House, pages
from bench.real_input.rows import Row
from bench.real_input.wire import Person, Refused

CALLED = 0.12
"""Share of customers who do not open the link and are called."""
PATIENCE = 300
"""Seconds the house may take over what it does by itself (reviews by rule, revisit links, closing, archive)."""
ENDED = ("closed", "archived", "cancelled")


def finish(house: House, rows: Sequence[Row], tell: Callable[[str], None]) -> None:
    """Work off the reviews and revisits of these rows until all have ended or nothing moves for `PATIENCE`."""
    until, left = time.monotonic() + PATIENCE, [row for row in rows if row.ticket]
    while left and time.monotonic() < until:
        before = len(left)
        _review(house, {row.order for row in left if row.order})
        _call(house, {row.ticket for row in left if _is_called(row)})
        left = [row for row in left if not _ended(house, row)]
        if len(left) < before:
            until = time.monotonic() + PATIENCE
            tell(f"to end: {len(left)}")
        elif left:
            time.sleep(2)  # the house's own jobs run meanwhile


def _review(house: House, orders: set[str]) -> None:
    for reviewer in house.of("reviewer"):
        for row in list(pages(reviewer, "/api/reviews", state="queued")):
            if row["order_id"] in orders:
                reviewer.post("review", f"/api/reviews/{row['id']}/pass", {"note": "照片与位置核对无误"})


def _is_called(row: Row) -> bool:
    return Random(f"{row.seed}/called").random() < CALLED


def _call(house: House, tickets: set[str]) -> None:
    for caller in house.of("revisitor"):
        for row in list(pages(caller, "/api/revisits", state="open", calls=False)):
            if row["ticket_id"] in tickets:
                answer = {"solved": True, "csat": 4, "paid": "0"}
                body = {"result": "reached", "answer": answer}
                caller.post("revisit call", f"/api/revisits/{row['id']}/attempt", body)


def _ended(house: House, row: Row) -> bool:
    """Look where the case stands; a customer whose link has come rates it."""
    found = house.auditor.get("look", "/api/tickets", view="all", q=row.ticket_number)["items"]
    row.end = found[0]["status"] if found else "lost"
    if row.end in ENDED:
        return True
    if row.end == "solved" and not _is_called(row):
        _rate(house, row)
    return False


def _rate(house: House, row: Row) -> None:
    customer = Person(house.base, house.steps, row.address)
    try:
        link = customer.get("track", f"/api/portal/track/{row.track}")["rate_url"]
        if link:
            csat = Random(f"{row.seed}/csat").choice((5, 5, 4, 4, 3))
            token = link.rsplit("/", 1)[-1]
            customer.post("rate", f"/api/portal/rate/{token}", {"solved": True, "csat": csat, "paid": "0"})
    except Refused as refused:
        row.stopped = str(refused)
    finally:
        customer.close()
