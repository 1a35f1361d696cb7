"""Categories with their words: what customers see (symptoms) and what engineers find (causes)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from anxin.kernel import events
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict, Invalid, NotFound, refuse_others
from anxin.kernel.statements import insert_all

from ..cards import Name
from ..events import CategoryAdded, CategoryChanged, TermAdded, TermChanged, TermsOrdered
from ..models import Category, Cause, Product, Symptom
from ..selectors import UNKNOWN
from .keeping import alter, difference, entries, sides, turned

Term = tuple[str, Name]
What = Literal["symptom", "cause"]

CHANGEABLE = ("name_zh", "name_en", "hazard", "position", "active")
NOT_SURE = Name("说不清楚", "Not sure")
#: Terms of one category; a customer chooses from them on a phone.
MOST_TERMS = 200


@dataclass(frozen=True, slots=True)
class TermLine:
    """A symptom or a cause as it shall stand, in its place of the list."""

    code: str
    name: Name
    active: bool = True


@atomic
def define_category(
    *,
    actor: Actor,
    code: str,
    name: Name,
    symptoms: Iterable[Term] | None = (),
    causes: Iterable[Term] | None = (),
    hazard: str = "",
    position: int = 100,
    new: bool = False,
) -> Category:
    """Make or rewrite a category with its symptoms (in the order shown) and causes; `unknown` is added.

    `new`: raises Conflict for a code that exists.
    """
    wanted = {"name_zh": name.zh, "name_en": name.en, "hazard": hazard, "position": position}
    category = Category.objects.filter(pk=code).first()
    if category is None:
        category = Category.objects.create(code=code, **wanted)
        events.new_case(category.case_id)
        _record(actor, category, [CategoryAdded(code, hazard)])
    elif new:
        raise Conflict("catalog.category_taken", category=code)
    else:
        category = change_category(actor=actor, code=code, **wanted)
    for what, terms in (("symptom", symptoms), ("cause", causes)):
        set_terms(actor=actor, code=code, what=what, terms=[TermLine(*term) for term in terms or ()], retire=False)
    return category


@atomic
def change_category(*, actor: Actor, code: str, **changes: Any) -> Category:
    """Change some of `CHANGEABLE`. Raises NotFound, Conflict for retiring one that has products on offer."""
    refuse_others(changes, CHANGEABLE)
    category = _locked(code)
    if changes.get("active") is False and category.active:
        count = Product.objects.filter(category=category, active=True).count()
        if count:
            raise Conflict("catalog.category_in_use", category=code, count=count)
    for row, differs in alter([category], {code: changes}):
        before, after = sides(differs, "active")
        happened: list[events.Event] = [CategoryChanged(code, before, after)] if after else []
        _record(actor, row, [*happened, *turned("category", code, differs)])
    return category


@atomic
def set_terms(*, actor: Actor, code: str, what: str, terms: Sequence[TermLine], retire: bool = True) -> Category:
    """The symptoms or causes of a category as they shall stand, in this order.

    What is left out is retired (`retire`) and stands last, never deleted; the symptom `unknown` stays, last of those
    offered. Raises NotFound, Invalid for a code that comes twice or more than `MOST_TERMS`.
    """
    category = _locked(code)
    model = Symptom if what == "symptom" else Cause
    known: dict[str, Any] = {row.code: row for row in model.objects.filter(category=category)}
    was = list(known)
    listed = _listed(what, terms, known, retire)
    added, happened = [], list[events.Event]()
    for place, term in enumerate(listed):
        wanted = {"name_zh": term.name.zh, "name_en": term.name.en, "position": place, "active": term.active}
        row = known.get(term.code)
        if row is None:
            added.append(model(category=category, code=term.code, **wanted))
            happened.append(TermAdded(code, what, term.code, term.name.zh, term.name.en))
        else:
            happened += _rewritten(code, what, row, wanted)
    insert_all(added)
    if [term.code for term in listed if term.code in known] != was:
        happened.append(TermsOrdered(code, what, [term.code for term in listed]))
    if happened:
        category.version += 1
        category.save(update_fields=["version"])
        _record(actor, category, happened)
    return category


def _listed(what: str, terms: Sequence[TermLine], known: Mapping[str, Any], retire: bool) -> list[TermLine]:
    codes = [term.code for term in terms]
    if len(set(codes)) < len(codes):
        raise Invalid("catalog.term_twice", term=next(code for code in codes if codes.count(code) > 1))
    if len(codes) > MOST_TERMS:
        raise Invalid("catalog.too_many_terms", limit=MOST_TERMS)
    offered = [term for term in terms if term.active and term.code != UNKNOWN]
    kept = [
        TermLine(row.code, Name(row.name_zh, row.name_en), row.active and not retire)
        for row in known.values()
        if row.code not in codes and row.code != UNKNOWN
    ]
    unsure = next((term.name for term in terms if term.code == UNKNOWN), None)
    if unsure is None and (row := known.get(UNKNOWN)):
        unsure = Name(row.name_zh, row.name_en)
    last = [TermLine(UNKNOWN, unsure or NOT_SURE)] if what == "symptom" else []
    still = [term for term in kept if term.active]
    gone = [term for term in terms if not term.active and term.code != UNKNOWN] + [t for t in kept if not t.active]
    return [*offered, *still, *last, *gone]


def _rewritten(category: str, what: str, row: Symptom | Cause, wanted: dict[str, Any]) -> list[events.Event]:
    """Store what differs of a term; its place alone is no event of its own."""
    differs = difference(row, wanted)
    if not differs:
        return []
    for name, (_, new) in differs.items():
        setattr(row, name, new)
    row.save(update_fields=list(differs))
    before, after = sides(differs, "position", "active")
    told: list[events.Event] = [TermChanged(category, what, row.code, before, after)] if after else []
    return [*told, *turned(what, f"{category}/{row.code}", differs)]


def _locked(code: str) -> Category:
    category = Category.objects.select_for_update().filter(pk=code).first()
    if category is None:
        raise NotFound("catalog.no_category", category=code)
    return category


def _record(actor: Actor, category: Category, happened: Sequence[events.Event]) -> None:
    events.record_all(entries("category", category.case_id, happened), actor=actor)
