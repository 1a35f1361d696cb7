from django.apps import AppConfig


class KernelConfig(AppConfig):
    name = "anxin.kernel"
    label = "kernel"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from anxin.kernel import backup, housekeeping

        assert backup and housekeeping
