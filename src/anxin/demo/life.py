"""A case as its people live it: each step acts through the domains' services and says what comes next, and when.

The same steps write the demo's past (the clock held at each step's time) and run its present (as jobs).
A case is a small JSON state: who, what, how it will go, and the ids made so far.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, time, timedelta
from decimal import Decimal
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from anxin.demo import cast, words
from anxin.demo.cast import State
from anxin.demo.photos import picture
from anxin.domains.assets import public as assets
from anxin.domains.catalog import public as catalog
from anxin.domains.feedback import follow_ups
from anxin.domains.feedback import services as feedback
from anxin.domains.feedback.models import Review, Revisit
from anxin.domains.feedback.rules import Answer
from anxin.domains.fieldwork import services as fieldwork
from anxin.domains.fieldwork.candidates import candidates
from anxin.domains.fieldwork.models import ChecklistItem, Visit, WorkOrder
from anxin.domains.fieldwork.services import Place, Tick
from anxin.domains.tickets import public as tickets
from anxin.domains.tickets import services as desk
from anxin.domains.tickets.models import Ticket
from anxin.kernel import clock, files, undo
from anxin.kernel.actor import ANONYMOUS, Actor
from anxin.kernel.db import attempt
from anxin.kernel.errors import Conflict, DomainError
from anxin.kernel.statements import by_key, follow

#: What comes next and after how long; None = the case rests.
Next = tuple[timedelta, str] | None

_MINUTE = timedelta(minutes=1)
#: How a case goes, in percent.
_WAYS = {"visit": 76, "remote": 12, "answer": 7, "no_fault": 5}
#: Minutes until the next step, and for a diamond customer, whose fault is to be gone in two hours (standard 62): the
#: butler answers at once, the engineer is called at once and comes at once.
_PACE = {
    "take": ((2, 22), (1, 8)),
    "send": ((3, 15), (1, 4)),
    "accept": ((4, 50), (2, 8)),
    "call": ((8, 60), (2, 6)),
    "arrive": ((8, 35), (8, 20)),
    "inspect": ((2, 8), (1, 4)),
    "finish": ((18, 70), (12, 35)),
}
#: Rules that exclude an engineer tomorrow as well.
_LASTING = ("certificate", "level")
_ZONE = ZoneInfo("Asia/Shanghai")
_CHANNELS = {"qr": 46, "phone": 30, "portal": 24}


def begin(case: State, random: Random) -> State:
    """Draw how a case will go."""
    way = random.choices(list(_WAYS), list(_WAYS.values()))[0]
    told = words.complaint(case["line"], random)
    return {
        **case,
        "way": way,
        "channel": random.choices(list(_CHANNELS), list(_CHANNELS.values()))[0],
        "symptom": told.symptom.id,
        "text": told.text,
        "twist": random.choices(("", "part", "nobody", "press"), (80, 8, 4, 8))[0],
        "reply": random.random() < 0.55,
        "csat": random.choices((5, 4, 3, 2, 1), (62, 24, 8, 3, 3))[0],
        "solved": random.random() > 0.03,
    }


def step(name: str, case: State) -> Next:
    """Do one step of a case. A refusal by a rule ends its part in the play: somebody at a screen goes on."""
    try:
        with attempt():
            return _STEPS[name](case, Random(f"{case['seed']}/{name}/{case.get('round', 0)}"))
    except DomainError as refusal:
        case["refused"] = f"{name}: {refusal.code}"
        return None


def _report(case: State, random: Random) -> Next:
    phone = case["channel"] == "phone"
    actor = cast.agent(case, random) if phone else ANONYMOUS
    opened = tickets.take_in(
        actor=actor,
        told=tickets.Told(
            channel=case["channel"],
            text=case["text"],
            name=case["name"],
            phone=case["phone"],
            address=case["address"],
            qr_token=case["qr"] if not phone else "",
            unit_id=UUID(case["unit"]) if phone else None,
            household_id=UUID(case["household"]),
            customer_id=UUID(case["customer"]) if phone else None,
            symptom=case["symptom"],
        ),
    )
    case["ticket"] = str(opened.ticket.pk)
    if opened.joined:
        return None
    case["diamond"] = opened.ticket.customer.tier == "diamond"
    return _soon(case, random, "take")


def _take(case: State, random: Random) -> Next:
    ticket = by_key(Ticket, UUID(case["ticket"]))
    agent = cast.actor(ticket.assignee_id) if ticket.assignee_id else cast.agent(case, random)
    case["agent"] = str(agent.id)
    desk.take(actor=agent, ticket_id=ticket.pk)
    desk.reply(actor=agent, ticket_id=ticket.pk, text=words.hello(agent.name, visit=case["way"] == "visit"))
    if case["way"] == "visit":
        return _soon(case, random, "send")
    return _MINUTE * random.randint(5, 25), "settle"


def _settle(case: State, random: Random) -> Next:
    agent, ticket = cast.agent_of(case), UUID(case["ticket"])
    if case["way"] == "remote":
        desk.try_remote(actor=agent, ticket_id=ticket, solved=True, note="按步骤断电重启、清洗滤网后恢复正常。")
    else:
        desk.solve(actor=agent, ticket_id=ticket, how=case["way"])
    return undo.WINDOW, "ask"


def _ask(case: State, random: Random) -> Next:
    """What the worker does when the minute of undo is over; while the past is written there is none."""
    feedback.send_revisit(ticket_id=UUID(case["ticket"]))
    return _MINUTE * random.randint(30, 600), "rate"


def _send(case: State, random: Random) -> Next:
    case["order"] = str(fieldwork.open_order(actor=cast.agent_of(case), ticket_id=UUID(case["ticket"])).pk)
    return _soon(case, random, "accept")


def _accept(case: State, random: Random) -> Next:
    order = _order(case)
    if order.outlet_id is None:
        return None
    clerk = cast.clerk(order.outlet_id)
    if order.status == WorkOrder.Status.OFFERED:
        fieldwork.accept(actor=clerk, order_id=order.pk)
        order = _order(case)
    window = _at_once() if case.get("diamond") else None
    found = candidates(order, window)
    if not found.able and window:
        found = candidates(order)
    if not found.able:
        if any(one.rule not in _LASTING for one in found.excluded):
            return _next_morning(random), "accept"
        fieldwork.return_order(actor=clerk, order_id=order.pk, reason="no_certificate", note="本网点没有能修的人。")
        return _MINUTE * random.randint(10, 40), "accept"
    visit = fieldwork.assign(actor=clerk, order_id=order.pk, engineer_id=found.able[0].id)
    case["visit"], case["engineer"] = str(visit.pk), str(visit.engineer_id)
    if case["twist"] == "press":
        return _MINUTE * random.randint(40, 160), "press"
    return _soon(case, random, "call")


def _order(case: State) -> WorkOrder:
    order = by_key(WorkOrder, UUID(case["order"]))
    follow(order, "household", "outlet")
    return order


def _press(case: State, random: Random) -> Next:
    ticket = UUID(case["ticket"])
    tickets.press(actor=tickets.link_holder(ticket), ticket_id=ticket, verb="ticket.see")
    return _MINUTE * random.randint(5, 20), "call"


def _call(case: State, random: Random) -> Next:
    engineer, order = cast.engineer_of(case), UUID(case["order"])
    if random.random() < 0.12 and case.setdefault("round", 0) == 0:
        case["round"] = 1
        fieldwork.log_contact(actor=engineer, order_id=order, result="missed", verb="visit.work")
        return _MINUTE * random.randint(25, 90), "call"
    fieldwork.log_contact(actor=engineer, order_id=order, result="reached", verb="visit.work")
    start = _agree(case, engineer, order)
    if start is None:
        return _hand_on(case, random)
    case["start"] = start.isoformat()
    away = start - clock.now() + _MINUTE * random.randint(-25, 20)
    return max(away, _MINUTE * 5), "depart"


def _agree(case: State, engineer: Actor, order_id: UUID) -> datetime | None:
    """The first window that is free, for a diamond customer one that begins now if it is; when it begins."""

    def agree(start: datetime, end: datetime) -> datetime:
        fieldwork.agree_window(actor=engineer, order_id=order_id, start=start, end=end, verb="visit.work")
        return start

    if case.get("diamond"):
        with suppress(Conflict), attempt():  # else the engineer is not free so soon
            return agree(*_at_once())
    slot = _slot(order_id)
    return agree(*slot) if slot else None


def _hand_on(case: State, random: Random) -> Next:
    """The engineer's days are full: the clerk asks a colleague once; else tomorrow may bring room."""
    order = _order(case)
    others = [one for one in candidates(order).able if str(one.id) != case["engineer"]]
    if not others or order.outlet_id is None or "handed_on" in case:
        return _next_morning(random), "call"
    why = "原工程师近几天已排满"
    visit = fieldwork.assign(actor=cast.clerk(order.outlet_id), order_id=order.pk, engineer_id=others[0].id, reason=why)
    case.update(visit=str(visit.pk), engineer=str(visit.engineer_id), handed_on=True)
    return _MINUTE * random.randint(8, 40), "call"


def _next_morning(random: Random) -> timedelta:
    """How long until the outlets have looked at what the evening left them."""
    now = clock.now().astimezone(_ZONE)
    opening = datetime.combine(now.date(), time(8), _ZONE) + timedelta(days=1)
    return opening - now + _MINUTE * random.randint(2, 55)


def _depart(case: State, random: Random) -> Next:
    fieldwork.depart(actor=cast.engineer_of(case), visit_id=UUID(case["visit"]))
    return _soon(case, random, "arrive")


def _arrive(case: State, random: Random) -> Next:
    engineer, visit = cast.engineer_of(case), UUID(case["visit"])
    near = Place(case["lng"] + random.gauss(0, 2e-4), case["lat"] + random.gauss(0, 2e-4), random.randint(8, 40))
    fieldwork.arrive(actor=engineer, visit_id=visit, place=near)
    if case["twist"] == "nobody":
        case["twist"] = ""
        fieldwork.cannot_complete(actor=engineer, visit_id=visit, reason="nobody_home", note="敲门无人，电话未接。")
        return _again(case, _MINUTE * random.randint(60, 300))
    return _soon(case, random, "inspect")


def _inspect(case: State, random: Random) -> Next:
    engineer, visit = cast.engineer_of(case), UUID(case["visit"])
    fieldwork.scan(actor=engineer, visit_id=visit, serial=case["serial"])
    case["cause"] = random.choice(catalog.causes(case["line"])).code
    fieldwork.name_cause(actor=engineer, visit_id=visit, cause=case["cause"])
    if case["twist"] == "part":
        return _wait_for_part(case, engineer, visit, random)
    return _soon(case, random, "finish")


def _wait_for_part(case: State, engineer: Actor, visit: UUID, random: Random) -> Next:
    case["twist"] = ""
    part = random.choice(catalog.parts_of(UUID(case["product"]))).code
    case["part"] = part
    fieldwork.cannot_complete(
        actor=engineer, visit_id=visit, reason="part_missing", parts=[part], note="车上没有这个件，已申请。"
    )
    return _MINUTE * random.randint(700, 2600), "part_here"


def _part_here(case: State, random: Random) -> Next:
    order = _order(case)
    assert order.outlet_id is not None
    fieldwork.parts_arrived(actor=cast.clerk(order.outlet_id), order_id=order.pk)
    return _again(case, _MINUTE * random.randint(10, 60))


def _again(case: State, after: timedelta) -> Next:
    """The same order, its next visit."""
    visit = Visit.objects.filter(order_id=case["order"], ended_at=None).first()
    if visit is None:
        return None
    case["visit"], case["engineer"], case["round"] = str(visit.pk), str(visit.engineer_id), 2
    return after, "call"


def _finish(case: State, random: Random) -> Next:
    engineer, visit = cast.engineer_of(case), UUID(case["visit"])
    photos = iter([files.store(engineer, picture(random), bound_to=("visit", visit)).pk for _ in range(6)])
    lines = ChecklistItem.objects.filter(visit_id=visit).order_by("position")
    ticks = [Tick(line.code, next(photos) if line.needs_photo else None) for line in lines]
    fieldwork.tick_many(actor=engineer, visit_id=visit, ticks=ticks)
    if "part" in case or random.random() < 0.45:
        fits = catalog.parts_of(UUID(case["product"]))
        fieldwork.use_part(actor=engineer, visit_id=visit, code=case.get("part") or random.choice(fits).code)
    covered = assets.coverage(unit_id=UUID(case["unit"]), at=clock.now(), order_type="repair").covered
    fieldwork.settle_coverage(actor=engineer, visit_id=visit, covered=covered, reason="nameplate", photo=next(photos))
    fieldwork.sign(
        actor=engineer, visit_id=visit, name=case["name"], photo=next(photos), device=f"phone-{case['seed']}"
    )
    fieldwork.complete(actor=engineer, visit_id=visit)
    return _MINUTE * random.randint(20, 240), "review"


def _review(case: State, random: Random) -> Next:
    """What the rules queued, a reviewer decides; most of it is right."""
    waiting = Review.objects.filter(order_id=case["order"], state=Review.State.QUEUED).first()
    if waiting is not None:
        feedback.pass_review(
            actor=cast.first("reviewer", waiting.org_id), review_id=waiting.pk, note="照片与位置核对无误"
        )
    return _MINUTE * random.randint(60, 900), "rate"


def _rate(case: State, random: Random) -> Next:
    row = Revisit.objects.filter(
        ticket_id=case["ticket"], purpose=Revisit.Purpose.SOLVED, state=Revisit.State.OPEN
    ).first()
    if row is None:
        return None
    solved = bool(case["solved"])
    answer = Answer(
        solved=solved,
        csat=case["csat"] if solved else random.choice((1, 2)),
        paid=Decimal(0) if random.random() < 0.7 else Decimal(random.choice((50, 80, 130, 198))),
        comment=words.comment(case["csat"], random) if solved else "还是老样子，没修好。",
    )
    if case["reply"]:
        row = feedback.answer_by_link(token=feedback.rating_path(row).removeprefix("/r/"), answer=answer)
        if row.state == Revisit.State.OPEN:  # solved, but a low score: somebody calls
            case["reply"] = False
            return _MINUTE * random.randint(30, 240), "rate"
        return _answered(case, answer, random)
    return _revisit_call(case, row, answer, random)


def _answered(case: State, answer: Answer, random: Random) -> Next:
    if answer.solved:
        return _check_later(case, random)
    case["solved"] = True
    return _MINUTE * random.randint(5, 30), "take_again"


def _take_again(case: State, random: Random) -> Next:
    case.update(way="visit", twist="", reply=True, round=3, seed=f"{case['seed']}+")
    return _take(case, random)


def _revisit_call(case: State, row: Revisit, answer: Answer, random: Random) -> Next:
    """Who did not answer the link is called, whether a rule asks for the call or not (standard 33)."""
    caller = cast.first("revisitor", row.org_id)
    if random.random() < 0.45:
        feedback.log_call(actor=caller, revisit_id=row.pk, result="reached", answer=answer)
        return _answered(case, answer, random)
    feedback.log_call(actor=caller, revisit_id=row.pk, result="no_answer")
    case["round"] = case.get("round", 0) + 1
    return _MINUTE * random.randint(240, 400), "rate"


def _check_later(case: State, random: Random) -> Next:
    """A major fault is looked after once more within the week."""
    planned = Revisit.objects.filter(ticket_id=case["ticket"], state=Revisit.State.PLANNED).first()
    return (planned.sent_at - clock.now() + _MINUTE * random.randint(20, 900), "check") if planned else None


def _check(case: State, random: Random) -> Next:
    follow_ups.open_planned(clock.now())
    row = Revisit.objects.filter(ticket_id=case["ticket"], state=Revisit.State.OPEN).first()
    if row is not None:
        answer = Answer(solved=random.random() > 0.02, csat=random.choice((4, 5, 5)), comment="用着挺好。")
        caller = cast.first("revisitor", row.org_id)
        feedback.log_call(actor=caller, revisit_id=row.pk, result="reached", answer=answer)
    return None


_STEPS: dict[str, Callable[[State, Random], Next]] = {
    "report": _report,
    "take": _take,
    "settle": _settle,
    "ask": _ask,
    "send": _send,
    "accept": _accept,
    "press": _press,
    "call": _call,
    "depart": _depart,
    "arrive": _arrive,
    "inspect": _inspect,
    "part_here": _part_here,
    "finish": _finish,
    "review": _review,
    "rate": _rate,
    "check": _check,
    "take_again": _take_again,
}


def _soon(case: State, random: Random, step: str) -> tuple[timedelta, str]:
    return _MINUTE * random.randint(*_PACE[step][bool(case.get("diamond"))]), step


def _at_once() -> tuple[datetime, datetime]:
    """The hour that begins in half an hour, to five minutes."""
    start = clock.now().replace(minute=clock.now().minute // 5 * 5, second=0, microsecond=0) + _MINUTE * 30
    return start, start + _MINUTE * 60


def _slot(order_id: UUID) -> tuple[datetime, datetime] | None:
    """The first free window, mostly; people also want the day after."""
    from anxin.domains.fieldwork.public import offer

    slots = offer(order_id)
    return (slots[0].start, slots[0].end) if slots else None
