"""The engineer's commands by name: what a phone sends, online or later, and the service each calls.

| kind | args |
|---|---|
| call | result, note? |
| agree | start, end |
| depart | |
| arrive | lng?, lat?, accuracy? |
| scan | serial |
| check | code, photo? |
| checks | lines: [{code, photo?}] |
| evidence | kind, photo, lng?, lat? |
| coverage | covered, reason, photo |
| part | code, quantity? |
| cause | code |
| sign | name, photo, device? |
| complete | note?, unsigned_reason? |
| cannot | reason, parts?, note? |

`photo` is the id of a file stored for the visit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from anxin.domains.fieldwork import services
from anxin.domains.fieldwork.models import Visit
from anxin.domains.fieldwork.services import Place, Tick
from anxin.kernel.actor import Actor

Args = Mapping[str, Any]
Apply = Callable[[Actor, Visit, Args, datetime], object]


def _place(args: Args) -> Place | None:
    if args.get("lng") is None or args.get("lat") is None:
        return None
    return Place(float(args["lng"]), float(args["lat"]), args.get("accuracy"))


def _call(actor: Actor, visit: Visit, args: Args, at: datetime) -> object:
    note = str(args.get("note") or "")
    return services.log_contact(
        actor=actor, order_id=visit.order_id, result=args["result"], note=note, at=at, verb="visit.work"
    )


def _agree(actor: Actor, visit: Visit, args: Args, at: datetime) -> object:
    start, end = (datetime.fromisoformat(args[name]) for name in ("start", "end"))
    return services.agree_window(actor=actor, order_id=visit.order_id, start=start, end=end, at=at, verb="visit.work")


def _depart(actor: Actor, visit: Visit, args: Args, at: datetime) -> object:
    return services.depart(actor=actor, visit_id=visit.pk, at=at)


def _arrive(actor: Actor, visit: Visit, args: Args, at: datetime) -> object:
    return services.arrive(actor=actor, visit_id=visit.pk, place=_place(args), at=at)


def _scan(actor: Actor, visit: Visit, args: Args, at: datetime) -> object:
    return services.scan(actor=actor, visit_id=visit.pk, serial=str(args["serial"]))


def _check(actor: Actor, visit: Visit, args: Args, at: datetime) -> object:
    photo = UUID(args["photo"]) if args.get("photo") else None
    return services.tick(actor=actor, visit_id=visit.pk, code=args["code"], photo=photo, at=at)


def _checks(actor: Actor, visit: Visit, args: Args, at: datetime) -> object:
    ticks = [Tick(line["code"], UUID(line["photo"]) if line.get("photo") else None) for line in args["lines"]]
    return services.tick_many(actor=actor, visit_id=visit.pk, ticks=ticks, at=at)


def _evidence(actor: Actor, visit: Visit, args: Args, at: datetime) -> object:
    photo = UUID(args["photo"])
    return services.add_evidence(
        actor=actor, visit_id=visit.pk, kind=str(args["kind"]), photo=photo, place=_place(args), taken_at=at
    )


def _coverage(actor: Actor, visit: Visit, args: Args, at: datetime) -> object:
    return services.settle_coverage(
        actor=actor,
        visit_id=visit.pk,
        covered=args["covered"],
        reason=str(args["reason"]),
        photo=UUID(args["photo"]),
        at=at,
    )


def _part(actor: Actor, visit: Visit, args: Args, at: datetime) -> object:
    quantity = int(args.get("quantity") or 1)
    return services.use_part(actor=actor, visit_id=visit.pk, code=str(args["code"]), quantity=quantity)


def _cause(actor: Actor, visit: Visit, args: Args, at: datetime) -> object:
    return services.name_cause(actor=actor, visit_id=visit.pk, cause=str(args["code"]))


def _sign(actor: Actor, visit: Visit, args: Args, at: datetime) -> object:
    return services.sign(
        actor=actor,
        visit_id=visit.pk,
        name=str(args["name"]),
        photo=UUID(args["photo"]),
        device=str(args.get("device") or ""),
        at=at,
    )


def _complete(actor: Actor, visit: Visit, args: Args, at: datetime) -> object:
    return services.complete(
        actor=actor,
        visit_id=visit.pk,
        unsigned_reason=str(args.get("unsigned_reason") or ""),
        note=str(args.get("note") or ""),
        at=at,
    )


def _cannot(actor: Actor, visit: Visit, args: Args, at: datetime) -> object:
    return services.cannot_complete(
        actor=actor,
        visit_id=visit.pk,
        reason=str(args["reason"]),
        parts=[str(code) for code in args.get("parts") or []],
        note=str(args.get("note") or ""),
        at=at,
    )


APPLY: Mapping[str, Apply] = {
    "call": _call,
    "agree": _agree,
    "depart": _depart,
    "arrive": _arrive,
    "scan": _scan,
    "check": _check,
    "checks": _checks,
    "evidence": _evidence,
    "coverage": _coverage,
    "part": _part,
    "cause": _cause,
    "sign": _sign,
    "complete": _complete,
    "cannot": _cannot,
}
