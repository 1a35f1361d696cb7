"""What a language model may be asked for. Any endpoint behind it; all of its output is checked by `guard`."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from .guard import Draft, Passage


class Writer(Protocol):
    """May raise anything and return anything: the agent then goes the plain path."""

    def rewrite(self, text: str, before: Sequence[str]) -> str:
        """The message as one search query that stands by itself."""

    def word(self, question: str, passages: Sequence[Passage]) -> Draft:
        """An answer from the passages alone, each sentence ending with its citation like [ac.not-cooling]."""

    def propose(self, text: str, known: Mapping[str, str]) -> Sequence[Mapping[str, object]]:
        """Calls it would make: `{"tool": …, "args": {…}}` from the typed set."""
