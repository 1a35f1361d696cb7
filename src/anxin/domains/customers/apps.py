from django.apps import AppConfig


class CustomersConfig(AppConfig):
    name = "anxin.domains.customers"
    label = "customers"

    def ready(self) -> None:
        from anxin.kernel import authz

        from . import jobs, selectors

        assert jobs
        authz.register_customers(selectors.records_of)
        authz.register_object("customer", selectors.visible_to)
        authz.register_object("household", selectors.households_visible_to)
