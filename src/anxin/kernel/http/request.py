"""What every view gets: Django's request with its actor."""

from django.http import HttpRequest

from anxin.kernel.actor import Actor


class Request(HttpRequest):
    """For typing: `RequestMiddleware` puts these on the request."""

    actor: Actor
    actor_by_cookie: bool
    request_id: str
