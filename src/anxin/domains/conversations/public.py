"""What other domains may call."""

from anxin.domains.conversations.cards import MessageCard
from anxin.domains.conversations.selectors import messages
from anxin.domains.conversations.services import post

__all__ = ["MessageCard", "messages", "post"]
