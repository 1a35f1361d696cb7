from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "anxin.domains.notices"
    label = "notices"

    def ready(self) -> None:
        from anxin.domains.notices import handlers  # noqa: F401  # subscribes
