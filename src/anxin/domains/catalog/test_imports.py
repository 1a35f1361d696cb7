"""Tables of products, parts and services: what a file would do, and that exactly that is done."""

import io
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from anxin.domains.people import testing as people
from anxin.kernel.events.models import EventRecord
from anxin.kernel.ids import new_id
from anxin.kernel.tables import judge
from anxin.kernel.tables.judging import CHUNK, Line, apply

from . import imports, services, testing
from .models import Part, Product, ProductPart, ServiceItem

pytestmark = pytest.mark.django_db

PARTS = "/api/catalog/parts"
JSON = "application/json"


@pytest.fixture
def keeper() -> Client:
    testing.category()
    return people.browser("parts_keeper")


def look(client: Client, path: str, text: str | bytes) -> Any:
    data = text if isinstance(text, bytes) else text.encode()
    return client.post(f"{path}/import-check", {"file": SimpleUploadedFile("table.csv", data)})


def take(client: Client, path: str, rows: list[dict[str, Any]], *, leave_out_wrong: bool = False) -> Any:
    body = {"rows": [{"line": row["line"], "cells": row["cells"]} for row in rows], "leave_out_wrong": leave_out_wrong}
    return client.post(f"{path}/import", body, content_type=JSON, headers={"Idempotency-Key": str(new_id())})


def told(answer: Any) -> list[tuple[int, str, list[str]]]:
    return [(row["line"], row["state"], row["wrong"]) for row in answer.json()["rows"]]


HEAD = "备件编号,中文名称,英文名称,品类代码,价格,成本,适用型号\n"


def test_a_file_saved_by_excel_in_china_adds_parts_and_again_changes_nothing(keeper: Client) -> None:
    product = testing.product()
    text = f"{HEAD}P1,水流传感器,Flow sensor,gas_heater,68,41.5,{product.model}\nP2,垫圈,,gas_heater,￥2.00,,\n"
    seen = look(keeper, PARTS, text.encode("gbk"))
    assert told(seen) == [(2, "new", []), (3, "new", [])]
    assert (Part.objects.count(), seen.json()["counts"]) == (0, {"new": 2, "changed": 0, "same": 0, "wrong": 0})
    assert take(keeper, PARTS, seen.json()["rows"]).json()["counts"]["new"] == 2
    kept = {row.code: (row.name_en, row.price, row.cost) for row in Part.objects.all()}
    assert kept == {"P1": ("Flow sensor", Decimal("68.00"), Decimal("41.50")), "P2": ("垫圈", Decimal("2.00"), None)}
    assert ProductPart.objects.get().product_id == product.id
    events = EventRecord.objects.count()
    again = look(keeper, PARTS, text.encode("utf-8-sig"))
    assert told(again) == [(2, "same", []), (3, "same", [])]
    assert EventRecord.objects.count() == events


def test_only_the_columns_of_the_file_are_touched(keeper: Client) -> None:
    part = testing.part(testing.product(), price="68.00", cost="41.50")
    seen = look(keeper, PARTS, f"code,price\n{part.code},72\n")
    assert seen.json()["rows"][0]["changes"] == [{"column": "price", "old": "68.00", "new": "72.00"}]
    take(keeper, PARTS, seen.json()["rows"])
    row = Part.objects.get()
    assert (row.price, row.cost, row.name_zh, row.version) == (Decimal("72.00"), Decimal("41.50"), "水流传感器", 2)
    assert ProductPart.objects.count() == 1
    told_of = EventRecord.objects.get(name="PartPriced").payload
    assert (told_of["old_price"], told_of["price"]) == ("68.00", "72.00")


def test_what_is_wrong_is_said_with_its_line_in_the_readers_words(keeper: Client) -> None:
    rows = (
        "P1,a,b,no_such,1,,\nP2,,b,gas_heater,x,,\nP3,a,b,gas_heater,1,,NONE-1\n"
        "P4,a,b,gas_heater,1,,\nP4,a,b,gas_heater,2,,\n"
    )
    assert told(look(keeper, PARTS, HEAD + rows)) == [
        (2, "wrong", ["品类代码“no_such”在系统里没有"]),
        (3, "wrong", ["中文名称没有填", "价格“x”不是金额（元，最多两位小数，不能是负数）"]),
        (4, "wrong", ["适用型号“NONE-1”在系统里没有"]),
        (5, "new", []),
        (6, "wrong", ["P4 在第 5 行已经有了"]),
    ]


def test_a_chunk_with_a_wrong_row_is_taken_only_without_it_and_only_if_asked(keeper: Client) -> None:
    rows = look(keeper, PARTS, f"{HEAD}P1,a,b,gas_heater,1,,\nP2,a,b,gas_heater,-1,,\n").json()["rows"]
    refused = take(keeper, PARTS, rows)
    assert (refused.status_code, refused.json()["code"], Part.objects.count()) == (409, "tables.rows_wrong", 0)
    assert "第 3 行" in refused.json()["message"]
    done = take(keeper, PARTS, rows, leave_out_wrong=True).json()
    assert (done["counts"], [row["line"] for row in done["wrong"]]) == (
        {"new": 1, "changed": 0, "same": 0, "wrong": 1}, [3],
    )  # fmt: skip
    assert Part.objects.get().code == "P1"


def test_the_world_may_move_between_the_look_and_the_act(keeper: Client) -> None:
    product = testing.product()
    rows = look(keeper, PARTS, f"{HEAD}P1,a,b,gas_heater,1,,{product.model}\n").json()["rows"]
    Product.objects.filter(pk=product.pk).update(model="RENAMED")
    assert take(keeper, PARTS, rows).status_code == 409
    assert Part.objects.count() == 0


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"name\nx\n", "tables.no_key"), (b"", "tables.empty"), (b"PK\x03\x04", "tables.unreadable")],
)
def test_what_cannot_be_a_table_of_parts_is_refused(keeper: Client, data: bytes, code: str) -> None:
    answer = look(keeper, PARTS, data or b"\n")
    assert (answer.status_code, answer.json()["code"]) == (400, code)


def test_who_may_bring_tables(keeper: Client) -> None:
    for path, verb in ((PARTS, 403), ("/api/catalog/products", 403), ("/api/catalog/service-items", 403)):
        assert look(people.browser("agent"), path, "code\nx\n").status_code == verb
        assert people.browser("executive").get(f"{path}/import-template").status_code == verb
    assert look(keeper, "/api/catalog/products", "model\nx\n").status_code == 403


def test_products_and_services_come_by_table_too() -> None:
    testing.category()
    admin = people.browser("admin")
    products = "Model,Chinese name,Category code,Warranty months,Parts warranty,High-end,Sold from\n" \
        "M1,热水器,gas_heater,72,AXP-1:120,yes,2026/3/1\n"  # fmt: skip
    rows = look(admin, "/api/catalog/products", products).json()["rows"]
    take(admin, "/api/catalog/products", rows)
    made = Product.objects.get()
    assert (made.model, made.warranty_months, made.parts_warranty, made.high_end, str(made.sold_from)) == (
        "M1", 72, {"AXP-1": 120}, True, "2026-03-01",
    )  # fmt: skip
    services = "code,name_zh,order_type,price,minutes\nclean,清洗,maintenance,198,90\nbad,清洗,dancing,1,90\n"
    seen = look(admin, "/api/catalog/service-items", services)
    assert [state for _, state, _ in told(seen)] == ["new", "wrong"]
    take(admin, "/api/catalog/service-items", seen.json()["rows"], leave_out_wrong=True)
    assert ServiceItem.objects.get().name_en == "清洗"


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_the_template_is_read_back_as_it_was_given(keeper: Client, format: str) -> None:
    testing.category("gas")
    answer = keeper.get(f"{PARTS}/import-template?format={format}")
    seen = look(keeper, PARTS, answer.content).json()
    assert (seen["unknown"], [row["state"] for row in seen["rows"]]) == ([], ["wrong"])
    assert seen["rows"][0]["wrong"] == ["适用型号“JSQ30-AX1”在系统里没有", "适用型号“JSQ30-AX2”在系统里没有"]
    if format == "xlsx":
        assert load_workbook(io.BytesIO(answer.content)).worksheets[0]["A1"].value == "备件编号*"


def test_what_is_exported_is_brought_again_as_the_same_and_as_changed(keeper: Client) -> None:
    product = testing.product()
    part = testing.part(product, price="68.00", cost="41.50")
    services.change_part(actor=people.staff("parts_keeper"), part_id=part.id, name_zh="=垫圈", returnable=True)
    testing.part(product, price="2.00")
    file = keeper.get(f"{PARTS}/export?q={part.code}").content
    assert file.decode("utf-8-sig").splitlines() == [
        "备件编号,中文名称,英文名称,品类代码,价格,成本,旧件返还,适用型号,在用",
        f"{part.code},'=垫圈,Flow sensor,gas_heater,68.00,41.50,是,{product.model},是",
    ]
    assert told(look(keeper, PARTS, file)) == [(2, "same", [])]
    seen = look(keeper, PARTS, file.replace(b"68.00", b"70.00")).json()
    assert seen["rows"][0]["changes"] == [{"column": "price", "old": "68.00", "new": "70.00"}]


def test_models_and_service_items_leave_as_the_table_they_come_by() -> None:
    admin = people.browser("admin")
    product, retired = testing.product(), testing.product()
    services.change_product(actor=people.staff("admin"), product_id=retired.id, active=False)
    file = admin.get("/api/catalog/products/export?state=active").content
    assert told(look(admin, "/api/catalog/products", file)) == [(2, "same", [])]
    assert product.model in file.decode() and retired.model not in file.decode()
    work = "code,name_zh,order_type,price,minutes\nclean,清洗,maintenance,198,90\n"
    take(admin, "/api/catalog/service-items", look(admin, "/api/catalog/service-items", work).json()["rows"])
    answer = admin.get("/api/catalog/service-items/export?format=xlsx")
    assert told(look(admin, "/api/catalog/service-items", answer.content)) == [(2, "same", [])]
    exported = EventRecord.objects.filter(name="RowsExported").values_list("payload", flat=True)
    assert [(one["what"], one["rows"], one["format"]) for one in exported] == [
        ("products", 1, "csv"), ("service_items", 1, "xlsx"),
    ]  # fmt: skip


def test_who_may_take_the_catalogue_away(keeper: Client) -> None:
    for path in (PARTS, "/api/catalog/products", "/api/catalog/service-items"):
        assert people.browser("agent").get(f"{path}/export").status_code == 403
        assert Client().get(f"{path}/export").status_code == 401
    assert keeper.get("/api/catalog/products/export").status_code == 403
    assert keeper.get(f"{PARTS}/export?format=exe").status_code == 400
    assert not EventRecord.objects.filter(name="RowsExported").exists()


def many(number: int, price: int) -> list[Line]:
    return [
        Line(n + 2, {"code": f"W{n:05d}", "name_zh": "垫圈", "category": "gas_heater", "price": str(price)})
        for n in range(number)
    ]


def statements(lines: list[Line]) -> Iterator[int]:
    """Of judging all lines, then of taking each chunk over."""
    with CaptureQueriesContext(connection) as asked:
        judge(imports.parts, lines)
    yield len(asked)
    actor = people.staff("parts_keeper")
    for start in range(0, len(lines), CHUNK):
        with CaptureQueriesContext(connection) as asked:
            apply(imports.parts, lines[start : start + CHUNK], actor=actor, leave_out_wrong=False)
        yield len(asked)


def test_twenty_thousand_parts_cost_a_few_statements_a_chunk() -> None:
    """The price of judging is that of the chunks; of writing, of the columns: no row asks for itself."""
    testing.category()
    judged, *taken = statements(many(20_000, 2))
    assert (Part.objects.count(), EventRecord.objects.filter(name="PartAdded").count()) == (20_000, 20_000)
    assert judged <= 4 * 20_000 // CHUNK
    assert max(taken) <= 40
    _, *priced = statements(many(400, 3))
    assert max(priced) <= 40
    assert EventRecord.objects.filter(name="PartPriced").count() == 400
