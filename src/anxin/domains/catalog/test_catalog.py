"""The catalogue: what is made can be found, and what cannot be is refused."""

from decimal import Decimal

import pytest

from anxin.kernel.actor import SYSTEM
from anxin.kernel.errors import Conflict, Invalid, NotFound

from . import public, services, testing
from .models import Part, Product

pytestmark = pytest.mark.django_db


def test_a_category_always_knows_unknown_and_shows_it_last() -> None:
    testing.category("ac")
    assert [s.code for s in public.symptoms("ac")] == ["no_hot_water", "unstable", "unknown"]


def test_defining_a_category_again_rewrites_it() -> None:
    testing.category("ac", hazard="")
    assert testing.category("ac", hazard="height").hazard == "height"
    assert len(public.symptoms("ac")) == 3


def test_a_product_is_found_by_its_model_whatever_the_case() -> None:
    made = testing.product(high_end=True)
    found = public.product_by_model(f" {made.model.lower()} ")
    assert (found.id, found.high_end, found.category, found.hazard) == (made.id, True, "gas_heater", "gas")


def test_an_unknown_model_is_not_found() -> None:
    with pytest.raises(NotFound):
        public.product_by_model("nothing")


def test_a_model_exists_once() -> None:
    made = testing.product()
    with pytest.raises(Conflict):
        services.add_product(
            actor=SYSTEM, model=made.model, name=public.Name("a", "b"), category="gas_heater", warranty_months=1
        )
    assert Product.objects.count() == 1


def test_a_product_needs_a_category_that_exists() -> None:
    with pytest.raises(Invalid):
        services.add_product(actor=SYSTEM, model="X", name=public.Name("a", "b"), category="no_such", warranty_months=1)
    assert Product.objects.count() == 0


def test_a_part_fits_the_products_of_its_bill_of_materials_only() -> None:
    mine, other = testing.product(), testing.product()
    part = testing.part(mine)
    assert public.fits(part.code, mine.id)
    assert not public.fits(part.code, other.id)
    assert [p.code for p in public.parts_of(mine.id)] == [part.code]
    assert public.parts_of(other.id) == []


def test_a_price_is_never_negative() -> None:
    product = testing.product()
    with pytest.raises(Invalid):
        services.add_part(
            actor=SYSTEM, code="P", name=public.Name("a", "b"), category=product.category_id, price=Decimal(-1)
        )
    assert Part.objects.count() == 0
