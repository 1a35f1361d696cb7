"""Catalog: product categories and models, parts, service items, symptoms and causes."""
