from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "anxin.domains.people"
    label = "people"

    def ready(self) -> None:
        from anxin.kernel import authz

        from . import jobs, selectors

        assert jobs
        authz.register_object("user", selectors.users_visible_to)
