"""Sentences: in both languages, with the same parameters, and for every code the program uses."""

import re
import string
import sys
from datetime import date, datetime
from pathlib import Path
from typing import get_type_hints

from anxin.kernel import i18n

SOURCE = Path(i18n.__file__).parents[2]
_USES = re.compile(
    r"""\b(?:Reason|t|Invalid|Conflict|Forbidden|NotFound|TooMany|Stale|NeedsLogin|TooLarge|Unavailable|Column)\(\s*"""
    r""""([a-z_]+(?:\.[a-z_0-9]+)+)"""
)


def _parameters(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_every_sentence_stands_in_both_languages_with_the_same_parameters() -> None:
    wrong = {
        key: sentences
        for key, sentences in i18n.catalogue().items()
        if set(sentences) != set(i18n.LANGUAGES)
        or not all(text.strip() for text in sentences.values())
        or len({frozenset(_parameters(text)) for text in sentences.values()}) != 1
    }
    assert wrong == {}


def test_every_code_used_has_a_sentence() -> None:
    known = i18n.catalogue()
    missing = sorted(
        {
            f"{path.relative_to(SOURCE)}: {code}"
            for path in SOURCE.rglob("*.py")
            if "test" not in path.name and "/engines/" not in str(path)
            for code in _USES.findall(path.read_text("utf-8"))
            if code not in known
        }
    )
    assert missing == []


def test_every_list_has_a_name_for_people() -> None:
    entrances = [*SOURCE.rglob("api.py"), *SOURCE.rglob("api/*.py")]
    lists = {what for path in entrances for what in re.findall(r'\bwhat="(\w+)"', path.read_text("utf-8"))}
    assert len(lists) > 10
    assert [what for what in lists if f"enum.what.{what}" not in i18n.catalogue()] == []


def test_every_event_has_a_name_for_people() -> None:
    from anxin.kernel.events.event import all_registered

    shipped = [name for name, cls in all_registered().items() if ".test_" not in cls.__module__]
    assert [name for name in shipped if f"event.{name}" not in i18n.catalogue()] == []


def test_what_the_ledger_tells_of_an_event_has_names_for_people() -> None:
    from anxin.kernel.events.event import all_registered

    shipped = {name: cls for name, cls in all_registered().items() if ".test_" not in cls.__module__}
    told = {
        field
        for cls in shipped.values()
        for field, kind in get_type_hints(cls).items()
        if not field.endswith("_id") and kind in (str, int, float, bool, date, datetime, str | None, int | None)
    }
    assert len(told) > 40
    assert sorted(field for field in told if f"field.{field}" not in i18n.catalogue()) == []
    enums = {key.split(".")[1] for key in i18n.catalogue() if key.startswith("enum.")}
    strange = {
        (name, field, enum)
        for name, cls in shipped.items()
        for field, enum in cls.enums.items()
        if enum not in enums or field not in get_type_hints(cls)
    }
    assert strange == set()


def test_every_task_has_a_name_for_people() -> None:
    from anxin.demo import live
    from anxin.kernel.jobs import JobTask

    modules = [module for name, module in sys.modules.items() if name.startswith("anxin.") and ".test_" not in name]
    assert live in modules
    tasks = {thing.module_path for module in modules for thing in vars(module).values() if isinstance(thing, JobTask)}
    assert len(tasks) > 15
    assert {f"enum.task.{path}" for path in tasks} == {k for k in i18n.catalogue() if k.startswith("enum.task.")}
