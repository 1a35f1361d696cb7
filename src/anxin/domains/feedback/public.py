"""What other domains may call."""

from uuid import UUID

from anxin.kernel.statements import by_key

from .models import Revisit
from .services import rating_path


def rating_path_of(revisit_id: UUID) -> str:
    """Where the customer answers a revisit, signed."""
    return rating_path(by_key(Revisit, revisit_id))


__all__ = ["rating_path_of"]
