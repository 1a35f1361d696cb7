from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "anxin.domains.people"
    label = "people"

    def ready(self) -> None:
        from anxin.kernel import authz, events

        from . import jobs, selectors

        assert jobs
        authz.register_object("user", selectors.users_visible_to)
        events.name_fields(("org_id", "parent_id", "outlet_id", "asked"), selectors.org_names)
        people = ("user_id", "engineer_id", "from_engineer_id", "to_engineer_id")
        events.name_fields(people, selectors.user_names)
