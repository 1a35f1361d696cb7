"""Short answers to our own questions, and turns of phrase the rules listen for. Chinese first, English too."""

import re
from collections.abc import Sequence

from .model import Choice

_NO = re.compile(
    r"没(有|解决|好|用|反应|亮|转)|不(是|行|对|好|要|用|可以|同意|需要|亮|转|动|能|太|会|了)|还是(老样子|不|没|那样|一样)|否|算了"
    r"|^(不|没|無|无|冇|唔)|\b(no|nope|not|still|didn't|doesn't|don't)\b",
    re.I,
)
_YES = re.compile(
    r"^(是|对|嗯|好|行|可以|有|要|亮|在转|能|会|确认|同意|没错|没问题|解决了|好了)"
    r"|^(ok|yes|yeah|yep|sure|right|correct|confirm)"
    r"|(解决|修好|恢复|可以用|能用|正常)了|好了$|好啦|谢谢|是的|有的|对的|可以的"
    r"|确认|没错|没问题|it works|solved|fixed",
    re.I,
)
_DOUBLE = re.compile(r"没(错|问题|事了)|不错|no problem", re.I)
_UNSURE = re.compile(r"不(知道|清楚|确定|懂|会看|好说)|没注意|看不出|说不准|忘了|not sure|don't know|no idea", re.I)
_ORDINAL = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_NTH = re.compile(r"(?:第|选|要|^)\s*([一二两三四1-4])\s*(?:个|台|项|条|号|种)?\s*(?:吧|的|$)")
_ELDERLY = re.compile(
    r"(我|俺|今年)[^，。]{0,4}([七八九]十|六十[五六七八九]|6[5-9]|[7-9]\d)[多几]?[一二三四五六七八九]?岁"
    r"|老花眼?|眼睛(看不清|不好使|花)|(我|老太|老头)[^，。]{0,4}不会(打字|用手机|弄手机|操作手机)|耳朵(背|不好)"
)
_EXPOSURE = re.compile(
    r"12315|曝光|媒体|记者|消协|消费者协会|律师函|起诉|法院|打官司|发(到)?(网上|抖音|微博)|lawsuit|lawyer", re.I
)
_CORRECTION = re.compile(
    r"(不对|错了|不是(这|那)(台|个)|弄错|说错)|另(外)?一台|上次(那|修的那)?台|wrong (one|unit)|the other one", re.I
)
_LAST_TIME = re.compile(r"上次|上回|之前修|last time", re.I)
_BYE = re.compile(
    r"^((好的?|不用了?|谢谢|多谢|再见|拜拜|没有?(别的)?(问题|事)了|thanks?|thank you|bye)[您你了啦，,！!。.~ ]*)+$",
    re.I,
)
_HELLO = re.compile(
    r"^(你好|您好|哈喽|在吗|在不在|有人吗|早上好|下午好|晚上好|hi|hello|hey)[啊呀吗，,。.！!？? ]*$", re.I
)
_CONSENT = re.compile(
    r"^((好|可以|行|是|对|确认|确定|同意|提交|没问题|没错|就这样|麻烦了?|谢谢"
    r"|ok|okay|yes|yes please|sure|confirm|go ahead)"
    r"[的吧了呀啊哦啦您你，,。.！! ]*)+$",
    re.I,
)
_SOLVED = re.compile(r"(解决|修好|恢复|可以用|能用|正常|弄好)了|^(已经)?好[了啦]|it works( now)?|fixed|solved", re.I)
_STILL = re.compile(r"没(有)?(解决|修好|恢复|好)|不|吗|not", re.I)
_HOUR = re.compile(r"(\d{1,2})\s*(?:点|[:：]\d\d)")


def yes_no(text: str) -> bool | None:
    """True, False, or None when neither was said (不知道 included)."""
    if _UNSURE.search(text):
        return None
    if _DOUBLE.search(text):
        return True
    if _NO.search(text):
        return False
    return True if _YES.search(text) else None


def agrees(text: str) -> bool | None:
    """Consent to a write: nothing but plain words of consent is a yes; None when neither was said."""
    if _CONSENT.search(text.strip()):
        return True
    return False if _NO.search(text) and not _DOUBLE.search(text) else None


def pick_hour(text: str, choices: Sequence[Choice]) -> str:
    """Id of the one choice whose label starts at an hour the text names; 2点 is 14:00 where only that is offered."""
    hours = {int(hour) for hour in _HOUR.findall(text)[:1]}
    hit = [c.id for c in choices if any(f" {hour + late:02}:" in c.label for hour in hours for late in (0, 12))]
    return hit[0] if len(hit) == 1 else ""


def unsure(text: str) -> bool:
    return bool(_UNSURE.search(text))


def pick(text: str, choices: Sequence[Choice]) -> str:
    """Id of the one choice meant: by ordinal, by number, or by words only it has; empty if none or several."""
    if (place := _NTH.search(text.strip())) and _ORDINAL[place.group(1)] <= len(choices):
        return choices[_ORDINAL[place.group(1)] - 1].id
    scores = [_shared(text, choice.label, choices) for choice in choices]
    best = max(scores, default=0)
    return choices[scores.index(best)].id if best >= 2 and scores.count(best) == 1 else ""


def _shared(text: str, label: str, choices: Sequence[Choice]) -> int:
    """Characters of the longest run shared by text and label that not every choice has."""
    lowered, wanted = text.lower(), label.lower()
    for size in range(min(len(lowered), len(wanted)), 1, -1):
        for start in range(len(lowered) - size + 1):
            run = lowered[start : start + size]
            if run in wanted and not all(run in choice.label.lower() for choice in choices):
                return size
    return 0


def is_elderly(text: str) -> bool:
    return bool(_ELDERLY.search(text))


def threatens_exposure(text: str) -> bool:
    return bool(_EXPOSURE.search(text))


def is_correction(text: str) -> bool:
    return bool(_CORRECTION.search(text))


def means_last_time(text: str) -> bool:
    return bool(_LAST_TIME.search(text))


def is_solved(text: str) -> bool:
    """Said to be working again, whatever we had asked."""
    return bool(_SOLVED.search(text)) and not _STILL.search(text)


def is_greeting(text: str) -> bool:
    return bool(_HELLO.search(text.strip()))


def is_goodbye(text: str) -> bool:
    """Thanks or goodbye and nothing else; a bare 好的 is none."""
    return text.strip() not in ("好", "好的") and bool(_BYE.search(text.strip()))
