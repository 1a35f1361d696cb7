from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "anxin.domains.desk"
    label = "desk"
