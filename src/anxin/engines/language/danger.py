"""Is somebody in danger?"""

from __future__ import annotations

import re

from .model import Danger, Normalised

_GAS = re.compile(r"漏气|燃气味|煤气味|冒烟|起火|着火|触电|麻手|漏电|烧焦味|smoke|gas leak")


def find_danger(message: Normalised) -> tuple[Danger, ...]:
    out = []
    for m in _GAS.finditer(message.text):
        e = message.evidence("danger", m.start(), m.end())
        out.append(Danger("gas" if "气" in m.group() else "fire", e.text, e.span, e))
    return tuple(out)
