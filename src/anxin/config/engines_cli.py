"""`anxin talk` and `anxin dispatch`: two engines in the terminal, without any database."""

import argparse
import sys


def talk(chosen: argparse.Namespace) -> int:
    """Chat with the dialogue policy over the demo's knowledge and see why it said what it said."""
    try:
        from anxin.demo.knowledge.talk import talk as converse
    except ModuleNotFoundError as missing:
        return _needs(missing)
    converse(sys.stdin, sys.stdout)
    return 0


def _needs(missing: ModuleNotFoundError) -> int:
    print(f"this command needs {missing.name}: pip install -r requirements/engines.txt", file=sys.stderr)
    return 1
