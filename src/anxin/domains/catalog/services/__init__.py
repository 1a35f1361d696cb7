"""Writing the catalogue. Nothing is ever deleted: what is retired is read on old cases and offered on no new one."""

from .categories import change_category, define_category, set_terms
from .parts import NewPart, add_part, add_parts, change_part, change_parts, set_fits
from .products import NewProduct, add_product, add_products, change_product, change_products
from .work import NewService, add_service, add_services, change_service, change_services

__all__ = [
    "NewPart",
    "NewProduct",
    "NewService",
    "add_part",
    "add_parts",
    "add_product",
    "add_products",
    "add_service",
    "add_services",
    "change_category",
    "change_part",
    "change_parts",
    "change_product",
    "change_products",
    "change_service",
    "change_services",
    "define_category",
    "set_fits",
    "set_terms",
]
