"""Routes of the catalogue."""

from . import categories, parts, products, work

routers = (categories.router, products.router, parts.router, work.router)
