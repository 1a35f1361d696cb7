"""Reads the TOML files into the types of engines.faultgraph and `Article`. Wrong data raises."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from pydantic import TypeAdapter

from anxin.engines.faultgraph import (
    Cause,
    Code,
    Component,
    Graph,
    Part,
    Question,
    Remedy,
    Series,
    Sop,
    Symptom,
)
from anxin.engines.faultgraph.model import by_id

from .schema import Article

DATA = files("anxin.demo.knowledge") / "data"
CODE_COLUMNS = ("code", "name", "en", "causes", "act")


@dataclass(frozen=True, slots=True)
class Knowledge:
    """`graphs` by line, `articles` by id."""

    graphs: Mapping[str, Graph]
    articles: Mapping[str, Article]

    def find_codes(self, code: str, model: str = "") -> tuple[tuple[Graph, Code], ...]:
        """Every meaning of a code over all lines; a known model leaves those of its own line and series."""
        owners = [graph for graph in self.graphs.values() if model and graph.series_of(model)]
        searched = owners or self.graphs.values()
        return tuple((graph, found) for graph in searched for found in graph.find_codes(code, model))

    def line_of(self, model: str) -> str:
        """The line a model belongs to, or empty."""
        return next((line for line, graph in self.graphs.items() if graph.series_of(model)), "")


@cache
def load() -> Knowledge:
    """The whole base, read once per process (about 0.2 s)."""
    lines = [file.name.removesuffix(".toml") for file in _tables("products")]
    articles = by_id(article for file in _tables("articles") for article in _articles(file))
    return Knowledge({line: _graph(line) for line in lines}, articles)


def _tables(folder: str) -> list[Traversable]:
    return sorted((f for f in (DATA / folder).iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)


def _read(*path: str) -> dict[str, object]:
    return tomllib.loads(DATA.joinpath(*path).read_text("utf-8"))


def _graph(line: str) -> Graph:
    product, faults = _read("products", f"{line}.toml"), _read("faults", f"{line}.toml")
    return Graph(
        line=line,
        name=TypeAdapter(str).validate_python(product["name"]),
        en=TypeAdapter(str).validate_python(product["en"]),
        life_years=TypeAdapter(float).validate_python(product["life_years"]),
        words=TypeAdapter(tuple[str, ...]).validate_python(product["words"]),
        series=by_id(TypeAdapter(list[Series]).validate_python(product["series"])),
        components=by_id(TypeAdapter(list[Component]).validate_python(product["components"])),
        parts=by_id(TypeAdapter(list[Part]).validate_python(product["parts"])),
        symptoms=by_id(TypeAdapter(list[Symptom]).validate_python(faults["symptoms"])),
        questions=by_id(TypeAdapter(list[Question]).validate_python(faults["questions"])),
        causes=by_id(TypeAdapter(list[Cause]).validate_python(faults["causes"])),
        remedies=by_id(TypeAdapter(list[Remedy]).validate_python(faults["remedies"])),
        sops=by_id(TypeAdapter(list[Sop]).validate_python(faults["sops"])),
        codes=tuple(_codes(line)),
    )


def _codes(line: str) -> list[Code]:
    tables = TypeAdapter(list[dict[str, list[object]]]).validate_python(_read("codes", f"{line}.toml")["table"])
    return TypeAdapter(list[Code]).validate_python(
        [
            {"series": table["series"], **dict(zip(CODE_COLUMNS, _row(row), strict=True))}
            for table in tables
            for row in table["rows"]
        ]
    )


def _row(row: object) -> list[object]:
    return TypeAdapter(list[object]).validate_python(row)


def _articles(file: Traversable) -> list[Article]:
    """Local ids get the file's line in front: `clean-filter` in ac.toml is `ac.clean-filter`."""
    table = tomllib.loads(file.read_text("utf-8"))
    line = file.name.removesuffix(".toml")
    optional = {"steps": [], "tools": [], "safety": "", "stop": ""}
    more = _read("asks", file.name)
    rows = [
        {
            **optional,
            **row,
            "id": f"{line}.{row['id']}",
            "line": "" if line == "general" else line,
            "ask": [*row["ask"], *TypeAdapter(list[str]).validate_python(more[row["id"]])],
        }
        for row in table["article"]
    ]
    return TypeAdapter(list[Article]).validate_python(rows)
