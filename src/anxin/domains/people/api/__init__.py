"""Routes of people: the session, staff and places, engineers and their days, keys for programs."""

from . import engineers, keys, places, roster, session, staff

routers = (session.router, places.router, staff.router, engineers.router, roster.router, keys.router)
