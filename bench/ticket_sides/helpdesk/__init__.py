"""django-helpdesk as it comes from PyPI, with its queue permissions on."""
