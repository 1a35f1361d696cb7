"""Names of persons who introduce themselves or are named as the one to meet."""

from __future__ import annotations

import re

from ..rules import rules
from .found import Found

_BOOK = rules("names")
_INTRO = _BOOK["intro"]
_I_AM = _BOOK["i_am"]
_CALLED = _BOOK["called"]
_FAMILY = _BOOK["family"]
_TITLED = _BOOK["titled"]
_LISTED = _BOOK["listed"]
_ENGLISH = _BOOK["english"]
_NOT_PERSON = _BOOK["not_person"]
_OTHERS = _BOOK["others"]


def names(text: str, source_case: str) -> list[Found]:
    """Names as said ("姓王" gives 王). `source_case` is the text before lower-casing, same length."""
    found: list[Found] = []
    for rule, pattern in (
        ("intro", _INTRO), ("i_am", _I_AM), ("titled", _TITLED), ("listed", _LISTED), ("called", _CALLED),
        ("family", _FAMILY),
    ):  # fmt: skip
        for match in pattern.finditer(text):
            start, end = match.span(match.lastgroup or 0)
            if _is_name(text, start, end) and not any(f.start < end and start < f.end for f in found):
                found.append(Found(start, end, f"name.{rule}"))
    found += _english(text, source_case)
    return _fullest(sorted(found, key=lambda f: f.start), text)


def _is_name(text: str, start: int, end: int) -> bool:
    value = text[start:end]
    if _BOOK["no_name"].match(value) or _NOT_PERSON.search(text[start : end + 2]):
        return False
    return not _OTHERS.search(text[:start]) and not re.match(r"(?:小区|路|街|区|市|村|镇|省|县)", text[end:])


def _english(text: str, source_case: str) -> list[Found]:
    """Capitalised words after "my name is", as far as they go."""
    out = []
    for match in _ENGLISH.finditer(text):
        end = start = match.start("v")
        for word in re.finditer(r"[a-z'\-]+", match["v"]):
            if _BOOK["no_english_name"].match(word.group()) or not source_case[start + word.start()].isupper():
                break
            end = start + word.end()
        if end > start:
            out.append(Found(start, end, "name.english"))
    return out


def _fullest(found: list[Found], text: str) -> list[Found]:
    """One name per person: a full name makes the surname needless, a surname the same with a title."""
    families = [text[f.start : f.end] for f in found if f.rule == "name.family"]
    found = [f for f in found if f.rule == "name.family" or not _titled(text[f.start : f.end], families)]
    said = [text[f.start : f.end] for f in found]
    found = [f for f in found if not _short_for(text[f.start : f.end], said)]
    whole = [text[f.start : f.end] for f in found if f.rule != "name.family"]
    return [f for f in found if f.rule != "name.family" or not any(w.startswith(text[f.start : f.end]) for w in whole)]


def _short_for(name: str, said: list[str]) -> bool:
    """ "老王" beside "王大锤"."""
    return name[0] in "小老阿" and any(other != name and other.startswith(name[1:]) for other in said)


def _titled(name: str, families: list[str]) -> bool:
    return any(name.startswith(family) and _BOOK["TITLE"].fullmatch(name[len(family) :]) for family in families)
