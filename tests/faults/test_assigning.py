"""F10 on SQLite: 32 dispatchers in four processes want the same order, or the same hour of one engineer."""

import json

import pytest

from tests.faults.installation import Installation, killed_at_end

PROCESSES, THREADS, RIVALS = 4, 8, 8

_SET_UP = """
import json, sys
from anxin.domains.fieldwork import services, testing as make
from anxin.domains.people import testing as staff
from anxin.kernel import clock

rounds, rivals = map(int, sys.argv[1:])
with clock.frozen(make.MORNING):
    house = make.house(days=10)
    second = staff.engineer(house.outlet)
    staff.shifts(second.pk, days=10)
    def accepted():
        order = make.opened(house)
        services.accept(actor=house.clerk, order_id=order.pk)
        return str(order.pk)
    windows = [make.window(hour, days=1 + n // 4) for n, hour in enumerate([8, 10, 13, 15] * rounds)][:rounds]
    print(json.dumps({
        "clerk": str(house.clerk.id),
        "engineers": [str(house.engineer.pk), str(second.pk)],
        "orders": [accepted() for _ in range(rounds)],
        "rivals": [[accepted() for _ in range(rivals)] for _ in range(rounds)],
        "windows": [[start.isoformat(), end.isoformat()] for start, end in windows],
    }))
"""
_DISPATCH = """
import json, os, sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from uuid import UUID
from anxin.domains.fieldwork import services, testing as make
from anxin.domains.people import public as people
from anxin.kernel import clock
from anxin.kernel.errors import Conflict

facts, threads = json.loads(sys.argv[1]), int(sys.argv[2])
clerk = people.actor_for(UUID(facts["clerk"]))
engineers = [UUID(e) for e in facts["engineers"]]

def attempt(**wish):
    try:
        services.assign(actor=clerk, **wish)
        return "won"
    except Conflict as refused:
        assert refused.current is not None, refused.code
        return "told"

def dispatch(n):
    results = []
    with clock.frozen(make.MORNING):
        for order, rivals, (start, end) in zip(facts["orders"], facts["rivals"], facts["windows"]):
            results.append(attempt(order_id=UUID(order), engineer_id=engineers[n % 2], version=3))
            window = (datetime.fromisoformat(start), datetime.fromisoformat(end))
            mine = UUID(rivals[n % len(rivals)])
            results.append(attempt(order_id=mine, engineer_id=engineers[0], window=window, version=3))
    return results

with ThreadPoolExecutor(threads) as pool:
    print(json.dumps([result for results in pool.map(dispatch, range(threads)) for result in results]))
"""
_FOUND = """
import json
from django.db.models import Count
from anxin.domains.fieldwork.models import Visit
def counts(rows, *by):
    return sorted(rows.values_list(*by).annotate(n=Count("id")).values_list("n", flat=True))

print(json.dumps({
    "per_order": counts(Visit.objects.filter(window_start=None), "order"),
    "per_window": counts(Visit.objects.exclude(window_start=None), "engineer", "window_start"),
}))
"""


def _race(installation: Installation, rounds: int) -> None:
    facts = installation.script(_SET_UP, str(rounds), str(RIVALS)).strip()
    processes = [installation.start_script(_DISPATCH, facts, str(THREADS)) for _ in range(PROCESSES)]
    with killed_at_end(*processes):
        told = [process.communicate(timeout=280) for process in processes]
    assert [err[-2000:] for _, err in told if "Traceback" in err or "locked" in err] == []
    results = [result for out, _ in told for result in json.loads(out)]
    assert len(results) == 2 * rounds * PROCESSES * THREADS
    assert results.count("won") == 2 * rounds
    found = json.loads(installation.script(_FOUND))
    assert found == {"per_order": [1] * rounds, "per_window": [1] * rounds}


def test_exactly_one_dispatcher_wins_each_order_and_each_hour(installation: Installation) -> None:
    _race(installation, rounds=2)


@pytest.mark.soak
@pytest.mark.parametrize("turn", range(10))
def test_two_hundred_rounds(installation: Installation, turn: int) -> None:
    _race(installation, rounds=20)
