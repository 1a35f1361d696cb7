"""How a message leaves: by the mail server of the house, an SMS provider, or not at all (the simulator)."""

from __future__ import annotations

import smtplib
import ssl
from email.message import EmailMessage
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from anxin.kernel.outbound.models import Channel, OutboundMessage


class Provider(Protocol):
    """Sends one message and returns the provider's id for it; raises when it could not be handed over."""

    def send(self, message: OutboundMessage) -> str: ...


class Simulator:
    """Keeps the message in its row, where the demo's outbox shows it; nothing leaves the machine."""

    def send(self, message: OutboundMessage) -> str:
        return f"simulated:{message.pk}"


class Smtp:
    """The mail server of Django's EMAIL_* settings."""

    def send(self, message: OutboundMessage) -> str:
        mail = self.compose(message)
        with smtplib.SMTP(settings.EMAIL_HOST, settings.EMAIL_PORT, timeout=20) as server:
            if settings.EMAIL_USE_TLS:
                server.starttls(context=ssl.create_default_context())
            if settings.EMAIL_HOST_USER:
                server.login(settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD)
            server.send_message(mail)
        return str(mail["Message-ID"])

    def compose(self, message: OutboundMessage) -> EmailMessage:
        """One Message-ID for all attempts; marked automatic, so that no responder answers (RFC 3834)."""
        mail = EmailMessage()
        mail["From"] = settings.DEFAULT_FROM_EMAIL
        mail["To"] = message.recipient
        mail["Subject"] = message.subject
        mail["Message-ID"] = f"<{message.pk}@{settings.DEFAULT_FROM_EMAIL.rpartition('@')[2].rstrip('>')}>"
        mail["Auto-Submitted"] = "auto-generated"
        mail.set_content(message.body)
        return mail


def provider(channel: Channel) -> Provider:
    """The provider the settings name for a channel: `OUTBOUND_PROVIDERS = {"sms": "dotted.Class", …}`."""
    made: Provider = import_string(settings.OUTBOUND_PROVIDERS[channel.value])()
    return made
