"""What `bench/tickets.py` compares: us, a floor in our own stack, and django-helpdesk.

Each side has a settings module, an ASGI application, and a `prepare(wanted)` that tops its database up to so many
open tickets and prints, as JSON, how a client of it asks: cookies, headers, body of a create, path of a list.
"""
