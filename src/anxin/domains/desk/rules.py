"""Whom work goes to: a pure decision with a reason for everybody looked at."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar
from uuid import UUID

from anxin.kernel import policies
from anxin.kernel.i18n import Reason


@policies.policy("desk.routing")
class DeskPolicy(policies.Policy):
    """How much a person carries and when a silent browser counts as gone."""

    standards: ClassVar = (3, 101)
    used_in: ClassVar = (
        "routing",
        "presence",
    )
    #: What one piece of each kind weighs.
    units: dict[str, int] = {"ticket": 5, "chat": 3, "call": 10, "task": 2}
    #: What a person carries in all, unless set for the person.
    capacity: int = 60
    offline_after_seconds: int = 150
    #: After how many silent seconds somebody no longer counts as looking at a piece of work.
    viewing_seconds: int = 30
    #: Promises due within the same stretch count as equal; then the customer's tier decides, then who waited longest.
    due_step_minutes: int = 15
    #: Tiers from the first served to the last.
    tiers: list[str] = ["diamond", "gold", "silver"]
    #: Which kinds each state of presence accepts.
    accepts: dict[str, list[str]] = {
        "available": ["ticket", "chat", "call", "task"],
        "chats_only": ["chat"],
        "break": [],
        "training": [],
        "offline": [],
    }


@dataclass(frozen=True, slots=True)
class Needs:
    """What a piece of work asks of a person. Empty = anything will do."""

    skill: str = ""
    language: str = ""
    urgent: bool = False
    #: Who knows the customer: gets it while able, whatever the load of others.
    butler: UUID | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person as the router sees one. `kind_limit` None = only the total counts."""

    user_id: UUID
    name: str
    state: str
    skills: Sequence[str]
    languages: Sequence[str]
    load: int
    limit: int
    kind_load: int
    kind_limit: int | None
    last_routed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Choice:
    """`user_id` None when nobody could take it; `reasons` begins with the winner's."""

    user_id: UUID | None
    reasons: tuple[Reason, ...]


def choose(kind: str, needs: Needs, candidates: Sequence[Candidate], policy: DeskPolicy) -> Choice:
    """The customer's butler if able, else the able person with the smallest share of capacity in use; of equals, who
    waited longest for work."""
    units = policy.units.get(kind, 1)
    refused: list[Reason] = []
    able: list[Candidate] = []
    for person in candidates:
        refusal = _refusal(kind, needs, person, units, policy.accepts)
        if refusal:
            refused.append(Reason(refusal, {"name": person.name, "load": person.load, "limit": person.limit}))
        else:
            able.append(person)
    if not able:
        return Choice(None, (Reason("desk.nobody", {"asked": len(candidates)}), *refused))
    ranked = sorted(able, key=lambda person: (person.user_id != needs.butler, *_rank(person)))
    winner = ranked[0]
    code = "desk.is_butler" if winner.user_id == needs.butler else "desk.least_loaded"
    why = Reason(code, {"name": winner.name, "load": winner.load, "limit": winner.limit})
    others = [Reason("desk.more_loaded", {"name": p.name, "load": p.load, "limit": p.limit}) for p in ranked[1:]]
    return Choice(winner.user_id, (why, *others, *refused))


def _rank(person: Candidate) -> tuple[float, float, str]:
    waited_since = person.last_routed_at.timestamp() if person.last_routed_at else 0.0
    return person.load / max(person.limit, 1), waited_since, str(person.user_id)


def _refusal(
    kind: str, needs: Needs, person: Candidate, units: int, accepts: Mapping[str, Sequence[str]]
) -> str | None:
    """The message key of what stands against a person, None if nothing does."""
    if kind not in accepts.get(person.state, ()):
        return f"desk.refused_{person.state}"
    if needs.skill and person.skills and needs.skill not in person.skills:
        return "desk.refused_skill"
    if needs.language and needs.language not in (person.languages or ("zh",)):
        return "desk.refused_language"
    full = person.load + units > person.limit
    kind_full = person.kind_limit is not None and person.kind_load + units > person.kind_limit
    # An urgent piece may go one piece over: a person must be reached (standard 101).
    return "desk.refused_full" if (full or kind_full) and not (needs.urgent and person.load <= person.limit) else None


@dataclass(frozen=True, slots=True)
class Claim:
    """What a piece of work may claim of the next free person. `due_at` None = no promise runs."""

    due_at: datetime | None
    tier: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Waiting work as a person who asks for the next piece meets it; `own` = it lies with that person already."""

    object_id: UUID
    claim: Claim
    entered_at: datetime
    urgent: bool
    own: bool
    skill: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """A piece whose turn it is, and why."""

    object_id: UUID
    reasons: tuple[Reason, ...]


def turns(
    pieces: Sequence[Piece], *, skills: Sequence[str], languages: Sequence[str], now: datetime, policy: DeskPolicy
) -> list[Turn]:
    """Pieces in the order a person with these skills and languages should do them, each with its reasons.

    Urgent first, then by the promise due (in steps), the customer's tier, the time waited. Who asks is there and wants
    work: only skill and language stand against a piece, and how many were left out for it is told.
    """
    refusals = {piece.object_id: _unfit(piece, skills, languages) for piece in pieces}
    able = sorted((p for p in pieces if not refusals[p.object_id]), key=lambda piece: _turn(piece, now, policy))
    left_out = Counter(refusal for refusal in refusals.values() if refusal)
    passed = [Reason(code, {"count": count}) for code, count in sorted(left_out.items())]
    others = [Reason("desk.turn_others", {"count": len(able) - 1})] if len(able) > 1 else []
    return [Turn(piece.object_id, (*_why(piece, now), *others, *passed)) for piece in able]


def _turn(piece: Piece, now: datetime, policy: DeskPolicy) -> tuple[bool, float, int, datetime, str]:
    step = policy.due_step_minutes * 60
    due = (piece.claim.due_at - now).total_seconds() // step if piece.claim.due_at else float("inf")
    tier = policy.tiers.index(piece.claim.tier) if piece.claim.tier in policy.tiers else len(policy.tiers)
    return not piece.urgent, due, tier, piece.entered_at, str(piece.object_id)


def _unfit(piece: Piece, skills: Sequence[str], languages: Sequence[str]) -> str | None:
    """Work that lies with the person already is his to do, whatever it needs."""
    if piece.own:
        return None
    if piece.skill and skills and piece.skill not in skills:
        return "desk.turn_other_skill"
    if piece.language and piece.language not in (languages or ("zh",)):
        return "desk.turn_other_language"
    return None


def _why(piece: Piece, now: datetime) -> list[Reason]:
    why = [Reason("desk.turn_urgent")] if piece.urgent else []
    if piece.claim.due_at:
        code = "desk.turn_due" if piece.claim.due_at >= now else "desk.turn_over"
        why.append(_lasting(code, abs(piece.claim.due_at - now)))
    if piece.claim.tier:
        why.append(Reason("desk.turn_tier", {"tier": f"enum.tier.{piece.claim.tier}"}))
    why.append(_lasting("desk.turn_waited", now - piece.entered_at))
    return [*why, Reason("desk.turn_own" if piece.own else "desk.turn_fits")]


def _lasting(code: str, span: timedelta) -> Reason:
    """A reason with a span of time: minutes up to two hours, then hours."""
    minutes = int(span.total_seconds() // 60)
    return Reason(f"{code}_minutes", {"n": minutes}) if minutes < 120 else Reason(f"{code}_hours", {"n": minutes // 60})
