"""Forms: what is still missing for a topic, asked in one fixed order; known things are never asked."""

import re
from collections.abc import Iterable
from dataclasses import replace
from hashlib import blake2b

from anxin.engines.faultgraph import named_line
from anxin.engines.language import Interval

from .card import hand_over, span
from .model import Action, Aside, Ask, Book, Call, Choice, Propose, Say, Source, State, Step, Topic, Why, WriteKind
from .records import Unit, Window

VISITS: tuple[Topic, ...] = ("book", "install")
ABOUT_ORDERS: tuple[Topic, ...] = ("change", "cancel", "progress", "press")
OFFERED = 3
LONGEST_STATUS = 8
_WINDOW = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d–\d\d:\d\d")


def start(state: State, topic: Topic, book: Book) -> Step:
    """Begin a form; whatever was open is put aside, to come back to."""
    fresh = replace(put_aside(state, topic), topic=topic, failed=0)
    return go_on(_forget_offer(fresh) if topic in ("change", "book") else fresh, book)


def go_on(state: State, book: Book) -> Step:
    """The next move of the open form."""
    if state.household is None:
        return Step(state, (Call("units"),), (Why("form.who"),))
    if state.topic in VISITS:
        return _visit(state, book)
    if state.topic in ABOUT_ORDERS:
        return _about_order(state, book)
    return _coverage(state, book)


def finish(state: State, book: Book, *said: Action) -> Step:
    """The topic is done; the one put aside comes back."""
    done = replace(state, topic=None, asked=None, pending=None, window="", order="", failed=0)
    if not state.later:
        return Step(done, said)
    first, *rest = state.later
    same = (first.unit, first.line) in ((state.unit, state.line), ("", ""))
    resumed = replace(
        done,
        topic=first.topic,
        later=tuple(rest),
        unit=first.unit or (state.unit if same else ""),
        line=first.line or state.line,
        query=first.query or state.query,
        window=first.window,
        coverage=state.coverage if same else None,
    )
    return go_on(resumed, book).after(*said, Say("back"), why=Why("topic.return", {"topic": first.topic}))


def put_aside(state: State, for_topic: Topic | None = None) -> State:
    """An open form waits with all it knows while another topic is dealt with."""
    later = tuple(aside for aside in state.later if aside.topic != for_topic)
    if state.topic in (*VISITS, "change", "cancel") and state.topic != for_topic and (state.asked or state.pending):
        assert state.topic
        later = (Aside(state.topic, state.unit, state.line, state.query, state.window), *later)
    return replace(state, later=later, asked=None, pending=None)


def _forget_offer(state: State) -> State:
    return replace(state, windows=None, window="")


# A visit


def _visit(state: State, book: Book) -> Step:
    if not state.unit and (step := _which_unit(state, book)):
        return step
    state = _settle_unit(state)
    if state.topic == "book" and not state.query:
        return asking(state, Ask("problem", "problem?"), "form.problem")
    if state.unit and state.coverage is None:
        return Step(state, (Call("coverage", {"unit": state.unit}),), (Why("form.coverage"),))
    for kind in ("phone", "address"):
        if not contact(state, kind):
            return asking(state, Ask("phone" if kind == "phone" else "address", f"{kind}?"), f"form.{kind}")
    return _window(state) or _propose_visit(state, book)


def _which_unit(state: State, book: Book) -> Step | None:
    units = candidates(state)
    named = named_line(book.graphs.values(), state.query)
    told = tuple(unit for unit in units if unit.line in named)
    units = told if len(told) > 1 else units
    if len(units) > 1:
        return asking(state, Ask("unit", "unit?", choices=tuple(unit_choice(u, book) for u in units)), "form.unit")
    if not units and not state.line:
        choices = tuple(Choice(line, graph.name) for line, graph in book.graphs.items())
        return asking(state, Ask("line", "line?", choices=choices), "form.line")
    return None


def _settle_unit(state: State) -> State:
    units = candidates(state)
    return replace(state, unit=units[0].id, line=units[0].line) if not state.unit and len(units) == 1 else state


def candidates(state: State) -> tuple[Unit, ...]:
    units = state.household.units if state.household else ()
    model = state.slots.get("model")
    if isinstance(model, str) and (same := tuple(u for u in units if u.model.upper() == model.upper())):
        return same
    ours = tuple(u for u in units if not state.line or u.line == state.line)
    rooms = (tuple(u for u in ours if u.room and u.room in said) for said in reversed(state.said))
    return next((named for named in rooms if named), ours)


def unit_choice(unit: Unit, book: Book) -> Choice:
    return Choice(unit.id, f"{unit.room}{book.graphs[unit.line].name} {unit.model}")


def contact(state: State, kind: str) -> str:
    """What the customer said, else what is on record."""
    said = state.slots.get(kind)
    if isinstance(said, str):
        return said
    return (getattr(state.household, kind) or "") if state.household else ""


def _window(state: State) -> Step | None:
    """The move that settles the time, or None when it is settled."""
    if state.window:
        return None
    wanted = state.slots.get("time")
    if state.windows is None:
        asked = {"wanted": span(wanted)} if isinstance(wanted, Interval) else {}
        return Step(state, (Call("offers", {**asked, "unit": state.unit}),), (Why("form.offers"),))
    if not state.windows:
        return hand_over(state, "stuck")
    code = "window?" if not isinstance(wanted, Interval) or _fits(state.windows, wanted) else "no_window"
    choices = tuple(Choice(w.id, window_label(w)) for w in state.windows[:OFFERED])
    return asking(state, Ask("window", code, choices=choices), "form.window")


def only_fit(state: State) -> State:
    """Take the offered window if the wish leaves exactly one."""
    wanted = state.slots.get("time")
    if not isinstance(wanted, Interval) or not state.windows:
        return state
    fitting = _fits(state.windows, wanted)
    return replace(state, window=fitting[0].id) if len(fitting) == 1 else state


def _fits(windows: Iterable[Window], wanted: Interval) -> list[Window]:
    pair = wanted.as_json()
    first, last = pair["from"], pair["to"]
    return [w for w in windows if w.end[: len(first)] >= first and w.start[: len(last)] <= last]


def window_label(window: Window) -> str:
    return f"{window.start.replace('T', ' ')}–{window.end[-5:]}"


def _propose_visit(state: State, book: Book) -> Step:
    unit = state.known_unit()
    what = f"{unit.room}{book.graphs[unit.line].name} {unit.model}" if unit else book.graphs[state.line].name
    kind: WriteKind = "install" if state.topic == "install" else "book"
    args = {
        "unit": state.unit,
        "what": what,
        "problem": state.query if kind == "book" else "",
        "address": contact(state, "address"),
        "phone": contact(state, "phone"),
        "window": state.window,
        "when": _chosen(state),
    }
    return propose(state, kind, args)


def _chosen(state: State) -> str:
    return next((window_label(w) for w in state.windows or () if w.id == state.window), "")


def propose(state: State, kind: WriteKind, args: dict[str, str]) -> Step:
    """Show the write in full and wait. The id is a hash of it, so that a changed write is another one."""
    text = kind + "".join(f"\x1f{key}\x1e{value}" for key, value in sorted(args.items()))
    proposal = Propose(blake2b(text.encode(), digest_size=8).hexdigest(), kind, args)
    return Step(replace(state, pending=proposal, asked=None, failed=0), (proposal,), (Why("propose", {"kind": kind}),))


# About an order


def _about_order(state: State, book: Book) -> Step:
    if state.orders is None:
        return Step(state, (Call("orders"),), (Why("form.orders"),))
    if not state.orders:
        return finish(state, book, Say("no_orders"))
    state = _settle_order(state)
    if state.topic == "progress":
        return _progress(state, book)
    if not state.order:
        choices = tuple(Choice(o.number, _order_label(o.number, state, book)) for o in state.orders or ())
        return asking(state, Ask("order", "order?", choices=choices), "form.order")
    return _order_write(state)


def _settle_order(state: State) -> State:
    orders = state.orders or ()
    said = state.slots.get("order_number")
    named = [o for o in orders if isinstance(said, str) and said in o.number]
    ours = named or [o for o in orders if state.unit and o.unit == state.unit] or list(orders)
    return replace(state, order=ours[0].number) if not state.order and len(ours) == 1 else state


def _order_label(number: str, state: State, book: Book) -> str:
    order = next(o for o in (state.orders or ()) if o.number == number)
    units = {u.id: u for u in state.household.units} if state.household else {}
    what = unit_choice(units[order.unit], book).label if order.unit in units else ""
    return f"{number} {what} {_time_only(order.window)}".strip()


def _progress(state: State, book: Book) -> Step:
    shown = [o for o in state.orders or () if not state.order or o.number == state.order]
    said = [
        Say(
            "order.status",
            {"number": o.number, "status": _short(o.status), "window": _time_only(o.window)},
            sources=(Source("record", o.number),),
        )
        for o in shown
    ]
    return finish(state, book, *said)


def _short(status: str) -> str:
    """A status is a word; whatever is longer was typed by somebody and is not repeated."""
    return status if len(status) <= LONGEST_STATUS else "处理中"


def _time_only(window: str) -> str:
    """Free text in a record is never repeated to the customer: it may carry instructions or other people's data."""
    return window if _WINDOW.fullmatch(window) else "待定"


def _order_write(state: State) -> Step:
    if state.topic == "change":
        if step := _window(state):
            return step
        return propose(state, "change", {"order": state.order, "window": state.window, "when": _chosen(state)})
    return propose(state, "cancel" if state.topic == "cancel" else "press", {"order": state.order})


# Coverage and price


def _coverage(state: State, book: Book) -> Step:
    if not candidates(state):
        return finish(state, book, Say("no_units"))
    if not state.unit and (step := _which_unit(state, book)):
        return step
    state = _settle_unit(state)
    if state.coverage is None:
        return Step(state, (Call("coverage", {"unit": state.unit}),), (Why("form.coverage"),))
    return finish(state, book, said_coverage(state))


def said_coverage(state: State) -> Say:
    assert state.coverage
    code = "coverage.in" if state.coverage.covered else "coverage.out"
    params = {"until": state.coverage.until, "fee": str(state.coverage.fee)}
    return Say(code, params, sources=(Source("record", state.coverage.unit),))


def asking(state: State, ask: Ask, why: str) -> Step:
    return Step(replace(state, asked=ask), (ask,), (Why(why),))
