"""One spelling for one thing: width, case, script, blanks and what voice input mishears.

Every step keeps the place each character came from, so that evidence points into the message as written.
The result is a fixed point: `normalise(normalise(x).text).text == normalise(x).text`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files

from .model import Normalised, Span

Piece = tuple[str, Span]

_DROPPED = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufe00-\ufe0f\ufeff\U0001f3fb-\U0001f3ff\u00ad]")
_DASHES = dict.fromkeys("‐‑‒–−－﹣", "-")


def lines(name: str) -> list[str]:
    """The lines of a data file of this package, without comments and blank lines."""
    text = (files(__package__) / "data" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


@lru_cache(maxsize=1)
def _simplified() -> dict[str, str]:
    return {pair[0]: pair[1] for line in lines("traditional.txt") for pair in line.split()}


@lru_cache(maxsize=1)
def _misheard() -> tuple[re.Pattern[str], dict[str, str]]:
    table = dict(line.split() for line in lines("misheard.txt"))
    longest_first = sorted(table, key=lambda wrong: (-len(wrong), wrong))
    return re.compile("|".join(map(re.escape, longest_first))), table


@lru_cache(maxsize=4096)
def _character(char: str) -> str:
    """The normal form of one character: compatibility form, lower case, simplified script."""
    if _DROPPED.match(char):
        return ""
    form = _DASHES.get(char, char)
    for _ in range(4):
        again = unicodedata.normalize("NFKC", form).lower()
        again = "".join(_simplified().get(c, _DASHES.get(c, c)) for c in again if not _DROPPED.match(c))
        if again == form:
            break
        form = again
    return form


def _spell(text: str) -> list[Piece]:
    return [(c, Span(i, i + 1)) for i, char in enumerate(text) for c in _character(char)]


def _blanks(pieces: list[Piece]) -> list[Piece]:
    """Runs of white space become one blank, none at the ends; line breaks stay clause borders."""
    out: list[Piece] = []
    for char, span in pieces:
        if not char.isspace():
            out.append((char, span))
        elif out and out[-1][0] not in " \n":
            out.append(("\n" if char in "\r\n\u2028\u2029" else " ", span))
        elif out and char in "\r\n\u2028\u2029":
            out[-1] = ("\n", out[-1][1])
    while out and out[-1][0] in " \n":
        out.pop()
    return out


_SPACED = re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff](?: [\u4e00-\u9fff]){2,}(?![\u4e00-\u9fff])")


def _close_up(pieces: list[Piece]) -> list[Piece]:
    """ "转 人 工" is written with a blank after each character: three and more such are one phrase."""
    text = "".join(char for char, _ in pieces)
    gaps = {i for match in _SPACED.finditer(text) for i in range(match.start() + 1, match.end(), 2)}
    return [piece for i, piece in enumerate(pieces) if i not in gaps]


def _unhear(pieces: list[Piece]) -> list[Piece]:
    """Replace misheard phrases until none is left (a replacement may complete another phrase)."""
    pattern, table = _misheard()
    while True:
        text = "".join(char for char, _ in pieces)
        found = list(pattern.finditer(text))
        if not found:
            return pieces
        for match in reversed(found):
            source = pieces[match.start() : match.end()]
            whole = Span(source[0][1].start, source[-1][1].end)
            right = table[match.group()]
            aligned = len(right) == len(source)
            pieces[match.start() : match.end()] = [
                (char, source[i][1] if aligned else whole) for i, char in enumerate(right)
            ]


_DICTATED_DASH = re.compile(r"(?<=[a-z])一(?=\d)|(?<=[a-z\d])(?:横?杠|减号|横线)(?=[a-z\d])")


def _dash(pieces: list[Piece]) -> list[Piece]:
    """A dash said or heard as a word inside a number: "KFR杠35", "KFR一35"."""
    text = "".join(char for char, _ in pieces)
    for match in reversed(list(_DICTATED_DASH.finditer(text))):
        source = pieces[match.start() : match.end()]
        pieces[match.start() : match.end()] = [("-", Span(source[0][1].start, source[-1][1].end))]
    return pieces


_STEPS: tuple[Callable[[list[Piece]], list[Piece]], ...] = (_blanks, _close_up, _dash, _unhear)


@lru_cache(maxsize=1024)
def normalise(text: str) -> Normalised:
    """Bring a message into one spelling. Pure; remembers its last thousand answers."""
    pieces = _spell(text)
    for step in _STEPS:
        pieces = step(pieces)
    return Normalised(text, "".join(c for c, _ in pieces), tuple(s for _, s in pieces))
