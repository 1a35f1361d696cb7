"""The ASGI application of whichever side DJANGO_SETTINGS_MODULE names."""

from django.core.asgi import get_asgi_application

application = get_asgi_application()
