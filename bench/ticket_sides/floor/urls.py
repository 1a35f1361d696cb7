"""The floor's routes beside ours: mounted before the API's addresses are made."""

from bench.ticket_sides.floor.api import router

from anxin.config.api import api

api.add_router("", router.ninja)

from anxin.config.urls import urlpatterns  # noqa: E402

__all__ = ["urlpatterns"]
