"""Routes of people: the session, staff and places, keys for programs."""

from . import keys, places, session, staff

routers = (session.router, places.router, staff.router, keys.router)
