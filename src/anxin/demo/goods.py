"""The demo's catalogue: what 安心电器 sells, taken from the product lines of the knowledge base."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from uuid import UUID

from anxin.demo.knowledge.load import load
from anxin.domains.catalog import services as catalog
from anxin.domains.catalog.public import Name
from anxin.engines.faultgraph import Graph, Series
from anxin.kernel.actor import SYSTEM

#: Lines in the order shown, with the danger that gates them.
LINES = {
    "ac": "height",
    "fridge": "electricity",
    "washer": "electricity",
    "gas": "gas",
    "electric": "electricity",
    "hood": "electricity",
    "robot": "battery",
    "compressor": "pressure",
}
#: Series only engineers of level 高级 and above may touch.
_HIGH_END = {("ac", "d6"), ("compressor", "c9"), ("gas", "l3")}
_WARRANTY_MONTHS = {"ac": 72, "gas": 72, "compressor": 24, "robot": 24}
_WARRANTY_USUAL = 36

#: Code, Chinese, English, order type, CNY, minutes of work.
_SERVICES = (
    ("visit", "上门检测", "Call-out and diagnosis", "repair", 50, 30),
    ("repair-small", "小修", "Small repair", "repair", 80, 40),
    ("repair-middle", "中修", "Middle repair", "repair", 160, 70),
    ("repair-large", "大修", "Large repair", "repair", 300, 120),
    ("clean", "深度清洗", "Deep cleaning", "maintenance", 198, 90),
    ("care", "年度保养", "Yearly care", "maintenance", 128, 60),
    ("install", "标准安装", "Standard installation", "installation", 0, 90),
    ("assess", "鉴定", "Assessment", "assessment", 0, 40),
)


def stock_catalogue() -> dict[str, list[UUID]]:
    """Make categories, products, parts and services; returns the product ids of each line."""
    for code, zh, en, order_type, price, minutes in _SERVICES:
        catalog.add_service(
            actor=SYSTEM,
            code=code,
            name=Name(zh, en),
            order_type=order_type,
            price=Decimal(price),
            minutes=minutes,
        )
    return {line: _line(load().graphs[line], place) for place, line in enumerate(LINES, start=1)}


#: What the house pays, as a share of the price.
_COST = Decimal("0.6")


def _line(graph: Graph, place: int) -> list[UUID]:
    catalog.define_category(
        actor=SYSTEM,
        code=graph.line,
        name=Name(graph.name, graph.en),
        hazard=LINES[graph.line],
        position=place * 10,
        symptoms=[(s.id, Name(s.name, s.en)) for s in graph.symptoms.values()],
        causes=[(c.id, Name(c.name, c.en)) for c in graph.causes.values()],
    )
    by_series = {series.id: _products(graph, series) for series in graph.series.values()}
    for part in graph.parts.values():
        catalog.add_part(
            actor=SYSTEM,
            code=part.sku,
            name=Name(part.name, part.en),
            category=graph.line,
            price=Decimal(str(part.price)),
            cost=round(Decimal(str(part.price)) * _COST, 2),
            fits=_of_series(by_series, part.series),
            returnable=part.price >= 100,
        )
    return [product for products in by_series.values() for product in products]


def _products(graph: Graph, series: Series) -> list[UUID]:
    return [
        catalog.add_product(
            actor=SYSTEM,
            model=model,
            name=Name(f"{series.name} {model}", f"{series.en} {model}"),
            category=graph.line,
            warranty_months=_WARRANTY_MONTHS.get(graph.line, _WARRANTY_USUAL),
            high_end=(graph.line, series.id) in _HIGH_END,
            sold_from=date(series.since, 3, 1),
        ).id
        for model in series.models
    ]


def _of_series(products: dict[str, list[UUID]], series: Iterable[str]) -> list[UUID]:
    wanted = set(series) or set(products)
    return [product for name, ids in products.items() if name in wanted for product in ids]
