"""Pictures for the demo's visits: small, real PNG files, no two alike."""

import io
import struct
import zlib
from random import Random

_SIDE = 48  # pixels


class Picture(io.BytesIO):
    """A PNG in memory, as an upload."""

    name = "photo.png"


def picture(random: Random) -> Picture:
    """Colour bands nobody would mistake for a photo, each picture different."""
    colours = [bytes(random.randrange(256) for _ in range(3)) for _ in range(6)]
    rows = b"".join(b"\0" + colours[y * 6 // _SIDE] * _SIDE for y in range(_SIDE))
    header = struct.pack(">IIBBBBB", _SIDE, _SIDE, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 1)), (b"IEND", b""))
    return Picture(b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
