"""The index: entries in, ranked answers out. Changes in place; the same entries always rank the same."""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from anxin.engines.language import fold, normalise
from anxin.engines.language.tokenise import split

from .embed import Embedder
from .exact import Codes
from .features import NAMES, Near, compare
from .model import Answer, Entry, Ranked, Reason, Visible, Weights
from .postings import Postings
from .ranker import Ranker, default_ranker
from .vectors import Floats, Vectors
from .verdict import Thresholds, decide

CANDIDATES = 24
"""Texts that BM25 (and the vectors, if there are any) hand to the ranker."""
CROWD = 10
"""Nearest texts of a question that tell how crowded its place is."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One searchable text of an entry: a question, or a passage under its title."""

    entry: str
    text: str


class Index:
    """Field-weighted BM25 with a learned ranker over it, exact look-up of codes, optional vectors.

    Deterministic: no randomness, and ties go by a hash of the entry id, so that the order of adding is of no
    importance.
    """

    def __init__(
        self,
        entries: Iterable[Entry] = (),
        *,
        weights: Weights | None = None,
        ranker: Ranker | None = None,
        thresholds: Thresholds | None = None,
        embedder: Embedder | None = None,
    ) -> None:
        self.weights = weights or Weights()
        self.ranker = ranker or default_ranker()
        self.thresholds = thresholds or Thresholds()
        self.codes = Codes()
        self.vectors = Vectors(embedder) if embedder else None
        self._entries: dict[str, Entry] = {}
        self._rows: dict[int, _Row] = {}
        self._rows_of: dict[str, list[int]] = {}
        self._ties: list[int] = []
        self._ties_cache: NDArray[np.uint64] | None = None
        self._postings = Postings(self.weights.k1, self.weights.b)
        self.add_all(entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, entry_id: str) -> bool:
        return entry_id in self._entries

    def __getitem__(self, entry_id: str) -> Entry:
        return self._entries[entry_id]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    # Changing

    def add(self, entry: Entry) -> None:
        """Make an entry findable. Raises ValueError if its id is taken or it has nothing to find it by."""
        self.add_all((entry,))

    def add_all(self, entries: Iterable[Entry]) -> None:
        """Add several; with an embedder their vectors are made in one call."""
        fresh: list[tuple[int, str]] = []
        for entry in entries:
            if entry.id in self._entries:
                raise ValueError(f"entry {entry.id!r} is already in the index")
            if not entry.questions and not entry.passages:
                raise ValueError(f"entry {entry.id!r} has neither a question nor a passage")
            self._entries[entry.id] = entry
            self.codes.add(entry)
            tie = _tie(entry.id)
            numbers = self._rows_of[entry.id] = []
            for text, weighted in self._texts(entry):
                row = self._postings.add(weighted)
                self._rows[row] = _Row(entry.id, text)
                self._ties.append(tie)
                numbers.append(row)
                fresh.append((row, text))
        self._ties_cache = None
        if self.vectors and fresh:
            self.vectors.add(fresh)

    def change(self, entry: Entry) -> None:
        """Replace the entry of the same id. Raises KeyError if there is none."""
        self.remove(entry.id)
        self.add(entry)

    def remove(self, entry_id: str) -> None:
        """Take an entry out. Raises KeyError if there is none."""
        entry = self._entries.pop(entry_id)
        self.codes.remove(entry)
        for row, (_, weighted) in zip(self._rows_of.pop(entry_id), self._texts(entry), strict=True):
            self._postings.remove(row, weighted)
            del self._rows[row]
            if self.vectors:
                self.vectors.remove(row)

    def _texts(self, entry: Entry) -> Iterator[tuple[str, dict[str, float]]]:
        """The rows of an entry: text shown as matched, and its weighted token frequencies."""
        for question in entry.questions:
            yield question, self._weighted(question, self.weights.question)
        title = entry.questions[0] if entry.questions else ""
        for passage in entry.passages:
            weighted = self._weighted(passage, self.weights.passage)
            for token, weight in self._weighted(title, self.weights.title_in_passage).items():
                weighted[token] = weighted.get(token, 0.0) + weight
            yield passage, weighted

    def _weighted(self, text: str, weight: float) -> dict[str, float]:
        return {token: n * weight for token, n in Counter(self._tokens(text)).items()}

    def _tokens(self, text: str) -> list[str]:
        return split(fold(text) if self.weights.folded else normalise(text).text)

    # Searching

    def search(self, query: str, *, visible: Visible = None, k: int = 5) -> Answer:
        """The best `k` entries this reader may see, and what to do with them.

        A code or model in the query that the index knows decides; several entries under one code are offered
        as choices, never guessed. Otherwise BM25 and vectors propose, the ranker orders, the judge says how
        likely the first is right, the thresholds decide.
        """
        allowed = _allowed(visible)
        exact = self.codes.find(query, allowed)
        if exact.ids:
            return self._exact(query, exact.ids, exact.codes, k)
        rows, features = self.candidates(query, visible=visible)
        if exact.unknown and not rows:
            return Answer((), 0.0, "abstain", (), (Reason("code_unknown", {"code": exact.unknown[0]}),))
        return self.judge(rows, features, k, unknown=exact.unknown)

    def candidates(self, query: str, *, visible: Visible = None) -> tuple[list[_Row], NDArray[np.float64]]:
        """The rows worth ranking, one per entry, with their features, shape (rows, features)."""
        asked = self._tokens(query)
        lexical = self._postings.scores(asked)
        views = self.vectors.near(query, len(lexical)) if self.vectors else None
        numbers = self._proposed((lexical, views[0]) if views else (lexical,), _allowed(visible))
        best = self._postings.best(asked)
        near = self._near(numbers, *views) if views else [Near()] * len(numbers)
        seen = [
            compare(query, self._rows[n].text, float(lexical[n]) / best, self._postings.idf, its)
            for n, its in zip(numbers, near, strict=True)
        ]
        table = np.asarray([[f[name] for name in NAMES] for f in seen]).reshape(-1, len(NAMES))
        return [self._rows[n] for n in numbers], table

    def _near(self, numbers: Sequence[int], cosine: Floats, centred: Floats) -> list[Near]:
        """What the vectors say of the entries of some rows: the nearest row of each, and the crowd of them all."""
        texts = [self._rows_of[self._rows[n].entry] for n in numbers]
        if not texts:
            return []
        best = np.sort(centred[[row for rows in texts for row in rows]])[-CROWD:]
        crowd, second = float(best.mean()), float(best[-2:][0])
        nearest = [max(rows, key=lambda row: (float(centred[row]), -row)) for rows in texts]
        return [Near(float(cosine[row]), float(centred[row]), crowd, second) for row in nearest]

    def judge(self, rows: Sequence[_Row], features: NDArray[np.float64], k: int, unknown: Sequence[str] = ()) -> Answer:
        """Rank the candidates of one query and decide what to do."""
        if not rows:
            return Answer((), 0.0, "abstain", (), (Reason("nothing_found", {}),))
        scores = self.ranker.scores(features)
        p = self.ranker.p(features, scores)
        order = np.argsort(-scores, kind="stable")
        ranked = tuple(
            Ranked(
                rows[i].entry,
                float(scores[i]),
                rows[i].text,
                dict(zip(NAMES, features[i].tolist(), strict=True)),
            )
            for i in order[:k]
        )
        return decide(ranked, p, self.thresholds, unknown)

    def _proposed(self, views: Sequence[NDArray[np.float32]], allowed: Callable[[str], bool]) -> list[int]:
        """Row numbers of the best texts by each view, the best per entry, in a fixed order."""
        out: dict[str, int] = {}
        for scores in views:
            taken = 0
            for row in self._descending(scores):
                entry = self._rows[row].entry
                if entry not in out and allowed(entry):
                    out[entry] = row
                    taken += 1
                if taken == CANDIDATES:
                    break
        return list(out.values())

    def _descending(self, scores: NDArray[np.float32]) -> Iterator[int]:
        """Rows with a positive score, best first, ties by the hash of the entry id; sorted in growing slices,
        because nearly always the first is enough."""
        if self._ties_cache is None:
            self._ties_cache = np.asarray(self._ties, np.uint64)
        left = np.flatnonzero(scores > 0)
        size = 8 * CANDIDATES
        while len(left):
            if len(left) > size:
                bar = np.partition(scores[left], len(left) - size)[len(left) - size]
                part, left = left[scores[left] >= bar], left[scores[left] < bar]
            else:
                part, left = left, left[:0]
            yield from part[np.lexsort((part, self._ties_cache[part], -scores[part]))].tolist()
            size *= 8

    def _exact(self, query: str, ids: Sequence[str], codes: Sequence[str], k: int) -> Answer:
        """Entries that carry the code asked for: one is the answer, several are choices."""
        best = 1.0 / len(ids)
        ranked = tuple(
            Ranked(i, best, (*self._entries[i].questions, *self._entries[i].passages)[0], {}) for i in ids[:k]
        )
        reason = Reason("code_found", {"code": codes[0], "entries": float(len(ids))})
        if len(ids) == 1:
            return Answer(ranked, 1.0, "answer", (), (reason,))
        return Answer(ranked, best, "clarify", tuple(ids[:k]), (reason,))

    def mass(self, counted: Mapping[str, int]) -> float:
        """The weight of counted tokens: each by how rare it is here."""
        return sum(n * self._postings.idf(token) for token, n in sorted(counted.items()))

    # Keeping

    def save(self) -> bytes:
        """The index as bytes: entries, lists, vectors; rows are renumbered without gaps."""
        live = sorted(self._rows)
        flat = self._postings.dump(live)
        flat["numbers"] = np.searchsorted(live, [n for e in self._entries for n in self._rows_of[e]])
        flat["entries"] = _bytes([asdict(entry) for entry in self])
        flat["settings"] = _bytes(asdict(self.weights))
        if self.vectors:
            flat["embedder"] = _bytes(self.vectors.embedder.name)
            flat["vectors"] = self.vectors.matrix[live]
        out = io.BytesIO()
        np.savez(out, allow_pickle=False, **flat)
        return out.getvalue()

    @classmethod
    def load(
        cls,
        data: bytes,
        *,
        ranker: Ranker | None = None,
        thresholds: Thresholds | None = None,
        embedder: Embedder | None = None,
    ) -> Index:
        """An index from what `save` gave. Vectors made by another embedder are made anew."""
        with np.load(io.BytesIO(data), allow_pickle=False) as stored:
            flat = dict(stored)
        index = cls(
            weights=Weights(**json.loads(flat["settings"].tobytes())),
            ranker=ranker,
            thresholds=thresholds,
            embedder=embedder,
        )
        index._postings.restore(flat)
        index._ties = [0] * index._postings.size
        numbers = iter(flat["numbers"].tolist())
        for raw in json.loads(flat["entries"].tobytes()):
            index._adopt(_entry(raw), numbers)
        if index.vectors:
            index._restore_vectors(index.vectors, flat)
        return index

    def _adopt(self, entry: Entry, numbers: Iterator[int]) -> None:
        """Take in a stored entry whose lists are there already."""
        self._entries[entry.id] = entry
        self.codes.add(entry)
        rows = self._rows_of[entry.id] = []
        tie = _tie(entry.id)
        for text in (*entry.questions, *entry.passages):
            row = next(numbers)
            self._rows[row] = _Row(entry.id, text)
            self._ties[row] = tie
            rows.append(row)

    def _restore_vectors(self, vectors: Vectors, flat: dict[str, NDArray[np.generic]]) -> None:
        if "embedder" in flat and json.loads(flat["embedder"].tobytes()) == vectors.embedder.name:
            vectors.matrix = np.asarray(flat["vectors"], np.float32)
        else:
            vectors.add([(row, self._rows[row].text) for row in sorted(self._rows)])


def _entry(raw: dict[str, str | list[str]]) -> Entry:
    def many(name: str) -> tuple[str, ...]:
        return tuple(raw[name])

    return Entry(str(raw["id"]), many("questions"), many("passages"), many("codes"), many("models"))


def _tie(entry_id: str) -> int:
    return int.from_bytes(blake2b(entry_id.encode(), digest_size=8).digest())


def _allowed(visible: Visible) -> Callable[[str], bool]:
    if visible is None:
        return lambda _: True
    if callable(visible):
        return visible
    chosen = frozenset(visible)
    return lambda entry_id: entry_id in chosen


def _bytes(value: object) -> NDArray[np.uint8]:
    return np.frombuffer(json.dumps(value, ensure_ascii=False).encode(), np.uint8)
