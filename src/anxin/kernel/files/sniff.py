"""What a file is, told by its first bytes; the name and the type the sender states are not believed."""

from __future__ import annotations

import struct
from dataclasses import dataclass

_HEIC_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"mif1", b"msf1"})
_AUDIO_BRANDS = frozenset({b"M4A ", b"M4B "})
_JPEG_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


@dataclass(frozen=True, slots=True)
class Sniffed:
    """MIME type, and for pictures the size in pixels as their header claims it."""

    mime: str
    width: int | None = None
    height: int | None = None

    @property
    def pixels(self) -> int:
        return (self.width or 0) * (self.height or 0)

    @property
    def is_image(self) -> bool:
        return self.mime.startswith("image/")


def sniff(data: bytes) -> Sniffed | None:
    """The type of `data`, or None when it is none of those we take (SVG, HTML, archives, programs …)."""
    for mime, mark in _MARKS:
        if data.startswith(mark):
            return _measured(mime, data)
    if data[4:8] == b"ftyp":
        return _iso_media(data)
    if data.startswith(b"RIFF"):
        return _riff(data)
    return None


_MARKS: tuple[tuple[str, bytes], ...] = (
    ("image/jpeg", b"\xff\xd8\xff"),
    ("image/png", b"\x89PNG\r\n\x1a\n"),
    ("image/gif", b"GIF87a"),
    ("image/gif", b"GIF89a"),
    ("application/pdf", b"%PDF-"),
    ("audio/mpeg", b"ID3"),
    ("audio/mpeg", b"\xff\xfb"),
    ("audio/amr", b"#!AMR"),
    ("audio/ogg", b"OggS"),
    ("video/webm", b"\x1aE\xdf\xa3"),
)


def _measured(mime: str, data: bytes) -> Sniffed | None:
    if not mime.startswith("image/"):
        return Sniffed(mime)
    try:
        width, height = _SIZES[mime](data)
    except (struct.error, ValueError):
        return None  # a picture whose header cannot be read is no picture
    return Sniffed(mime, width, height)


def _png(data: bytes) -> tuple[int, int]:
    if data[12:16] != b"IHDR":
        raise ValueError("no IHDR")
    width, height = struct.unpack_from(">II", data, 16)
    return width, height


def _gif(data: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from("<HH", data, 6)
    return width, height


def _jpeg(data: bytes) -> tuple[int, int]:
    """Walk the segments to the frame header (ITU T.81 B.2.2: length, precision, height, width)."""
    at = 2
    while True:
        marker, kind, length = struct.unpack_from(">BBH", data, at)
        if marker != 0xFF:
            raise ValueError("not at a segment")
        if kind in _JPEG_SIZES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        at += 2 + length


def _webp(data: bytes) -> tuple[int, int]:
    kind = data[12:16]
    if kind == b"VP8X":
        wide, high = data[24:27], data[27:30]
        return int.from_bytes(wide, "little") + 1, int.from_bytes(high, "little") + 1
    if kind == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = struct.unpack_from("<HH", data, 26)
    return width & 0x3FFF, height & 0x3FFF


def _heic(data: bytes) -> tuple[int, int]:
    """The largest image spatial extents box (ISO 23008-12 §6.5.3)."""
    sizes, at = [], data.find(b"ispe")
    while at >= 0:
        sizes.append(struct.unpack_from(">II", data, at + 8))
        at = data.find(b"ispe", at + 4)
    if not sizes:
        raise ValueError("no ispe box")
    width, height = max(sizes, key=lambda size: size[0] * size[1])
    return width, height


_SIZES = {
    "image/png": _png,
    "image/gif": _gif,
    "image/jpeg": _jpeg,
    "image/webp": _webp,
    "image/heic": _heic,
}


def _iso_media(data: bytes) -> Sniffed | None:
    brand = data[8:12]
    if brand in _HEIC_BRANDS:
        return _measured("image/heic", data)
    return Sniffed("audio/mp4" if brand in _AUDIO_BRANDS else "video/mp4")


def _riff(data: bytes) -> Sniffed | None:
    if data[8:12] == b"WEBP":
        return _measured("image/webp", data)
    return Sniffed("audio/wav") if data[8:12] == b"WAVE" else None
