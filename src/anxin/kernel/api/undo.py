"""Taking a command back."""

from uuid import UUID

from ninja import Schema

from anxin.kernel import undo
from anxin.kernel.http import Request, Router
from anxin.kernel.i18n import t

router = Router(tags=["undo"])


class Undone(Schema):
    kind: str
    text: str


@router.post("/undo/{uuid:token}", verb="self.use", response=Undone)
def take_back(request: Request, token: UUID) -> Undone:
    """Run the inverse of a command of the last 60 seconds; 409 with the reason when it is too late."""
    kind = undo.redeem(request.actor, token)
    return Undone(kind=kind, text=t(f"undo.{kind}", request.actor.lang))
