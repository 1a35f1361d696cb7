"""Upkeep of the catalogue: each write tells exact old and new values, a refusal changes nothing."""

from decimal import Decimal
from typing import Any

import pytest

from anxin.kernel import events
from anxin.kernel.actor import SYSTEM
from anxin.kernel.errors import Conflict, Invalid, NotFound
from anxin.kernel.ids import new_id

from . import public, selectors, services, testing
from .models import Category, Part, Product, ProductPart, ServiceItem, Symptom, category_case
from .services.categories import TermLine

pytestmark = pytest.mark.django_db

WORK = {"name": public.Name("清洗", "Cleaning"), "order_type": "maintenance", "price": Decimal("198.00"), "minutes": 90}


def told(case: Any) -> list[tuple[str, dict[str, Any]]]:
    return [(event.name, event.payload) for event in events.of_case(case)]


def term(code: str, zh: str = "现象", *, active: bool = True) -> TermLine:
    return TermLine(code, public.Name(zh, code), active)


def test_a_price_change_is_told_with_old_and_new() -> None:
    part = testing.part(testing.product(), price="68.00", cost="41.50")
    row = services.change_part(actor=SYSTEM, part_id=part.id, price=Decimal("72.00"))
    assert (row.price, row.cost, row.version) == (Decimal("72.00"), Decimal("41.50"), 2)
    name, payload = told(part.id)[-1]
    assert (name, payload) == (
        "PartPriced",
        {
            "part_id": str(part.id), "code": part.code, "old_price": "68.00", "price": "72.00",
            "old_cost": "41.50", "cost": "41.50",
        },
    )  # fmt: skip


def test_what_does_not_differ_is_no_change() -> None:
    part = testing.part(testing.product(), price="68.00")
    before = told(part.id)
    assert services.change_part(actor=SYSTEM, part_id=part.id, price=Decimal("68.00")).version == 1
    assert told(part.id) == before


def test_a_cost_can_be_forgotten() -> None:
    part = testing.part(testing.product(), cost="41.50")
    assert services.change_part(actor=SYSTEM, part_id=part.id, cost=None).cost is None
    assert told(part.id)[-1][1]["cost"] == ""


def test_a_negative_price_leaves_the_old_one() -> None:
    part = testing.part(testing.product(), price="68.00")
    before = told(part.id)
    with pytest.raises(Invalid):
        services.change_part(actor=SYSTEM, part_id=part.id, price=Decimal(-1))
    assert (Part.objects.get().price, told(part.id)) == (Decimal("68.00"), before)


def test_what_a_part_fits_is_told_by_models() -> None:
    first, second = testing.product(), testing.product()
    part = testing.part(first)
    services.change_part(actor=SYSTEM, part_id=part.id, fits=[second.id])
    assert selectors.models_fitted(part.id) == [(second.id, second.model)]
    assert told(part.id)[-1] == (
        "PartFitsChanged",
        {"part_id": str(part.id), "code": part.code, "added": [second.model], "removed": [first.model]},
    )


def test_a_product_that_is_not_there_fits_nothing_and_nothing_is_written() -> None:
    product = testing.product()
    with pytest.raises(NotFound):
        services.add_part(
            actor=SYSTEM, code="P", name=public.Name("a", "b"), category="gas_heater", price=Decimal(1),
            fits=[product.id, new_id()],
        )  # fmt: skip
    assert (Part.objects.count(), ProductPart.objects.count()) == (0, 0)


def test_a_retired_part_is_offered_no_more_and_read_on_old_cases() -> None:
    product = testing.product()
    part = testing.part(product)
    services.change_part(actor=SYSTEM, part_id=part.id, active=False)
    assert public.parts_of(product.id) == []
    assert public.part_by_code(part.code).id == part.id
    assert told(part.id)[-1] == ("CatalogueRetired", {"what": "part", "code": part.code})
    services.change_part(actor=SYSTEM, part_id=part.id, active=True)
    assert [card.code for card in public.parts_of(product.id)] == [part.code]
    assert told(part.id)[-1][0] == "CatalogueRestored"


def test_a_product_is_changed_field_by_field() -> None:
    made = testing.product(warranty_months=72)
    row = services.change_product(actor=SYSTEM, product_id=made.id, warranty_months=60, parts_warranty={"AXP-1": 120})
    assert (row.warranty_months, row.parts_warranty, row.version) == (60, {"AXP-1": 120}, 2)
    assert told(made.id)[-1][1] == {
        "product_id": str(made.id), "model": made.model,
        "before": {"warranty_months": 72, "parts_warranty": {}},
        "after": {"warranty_months": 60, "parts_warranty": {"AXP-1": 120}},
    }  # fmt: skip


@pytest.mark.parametrize("changes", [{"model": "other"}, {"version": 7}, {"id": None}])
def test_other_fields_are_not_for_changing(changes: dict[str, Any]) -> None:
    made = testing.product()
    with pytest.raises(Invalid):
        services.change_product(actor=SYSTEM, product_id=made.id, **changes)
    assert (Product.objects.get().model, Product.objects.get().version) == (made.model, 1)


def test_a_product_moves_only_to_a_category_that_is_offered() -> None:
    made = testing.product()
    testing.category("old")
    services.change_category(actor=SYSTEM, code="old", active=False)
    for code in ("old", "no_such"):
        with pytest.raises(Invalid):
            services.change_product(actor=SYSTEM, product_id=made.id, category=code)
    assert (Product.objects.get().category_id, Product.objects.get().version) == ("gas_heater", 1)
    services.change_category(actor=SYSTEM, code="old", active=True)
    services.change_product(actor=SYSTEM, product_id=made.id, category="old")
    assert told(made.id)[-1] == (
        "ProductChanged",
        {
            "product_id": str(made.id), "model": made.model,
            "before": {"category_id": "gas_heater"}, "after": {"category_id": "old"},
        },
    )  # fmt: skip


def test_a_retired_model_is_still_known_by_its_plate() -> None:
    made = testing.product()
    services.change_product(actor=SYSTEM, product_id=made.id, active=False)
    assert list(selectors.products()) == []
    assert public.product_by_model(made.model).id == made.id


def test_a_service_item_is_told_from_its_first_day() -> None:
    item = services.add_service(actor=SYSTEM, code="clean", **WORK)  # type: ignore[arg-type]
    services.change_service(actor=SYSTEM, service_id=item.id, price=Decimal("168.00"), minutes=80, active=False)
    happened = told(item.id)
    for _, payload in happened:
        payload.pop("service_id", None)
        del payload["code"]
    assert happened == [
        ("ServiceAdded", {"order_type": "maintenance", "price": "198.00", "minutes": 90}),
        ("ServicePriced", {"old_price": "198.00", "price": "168.00"}),
        ("ServiceChanged", {"before": {"minutes": 90}, "after": {"minutes": 80}}),
        ("CatalogueRetired", {"what": "service"}),
    ]  # fmt: skip
    assert public.services() == []


def test_a_service_of_an_unknown_order_type_is_refused() -> None:
    with pytest.raises(Invalid):
        services.add_service(actor=SYSTEM, code="x", **{**WORK, "order_type": "dancing"})  # type: ignore[arg-type]
    assert ServiceItem.objects.count() == 0


def test_a_category_is_told_from_its_first_day() -> None:
    testing.category("ac")
    case = category_case("ac")
    assert [name for name, _ in told(case)] == ["CategoryAdded", *["TermAdded"] * 3, "TermAdded"]
    services.change_category(actor=SYSTEM, code="ac", name_en="Air conditioner")
    assert told(case)[-1][1] == {
        "category": "ac", "before": {"name_en": "Gas water heater"}, "after": {"name_en": "Air conditioner"}
    }  # fmt: skip


def test_a_category_with_models_on_offer_is_not_retired() -> None:
    made = testing.product()
    with pytest.raises(Conflict) as refused:
        services.change_category(actor=SYSTEM, code="gas_heater", active=False)
    assert refused.value.params == {"category": "gas_heater", "count": 1}
    assert Category.objects.get().active
    services.change_product(actor=SYSTEM, product_id=made.id, active=False)
    services.change_category(actor=SYSTEM, code="gas_heater", active=False)
    assert selectors.categories() == []
    assert [row.code for row in selectors.categories(retired=True)] == ["gas_heater"]


def test_symptoms_are_renamed_ordered_added_and_retired_in_one_go() -> None:
    testing.category("ac")
    services.set_terms(actor=SYSTEM, code="ac", what="symptom", terms=[term("leaks"), term("unstable", "忽冷忽热了")])
    assert [(card.code, card.name.zh) for card in public.symptoms("ac")] == [
        ("leaks", "现象"), ("unstable", "忽冷忽热了"), ("unknown", "说不清楚"),
    ]  # fmt: skip
    assert public.symptom("ac", "no_hot_water") is None
    assert not Symptom.objects.get(code="no_hot_water").active
    assert [name for name, _ in told(category_case("ac"))[-4:]] == [
        "TermAdded", "TermChanged", "CatalogueRetired", "TermsOrdered",
    ]  # fmt: skip


def test_unknown_stays_whatever_is_asked() -> None:
    testing.category("ac")
    services.set_terms(actor=SYSTEM, code="ac", what="symptom", terms=[term("unknown", active=False), term("leaks")])
    assert [card.code for card in public.symptoms("ac")] == ["leaks", "unknown"]


def test_the_same_terms_again_are_no_news() -> None:
    testing.category("ac")
    before, version = told(category_case("ac")), Category.objects.get().version
    testing.category("ac")
    assert (told(category_case("ac")), Category.objects.get().version) == (before, version)


def test_a_term_comes_once() -> None:
    testing.category("ac")
    with pytest.raises(Invalid):
        services.set_terms(actor=SYSTEM, code="ac", what="symptom", terms=[term("leaks"), term("leaks")])
    assert [card.code for card in public.symptoms("ac")] == ["no_hot_water", "unstable", "unknown"]


def test_a_retired_cause_is_still_read_where_it_was_found() -> None:
    testing.category("ac")
    services.set_terms(actor=SYSTEM, code="ac", what="cause", terms=[])
    assert public.causes("ac") == []
    assert [card.code for card in public.causes("ac", retired=True)] == ["sensor_failed"]
