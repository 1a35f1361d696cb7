"""Cut long documents into passages that a search can point at."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;\n]*|[。！？!?；;\n]+")


def passages(text: str, size: int = 240, overlap: int = 1) -> tuple[str, ...]:
    """Passages of whole sentences, at most `size` characters where sentences allow it.

    The last `overlap` sentences are repeated at the start of the next passage, so that an answer on a border
    is found whole. A sentence longer than `size` is cut.
    """
    pieces = [part for s in _SENTENCE.findall(text) for part in _cut(s.strip(), size) if part]
    out: list[str] = []
    start = 0
    while start < len(pieces):
        end = start + 1
        length = len(pieces[start])
        while end < len(pieces) and length + len(pieces[end]) <= size:
            length += len(pieces[end])
            end += 1
        out.append("".join(pieces[start:end]))
        start = end if end == len(pieces) else max(end - overlap, start + 1)
    return tuple(out)


def _cut(sentence: str, size: int) -> list[str]:
    return [sentence[i : i + size] for i in range(0, len(sentence), size)]
