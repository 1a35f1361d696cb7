from django.apps import AppConfig


class ConversationsConfig(AppConfig):
    name = "anxin.domains.conversations"
    label = "conversations"

    def ready(self) -> None:
        from . import handlers

        assert handlers
