from django.apps import AppConfig


class CatalogConfig(AppConfig):
    name = "anxin.domains.catalog"
    label = "catalog"
