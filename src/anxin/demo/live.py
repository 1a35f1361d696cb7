"""The demo's present: people arrive, call, drive and finish as the clock runs."""

from datetime import timedelta
from functools import cache
from random import Random
from typing import Any

from django.conf import settings

from anxin.demo import cast, homes, life, stage
from anxin.demo.homes import Home
from anxin.kernel import clock, jobs

_ARRIVALS_EVERY = timedelta(seconds=60)


@jobs.task(queue="demo", max_attempts=2)
def go_on(case: dict[str, Any], name: str) -> None:
    """One step of a case in live mode, and the next one when its time comes."""
    cast.look_again()
    following = life.step(name, case)
    if following is not None:
        after, then = following
        go_on.enqueue(case=case, name=then, run_at=clock.real_now() + after / clock.rate())


@jobs.cron("demo.arrivals", every=_ARRIVALS_EVERY)
def arrivals() -> None:
    """New problems at the pace of the hour."""
    if not settings.ANXIN.demo or not stage.is_founded():
        return
    now = clock.now().astimezone(stage.ZONE)
    random = Random(f"{stage.SEED}/{now.isoformat()}")
    busy = 1.6 if 8 <= now.hour < 21 else 0.2
    expected = stage.ORDERS_A_DAY / 1440 * busy * clock.rate() * _ARRIVALS_EVERY / timedelta(minutes=1)
    for number in range(int(expected) + (random.random() < expected % 1)):
        case = stage.new_case(_homes(), now.date(), f"{now:%m%d%H%M}-{number}", random)
        go_on.enqueue(case=case, name="report", run_at=clock.real_now() + timedelta(seconds=random.randrange(60)))


@cache
def _homes() -> list[Home]:
    return homes.living()
