"""Routes of files. Who may add or read is asked of the object's domain, so both are `public` here."""

from uuid import UUID

from django.http import FileResponse
from ninja import File, Form, Schema, Status, UploadedFile

from anxin.kernel.files.storing import open_for, store
from anxin.kernel.http import Request, Router

router = Router(tags=["files"])


class FileOut(Schema):
    id: UUID
    name: str
    mime: str
    size: int


@router.post("/files", verb="public", rate="60/m", response={201: FileOut})
def add(request: Request, file: File[UploadedFile], bound_type: Form[str], bound_id: Form[UUID]) -> Status[FileOut]:
    row = store(request.actor, file, bound_to=(bound_type, bound_id))
    return Status(201, FileOut(id=row.pk, name=row.name, mime=row.mime, size=row.size))


@router.get("/files/{uuid:file_id}", verb="public")
def read(request: Request, file_id: UUID) -> FileResponse:
    return open_for(request.actor, file_id).response()
