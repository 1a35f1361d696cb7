"""Texts to learn the wishes, moods, dangers and calls for a person from; never indexed, never measured on.

Each file of `data/exam/told_*.txt` holds sections (`[name]`) of texts, one a line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .exam import Texts
from .load import DATA

_MARKS = ("，", "。", "，", " ", "，")
"""Between the clauses of a review, in turn."""
_VALUES = (
    "我住杭州市余杭区文一西路998号3幢502",
    "电话138 0000 1234",
    "序列号AX2024110900123",
    "我姓孙",
    "型号KFR-26GW/AX-T3",
    "地址是武汉市洪山区珞喻路1037号5栋2单元",
    "联系人周晓芸，13900002222",
    "机身条码AXF72023110088，我叫李建国",
    "我在成都市武侯区天府三街198号A座1203",
    "158****2233",
    "我是3号楼的刘女士",
)
"""How to reach somebody and which machine it is: told with every wish, so they speak for none."""


@dataclass(frozen=True, slots=True)
class Told:
    """A message, its main wish and its mood ("upset" is negative too)."""

    text: str
    intent: str
    mood: str


def gates() -> Texts:
    """`danger` and `harmless`, `wish` and `none`."""
    return _sections("danger") | _sections("person")


def messages() -> list[Told]:
    """Messages as customers write them, then reviews put together of clauses."""
    told = [Told(text, *name.split(".")) for name, texts in _sections("wishes").items() for text in texts]
    seen = {one.text: one for one in (*told, *_reviews(), *_requests())}
    return list(seen.values())


def _reviews() -> Iterator[Told]:
    """One kind of judgement each: praise, complaint, fault, rage, nothing said. Each clause comes alone and in company
    of others of its kind, drawn by stride; a fault stays a fault beside a judgement."""
    book, short = _sections("reviews"), _sections("wishes")
    good = book["good"] + _chinese(short["out_of_scope.positive"])
    ill = book["ill"] + _chinese(short["complaint.negative"])
    broken = book["broken"] + _chinese(short["report_fault.negative"])
    rage = book["rage"] + _chinese(short["complaint.upset"])
    scene, symptom, plain = book["scene"], book["symptom"], book["plain"]
    for i, said in enumerate(good):
        yield from _praise(i, said, good, book)
        if i % 2:
            yield _review(i, "out_of_scope.positive", _at(ill, i * 3), f"但是{said}", *_two(good, i))
    for i, said in enumerate(ill):
        yield _review(i, "complaint.negative", _at(scene, i * 3), said)
        yield _review(i + 1, "complaint.negative", said, *_two(ill, i))
        company = (_at(book["meh_ill"], i // 4), _at(symptom, i), _at(good, i), "")[i % 4]
        yield _review(i, "complaint.negative", company, said, *_two(ill, i + 3))
    for i, said in enumerate(symptom + broken):
        yield _review(i, "report_fault.negative", _at(scene, i * 5), said)
        yield _review(i + 1, "report_fault.negative", said, _at(broken, i * 7 + 3))
        yield _review(i, "report_fault.negative", said, _at(symptom, i * 3 + 1), _at(ill, i * 5))
        company = (_at(scene, i + 2), _at(ill, i * 3))[i % 2]
        yield _review(i, "report_fault.negative", company, said, _at(broken, i * 11 + 1), _at(ill, i))
        yield _review(i, "report_fault.negative", *_two(good, i)[: i % 3], said)
    for i, said in enumerate(rage):
        yield _review(i, "complaint.upset", _at(ill, i * 3), said)
        yield _review(i, ("complaint.upset", "report_fault.upset")[i % 2], _at(broken, i * 7), said)
        yield _review(i + 2, "complaint.upset", said, _at(ill, i * 5), _at(rage, i * 3 + 1))
    for i, said in enumerate(plain):
        yield _review(i, "out_of_scope.neutral", said, _at(scene, i * 3 + 1))
        yield _review(i, "out_of_scope.neutral", _at(scene, i * 7), _at(plain, i * 5 + 2))
    kinds = {"good": "out_of_scope.positive", "meh_good": "out_of_scope.positive", "ill": "complaint.negative"}
    kinds |= {"meh_ill": "complaint.negative", "broken": "report_fault.negative", "symptom": "report_fault.negative"}
    kinds |= {"rage": "complaint.upset", "plain": "out_of_scope.neutral"}
    for name, kind in kinds.items():
        yield from (_review(0, kind, said) for said in book[name])


def _requests() -> Iterator[Told]:
    """A request outranks the fault it is told with; who tells how to reach him besides wants no less."""
    short = _sections("wishes")
    broken, asked = _chinese(short["report_fault.negative"]), _chinese(short["book_visit.neutral"])
    known = ("电话138 0000 1234", "显示E3", "地址还是老地方", "型号KFR-26", "谢谢", "明天下午都在家", "我姓孙")
    for i, said in enumerate(asked):
        yield _review(i, "book_visit.neutral", _at(broken, i * 7), said)
        yield _review(i, "book_visit.neutral", _at(broken, i * 3 + 1), _at(known, i), said)
        yield _review(i + 2, "book_visit.neutral", said, _at(broken, i * 5 + 2), _at(known, i + 3))
        yield _review(i, "book_visit.neutral", _at(broken, i * 11), _at(known, i + 1), said, _at(known, i * 2))
        yield _review(i, "book_visit.neutral", said, _at(_VALUES, i))
    for i, said in enumerate(broken):
        yield _review(i, "report_fault.negative", said, _at(known[:4], i))
        yield _review(i, "report_fault.negative", _at(_VALUES, i), said)
        yield _review(i + 1, "report_fault.negative", said, _at(_VALUES, i * 3 + 1), _at(_VALUES, i * 5 + 2))
    for name in ("change_visit", "cancel_visit", "progress", "price", "coverage", "press", "install", "usage_question"):
        mood = "negative" if name == "press" else "neutral"
        for i, said in enumerate(_chinese(short[f"{name}.{mood}"])):
            yield _review(i, f"{name}.{mood}", ("你好", "麻烦问一下", "师傅您好", "那个")[i % 4], said)
            yield _review(i + 1, f"{name}.{mood}", said, _at(_VALUES, i))
            yield _review(i, f"{name}.{mood}", _at(_VALUES, i * 3 + 1), said, _at(_VALUES, i * 5 + 2))


def _praise(i: int, said: str, good: Sequence[str], book: Texts) -> Iterator[Told]:
    kind = "out_of_scope.positive"
    yield _review(i, kind, _at(book["scene"], i), said)
    yield _review(i + 1, kind, said, *_two(good, i))
    yield _review(i, kind, _at(book["scene"], i + 5), *_two(good, i + 9), _at(book["meh_good"], i), said)
    if i % 2:
        yield _review(i, kind, _at(book["plain"], i), said, *_two(good, i + 5), _at(book["scene"], i + 7))
    else:
        yield _review(i + 3, kind, said, *_two(good, i + 2), *_two(good, i * 5 + 4))


def _review(turn: int, kind: str, *clauses: str) -> Told:
    return Told(_MARKS[turn % len(_MARKS)].join(filter(None, clauses)), *kind.split("."))


def _two(texts: Sequence[str], i: int) -> tuple[str, str]:
    return _at(texts, i * 7 + 3), _at(texts, i * 11 + 5)


def _at(texts: Sequence[str], i: int) -> str:
    return texts[i % len(texts)]


def _chinese(texts: Sequence[str]) -> list[str]:
    return [text for text in texts if not text.isascii()]


def _sections(name: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in (DATA / "exam" / f"told_{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            found[line[1:-1]] = texts = []
        elif line and not line.startswith("#"):
            texts.append(line)
    return found
