"""Words for people, in Chinese and English.

Code stores codes and parameters, never sentences; sentences are made at reading, in the reader's language.
Each app keeps its sentences in `messages.toml`: `["ticket.joined"]`, `zh = "…{number}…"`, `en = "…{number}…"`.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("zh", "en")
DEFAULT_LANGUAGE = "zh"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was decided: a code of the catalogue and its parameters (JSON values)."""

    code: str
    params: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        return {"code": self.code, "params": dict(self.params)}

    def told(self, lang: str) -> dict[str, Any]:
        """As the API shows it: code, parameters and the sentence."""
        return {**self.to_json(), "text": t(self.code, lang, **self.params)}


def told(stored: Mapping[str, Any], lang: str) -> dict[str, Any]:
    """A stored reason (`Reason.to_json`) as the API shows it."""
    return Reason(str(stored["code"]), stored.get("params") or {}).told(lang)


def language(wanted: str | None) -> str:
    """The nearest language we speak: `zh-CN` → zh, `en-GB,en;q=0.9` → en, else Chinese."""
    for part in (wanted or "").lower().split(","):
        code = part.split(";")[0].strip()[:2]
        if code in LANGUAGES:
            return code
    return DEFAULT_LANGUAGE


def t(key: str, lang: str, /, **params: Any) -> str:
    """The sentence of `key` in `lang`. An unknown key shows itself; a missing parameter shows its name."""
    sentences = catalogue().get(key)
    if sentences is None:
        return key
    words = {name: _word(value, lang) for name, value in params.items()}
    return sentences[lang].format_map(_Params(words))


def known(key: str) -> bool:
    return key in catalogue()


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """All sentences of the installed apps: key → language → text. Raises on a key defined twice."""
    from django.apps import apps

    found: dict[str, dict[str, str]] = {}
    for app in apps.get_app_configs():
        path = Path(app.path) / "messages.toml"
        if app.name.startswith("anxin.") and path.exists():
            for key, sentences in tomllib.loads(path.read_text("utf-8")).items():
                if key in found:
                    raise ValueError(f"message {key!r} is defined twice (again in {app.label})")
                found[key] = sentences
    return found


class _Params(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def _word(value: Any, lang: str) -> str:
    # A parameter may itself be a key (an enum's label) and is then told in the same language.
    if isinstance(value, str) and value.startswith("enum."):
        return t(value, lang)
    if isinstance(value, Mapping) and "code" in value:  # a reason inside a sentence
        return str(told(value, lang)["text"])
    if isinstance(value, list | tuple):
        return ("、" if lang == "zh" else ", ").join(_word(each, lang) for each in value)
    return str(value)
