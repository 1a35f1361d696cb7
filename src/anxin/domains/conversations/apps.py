from django.apps import AppConfig


class ConversationsConfig(AppConfig):
    name = "anxin.domains.conversations"
    label = "conversations"
