"""Runs the policy: hears, steps, calls the tools, steps again; asks the writer, checks it, falls back."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from anxin.engines.language import Calendar, analyse

from .card import plain
from .guard import Passage, Refused, grounded, known_calls, rewritten
from .model import Action, Book, Call, Event, HandOver, Heard, Learned, Propose, Say, Silence, State, Suggested, Why
from .policy import step
from .records import Result
from .writer import Writer

MOST_ROUNDS = 8


class Tools(Protocol):
    """What the policy may ask of the world. `submit` gets the very proposal the customer confirmed."""

    def read(self, call: Call) -> Result: ...

    def submit(self, proposal: Propose) -> Result: ...


@dataclass(frozen=True, slots=True)
class Turn:
    """All that happened on one event. `actions` in order, calls included."""

    actions: tuple[Action, ...]
    why: tuple[Why, ...]


@dataclass(slots=True)
class Agent:
    """One conversation. The state is public: a caller may store it and go on elsewhere."""

    tools: Tools
    book: Book
    calendar: Calendar | None = None
    writer: Writer | None = None
    state: State = field(default_factory=State)

    def say(self, text: str, now: datetime) -> Turn:
        """The customer says something at `now` (local, naive)."""
        notes: list[Why] = []
        analysis = analyse(text, now=now, calendar=self.calendar, history=self.state.said)
        event = Heard(text, analysis)
        before = self.state
        turn = self._run(event, notes)
        if self.writer and _without_answer(turn):
            turn = self._second_try(turn, before, event, notes)
        return self._worded(turn, text, notes)

    def wait(self) -> Turn:
        """The customer says nothing for a while."""
        return self._run(Silence(), [])

    def _run(self, event: Event, notes: list[Why]) -> Turn:
        actions: list[Action] = []
        for _ in range(MOST_ROUNDS):
            taken = step(self.state, event, self.book)
            self.state = taken.state
            actions += taken.actions
            notes += taken.why
            calls = [action for action in taken.actions if isinstance(action, Call)]
            if not calls:
                return Turn(tuple(actions), tuple(notes))
            event = Learned(tuple(self._result(call, notes) for call in calls))
        raise RuntimeError(f"the policy did not settle in {MOST_ROUNDS} rounds")

    def _result(self, call: Call, notes: list[Why]) -> Result:
        if call.tool == "submit":
            pending = self.state.pending
            if pending is None or pending.id != call.args["proposal"]:
                raise PermissionError("a write without the proposal the customer saw")
            return self.tools.submit(pending)
        return self.tools.read(self._rewritten(call, notes))

    def _rewritten(self, call: Call, notes: list[Why]) -> Call:
        writer = self.writer
        if call.tool != "articles" or writer is None:
            return call
        before = self.state.said[-3:-1]
        asked = self._ask_writer(lambda: writer.rewrite(call.args["query"], before), notes)
        return replace(call, args={**call.args, "query": rewritten(call.args["query"], asked, before)})

    def _worded(self, turn: Turn, text: str, notes: list[Why]) -> Turn:
        """Knowledge in the writer's words where every sentence is grounded; else the article itself."""
        if self.writer is None:
            return turn
        actions = tuple(self._reworded(action, text, notes) for action in turn.actions)
        return Turn(actions, tuple(notes))

    def _reworded(self, action: Action, text: str, notes: list[Why]) -> Action:
        writer = self.writer
        if writer is None or not isinstance(action, Say) or action.code != "article":
            return action
        passages = tuple(Passage(source.id, action.text) for source in action.sources)
        checked = grounded(self._ask_writer(lambda: writer.word(text, passages), notes), passages)
        if isinstance(checked, Refused):
            notes.append(Why("writer.refused", {"rule": checked.rule}))
            return action
        return replace(action, text=checked)

    def _second_try(self, turn: Turn, before: State, event: Heard, notes: list[Why]) -> Turn:
        """The plain path found nothing: let the writer name one read, and the policy take it from there."""
        writer = self.writer
        assert writer
        known = plain(self.state.slots)
        proposed = self._ask_writer(lambda: writer.propose(event.text, known), notes)
        units = self.state.household.units if self.state.household else ()
        allowed = known_calls(proposed, frozenset(unit.id for unit in units))
        count = len(proposed) if isinstance(proposed, list | tuple) else 0
        notes.append(Why("writer.calls", {"allowed": float(len(allowed)), "refused": float(count - len(allowed))}))
        if not allowed:
            return turn
        failed, self.state = self.state, replace(before, said=self.state.said, slots=self.state.slots)
        again = self._run(Suggested(allowed[0]), notes)
        if not _without_answer(again):
            return again
        self.state = failed
        return turn

    def _ask_writer(self, ask: Callable[[], object], notes: list[Why]) -> object:
        try:
            return ask()
        except Exception as broken:  # noqa: BLE001 — a writer is foreign code behind a network: any failure is the plain path
            notes.append(Why("writer.failed", {"error": type(broken).__name__}))
            return None


def _without_answer(turn: Turn) -> bool:
    return any(
        (isinstance(action, Say) and action.code == "abstain")
        or (isinstance(action, HandOver) and action.card.rule == "two_failed")
        for action in turn.actions
    )
