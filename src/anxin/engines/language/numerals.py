"""Chinese numerals up to ten thousands, and digits as they are dictated ("幺三八")."""

from __future__ import annotations

import re

_DIGIT = {c: i for i, c in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "俩": 2,
    "幺": 1,
    "壹": 1,
    "贰": 2,
}
_DIGIT |= {"叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9, "洞": 0, "拐": 7}
_UNIT = {"十": 10, "拾": 10, "百": 100, "千": 1000, "廿": 20, "卅": 30}
NUMBER = r"(?:\d{1,4}|[零〇一二两三四五六七八九十廿卅百]{1,5})"
SPOKEN = re.compile(r"[零〇一二三四五六七八九幺两洞拐壹贰叁肆伍陆柒捌玖]")


def number(text: str) -> int:
    """ "二十三" → 23, "23" → 23, "十" → 10, "两" → 2. Raises ValueError on anything else."""
    if text.isdigit():
        return int(text)
    total = digit = 0
    for char in text:
        if char in _DIGIT:
            digit = _DIGIT[char]
        elif char in _UNIT:
            unit = _UNIT[char]
            total += unit if unit > 10 and char in "廿卅" else (digit or 1) * unit
            digit = 0
        else:
            raise ValueError(f"{text!r} is no number")
    return total + digit


def spoken_digits(text: str) -> str:
    """Each dictated numeral as a digit, everything else as it is; same length."""
    return SPOKEN.sub(lambda match: str(_DIGIT[match.group()]), text)
