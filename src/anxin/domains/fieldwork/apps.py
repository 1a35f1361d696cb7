from importlib import import_module

from django.apps import AppConfig


class FieldworkConfig(AppConfig):
    name = "anxin.domains.fieldwork"
    label = "fieldwork"

    def ready(self) -> None:
        import_module(f"{self.name}.handlers")
        import_module(f"{self.name}.policies")
        import_module(f"{self.name}.doors").register()
        import_module(f"{self.name}.tracking").register()
