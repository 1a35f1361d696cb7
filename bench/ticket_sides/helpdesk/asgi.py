"""django-helpdesk's ASGI application; ours and the floor's is the one we ship."""

from django.core.asgi import get_asgi_application

application = get_asgi_application()
