from django.apps import AppConfig


class AssetsConfig(AppConfig):
    name = "anxin.domains.assets"
    label = "assets"
