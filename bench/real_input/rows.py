"""What is sent: the reviews, who sends them, and how each case will go, all drawn by seed."""

import hashlib
import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from anxin.demo import names

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("ANXIN_SHARED") or HERE.parents[2] / "shared")
REVIEWS = SHARED / "data/knowledge/zh_product_reviews.jsonl"
#: By sha256 of a row's text: what a reader of it says; 160 rows drawn by seed, and 40 drawn among those with words of
#: heat and fire, for danger is rare. No text is shipped.
LABELS = HERE / "labels.json"
TWICE = 0.05
#: More cases are sent towards a visit than asked for: some join, some places have nobody free.
SPARE = 1.2
OTHER_WAYS = {"remote": 45, "answer": 25, "complaint": 18, "no_fault": 12}


@dataclass(slots=True)
class Row:
    """One review as a customer's request, and what became of it."""

    number: int
    text: str
    label: dict[str, Any] | None
    name: str
    phone: str
    way: str
    again: str
    """Empty = sent once; "retry" = the same message again (same key); "new" = the same problem told a second time."""
    unit: int
    """A draw: the unit is this one modulo how many there are."""
    seed: str
    sent: int = 0
    replayed: int = 0
    joined: bool = False
    rejoined: int = 0
    ticket_number: str = ""
    ticket: str = ""
    track: str = ""
    order: str = ""
    window: dict[str, str] = field(default_factory=dict)
    strayed: bool = False
    """What was sent again went to another ticket."""
    end: str = ""
    stopped: str = ""

    @property
    def address(self) -> str:
        """Every customer comes from an address of their own."""
        return f"127.{20 + self.number // 62_500}.{self.number // 250 % 250}.{1 + self.number % 250}"


def labels() -> dict[str, dict[str, Any]]:
    return json.loads(LABELS.read_text("utf-8"))


def key_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def unhappy() -> list[str]:
    """The reviews of those who did not like what they bought."""
    with REVIEWS.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [row["review"].strip() for row in rows if row["positive"] == 0 and row["review"].strip()]


def draw(count: int, visits: int, seed: int) -> list[Row]:
    """`count` rows, up to half of them labelled by hand, in an order of their own."""
    random = Random(seed)
    known, texts = labels(), unhappy()
    labelled = [text for text in texts if key_of(text) in known]
    others = [text for text in texts if key_of(text) not in known]
    random.shuffle(labelled)
    labelled = labelled[: count // 2]
    chosen = labelled + random.sample(others, max(0, min(count - len(labelled), len(others))))
    random.shuffle(chosen)
    ways = _ways(len(chosen), visits, random)
    twice = set(random.sample(range(len(chosen)), round(len(chosen) * TWICE)))
    return [
        _row(n, text, known.get(key_of(text)), way, seed, n in twice)
        for n, (text, way) in enumerate(zip(chosen, ways, strict=True))
    ]


def _ways(count: int, visits: int, random: Random) -> list[str]:
    going = min(count, round(visits * SPARE) + 2)
    ways = ["visit"] * going + random.choices(list(OTHER_WAYS), list(OTHER_WAYS.values()), k=count - going)
    random.shuffle(ways)
    return ways


def _row(number: int, text: str, label: dict[str, Any] | None, way: str, seed: int, twice: bool) -> Row:
    random = Random(f"{seed}/{number}")
    again = random.choice(("retry", "new")) if twice else ""
    if again and label:
        again = "retry"  # sent without a symptom, and an unknown symptom never joins
    return Row(
        number=number,
        text=text,
        label=label,
        name=names.person(random)[0],
        phone=names.phone(random),
        way=way,
        again=again,
        unit=random.randrange(10**9),
        seed=f"{seed}/{number}",
    )
