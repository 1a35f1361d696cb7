"""Thresholds, passages, the ranker's fit, vectors."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from anxin.engines.retrieval import DOCUMENTS, Entry, Index, Ranker, classify, passages, thresholds_for
from anxin.engines.retrieval.features import NAMES
from anxin.engines.retrieval.ranker import default_ranker, fit, logistic


def test_thresholds_are_the_lowest_that_keep_the_precision() -> None:
    judged = [(0.9, True)] * 18 + [(0.8, False), (0.8, True)] + [(0.3, False)] * 10
    offered = [(0.9, True)] * 20 + [(0.3, True)] * 10
    found = thresholds_for(0.9, judged, offered)
    assert (found.answer, found.clarify) == (0.8, 0.3)


def test_a_precision_nobody_reaches_never_answers() -> None:
    found = thresholds_for(0.9, [(0.9, False)] * 50, [(0.9, False)] * 50)
    assert (found.answer, found.clarify) == (1.01, 1.01)


@given(st.text("电水。,！ab. \n", max_size=300), st.integers(5, 60))
def test_passages_lose_nothing(text: str, size: int) -> None:
    cut = passages(text, size=size, overlap=0)
    assert "".join("".join(cut).split()) == "".join(text.split())
    assert all(len(p) <= size for p in cut)


def test_neighbouring_passages_share_a_sentence() -> None:
    assert passages("甲断电。乙看灯。丙报修。", size=8) == ("甲断电。乙看灯。", "乙看灯。丙报修。")


def test_the_fit_learns_which_feature_tells() -> None:
    rng = np.random.default_rng(0)
    cases = []
    for i in range(80):
        features = rng.normal(size=(4, len(NAMES))) * 0.1
        features[i % 4, 1] += 2.0
        cases.append((features, i % 4))
    ranker = fit(cases)
    assert int(np.argmax(ranker.weights)) == 1
    assert all(int(np.argmax(ranker.scores(f))) == right for f, right in cases)
    assert fit(cases) == ranker


def test_logistic_gives_back_known_odds() -> None:
    x = np.asarray([[0.0, 1.0]] * 100)
    y = np.asarray([1.0] * 75 + [0.0] * 25)
    assert logistic(x, y, 1.0)[1] == pytest.approx(np.log(3), abs=1e-4)


def test_a_ranker_of_other_features_is_refused() -> None:
    with pytest.raises(ValueError, match="other features"):
        Ranker.from_json('{"features": ["x"], "weights": [1], "judge": [1]}')


class Letters:
    """An embedder for tests: one dimension per product, whatever it is called."""

    name = "letters"
    calls = 0

    def documents(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.calls += 1
        hits = np.asarray([[float("冷" in t or "凉" in t), float("火" in t or "燃" in t), 0.1] for t in texts])
        return np.asarray(hits / np.linalg.norm(hits, axis=1, keepdims=True), np.float32)

    queries = documents


def test_documents_mean_the_words_they_use() -> None:
    entries = (Entry("guard", (), ("父母可以设置童锁",)), Entry("tale", (), ("爸妈可以设置童锁",)))
    assert len(Index(entries).search("父母").ranked) == 2
    index = Index(entries, weights=DOCUMENTS, ranker=Ranker.unfitted())
    found = index.search("父母")
    assert ([r.id for r in found.ranked], found.p) == (["guard"], 0.5)
    assert Index.load(index.save(), ranker=Ranker.unfitted()).search("父母") == found


def test_vectors_find_what_shares_no_word_and_are_kept() -> None:
    entries = (Entry("cool", ("不制冷",)), Entry("fire", ("点火失败",)))
    judge = (0.0,) * len(default_ranker().judge)
    ranker = Ranker(tuple(float(name == "vector") for name in NAMES), judge)
    index = Index(entries, embedder=Letters(), ranker=ranker)
    assert index.search("吹出来一点都凉").ranked[0].id == "cool"
    index.remove("cool")
    assert [r.id for r in index.search("吹出来一点都凉").ranked] == ["fire"]
    embedder = Letters()
    loaded = Index.load(index.save(), embedder=embedder, ranker=ranker)
    assert embedder.calls == 0
    assert loaded.search("燃") == index.search("燃")


def test_the_stranger_a_text_the_less_sure_a_class() -> None:
    texts = ["空调不冷", "空调不凉", "空调太热", "洗衣机漏水", "洗衣机不转", "洗衣机渗水"]
    model = classify.fit(texts, ["ac"] * 3 + ["washer"] * 3)
    known, strange, unknown = model.probabilities(["空调不冷", "空调不冷, play some music", "hello there"])
    assert model.predict(["空调不冷", "洗衣机漏水"]) == ["ac", "washer"]
    assert known[0] > strange[0] > unknown.max() - 1e-6


def test_strange_words_make_a_class_less_sure_but_no_other_likelier() -> None:
    """Where one class is frequent: what is not known speaks for neither."""
    texts = ["空调不冷", "空调不热"] + ["洗衣机漏水", "洗衣机不转", "洗衣机很吵"] * 12
    model = classify.fit(texts, ["ac"] * 2 + ["washer"] * 36, least=1)
    alone, beside = model.probabilities(["空调", "空调" + "".join(f" word{n}" for n in range(40))])
    assert alone[0] > beside[0] > 0.5
