"""Does the customer ask for a person? The wish is always granted, so it is neither missed nor imagined."""

from __future__ import annotations

import re

from .model import Evidence, Normalised

_ASKED = (
    r"转接?人工|转(?:到|接|给)?(?:真人|客服|坐席|专员)|人工(?:客服|服务|坐席|座席|台|接听|处理|回复)?"
    r"(?!智能|费|成本|湖|除|合成|降雨|钱|价|岛|草|皮革|喂|授|养|关|打开|设|清)",
    r"真人|活人",
    r"\b(?:human|real person|live agent|representative|operator)\b",
    r"\b(?:talk to (?:a |an )?(?:person|agent|someone|somebody))\b",
)
_PATTERN = re.compile("|".join(_ASKED))


def wish_for_person(message: Normalised) -> tuple[Evidence, ...]:
    """The words that ask for a person, none if nobody is asked for."""
    return tuple(message.evidence("person.asked", m.start(), m.end()) for m in _PATTERN.finditer(message.text))
