from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "anxin.domains.insight"
    label = "insight"

    def ready(self) -> None:
        from anxin.domains.insight import handlers  # noqa: F401  # subscribes
