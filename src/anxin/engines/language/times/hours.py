"""Hours: "下午三点后", "9点到11点", "两三点", "下班以后", "after 3 pm"."""

from __future__ import annotations

import re

from ..normal import lines
from ..numerals import NUMBER, number
from .model import Hours, Minutes

_BESIDE_HOURS = ("早", "晚", "am", "pm", "a.m.", "p.m.")
"""Words for a part of the day only beside an hour."""


def _parts() -> tuple[dict[str, tuple[Minutes, Minutes]], dict[str, str]]:
    """The windows of the parts of the day, and the part each word stands for."""
    windows: dict[str, tuple[Minutes, Minutes]] = {}
    words: dict[str, str] = {}
    for line in lines("day_parts.txt"):
        name, start, end, *others = line.split()
        windows[name] = (_of_day(start), _of_day(end))
        words |= dict.fromkeys((name, *others), name)
    return windows, words


def _of_day(clock: str) -> Minutes:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


PARTS, _SAME = _parts()
_WORDS = "|".join(sorted(_SAME.keys() - set(_BESIDE_HOURS), key=lambda word: (-len(word), word)))
_PART = rf"(?P<part{{0}}>{_WORDS}|[早晚](?={NUMBER}点))"
_CLOCK = (
    rf"(?:(?P<h{{0}}>{NUMBER})(?:点钟|点整|点|时(?!间|候|长|段|不|常))"
    rf"(?:(?P<half{{0}}>半)|(?P<quarter{{0}}>[一三])刻|(?P<m{{0}}>{NUMBER})分?(?![\d点个]))?"
    r"|(?P<hh{0}>[01]?\d|2[0-4]):(?P<mm{0}>[0-5]\d)(?!\d))(?:\s?(?P<ap{0}>[ap]\.?m\b\.?))?"
    r"|(?P<he{0}>\d{1,2})\s?(?P<ape{0}>[ap]\.?m\b\.?)"
)


def _slot(pattern: str, n: int) -> str:
    """A pattern whose groups are numbered n."""
    return pattern.replace("{0}", str(n))


_TO = r"\s?(?:到|至|-|~|—|和|to|till|until)\s?"
_ONE = rf"(?:{_slot(_PART, 1)}的?\s?)?(?:{_slot(_CLOCK, 1)})"
_TWO = rf"(?:{_slot(_PART, 2)}的?\s?)?(?:{_slot(_CLOCK, 2)})"
_SAID = rf"(?:{_slot(_PART, 1)}的?)?"
_DIGIT = "[一二两三四五六七八九十]"
_RANGE = re.compile(rf"{_ONE}{_TO}{_TWO}")
_BARE_RANGE = re.compile(rf"{_SAID}(?<![\d.:/\-])(?P<h1>{NUMBER}){_TO}(?P<h2>{NUMBER})(?:点钟?|时)(?!\d)(?:之?间)?")
_BETWEEN = re.compile(
    r"(?:between|from)\s(?P<h1>\d{1,2})\s?(?P<ap1>[ap]\.?m\b\.?)?\s?(?:and|to|-|till|until)\s?"
    r"(?P<he2>\d{1,2})\s?(?P<ape2>[ap]\.?m\b\.?)"
)
_PAIR = re.compile(rf"{_SAID}(?<![周期拜])(?P<h1>{_DIGIT})(?P<h2>{_DIGIT})点(?:钟|来钟|左右|多)?")
_SINGLE = re.compile(
    rf"(?P<ahead>(?:after|before|by|过了|不早于|不晚于|晚于|早于)\s?)?{_ONE}"
    r"(?:钟|来钟|多钟|多|整|左右|前后|上下|许)?(?P<side>(?:之|以|往)?[前后]|过后|开始|起)?"
)
_COUNT = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_PLAIN_ENGLISH = re.compile(
    rf"\b(?P<ahead>after|before|by)\s(?P<h1>1[0-2]|[1-9]|{'|'.join(_COUNT)})(?: o'?clock)?"
    r"(?=$|[,.;!?\n](?!\d)|\s(?:please|on|today|tomorrow|if|as|when|is|works|would|or|and|thanks|i|we|my)\b)"
)
"""An hour without am or pm: "after six"."""
_PART_ONLY = re.compile(
    rf"(?P<ahead>(?:after|before|by)\s)?(?:the |in the )?(?P<part1>{_WORDS})"
    r"(?P<side>(?:之|以)?[前后](?!天))?"
)
_WORK = re.compile(r"(?:下了?班|after work)(?P<side>(?:之|以)?[前后]|)?(?:的?时间)?|放学(?:之|以)?后")
_ALL_DAY = re.compile(r"全天|一整天|整天|一天都|随时|任何时候|任何时间|上下午都|all day|any ?time|whole day")


def find_hours(text: str) -> list[Hours]:
    """All hours named in a normalised text, in order, without overlap; the first reading that fits wins."""
    found: list[Hours] = []
    for pattern, reader in (
        (_BETWEEN, _range), (_RANGE, _range), (_BARE_RANGE, _range), (_PAIR, _range), (_SINGLE, _single),
        (_PLAIN_ENGLISH, _plain_english),
        (_WORK, _after_work), (_PART_ONLY, _part_only), (_ALL_DAY, _all_day),
    ):  # fmt: skip
        for match in pattern.finditer(text):
            if any(match.start() < h.end and h.start < match.end() for h in found):
                continue
            hours = reader(match)
            if hours:
                found.append(hours)
    return sorted(found, key=lambda h: h.start)


def _part(match: re.Match[str], n: int) -> str:
    groups = match.groupdict()
    word = groups.get(f"part{n}") or ""
    half = (groups.get(f"ap{n}") or groups.get(f"ape{n}") or "").replace(".", "").strip()
    word = word or half
    return _SAME.get(word, word)


def _clock(match: re.Match[str], n: int) -> tuple[int, int] | None:
    """Hour and minute as said, None if there is no such time."""
    groups = match.groupdict()
    hour = groups.get(f"h{n}") or groups.get(f"hh{n}") or groups.get(f"he{n}") or ""
    minute = groups.get(f"mm{n}") or groups.get(f"m{n}") or "0"
    if groups.get(f"half{n}"):
        minute = "30"
    elif quarter := groups.get(f"quarter{n}"):
        minute = str(15 * number(quarter))
    h, m = number(hour), number(minute)
    return (h, m) if h <= 24 and m < 60 else None


def _minutes(clock: tuple[int, int], part: str) -> Minutes:
    """Minutes after midnight: an hour from 1 to 7 without a part of the day is in the afternoon."""
    hour, minute = clock
    late = (
        part in ("下午", "晚上", "傍晚") or (part == "中午" and hour < 10) or (part in ("", "白天") and 1 <= hour <= 7)
    )
    if part == "晚上" and hour == 12:
        return 1440 + minute
    return (hour + 12 if late and hour < 12 else hour) * 60 + minute


def _range(match: re.Match[str]) -> Hours | None:
    first, second = _clock(match, 1), _clock(match, 2)
    if first is None or second is None:
        return None
    part = _part(match, 1)
    if not part and _part(match, 2) and first[0] < second[0] <= 12:
        part = _part(match, 2)
    start = _minutes(first, part)
    end = _minutes(second, _part(match, 2) or (part if part != "上午" or second[0] > first[0] else ""))
    if end < start and end + 720 <= 1440:
        end += 720
    return Hours(match.start(), match.end(), (start, end), part) if start < end else None


def _single(match: re.Match[str]) -> Hours | None:
    clock = _clock(match, 1)
    if clock is None:
        return None
    part = _part(match, 1)
    at = _minutes(clock, part)
    side = (match["side"] or "")[-1:] or _side(match["ahead"])
    window = until(at) if side == "前" else since(at) if side in ("后", "始", "起") else (at, at)
    return Hours(match.start(), match.end(), window, part)


def _plain_english(match: re.Match[str]) -> Hours:
    said = match["h1"]
    hour = _COUNT.index(said) + 1 if said in _COUNT else int(said)
    at = _minutes((hour, 0), "")
    window = since(at) if match["ahead"] == "after" else until(at)
    return Hours(match.start(), match.end(), window)


def _side(ahead: str | None) -> str:
    word = (ahead or "").strip()
    return {"after": "后", "过了": "后", "不早于": "后", "晚于": "后"}.get(word, "前" if word else "")


def until(at: Minutes) -> tuple[Minutes, Minutes]:
    """From the start of the part of the day that ends with or holds this minute."""
    for start, end in ((480, 720), (720, 780), (780, 1080), (1080, 1260)):
        if start < at <= end:
            return start, at
    return (1080, at) if at > 1260 else (0, at)


def since(at: Minutes) -> tuple[Minutes, Minutes]:
    """To the end of the part of the day that holds this minute."""
    for start, end in ((0, 720), (720, 780), (780, 1080), (1080, 1260)):
        if start <= at < end:
            return at, 840 if end == 780 else end
    return at, 1439


def _part_only(match: re.Match[str]) -> Hours:
    part = _part(match, 1)
    start, end = PARTS[part]
    side = (match["side"] or "")[-1:] or _side(match["ahead"])
    if side == "前":
        return Hours(match.start(), match.end(), until(start) if start > 480 else (480, start), part)
    if side == "后":
        return Hours(match.start(), match.end(), since(end) if end < 1260 else (end, 1439), part)
    return Hours(match.start(), match.end(), (start, end), part)


def _after_work(match: re.Match[str]) -> Hours:
    window = (780, 1080) if (match["side"] or "").endswith("前") else PARTS["晚上"]
    return Hours(match.start(), match.end(), window, "晚上")


def _all_day(match: re.Match[str]) -> Hours:
    return Hours(match.start(), match.end(), None)
