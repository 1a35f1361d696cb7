"""Days: "明天", "下周三", "12月3号", "周末", "国庆", "next Monday"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from ..model import Calendar
from ..numerals import NUMBER, number, spoken_digits
from .festivals import festival, festivals
from .model import Days

_N = NUMBER
_WEEK = r"(?:周|星期|礼拜|週)"
_DOW = "一二三四五六日天"
_TO = r"(?:到|至|-|~|—)"
_RELATIVE = {
    "大前天": -3, "前天": -2, "昨天": -1, "昨日": -1, "昨儿": -1, "今天": 0, "今日": 0, "今儿": 0, "当天": 0,
    "明天": 1, "听日": 1, "明日": 1, "明儿": 1, "明个": 1, "大后天": 3, "后天": 2, "后日": 2, "后儿": 2,
    "day after tomorrow": 2, "tomorrow": 1, "today": 0, "yesterday": -1,
}  # fmt: skip
_SHORT = {"昨": -1, "今": 0, "明": 1, "后": 2}
_YEARS = {"前": -2, "去": -1, "今": 0, "明": 1, "后": 2}
_BESIDE = re.compile(r"(?:节|那天)?的?(?:(?P<before>[前头])一|后一|第二|次)[天日]")
_JOINED = re.compile(r"[、,\s]?(?:或者?|和|跟|与|还有|,)?")
_AGAIN = re.compile(r"[,(\s]*(?:也?就)?是?[,(\s]*")
_SAME_BREATH = re.compile(r"[^。!?;\n改换挪调提早]{0,14},[^。!?;\n改换挪调提早]{0,4}")
"""Between two weekdays of one week: "下周三我不在，周四来"."""
_ENGLISH_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

Reading = tuple[date, date] | None
Reader = Callable[[re.Match[str], date, Calendar], Reading]


def _relative(match: re.Match[str], today: date, _: Calendar) -> Reading:
    day = today + timedelta(_RELATIVE[match.group()])
    return day, day


def _short(match: re.Match[str], today: date, _: Calendar) -> Reading:
    day = today + timedelta(_SHORT[match["short"]])
    return day, day


def _tonight(_: re.Match[str], today: date, __: Calendar) -> Reading:
    return today, today


def _several(match: re.Match[str], today: date, _: Calendar) -> Reading:
    first = today + timedelta(_SHORT[match["one"]])
    return first, today + timedelta(_SHORT[match["other"]])


def _after(match: re.Match[str], today: date, _: Calendar) -> Reading:
    n = number(match["n"])
    day = today + timedelta(n * (7 if match["unit"] not in ("天", "日", "days", "day") else 1))
    return day, day


def _within(match: re.Match[str], today: date, _: Calendar) -> Reading:
    n = number(match["n"])
    return today, today + timedelta(n * (7 if match["unit"] not in ("天", "日") else 1))


def _these(match: re.Match[str], today: date, _: Calendar) -> Reading:
    return today, today + timedelta(1 if match["n"] in "两俩2" else 2)


def _monday(today: date, prefix: str) -> date:
    weeks = prefix.count("下") - prefix.count("上") + ("next" in prefix) - ("last" in prefix)
    return today - timedelta(today.weekday()) + timedelta(7 * weeks)


def _weekday(char: str) -> int:
    return min(int(char) - 1, 6) if char.isdigit() else min(_DOW.index(char), 6)


def _on_weekday(match: re.Match[str], today: date, _: Calendar) -> Reading:
    prefix = match["which"] or ""
    first = _nearest(today, prefix, _weekday(match["a"]))
    if match["a"] == "六" and match["sunday"]:
        return first, first + timedelta(1)
    if not match["b"]:
        return first, first
    last = first + timedelta((_weekday(match["b"]) - first.weekday()) % 7)
    return first, last


def _nearest(today: date, prefix: str, weekday: int) -> date:
    """A weekday of the week named; of this week, or of the next once it is past, when none is named."""
    day = _monday(today, prefix) + timedelta(weekday)
    return day + timedelta(7) if not prefix and day < today else day


def _english_weekday(match: re.Match[str], today: date, _: Calendar) -> Reading:
    weekday = next(i for i, name in enumerate(_ENGLISH_DAYS) if name.startswith(match["a"][:3]))
    day = _nearest(today, (match["which"] or "").strip(), weekday)
    return day, day


def _weekend(match: re.Match[str], today: date, _: Calendar) -> Reading:
    saturday = _monday(today, match["which"] or "") + timedelta(5)
    return saturday, saturday + timedelta(1)


def _week(match: re.Match[str], today: date, _: Calendar) -> Reading:
    monday = _monday(today, match["which"])
    return monday, monday + timedelta(6)


def _workdays(_: re.Match[str], today: date, calendar: Calendar) -> Reading:
    """The next run of workdays, today included."""
    first = today
    while not calendar.is_workday(first):
        first += timedelta(1)
    last = first
    while calendar.is_workday(last + timedelta(1)) and (last - first).days < 13:
        last += timedelta(1)
    return first, last


def _month_of(today: date, which: str) -> tuple[int, int]:
    months = today.year * 12 + today.month - 1 + which.count("下") - which.count("上")
    return months // 12, months % 12 + 1


def _month(match: re.Match[str], today: date, _: Calendar) -> Reading:
    year, month = _month_of(today, match["which"] or "")
    length = monthrange(year, month)[1]
    first, last = {"初": (1, 10), "中": (11, 20), "底": (21, length), "末": (21, length)}.get(
        match["third"] or "", (1, length)
    )
    return date(year, month, first), date(year, month, last)


def _third(match: re.Match[str], today: date, _: Calendar) -> Reading:
    """ "12月上旬", "3月底": the third of a month that lies ahead."""
    month = number(match["m"])
    if not 1 <= month <= 12:
        return None
    year = today.year + (month < today.month)
    length = monthrange(year, month)[1]
    third = {"上": (1, 10), "初": (1, 10), "中": (11, 20)}.get(match["third"][0], (21, length))
    return date(year, month, third[0]), date(year, month, third[1])


def _date(match: re.Match[str], today: date, _: Calendar) -> Reading:
    """A date by its numbers; what is not said is taken so that the date lies ahead."""
    day = number(match["d"])
    if not match["m"]:
        return _day_of_month(match, today, day)
    month = number(match["m"])
    first = _valid(_year(match["y"], today), month, day)
    if first and not match["y"] and first < today - timedelta(180):
        first = _valid(today.year + 1, month, day)
    return _to(first, match)


def _year(said: str | None, today: date) -> int:
    if not said:
        return today.year
    if said in _YEARS:
        return today.year + _YEARS[said]
    if len(said) == 4 and not said.isdigit():
        return int(spoken_digits(said))
    year = number(said)
    return year + 2000 if year < 100 else year


def _day_of_month(match: re.Match[str], today: date, day: int) -> Reading:
    which = match["which"] or ""
    year, month = _month_of(today, which)
    first = _valid(year, month, day)
    if first and not which and first < today:
        first = _valid(*_month_of(today, "下"), day)
    return _to(first, match)


def _to(first: date | None, match: re.Match[str]) -> Reading:
    if first is None:
        return None
    if not match["e"]:
        return first, first
    last = _valid(first.year, number(match["f"]) if match["f"] else first.month, number(match["e"]))
    return (first, last) if last and last >= first else None


def _iso(match: re.Match[str], today: date, _: Calendar) -> Reading:
    year = int(match["y"]) if match["y"] else today.year
    day = _valid(year, int(match["m"]), int(match["d"]))
    if day and not match["y"] and day < today - timedelta(180):
        day = _valid(year + 1, int(match["m"]), int(match["d"]))
    return (day, day) if day else None


def _english_date(match: re.Match[str], today: date, _: Calendar) -> Reading:
    name, day = match["m1"] or match["m2"], match["d1"] or match["d2"]
    month = _MONTHS.index(name[:3]) + 1
    first = _valid(today.year, month, int(day))
    if first and first < today - timedelta(180):
        first = _valid(today.year + 1, month, int(day))
    return (first, first) if first else None


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _festival(match: re.Match[str], today: date, _: Calendar) -> Reading:
    return festival(match["name"], today)


_READERS: tuple[tuple[str, Reader], ...] = (
    (r"(?<!\d)(?:(?P<y>20\d\d)[-/.])(?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)", _iso),
    (
        rf"(?:(?P<y>\d{{2,4}}|[二两零〇一三四五六七八九]{{4}}|[去前今明后])年)?(?P<m>{_N})月(?:份)?(?P<d>{_N})(?:日|号)?"
        rf"(?:{_TO}(?:(?P<f>{_N})月)?(?P<e>{_N})(?:日|号))?(?P<which>(?!))?",
        _date,
    ),
    (
        rf"(?P<which>下下?个?月|本月|这个月)?(?<![\d第路街巷弄道村组幢栋座])(?P<d>{_N})(?:日|号(?!楼|线|店|院|门|机|柜|库|口|房|单元|码|电池|桌|窗|铺|厂|车|井|站|仓|位|键|螺|挡|档))"
        rf"(?:{_TO}(?P<e>{_N})(?:日|号))?(?P<y>(?!))?(?P<m>(?!))?(?P<f>(?!))?",
        _date,
    ),
    (r"(?<![\d/.\-])(?P<m>1[0-2]|0?[1-9])/(?P<d>3[01]|[12]\d|0?[1-9])(?![\d/%])(?P<y>(?!))?", _iso),
    (
        r"(?<![\d.\-/])(?P<m>1[0-2]|0?[1-9])\.(?P<d>3[01]|[12]\d|0?[1-9])(?P<y>(?!))?"
        r"(?=\s?(?:[上下中]午|早上|晚上|傍晚|全天|那天|当天|有空|在家|来|方便|都?可以|都?行))",
        _iso,
    ),
    (r"(?P<one>[今明])(?:天|日)?[、和跟或]?(?P<other>[明后])(?:两|俩|这两|几|二)?[天日]", _several),
    ("|".join(sorted(_RELATIVE, key=len, reverse=True)), _relative),
    (r"(?P<short>[昨今明后])(?=[早晚晨夜])", _short),
    (r"tonight|this evening", _tonight),
    (rf"(?:再?过|大概|等)?(?P<n>{_N})个?(?P<unit>天|日|周|星期|礼拜)(?:以|之)?后", _after),
    (rf"(?<!\d)(?P<n>{_N})个?(?P<unit>天|日|周|星期|礼拜)(?:之|以)?内", _within),
    (r"(?:这|近|最近)(?P<n>[两俩2几三3])天", _these),
    (rf"(?P<which>下下?个?|这个?|本|上上?个?)?(?:{_WEEK}末|双休日?)", _weekend),
    (
        rf"(?P<which>下下?个?|这个?|本|上上?个?)?{_WEEK}(?P<a>[{_DOW}]|[1-6](?![\d点]))(?P<sunday>[、和跟]?{_WEEK}?[日天](?!期))?"
        rf"(?:{_TO}{_WEEK}?(?P<b>[{_DOW}1-6]))?(?!个)",
        _on_weekday,
    ),
    (rf"(?P<which>下下?个?|这个?|本|上上?个?){_WEEK}(?!期|{_N}?年)", _week),
    (r"工作日|\bweekdays\b", _workdays),
    (r"(?P<which>下下?个?|这个?|本|上个?)月(?:份)?(?P<third>[初中底末])?(?!\d)", _month),
    (r"(?P<which>)月(?P<third>[初中底末])", _month),
    (rf"(?P<m>{_N})月(?:份)?(?P<third>上旬|中旬|下旬|[初中底末])", _third),
    (
        rf"(?P<name>{'|'.join(festivals())})(?<!(?<!双)十一(?![放长假期黄节前后]))(?:节)?(?:假期|期间|放假|长假|当天|那天)?",
        _festival,
    ),
    (r"(?P<which>next|this|last)\s+weekend|(?:the |on )?weekend", _weekend),
    (r"(?P<which>next|this|last)\s+week\b(?!end)", _week),
    (
        r"(?P<which>next |this |last )?\b(?P<a>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?"
        r"|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?\b",
        _english_weekday,
    ),
    (
        rf"\b(?P<m1>{'|'.join(_MONTHS)})[a-z]*\.?\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b"
        rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{'|'.join(_MONTHS)})[a-z]*",
        _english_date,
    ),
    (r"\bin\s+(?P<n>\d+)\s+(?P<unit>days?|weeks?)\b", _after),
)
_COMPILED = tuple((re.compile(pattern), reader) for pattern, reader in _READERS)


def find_days(text: str, today: date, calendar: Calendar) -> list[Days]:
    """All days named in a normalised text, in order, without overlap; the longer reading wins."""
    found: list[Days] = []
    for pattern, reader in _COMPILED:
        for match in pattern.finditer(text):
            reading = _read(reader, match, today, calendar)
            if reading:
                found.append(Days(match.start(), match.end(), *reading))
    found.sort(key=lambda d: (d.start, -(d.end - d.start)))
    kept: list[Days] = []
    for days in found:
        if kept and (days.first, days.last) == (kept[-1].first, kept[-1].last) and _said_again(text, kept[-1], days):
            kept[-1] = Days(kept[-1].start, days.end, days.first, days.last)
        elif not kept or days.start >= kept[-1].end:
            kept.append(_beside(text, _same_week(text, kept[-1], days) if kept else days))
    return kept


def _said_again(text: str, before: Days, days: Days) -> bool:
    """ "后天，也就是28号"."""
    return days.start >= before.end and bool(_AGAIN.fullmatch(text[before.end : days.start]))


def _beside(text: str, days: Days) -> Days:
    """ "国庆前一天", "周三的第二天": a day counted from one named."""
    match = _BESIDE.match(text, days.end)
    if not match:
        return days
    day = days.first - timedelta(1) if match["before"] else days.last + timedelta(1)
    return Days(days.start, match.end(), day, day)


def _same_week(text: str, before: Days, days: Days) -> Days:
    """ "下周三、周四": the second is of the same week."""
    between = text[before.end : days.start]
    joined = (_JOINED.fullmatch(between) or _SAME_BREATH.fullmatch(between)) and re.match(_WEEK, text[days.start :])
    monday = before.first - timedelta(before.first.weekday())
    if not joined or days.first >= monday or not text.startswith(("下", "这", "本"), before.start):
        return days
    ahead = timedelta(7 * -((days.first - monday).days // 7))
    return Days(days.start, days.end, days.first + ahead, days.last + ahead)


def _read(reader: Reader, match: re.Match[str], today: date, calendar: Calendar) -> Reading:
    try:
        return reader(match, today, calendar)
    except (ValueError, OverflowError):  # a number no calendar has
        return None
