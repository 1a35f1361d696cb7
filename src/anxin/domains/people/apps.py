from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "anxin.domains.people"
    label = "people"
