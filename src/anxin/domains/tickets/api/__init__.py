"""Tickets over HTTP: the desk's routes and the customer's."""

from anxin.domains.tickets.api import actions, desk, effects, portal, viewing

routers = (desk.router, actions.router, portal.router, effects.router, viewing.router)
