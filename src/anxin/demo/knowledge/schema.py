"""What the knowledge base holds beside the fault graphs: articles for customers, in our own words."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["fault", "usage", "care", "install", "policy", "safety"]
KINDS: tuple[Kind, ...] = ("fault", "usage", "care", "install", "policy", "safety")


@dataclass(frozen=True, slots=True)
class Article:
    """`ask`: as people ask. `stop`: when to stop and call. `line`: empty for what holds of every product."""

    id: str
    line: str
    kind: Kind
    title: str
    en: str
    ask: tuple[str, ...]
    answer: str
    steps: tuple[str, ...]
    tools: tuple[str, ...]
    safety: str
    stop: str

    def text(self) -> str:
        """The article as one customer-facing text."""
        numbered = [f"{place}. {step}" for place, step in enumerate(self.steps, 1)]
        safety = [f"安全：{self.safety}"] if self.safety else []
        tools = [f"工具：{'、'.join(self.tools)}"] if self.tools else []
        stop = [f"何时停下并联系我们：{self.stop}"] if self.stop else []
        return "\n".join([self.answer, *safety, *tools, *numbered, *stop])
