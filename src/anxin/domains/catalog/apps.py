from django.apps import AppConfig


class CatalogConfig(AppConfig):
    name = "anxin.domains.catalog"
    label = "catalog"

    def ready(self) -> None:
        from anxin.kernel import events

        from . import selectors

        events.name_fields(("category",), selectors.category_names)
        events.name_fields(("cause",), selectors.cause_names)
        events.name_fields(("part",), selectors.part_names)
