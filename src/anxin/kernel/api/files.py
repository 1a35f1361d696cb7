"""Files in and out, and taking a command back."""

from uuid import UUID

from django.http import FileResponse
from ninja import File, Form, Schema, UploadedFile

from anxin.kernel import files, undo
from anxin.kernel.errors import NotFound
from anxin.kernel.http import Request, Router
from anxin.kernel.i18n import t

router = Router(tags=["files"])


class FileCard(Schema):
    id: UUID
    name: str
    mime: str
    size: int


class Undone(Schema):
    kind: str
    text: str


@router.post("/files", verb="public", rate="60/m", response={201: FileCard})
def store_file(
    request: Request, file: File[UploadedFile], bound_type: Form[str], bound_id: Form[UUID]
) -> tuple[int, dict[str, object]]:
    """Add a file to an object; who may is decided by that object's domain."""
    return 201, files.card(files.store(request.actor, file, bound_to=(bound_type, bound_id)))


@router.get("/files/{uuid:file_id}", verb="public")
def open_file(request: Request, file_id: UUID) -> FileResponse:
    """The bytes, to its uploader and to whoever may read the object it is bound to; else 404."""
    found = files.open_for(request.actor, file_id)
    if not found.path.exists():
        raise NotFound
    response = FileResponse(found.path.open("rb"))
    for name, value in found.headers.items():
        response[name] = value
    return response


@router.post("/undo/{uuid:token}", verb="self.use", response=Undone)
def undo_command(request: Request, token: UUID) -> Undone:
    """Take a command back within its minute; 409 with the reason when it is too late."""
    kind = undo.redeem(request.actor, token)
    return Undone(kind=kind, text=t(f"undo.{kind}", request.actor.lang))
