"""What people's requests leave for the worker."""

from uuid import UUID

from anxin.kernel import jobs

from . import services


@jobs.task()
def answer_forgotten(user_id: str) -> None:
    """Mail the link, if somebody was found: the request that asked is answered alike and as fast for everybody."""
    if user_id:
        services.send_reset(user_id=UUID(user_id))
