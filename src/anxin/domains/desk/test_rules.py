"""The router's decision: fair, able, explained."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from .rules import Candidate, Claim, DeskPolicy, Needs, Piece, choose, turns

POLICY = DeskPolicy()
NOON = datetime(2026, 7, 14, 4, tzinfo=UTC)


def person(number: int, **changes: object) -> Candidate:
    plain = Candidate(
        user_id=UUID(int=number),
        name=f"P{number}",
        state="available",
        skills=(),
        languages=("zh",),
        load=0,
        limit=60,
        kind_load=0,
        kind_limit=None,
        last_routed_at=None,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def test_the_least_loaded_wins_and_everybody_is_explained() -> None:
    choice = choose("ticket", Needs(), [person(1, load=20), person(2, load=5), person(3, state="break")], POLICY)
    assert choice.user_id == UUID(int=2)
    assert [r.code for r in choice.reasons] == ["desk.least_loaded", "desk.more_loaded", "desk.refused_break"]


def test_a_butler_gets_his_customer_while_he_can() -> None:
    butler, idle = person(1, load=40), person(2)
    needs = Needs(butler=butler.user_id)
    choice = choose("ticket", needs, [butler, idle], POLICY)
    assert (choice.user_id, choice.reasons[0].code) == (butler.user_id, "desk.is_butler")
    away = replace(butler, state="break")
    assert choose("ticket", needs, [away, idle], POLICY).user_id == idle.user_id


def test_of_equals_who_waited_longest_wins() -> None:
    recent, earlier = person(1, last_routed_at=NOON), person(2, last_routed_at=NOON.replace(hour=1))
    assert choose("ticket", Needs(), [recent, earlier], POLICY).user_id == UUID(int=2)


def test_skill_and_language_exclude() -> None:
    people = [person(1, skills=("ac",)), person(2, languages=("zh",)), person(3, languages=("zh", "en"), load=50)]
    assert choose("ticket", Needs(skill="gas", language="en"), people, POLICY).user_id == UUID(int=3)


def test_a_full_person_is_passed_over_but_an_urgent_piece_may_go_one_over() -> None:
    full = person(1, load=58)
    assert choose("ticket", Needs(), [full], POLICY).user_id is None
    assert choose("ticket", Needs(urgent=True), [full], POLICY).user_id == full.user_id


def test_a_limit_for_one_kind_counts_beside_the_total() -> None:
    assert choose("chat", Needs(), [person(1, kind_load=6, kind_limit=6)], POLICY).user_id is None


def test_nobody_there_says_so() -> None:
    choice = choose("ticket", Needs(), [person(1, state="offline")], POLICY)
    assert choice.user_id is None
    assert [r.code for r in choice.reasons] == ["desk.nobody", "desk.refused_offline"]


@given(st.lists(st.tuples(st.integers(0, 80), st.sampled_from(list(POLICY.accepts))), max_size=8), st.booleans())
def test_the_winner_is_able_and_each_person_has_one_reason(people: list[tuple[int, str]], urgent: bool) -> None:
    candidates = [person(n, load=load, state=state) for n, (load, state) in enumerate(people)]
    choice = choose("ticket", Needs(urgent=urgent), candidates, POLICY)
    extra = 1 if choice.user_id is None else 0
    assert len(choice.reasons) == len(candidates) + extra
    if choice.user_id is not None:
        winner = candidates[choice.user_id.int]
        assert winner.state == "available"
        assert winner.load + 5 <= 60 or urgent


def piece(number: int, *, due: int | None = None, tier: str = "silver", waited: int = 5, **rest: object) -> Piece:
    due_at = NOON + timedelta(minutes=due) if due is not None else None
    plain = Piece(UUID(int=number), Claim(due_at, tier), NOON - timedelta(minutes=waited), urgent=False, own=False)
    return replace(plain, **rest)  # type: ignore[arg-type]


def order(*pieces: Piece, skills: tuple[str, ...] = (), languages: tuple[str, ...] = ()) -> list[int]:
    found = turns(pieces, skills=skills, languages=languages, now=NOON, policy=POLICY)
    return [turn.object_id.int for turn in found]


def test_urgent_then_the_promise_due_then_the_tier_then_who_waited_longest() -> None:
    urgent = piece(1, due=90, urgent=True)
    over = piece(2, due=-1)
    soon_gold, soon_silver = piece(3, due=14, tier="gold"), piece(4, due=2)
    later_long, later_short = piece(5, due=40, waited=30), piece(6, due=35, waited=3)
    unpromised = piece(7)
    everybody = [unpromised, later_short, later_long, soon_silver, soon_gold, over, urgent]
    assert order(*everybody) == [1, 2, 3, 4, 5, 6, 7]


def test_only_skill_and_language_stand_against_a_piece_and_they_are_counted() -> None:
    pieces = [piece(1, skill="ac"), piece(2, skill="gas", language="en"), piece(3, skill="gas", due=10)]
    (turn,) = turns(pieces, skills=("gas",), languages=(), now=NOON, policy=POLICY)
    assert [(r.code, dict(r.params)) for r in turn.reasons] == [
        ("desk.turn_due_minutes", {"n": 10}),
        ("desk.turn_tier", {"tier": "enum.tier.silver"}),
        ("desk.turn_waited_minutes", {"n": 5}),
        ("desk.turn_fits", {}),
        ("desk.turn_other_language", {"count": 1}),
        ("desk.turn_other_skill", {"count": 1}),
    ]
    assert order(piece(1, skill="ac", own=True), skills=("gas",)) == [1]


def test_spans_are_told_in_minutes_then_in_hours() -> None:
    (turn,) = turns([piece(1, due=-130, waited=119, tier="")], skills=(), languages=(), now=NOON, policy=POLICY)
    assert [(r.code, dict(r.params)) for r in turn.reasons[:2]] == [
        ("desk.turn_over_hours", {"n": 2}),
        ("desk.turn_waited_minutes", {"n": 119}),
    ]
