"""How many service clocks one core evaluates in a second: `python -m bench.sla`.

Input: 2,000 clocks drawn by seed over one year of two calendars with Chinese holidays, two to six promises of
four sources, up to three pauses, a ladder of four steps. Prints evaluations per CPU second of `evaluate`
(what a change of input costs) and `explain` (what a screen costs). Target: evaluate ≥ 20,000 / s on one core.
"""

import random
import sys
import time
from datetime import UTC, date, datetime, timedelta

from anxin.engines import sla

TARGET = 20_000
CLOCKS = 2_000
BEGIN = int(datetime(2026, 1, 5, tzinfo=UTC).timestamp())
HOURS = (sla.Period(8 * 3600, 20 * 3600),)
OFFICE_HOURS = (sla.Period(9 * 3600, 12 * 3600), sla.Period(13 * 3600, 18 * 3600))
FESTIVAL = {date(2026, 2, 15) + timedelta(days=n): "春节" for n in range(9)}
HOLIDAYS = sla.Holidays(FESTIVAL, {date(2026, 2, 14): "春节"}, frozenset({2026}))
RULES = sla.ClockRules(
    pauses={"part": sla.PauseRule("part", frozenset({"complete"}), 172_800, 259_200, frozenset({"part_order"}))},
    ladder={"complete": (sla.Step("75", 75), sla.Step("90", 90), sla.Step("due"), sla.Step("late", 100, 3600))},
)


def timelines() -> dict[str, sla.Timeline]:
    service = sla.Calendar("service", "Asia/Shanghai", (HOURS,) * 7, HOLIDAYS)
    office = sla.Calendar("office", "Asia/Shanghai", (OFFICE_HOURS,) * 5 + ((), ()), HOLIDAYS)
    return {"service": sla.Timeline(service), "office": sla.Timeline(office)}


def draw(seed: random.Random) -> tuple[sla.ClockFacts, int]:
    start = BEGIN + seed.randrange(330 * sla.DAY)
    promises = tuple(
        sla.Promise(
            f"p{n}",
            f"source{n % 4}",
            "complete",
            seed.choice(("service", "office")),
            3600 * seed.randrange(2, 72),
            when={"tier": frozenset("AB")} if n % 2 else {},
        )
        for n in range(seed.randrange(2, 7))
    )
    pauses = tuple(
        sla.Pause(
            f"h{n}",
            "part",
            start + n * 40_000,
            start + n * 40_000 + 20_000,
            "e",
            (sla.Evidence("part_order", "1"),),
        )
        for n in range(seed.randrange(4))
    )
    marks = (sla.Mark(sla.MarkKind.STARTED, start),)
    return sla.ClockFacts("complete", marks, promises, {"tier": seed.choice("ABC")}, pauses), start + 90_000


def main() -> int:
    seed = random.Random(20_260_713)
    cases = [draw(seed) for _ in range(CLOCKS)]
    lines = timelines()
    rates = {}
    for name, ask in (("evaluate", sla.evaluate), ("explain", sla.explain)):
        for facts, now in cases[:50]:
            ask(facts, RULES, lines, now)
        begin = time.process_time()
        for facts, now in cases:
            ask(facts, RULES, lines, now)
        rates[name] = CLOCKS / (time.process_time() - begin)
        print(f"{name:9} {rates[name]:9,.0f} / CPU-second")
    print(f"target    {TARGET:9,} / CPU-second: {'held' if rates['evaluate'] >= TARGET else 'MISSED'}")
    return 0 if rates["evaluate"] >= TARGET else 1


if __name__ == "__main__":
    sys.exit(main())
