from django.apps import AppConfig


class KernelConfig(AppConfig):
    name = "anxin.kernel"
    label = "kernel"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.db import connection

        from anxin.kernel import backup, housekeeping, postgresql

        assert backup and housekeeping
        if connection.vendor == "postgresql":
            postgresql.read_times_fast()
