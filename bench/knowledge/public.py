"""The public data, ours beside plain tools. Models fitted here are thrown away: nothing of the data ships."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from anxin.engines.retrieval import DOCUMENTS, Entry, Index, Ranker
from anxin.engines.retrieval.classify import fit

from . import data, faq
from .peers import CharacterBm25, CharacterModel
from .score import auc, auc_error, share_error
from .table import Row

_FAQ_GOALS = {
    "lcqmc": {"r1": (0.925, 0.935), "coverage_at_90": (0.441, 0.48), "auc": (0.921, 0.93)},
    "oppo": {"r1": (0.675, 0.70), "coverage_at_80": (0.340, 0.38), "auc": (0.866, 0.88)},
}
_QUERIES = 1000
Pace = tuple[float, float]
"""Rate and start of a fit."""
_PACES: Sequence[Pace] = ((0.2, 1e-6), (0.5, 1e-3))


def faq_rows() -> list[Row]:
    """The FAQ sets, lexical alone; the peers' figures are those of the sets' README."""
    out = []
    for name, goals in _FAQ_GOALS.items():
        found = faq.run(data.folder() / "eval" / f"faq_{name}.json", None)
        for measure, (peer, goal) in goals.items():
            error = found.get(f"{measure}_se") or share_error(found[measure], _QUERIES)
            out.append(Row(f"FAQ {name}, {measure}", found[measure], error, peer, goal))
        out.append(Row(f"FAQ {name}, ECE", found["ece"], None, None, 0.05, less=True))
    return out


def rows() -> list[Row]:
    return [*fault_codes(), car_manual(), banking(), *clinc(), *reviews()]


def fault_codes() -> list[Row]:
    """Gree table: every code found with all its rows, several asked back, a code nobody has never answered."""
    table = data.rows("zh_appliance_fault_codes_gree.jsonl")
    index = Index(
        Entry(str(i), (f"{r['product_line']} {r['code']} {r['fault']}",), codes=(r["code"],))
        for i, r in enumerate(table)
    )
    under: dict[str, set[str]] = {}
    for i, row in enumerate(table):
        under.setdefault(row["code"].upper(), set()).add(str(i))
    answers = {code: index.search(f"显示{code}是什么故障", k=len(table)) for code in under}
    found = [{r.id for r in answers[code].ranked} == ids for code, ids in under.items()]
    asked = [answers[code].decision == "clarify" for code, ids in under.items() if len(ids) > 1]
    strangers = [f"{letter}{n}" for letter in "EFHPQZ" for n in range(100) if f"{letter}{n}" not in under]
    invented = [index.search(f"显示{code}是什么故障").decision == "answer" for code in strangers]
    return [
        Row(f"fault codes, exact look-up of {len(found)}", _share(found), None, None, 1.0),
        Row(f"fault codes, {len(asked)} ambiguous asked back", _share(asked), None, None, 1.0),
        Row(f"fault codes, {len(invented)} unknown answered", _share(invented), None, None, 0.0, less=True),
    ]


def car_manual() -> Row:
    """Share of the keywords of an answer that stand in the first five passages."""
    passages = data.rows("zh_car_manual_passages.jsonl")
    asked = [r for r in data.rows("zh_car_manual_qa.jsonl") if r["keywords"]]
    entries = (Entry(p["id"], (), (p["text"],)) for p in passages)
    index = Index(entries, weights=DOCUMENTS, ranker=Ranker.unfitted())
    plain = CharacterBm25([p["text"] for p in passages])
    ours, peer = [], []
    for row in asked:
        top = [r.text for r in index.search(row["question"], k=5).ranked]
        ours.append(_held(row["keywords"], top))
        peer.append(_held(row["keywords"], [passages[i]["text"] for i in plain.best(row["question"], 5)]))
    return _paired("car manual, keywords in the top 5", ours, peer)


def _held(keywords: Sequence[str], texts: Sequence[str]) -> float:
    return sum(any(word in text for text in texts) for word in keywords) / len(keywords)


def banking() -> Row:
    """banking77, accuracy on every fifth row, fitted on the rest."""
    table = data.rows("en_intents_banking77_train.jsonl")
    train, test = [r for i, r in enumerate(table) if i % 5], table[::5]
    ours, peer = _both(train, test, "text", "intent")
    return _paired("banking77, accuracy", ours, peer)


def clinc() -> list[Row]:
    """CLINC150: accuracy on the validation part, and how well the top probability tells out-of-scope."""
    table = data.rows("en_intents_clinc150.jsonl")
    train = [r for r in table if r["part"] == "train"]
    known = [r for r in table if r["part"] == "val"]
    stray = [r for r in table if r["part"].startswith("oos")]
    texts, labels = [r["text"] for r in train], [r["intent"] for r in train]
    out = []
    figures: list[tuple[list[bool], float]] = []
    for model in (fit(texts, labels), CharacterModel(texts, labels)):
        inside = model.probabilities([r["text"] for r in known]).max(axis=1)
        outside = model.probabilities([r["text"] for r in stray]).max(axis=1)
        hits = [a == r["intent"] for a, r in zip(model.predict([r["text"] for r in known]), known, strict=True)]
        judged = [*((float(p), True) for p in inside), *((float(p), False) for p in outside)]
        figures.append((hits, auc(judged)))
    (ours, our_auc), (peer, peer_auc) = figures
    out.append(_paired("CLINC150, accuracy", ours, peer))
    error = auc_error(our_auc, len(known), len(stray))
    out.append(Row("CLINC150, out-of-scope AUC", our_auc, error, peer_auc, peer_auc))
    return out


def reviews() -> list[Row]:
    """Device reviews: sentiment of a category nobody was trained on, each category in turn."""
    table = [{**r, "label": str(r["positive"])} for r in data.rows("zh_product_reviews.jsonl")]
    ours: list[bool] = []
    peer: list[bool] = []
    for category in sorted({r["category"] for r in table}):
        train = [r for r in table if r["category"] != category]
        test = [r for r in table if r["category"] == category]
        a, b = _both(train, test, "review", "label", _carrying(train))
        ours += a
        peer += b
    return [_paired("review sentiment, unseen category", ours, peer)]


def _carrying(train: Sequence[Any]) -> Pace:
    """The pace at which what is learnt from one category of the training rows carries best to another of them."""
    kinds = sorted({r["category"] for r in train})
    by = {kind: [r for r in train if r["category"] == kind] for kind in kinds}

    def carried(pace: Pace) -> float:
        hits = [_hits(by[a], by[b], "review", "label", pace) for a in kinds for b in kinds if a != b]
        return float(np.mean([np.mean(each) for each in hits]))

    return max(_PACES, key=carried)


def _hits(train: Sequence[Any], test: Sequence[Any], text: str, label: str, pace: Pace) -> list[bool]:
    model = fit([r[text] for r in train], [r[label] for r in train], rate=pace[0], start=pace[1])
    return [a == r[label] for a, r in zip(model.predict([r[text] for r in test]), test, strict=True)]


def _both(
    train: Sequence[Any], test: Sequence[Any], text: str, label: str, pace: Pace = _PACES[0]
) -> tuple[list[bool], list[bool]]:
    """Whether ours, and whether the plain tool, got each test row right."""
    plain = CharacterModel([r[text] for r in train], [r[label] for r in train])
    peer = [a == r[label] for a, r in zip(plain.predict([r[text] for r in test]), test, strict=True)]
    return _hits(train, test, text, label, pace), peer


def _paired(name: str, ours: Sequence[float], peer: Sequence[float]) -> Row:
    """Means over the same rows. Goal: not below the peer; the error is that of the difference."""
    gain: NDArray[np.float64] = np.asarray(ours, float) - np.asarray(peer, float)
    plain = float(np.mean(peer))
    return Row(name, float(np.mean(ours)), float(gain.std() / np.sqrt(len(gain))), plain, plain)


def _share(hits: Sequence[bool]) -> float:
    return sum(hits) / len(hits)
