"""The explanation of one real clock, and that the page docs/algorithms/sla.md tells the same figures."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from anxin.engines import sla

SHANGHAI = ZoneInfo("Asia/Shanghai")
PAGE = Path(__file__).parents[4] / "docs" / "algorithms" / "sla.md"


def at(text: str) -> int:
    return int(datetime.strptime(f"2026-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=SHANGHAI).timestamp())


def show(instant: int | None) -> str:
    return "" if instant is None else f"{datetime.fromtimestamp(instant, SHANGHAI):%m-%d %H:%M}"


def english(interval: sla.Interval) -> str:
    return sla.say(interval.code, "en", interval.name)


def example() -> sla.Explanation:
    """The case of the page: diamond customer, part missing, one false "customer postponed"."""
    table = sla.Holidays({date(2026, 7, 14): "厂休"}, years=frozenset({2026}))
    service = sla.Calendar("service@6", "Asia/Shanghai", ((sla.Period(8 * 3600, 20 * 3600),),) * 7, table)
    timelines = {"service@6": sla.Timeline(service), "all": sla.Timeline(sla.all_hours("all"))}
    part = (sla.Evidence("part_order", "PO-88213"),)
    facts = sla.ClockFacts(
        "complete",
        (sla.Mark(sla.MarkKind.STARTED, at("07-13 09:12")),),
        (
            sla.Promise("repair", "standard", "complete", "all", 96 * 3600),
            sla.Promise("diamond", "tier", "complete", "service@6", 24 * 3600, when={"tier": frozenset({"diamond"})}),
            sla.Promise("spoken", "person", "complete", due=at("07-19 20:00"), told=True),
            sla.Promise("fast", "plan", "arrive", "all", 4 * 3600),
        ),
        {"tier": "diamond"},
        (
            sla.Pause("h1", "customer_postponed", at("07-13 14:30"), at("07-13 16:05"), "clerk"),
            sla.Pause("h2", "waiting_part", at("07-15 10:48"), None, "engineer", part),
        ),
    )
    rules = sla.ClockRules(
        pauses={
            "customer_postponed": sla.PauseRule(
                "customer_postponed", frozenset({"complete"}), 86_400, 172_800, frozenset({"call_reached"})
            ),
            "waiting_part": sla.PauseRule(
                "waiting_part", frozenset({"complete"}), 172_800, 259_200, frozenset({"part_order"})
            ),
        },
        ladder={"complete": (sla.Step("owner", 75), sla.Step("outlet", 90), sla.Step("region"))},
    )
    return sla.explain(facts, rules, timelines, at("07-15 14:26"))


def test_the_example_reads_as_its_page_says() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert "\n".join(report(example())) in page


def report(found: sla.Explanation) -> list[str]:
    """The example as the page prints it."""
    reading = found.state.reading
    assert reading is not None
    lines = [f"{v.promise.key:8} {v.outcome:12} {show(v.due)}".rstrip() for v in found.verdicts]
    lines += [
        f"{show(i.start)} – {show(i.end)}  {'counted' if i.counted else 'not    '}  {english(i)}"
        for i in found.intervals
    ]
    lines.append(f"used {reading.used // 60} min of {(reading.allowed or 0) // 60}")
    lines.append(f"original due {show(reading.original_due)}, resumed now {show(reading.due_if_resumed)}")
    lines.append(f"due {show(reading.due)} if the pause lasts to its cap")
    lines += [f"ladder {rung.key} {show(rung.at)}{' fired' if rung.fired else ''}" for rung in reading.ladder]
    return lines


def test_counted_intervals_add_up_and_leave_no_hole() -> None:
    found = example()
    reading = found.state.reading
    assert reading is not None
    assert sum(i.seconds for i in found.intervals if i.counted) == reading.used
    ends = [interval.end for interval in found.intervals]
    assert [interval.start for interval in found.intervals[1:]] == ends[:-1]
    assert found.intervals[-1].end == int(datetime(2026, 7, 15, 6, 26, tzinfo=UTC).timestamp())


def test_a_clock_not_started_explains_its_promises_only() -> None:
    facts = sla.ClockFacts("arrive", (), (sla.Promise("p", "standard", "arrive", "all", 5),))
    found = sla.explain(facts, sla.ClockRules(), {}, 0)
    assert (found.verdicts, found.intervals, found.refusals) == ((), (), ())
