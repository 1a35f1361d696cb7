from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.http import FileResponse

from anxin.kernel import clock
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict, Forbidden, Invalid, NotFound, TooLarge
from anxin.kernel.files.binding import binding
from anxin.kernel.files.models import StoredFile
from anxin.kernel.files.sniff import Sniffed, sniff
from anxin.kernel.statements import insert, prepared

MAX_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 50_000_000
QUOTA_BYTES = 200 * 1024 * 1024
QUOTA_FILES = 60
INLINE = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp"})


class Upload(Protocol):
    """What a web framework hands over: Django's UploadedFile fits."""

    @property
    def name(self) -> str | None: ...
    def read(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class OpenFile:
    """Bytes on disk and the headers they must be served with."""

    path: Path
    mime: str
    headers: dict[str, str]

    def response(self) -> FileResponse:
        """The bytes as an answer. Our headers last: Django would show everything in place, under its stored name."""
        answer = FileResponse(self.path.open("rb"))
        for name, value in self.headers.items():
            answer[name] = value
        return answer


def store(actor: Actor, upload: Upload, *, bound_to: tuple[str, UUID]) -> StoredFile:
    """Keep an upload for one object. Raises Forbidden, TooLarge, Invalid (type, pixels), Conflict (quota)."""
    object_type, object_id = bound_to
    if not binding(object_type).may_add(actor, object_id):
        raise Forbidden("error.file_not_allowed_here")
    data = upload.read()
    found = judge(data)
    return _keep(actor, clean_name(upload.name or "", found.mime), data, found, bound_to)


def judge(data: bytes) -> Sniffed:
    """Refuse what is too large, unknown, or a picture that would unpack to a bomb."""
    if len(data) > MAX_BYTES:
        raise TooLarge("error.too_large", limit=MAX_BYTES)
    found = sniff(data)
    if found is None:
        raise Invalid("error.file_type_refused", field="file")
    if found.pixels > MAX_PIXELS:
        raise Invalid("error.file_too_many_pixels", field="file", limit=MAX_PIXELS)
    return found


def clean_name(name: str, mime: str) -> str:
    """A name safe to show and to send in a header: no folders, no control characters, the true suffix."""
    stem = re.sub(r"[^\w\- ().（）]", "_", Path(name.replace("\\", "/")).stem, flags=re.UNICODE).strip(" .")
    return f"{stem[:80] or 'file'}.{_SUFFIX[mime]}"


_SUFFIX = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/gif": "gif",
    "image/webp": "webp",
    "image/heic": "heic",
    "application/pdf": "pdf",
    "audio/mpeg": "mp3",
    "audio/amr": "amr",
    "audio/ogg": "ogg",
    "audio/mp4": "m4a",
    "audio/wav": "wav",
    "video/webm": "webm",
    "video/mp4": "mp4",
}


@atomic
def _keep(actor: Actor, name: str, data: bytes, found: Sniffed, bound_to: tuple[str, UUID]) -> StoredFile:
    _within_quota(bound_to, len(data))
    row = StoredFile(
        name=name,
        mime=found.mime,
        size=len(data),
        width=found.width,
        height=found.height,
        sha256=hashlib.sha256(data).hexdigest(),
        stored_as=secrets.token_hex(24),
        uploader_kind=actor.kind,
        uploader_id=actor.id,
        uploader_session=actor.session[:64],
        bound_type=bound_to[0],
        bound_id=bound_to[1],
        created_at=clock.now(),
    )
    insert(row)
    _write(path_of(row), data)
    return row


def _within_quota(bound_to: tuple[str, UUID], more: int) -> None:
    sizes = _sizes(*bound_to)
    if len(sizes) >= QUOTA_FILES or sum(sizes) + more > QUOTA_BYTES:
        raise Conflict("error.file_quota_used")


@prepared
def _sizes(bound_type: str, bound_id: UUID) -> QuerySet[StoredFile, int]:
    rows = StoredFile.objects.filter(bound_type=bound_type, bound_id=bound_id, erased_at=None)
    return rows.order_by().values_list("size", flat=True)


def _write(path: Path, data: bytes) -> None:
    """Write whole or not at all; the row is rolled back with an error, and with it nothing points here."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def path_of(row: StoredFile) -> Path:
    return Path(settings.STORED_FILES) / row.stored_as[:2] / row.stored_as


def open_for(actor: Actor, file_id: UUID) -> OpenFile:
    """The file, if this actor may read what it is bound to, or is a customer who sent it; else NotFound."""
    row = StoredFile.objects.filter(pk=file_id, erased_at=None).first()
    if row is None or not _may_read(actor, row):
        raise NotFound("error.file_not_found")
    return OpenFile(path_of(row), row.mime, serving_headers(row))


def _may_read(actor: Actor, row: StoredFile) -> bool:
    """Staff keep no file after the access that their work gave them has ended, nor does a key beyond its verbs."""
    if actor.is_staff:
        return binding(row.bound_type).may_read(actor, row.bound_id)
    same_person = actor.id is not None and (actor.kind, actor.id) == (row.uploader_kind, row.uploader_id)
    same_session = bool(actor.session) and actor.session[:64] == row.uploader_session
    return same_person or same_session or binding(row.bound_type).may_read(actor, row.bound_id)


def serving_headers(row: StoredFile) -> dict[str, str]:
    """Nothing served can run: no sniffing, a sandbox without scripts, and only pictures shown in place."""
    placed = "inline" if row.mime in INLINE else "attachment"
    return {
        "Content-Type": row.mime,
        "Content-Disposition": f'{placed}; filename="file.{_SUFFIX[row.mime]}"',
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "private, no-store",
    }


def card(row: StoredFile) -> dict[str, object]:
    """What the API tells of a file."""
    return {"id": row.pk, "name": row.name, "mime": row.mime, "size": row.size}


def of_object(object_type: str, object_id: UUID) -> Sequence[StoredFile]:
    return _of_object(object_type, object_id)


@prepared
def _of_object(object_type: str, object_id: UUID) -> QuerySet[StoredFile]:
    return StoredFile.objects.filter(bound_type=object_type, bound_id=object_id, erased_at=None).order_by("id")


def known(file_ids: Collection[UUID]) -> dict[UUID, StoredFile]:
    """Those of these files that still have their bytes, by id."""
    return {row.pk: row for row in StoredFile.objects.filter(pk__in=file_ids, erased_at=None)} if file_ids else {}


@atomic
def erase(file_id: UUID) -> None:
    """Remove bytes and name; the row stays, so that what refers to it still resolves."""
    row = StoredFile.objects.select_for_update().get(pk=file_id)
    path = path_of(row)
    row.name, row.erased_at = "", clock.now()
    row.save(update_fields=["name", "erased_at"])
    transaction.on_commit(lambda: path.unlink(missing_ok=True))
