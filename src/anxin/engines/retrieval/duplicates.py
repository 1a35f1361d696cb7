"""Is this new article already there? Compared with what is indexed, before it is saved."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from anxin.engines.language import fold
from anxin.engines.language.tokenise import split

from .index import Index
from .model import Entry, Visible


@dataclass(frozen=True, slots=True)
class Twin:
    """An entry that says nearly the same. `likeness` is 1 for the same words."""

    id: str
    likeness: float
    mine: str
    theirs: str


def near_duplicates(index: Index, entry: Entry, *, at: float = 0.6, visible: Visible = None) -> tuple[Twin, ...]:
    """Entries of the index with a text that shares at least `at` of its token mass (weighted Jaccard, by idf)
    with a text of the new one; most alike first. The entry itself, if it is indexed, is left out."""
    best: dict[str, Twin] = {}
    for mine in (*entry.questions, *entry.passages):
        rows, _ = index.candidates(mine, visible=visible)
        for row in rows:
            likeness = _likeness(index, mine, row.text)
            known = best.get(row.entry)
            if row.entry != entry.id and likeness >= at and (known is None or likeness > known.likeness):
                best[row.entry] = Twin(row.entry, likeness, mine, row.text)
    return tuple(sorted(best.values(), key=lambda twin: (-twin.likeness, twin.id)))


def _likeness(index: Index, a: str, b: str) -> float:
    mine, theirs = Counter(split(fold(a))), Counter(split(fold(b)))
    either = index.mass(mine | theirs)
    return index.mass(mine & theirs) / either if either else 0.0
