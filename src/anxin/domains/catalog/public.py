"""What other domains may ask of the catalogue."""

from .cards import Name, PartCard, ProductCard, ServiceCard, TermCard
from .selectors import (
    UNKNOWN,
    causes,
    fits,
    part_by_code,
    parts_of,
    product_by_model,
    product_card,
    product_cards,
    products_by_models,
    services,
    symptom,
    symptoms,
)

__all__ = [
    "UNKNOWN",
    "Name",
    "PartCard",
    "ProductCard",
    "ServiceCard",
    "TermCard",
    "causes",
    "fits",
    "part_by_code",
    "parts_of",
    "product_by_model",
    "product_card",
    "product_cards",
    "products_by_models",
    "services",
    "symptom",
    "symptoms",
]
