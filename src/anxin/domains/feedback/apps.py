from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    name = "anxin.domains.feedback"
    label = "feedback"

    def ready(self) -> None:
        from anxin.domains.feedback import handlers  # noqa: F401  # subscribes
        from anxin.domains.feedback.selectors import reviews_visible_to, revisits_visible_to
        from anxin.domains.feedback.services import rating_of_ticket
        from anxin.domains.tickets import public as tickets
        from anxin.kernel import authz

        authz.register_object("review", reviews_visible_to)
        authz.register_object("revisit", revisits_visible_to)
        tickets.provide("rating", rating_of_ticket)
