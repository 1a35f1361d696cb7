"""Whole messages read at Wednesday, 2026-11-18 09:30: intents, slots, sentiment, upset. One JSON line each."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anxin.engines.language import analyse

NOW = datetime(2026, 11, 18, 9, 30)
ROWS = [
    json.loads(line)
    for line in (Path(__file__).parent / "testdata" / "utterances.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("row", ROWS, ids=[row["text"] for row in ROWS])
def test_message_is_read_as_meant(row: dict[str, Any]) -> None:
    read = analyse(row["text"], now=NOW)
    slots = {name: [slot.as_json() for slot in found] for name, found in read.slots.items()}
    plain = {name: values[0] if len(values) == 1 else values for name, values in slots.items()}
    assert [intent.name for intent in read.intents] == row["intents"]
    assert plain == row["slots"]
    assert (read.sentiment, read.is_upset) == (row["sentiment"], row["upset"])


@given(st.lists(st.sampled_from([row["text"] for row in ROWS]) | st.text(max_size=12), max_size=3))
def test_evidence_is_always_in_the_message(parts: list[str]) -> None:
    text = "。".join(parts)
    read = analyse(text, now=NOW)
    found = [d.evidence for d in read.danger] + list(read.wants_human) + [i.evidence for i in read.intents]
    found += [slot.evidence for slots in read.slots.values() for slot in slots] + list(read.mood)
    assert all(text[e.span.start : e.span.end] == e.text for e in found)
    assert analyse(text, now=NOW) == read


def test_repetition_and_history_upset() -> None:
    alone = analyse("怎么还没来", now=NOW)
    after = analyse("怎么还没来", now=NOW, history=("怎么还没来", "你们太差劲了,投诉!!"))
    assert after.upset > alone.upset
    assert after.is_upset and not alone.is_upset
