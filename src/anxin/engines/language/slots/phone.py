"""Telephone numbers: mobile and fixed, spaced, dictated, masked; not hotlines, not other people's."""

from __future__ import annotations

import re

from ..numerals import spoken_digits
from ..rules import rules
from .found import Found

_BOOK = rules("phone")
_MOBILE = _BOOK["mobile"]
_MASKED = _BOOK["masked"]
_FIXED = _BOOK["fixed"]
_LOCAL = _BOOK["local"]
_ENGLISH = _BOOK["english"]
_OTHERS = _BOOK["others"]
_NOT_MINE_AFTER = _BOOK["not_mine_after"]
_FORMER = _BOOK["former"]


def phones(text: str) -> list[Found]:
    """Numbers to reach the customer by; the value is digits without +86 (a mask stays "*")."""
    digits = spoken_digits(text)
    found: list[Found] = []
    for rule, pattern in (
        ("phone.mobile", _MOBILE),
        ("phone.masked", _MASKED),
        ("phone.fixed", _FIXED),
        ("phone.fixed", _LOCAL),
        ("phone.english", _ENGLISH),
    ):
        for match in pattern.finditer(digits):
            start, end = match.span(1)
            clash = any(f.start < end and start < f.end for f in found)
            if not clash and not _foreign(text, start, end):
                found.append(Found(start, end, rule, _plain(match.group(1))))
    return found


def _foreign(text: str, start: int, end: int) -> bool:
    before = text[:start]
    if _FORMER.search(before) or _NOT_MINE_AFTER.search(text[end:]):
        return True
    return bool(_OTHERS.search(before)) and not re.search(r"(?:我的?|本人)(?:的)?(?:手机|电话)", before[-12:])


def _plain(number: str) -> str:
    number = re.sub(r"[x×●…]", "*", number)
    number = re.sub(r"[^\d*]", "", number)
    return re.sub(r"\*{5,}", "****", number)
