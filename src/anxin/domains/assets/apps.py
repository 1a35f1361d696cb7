from django.apps import AppConfig


class AssetsConfig(AppConfig):
    name = "anxin.domains.assets"
    label = "assets"

    def ready(self) -> None:
        from anxin.domains.customers import public as customers
        from anxin.kernel import authz

        from . import handlers, selectors

        assert handlers
        authz.register_object("unit", selectors.visible_to)
        customers.provide("units", selectors.of_customers)
