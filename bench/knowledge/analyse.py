"""`analyse`: what the language engine reads from each text, one JSON line per line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from anxin.engines.language import Analysis, Evidence, Slot, analyse

NOW = datetime(2026, 11, 18, 9, 30)  # noqa: DTZ001
"""The time a text without one is read at: a Wednesday morning."""


def run(texts: Path, out: Path) -> int:
    """Analyse a file of JSON lines ("text", perhaps "now"); the number of lines written."""
    written = 0
    with texts.open(encoding="utf-8") as lines, out.open("w", encoding="utf-8") as sink:
        for row in _rows(lines):
            now = datetime.fromisoformat(row["now"]) if row.get("now") else NOW
            sink.write(json.dumps(as_json(analyse(row["text"], now=now)), ensure_ascii=False) + "\n")
            written += 1
    return written


def _rows(lines: Any) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in lines if line.strip())


def as_json(analysis: Analysis) -> dict[str, Any]:
    """The analysis in the bench's format. A slot with several values is a list."""
    return {
        "danger": bool(analysis.danger),
        "wants_human": bool(analysis.wants_human),
        "intents": [intent.name for intent in analysis.intents],
        "slots": {name: _value(slots) for name, slots in analysis.slots.items()},
        "sentiment": analysis.sentiment,
        "upset": analysis.is_upset,
        "evidence": {
            "danger": [_evidence(d.evidence) | {"kind": d.kind} for d in analysis.danger],
            "wants_human": [_evidence(e) for e in analysis.wants_human],
            "intents": [_evidence(i.evidence) | {"intent": i.name} for i in analysis.intents],
            "slots": {name: [_evidence(s.evidence) for s in slots] for name, slots in analysis.slots.items()},
            "mood": [_evidence(e) for e in analysis.mood],
            "features": dict(analysis.features),
        },
    }


def _value(slots: tuple[Slot, ...]) -> Any:
    values = [slot.as_json() for slot in slots]
    return values[0] if len(values) == 1 else values


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {"rule": evidence.rule, "text": evidence.text, "span": list(evidence.span)}
