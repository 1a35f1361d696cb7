from importlib import import_module

from django.apps import AppConfig


class ProcessesConfig(AppConfig):
    name = "anxin.domains.processes"
    label = "processes"

    def ready(self) -> None:
        import_module(f"{self.name}.jobs")
