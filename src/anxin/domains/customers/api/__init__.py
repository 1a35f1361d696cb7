"""Routes of customers: the record, and the customer's own log-in."""

from . import entrance, records, rights

routers = (entrance.router, records.router, rights.router)
