"""Passwords, keys and card numbers people write where they do not belong.

Whoever steals support cases searches them for such words (as in 2025 from some 700 organisations), so they are masked
before they are stored. A rule wants a name or a shape that nothing else has: a serial number stays readable.
"""

import re

MASK = "▇▇▇"

_WORD = r"(?:密\s?码|口令|pass(?:word|wd|code|phrase)|pwd|\bpw|\bpin)"
_KEY = r"(?:密钥|秘钥|令牌|api[ _-]?key|access[ _-]?key|secret(?:[ _-]?key)?|token)"
_IS = r"\s*(?:是|为|改成了?|设成了?|\bis\b|[:：=])\s*[\"'“‘]?"
#: A value, not a word: with a digit or a sign in it ("token is expired" names none).
_VALUE = r"(?=[!-~]*[\d!-/:-@\[-`{-~])[!-~]{4,128}"

_NAMED = re.compile(rf"(?P<before>(?:{_WORD}|{_KEY}){_IS})(?P<secret>{_VALUE})", re.IGNORECASE)
_CARD = re.compile(
    r"(?P<before>(?:卡号|银行卡|信用卡|card(?: number)?)\D{0,6})(?P<secret>\d(?:[ -]?\d){12,18})", re.IGNORECASE
)
_SHAPED = re.compile(
    r"(?P<before>)(?P<secret>-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\Z)"
    r"|\b(?:AKIA|ASIA)[A-Z0-9]{16}\b"
    r"|\bLTAI[A-Za-z0-9]{12,24}\b"
    r"|\b(?:sk|pk|rk)[-_](?:live|test|proj)?[-_]?[A-Za-z0-9]{20,}"
    r"|\bgh[pousr]_[A-Za-z0-9]{36,}|\bglpat-[\w-]{20,}|\bxox[abprs]-[\w-]{10,}"
    r"|\banxin_[A-Za-z0-9]+_[\w-]{20,}"
    r"|\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,})",
    re.DOTALL,
)


def mask(text: str) -> str:
    """The text with every secret replaced by `MASK`; the same text if there is none. Doing it again changes nothing."""
    for pattern in (_SHAPED, _NAMED, _CARD):
        text = pattern.sub(lambda found: found["before"] + MASK, text)
    return text
