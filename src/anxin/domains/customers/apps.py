from django.apps import AppConfig


class CustomersConfig(AppConfig):
    name = "anxin.domains.customers"
    label = "customers"
