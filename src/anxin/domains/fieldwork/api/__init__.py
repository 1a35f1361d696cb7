"""Routes of fieldwork: orders for desks, the engineer's phone, the outlet's clerk, the customer's booking."""

from anxin.domains.fieldwork.api.clerk import router as clerk
from anxin.domains.fieldwork.api.field import router as field
from anxin.domains.fieldwork.api.orders import router as orders
from anxin.domains.fieldwork.api.portal import router as portal

routers = (orders, field, clerk, portal)
