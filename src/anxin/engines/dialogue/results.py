"""What tools answered, silence, and a writer's idea."""

from dataclasses import replace

from . import trouble
from .card import hand_over
from .forms import finish, go_on, only_fit, said_coverage, start
from .model import Book, Call, Close, Learned, Say, Source, State, Step, Why
from .records import Coverage, Found, Household, Offers, Orders, Receipt, Result
from .topics import on_found

PATIENCE = 2


def silence(state: State) -> Step:
    if state.handed or state.closed:
        return Step(state)
    waited = replace(state, silences=state.silences + 1)
    if waited.silences >= PATIENCE:
        return Step(replace(waited, closed=True), (Close("silence"),), (Why("silence"),))
    return Step(waited, (Say("still_there"),), (Why("silence"),))


def learn(state: State, learned: Learned, book: Book) -> Step:
    for result in learned.results:
        state = _note(state, result)
    last = learned.results[-1]
    if isinstance(last, Found):
        return on_found(state, last, book)
    if isinstance(last, Household) and state.topic == "trouble":
        return trouble.on_code(state, book, str(state.slots.get("fault_code", "")))
    if isinstance(last, Receipt):
        return _receipt(state, last, book)
    if isinstance(last, Coverage) and state.topic in ("book", "install"):
        return go_on(state, book).after(said_coverage(state))
    return go_on(state, book)


def suggested(state: State, call: Call, book: Book) -> Step:
    """A writer's idea starts one of our own topics; it never skips a question or a proposal of theirs."""
    why = Why("writer.suggested", {"tool": call.tool})
    if call.tool == "articles":
        return Step(replace(state, topic="answer", found=None), (call,), (why,))
    return start(state, "progress" if call.tool == "orders" else "coverage", book).after(why=why)


def _note(state: State, result: Result) -> State:
    if isinstance(result, Household):
        return replace(state, household=result)
    if isinstance(result, Coverage):
        return replace(state, coverage=result)
    if isinstance(result, Found):
        return replace(state, found=result)
    if isinstance(result, Offers):
        return only_fit(replace(state, windows=result.windows))
    if isinstance(result, Orders):
        return replace(state, orders=result.orders)
    return state


def _receipt(state: State, receipt: Receipt, book: Book) -> Step:
    """Only a receipt for the proposal that is open counts; orders are read anew after a write."""
    if state.pending is None or receipt.proposal != state.pending.id:
        return Step(state, (), (Why("receipt.stray"),))
    if receipt.error:
        return hand_over(state, "stuck", "", Say("refused", {"error": receipt.error}))
    said = Say("done", {"number": receipt.number}, sources=(Source("record", receipt.number),))
    return finish(replace(state, orders=None, windows=None, trouble=None), book, said)
