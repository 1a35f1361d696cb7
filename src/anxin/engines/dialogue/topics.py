"""What a message is about when nothing is open: codes, business wishes, else the knowledge base."""

from dataclasses import replace

from anxin.engines.faultgraph import named_line
from anxin.engines.language import IntentName

from . import trouble
from .card import hand_over
from .forms import asking, finish, go_on, put_aside, start
from .model import Aside, Ask, Book, Call, Choice, Heard, Say, Source, State, Step, Topic, Why
from .records import Found

TOPICS: dict[IntentName, Topic] = {
    "book_visit": "book",
    "install": "install",
    "change_visit": "change",
    "cancel_visit": "cancel",
    "progress": "progress",
    "press": "press",
    "coverage": "coverage",
    "price": "price",
}
FAULTS = frozenset({"fault"})


def new_topic(state: State, heard: Heard, book: Book) -> Step:
    """Order: exact code, business wishes, knowledge. Further wishes of the message wait their turn."""
    state = replace(state, query=heard.text if _tells(heard) or not state.query else state.query)
    wishes = [TOPICS[intent.name] for intent in heard.analysis.intents if intent.name in TOPICS]
    if code := trouble.shown_code(state, heard, book):
        waiting = tuple(Aside(wish) for wish in dict.fromkeys(wishes))
        return trouble.on_code(replace(state, later=(*waiting, *state.later)), book, code)
    if wishes:
        first, *rest = dict.fromkeys(wishes)
        aside = put_aside(state, first)
        waiting = (*(Aside(wish) for wish in rest), *(a for a in aside.later if a.topic not in wishes))
        return _wish(replace(aside, later=waiting), first, heard, book)
    if heard.analysis.intent == "report_fault":
        state = replace(state, topic="trouble")
    return look_up(state, heard.text, book)


def _tells(heard: Heard) -> bool:
    """Does the message say what is wrong or wanted? 还是不行 does not, and must not replace what did."""
    return any(intent.name in ("report_fault", "usage_question") for intent in heard.analysis.intents)


def _wish(state: State, topic: Topic, heard: Heard, book: Book) -> Step:
    if topic in ("coverage", "price", "install"):
        asked = look_up(replace(state, topic=topic), heard.text, book)
        return Step(replace(asked.state, topic=topic), asked.actions, (Why("topic", {"topic": topic}), *asked.why))
    return start(state, topic, book).after(why=Why("topic", {"topic": topic}))


def look_up(state: State, text: str, book: Book) -> Step:
    """Ask the knowledge base, with the product in front when it is known but not named."""
    graph = book.graphs.get(state.line)
    query = text if graph is None or any(word in text for word in graph.words) else f"{graph.name}{text}"
    asked = replace(state, topic=state.topic or "answer", found=None, asked=None)
    return Step(asked, (Call("articles", {"query": query, "line": state.line}),), (Why("look_up", {"query": query}),))


def on_found(state: State, found: Found, book: Book) -> Step:
    """Answer, walk through the fault graph, offer choices, or own up."""
    why = Why("retrieval", {"decision": found.answer.decision, "p": round(found.answer.p, 3)})
    if state.topic in ("coverage", "price", "install"):
        return _wish_with_answer(state, found, book).after(why=why)
    if found.answer.decision == "answer":
        return say_article(state, found, found.answer.ranked[0].id).after(why=why)
    if (step := trouble.begin(state, book, state.query)) is not None:
        return step.after(why=why)
    if state.topic == "trouble":
        return _which_trouble(state, book).after(why=why)
    if found.answer.decision == "clarify":
        choices = tuple(Choice(name, found.texts[name][0]) for name in found.answer.choices)
        return asking(state, Ask("article", "article?", choices=choices), "retrieval.clarify").after(why=why)
    return abstain(replace(state, topic=None), book).after(why=why)


def _which_trouble(state: State, book: Book) -> Step:
    """A fault nothing answers yet: first which product, then what happens, then somebody has to come."""
    named = named_line(book.graphs.values(), state.query)
    if not state.line:
        lines = named or tuple(book.graphs)
        choices = tuple(Choice(line, book.graphs[line].name) for line in lines)
        return asking(state, Ask("line", "line?", choices=choices), "trouble.line")
    if "problem?" in state.put:
        return start(state, "book", book)
    return asking(replace(state, put=state.put | {"problem?"}), Ask("problem", "problem?"), "trouble.what")


def _wish_with_answer(state: State, found: Found, book: Book) -> Step:
    """A question on price, coverage or installation: the general rule first, then this customer's own case."""
    if found.answer.decision != "answer":
        return go_on(state, book)
    told = say_article(replace(state, asked=None), found, found.answer.ranked[0].id)
    if state.topic == "install":
        return finish(told.state, book, *told.actions)
    return go_on(replace(told.state, asked=None, topic=state.topic), book).after(*told.actions[:1])


def say_article(state: State, found: Found, name: str) -> Step:
    """The article with its source; after a fault article, whether it helped."""
    title, text, kind = found.texts[name]
    say = Say("article", {"title": title}, text, (Source("article", name),))
    state = replace(state, failed=0, asked=None, topic=None)
    if kind in FAULTS:
        return asking(replace(state, topic="trouble"), Ask("solved", "solved?", ref=name), "article.solved").after(say)
    return Step(state, (say,))


def abstain(state: State, book: Book) -> Step:
    """No reliable answer: say so, ask for what would help; the second time in a row a person takes over."""
    if state.failed + 1 >= 2:
        return hand_over(replace(state, failed=state.failed + 1), "two_failed")
    state = replace(state, failed=state.failed + 1)
    return Step(state, (Say("abstain"),), (Why("abstain"),))
