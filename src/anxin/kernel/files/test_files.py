import io
import struct
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from anxin.kernel import clock, files
from anxin.kernel.actor import Actor, ActorKind
from anxin.kernel.errors import Conflict, Forbidden, Invalid, NotFound, TooLarge
from anxin.kernel.files import storing
from anxin.kernel.files.models import StoredFile
from anxin.kernel.files.sniff import Sniffed, sniff
from anxin.kernel.files.storing import clean_name, path_of
from anxin.kernel.ids import new_id

pytestmark = pytest.mark.django_db
TICKET, FOREIGN = new_id(), new_id()
AGENT = Actor(kind=ActorKind.PERSON, id=new_id(), name="陈静")
STRANGER = Actor(kind=ActorKind.PERSON, id=new_id())


def png(width: int = 2, height: int = 3) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    crc = zlib.crc32(b"IHDR" + header)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + header + struct.pack(">I", crc)


@pytest.fixture(autouse=True)
def _place(settings: object, tmp_path: Path) -> Iterator[None]:
    settings.STORED_FILES = tmp_path  # type: ignore[attr-defined]
    files.bind(
        "test_ticket",
        may_add=lambda actor, object_id: object_id == TICKET,
        may_read=lambda actor, object_id: object_id == TICKET and actor != STRANGER,
    )
    with clock.frozen(datetime(2026, 7, 14, 4, 0, tzinfo=UTC)):
        yield


def upload(data: bytes, name: str = "photo.png", to: UUID = TICKET) -> StoredFile:
    return files.store(AGENT, SimpleUploadedFile(name, data), bound_to=("test_ticket", to))


def test_a_picture_is_kept_under_a_random_name() -> None:
    row = upload(png(640, 480), "../../etc/铭牌.png")
    assert (row.name, row.mime, row.width, row.height) == ("铭牌.png", "image/png", 640, 480)
    assert path_of(row).read_bytes() == png(640, 480)
    assert "铭牌" not in str(path_of(row)) and len(row.stored_as) == 48


@pytest.mark.parametrize(
    "data",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"<html><script>alert(1)</script>",
        b"PK\x03\x04 zip or docx",
        b"MZ program",
        b"#!/bin/sh",
        b"<?php system($_GET[0]);",
        b"",
        b"\x89PNG\r\n\x1a\n",  # a picture without a header
        b"\xff\xd8\xff\xe0\x00",
    ],
)
def test_what_is_no_picture_pdf_sound_or_film_is_refused(data: bytes) -> None:
    with pytest.raises(Invalid) as refused:
        upload(data)
    assert refused.value.code == "error.file_type_refused"
    assert not StoredFile.objects.exists()


def test_a_pixel_bomb_is_refused_before_anything_unpacks_it() -> None:
    with pytest.raises(Invalid) as refused:
        upload(png(50_000, 50_000))
    assert refused.value.code == "error.file_too_many_pixels"


def test_size_and_quota(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storing, "MAX_BYTES", 40)
    monkeypatch.setattr(storing, "QUOTA_BYTES", 70)
    with pytest.raises(TooLarge):
        upload(png() + b"x" * 40)
    upload(png())
    upload(png())
    with pytest.raises(Conflict):
        upload(png())
    assert StoredFile.objects.count() == 2


def test_foreign_objects_and_unknown_types_take_nothing() -> None:
    with pytest.raises(Forbidden):
        upload(png(), to=FOREIGN)
    with pytest.raises(Invalid):
        files.store(AGENT, SimpleUploadedFile("a.png", png()), bound_to=("auth.user", TICKET))
    assert not StoredFile.objects.exists()


def test_only_the_uploader_and_readers_of_the_object_get_it() -> None:
    row = upload(png())
    opened = files.open_for(Actor(kind=ActorKind.PERSON, id=new_id()), row.pk)
    assert opened.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert opened.headers["X-Content-Type-Options"] == "nosniff"
    assert opened.headers["Content-Disposition"].startswith("inline")
    for nobody_s in (row.pk, new_id()):
        with pytest.raises(NotFound):
            files.open_for(STRANGER, nobody_s)


def test_staff_keep_no_file_they_sent_beyond_their_access_and_a_customer_keeps_hers() -> None:
    customer = Actor(kind=ActorKind.CUSTOMER, id=new_id())
    for sender, keeps in ((STRANGER, False), (customer, True)):
        row = files.store(sender, SimpleUploadedFile("a.png", png()), bound_to=("test_ticket", TICKET))
        StoredFile.objects.filter(pk=row.pk).update(bound_id=FOREIGN)  # as if the access had ended
        if keeps:
            assert files.open_for(sender, row.pk).mime == "image/png"
        else:
            with pytest.raises(NotFound):
                files.open_for(sender, row.pk)


def test_a_pdf_is_never_shown_in_place() -> None:
    row = upload(b"%PDF-1.7 ...", "invoice.html")
    assert row.name == "invoice.pdf"
    assert files.open_for(AGENT, row.pk).headers["Content-Disposition"].startswith("attachment")


def test_erasing_takes_bytes_and_name(django_capture_on_commit_callbacks: object) -> None:
    row = upload(png())
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        files.erase(row.pk)
    assert not path_of(row).exists()
    assert StoredFile.objects.values_list("name", flat=True).get() == ""
    with pytest.raises(NotFound):
        files.open_for(AGENT, row.pk)


def jpeg(width: int, height: int) -> bytes:
    app0 = b"\xff\xe0" + struct.pack(">H", 4) + b"ab"
    frame = b"\xff\xc0" + struct.pack(">HBHH", 11, 8, height, width)
    return b"\xff\xd8" + app0 + frame


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (jpeg(4032, 3024), Sniffed("image/jpeg", 4032, 3024)),
        (b"GIF89a" + struct.pack("<HH", 10, 20), Sniffed("image/gif", 10, 20)),
        (
            b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + (99).to_bytes(3, "little") + (49).to_bytes(3, "little"),
            Sniffed("image/webp", 100, 50),
        ),
        (b"\0\0\0\x18ftypheicispe" + struct.pack(">III", 0, 30, 40), Sniffed("image/heic", 30, 40)),
        (b"\0\0\0\x18ftypisom", Sniffed("video/mp4")),
        (b"RIFF\0\0\0\0WAVE", Sniffed("audio/wav")),
        (b"RIFF\0\0\0\0AVI ", None),
    ],
)
def test_sniffing(data: bytes, expected: Sniffed | None) -> None:
    assert sniff(data) == expected


def test_real_pictures_are_measured() -> None:
    for kind in ("JPEG", "PNG", "GIF", "WEBP"):
        out = io.BytesIO()
        Image.new("RGB", (321, 123)).save(out, kind)
        found = sniff(out.getvalue())
        assert found is not None and (found.width, found.height) == (321, 123), kind


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("a.pht", "a.jpg"),
        ("..\\..\\x.jpg", "x.jpg"),
        ("\r\nSet-Cookie: a", "__Set-Cookie_ a.jpg"),
        ("", "file.jpg"),
    ],
)
def test_names_are_cleaned(name: str, clean: str) -> None:
    assert clean_name(name, "image/jpeg") == clean
