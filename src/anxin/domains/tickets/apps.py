from importlib import import_module

from django.apps import AppConfig


class TicketsConfig(AppConfig):
    name = "anxin.domains.tickets"
    label = "tickets"

    def ready(self) -> None:
        for module in ("handlers", "erasing", "jobs", "doors"):
            import_module(f"{self.name}.{module}")
