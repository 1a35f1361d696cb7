"""What the customer wants."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .model import Danger, Intent, IntentName, Normalised, Slot, SlotName

_CUES: dict[IntentName, str] = {
    "report_fault": r"坏了|不制冷|漏水|报修|故障|不转|不加热|不工作|没反应",
    "book_visit": r"上门|预约",
    "cancel_visit": r"取消",
    "change_visit": r"改到|改约|换个时间",
    "progress": r"到哪了|进度|什么时候来",
    "press": r"催|还没来|怎么还",
    "coverage": r"保修期?|过保|质保",
    "price": r"多少钱|收费|费用|价格",
    "complaint": r"投诉|12315|曝光",
    "install": r"安装",
    "usage_question": r"怎么|如何",
}


def find_intents(
    message: Normalised, slots: Mapping[SlotName, tuple[Slot, ...]], danger: tuple[Danger, ...]
) -> tuple[Intent, ...]:
    found = []
    for name, pattern in _CUES.items():
        m = re.search(pattern, message.text)
        if m:
            found.append(Intent(name, 1.0, message.evidence(f"intent.{name}", m.start(), m.end())))
    return tuple(found) or (Intent("out_of_scope", 0.0, message.evidence("intent.none", 0, 0)),)
