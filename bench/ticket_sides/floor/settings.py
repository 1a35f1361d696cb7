"""Our settings with one more app, whose routes stand beside ours."""

from anxin.config.settings import *  # noqa: F403
from anxin.config.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "bench.ticket_sides.floor"]
ROOT_URLCONF = "bench.ticket_sides.floor.urls"
