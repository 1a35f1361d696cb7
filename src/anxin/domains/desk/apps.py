from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "anxin.domains.desk"
    label = "desk"

    def ready(self) -> None:
        from anxin.kernel import events

        from . import selectors

        events.name_fields(("queue",), selectors.queue_names)
