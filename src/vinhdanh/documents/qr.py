"""QR codes (ISO/IEC 18004): bytes, correction level M, versions 1 to 10, as a tiny PNG.

Our own because a batch of certificates needs hundreds, and one plain picture is all we need of
a QR library. The mask is fixed: every reader takes every mask, and trying out all eight would
cost more than everything else.
"""

from __future__ import annotations

import struct
import zlib
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.galois import check_bytes
from vinhdanh.documents.qr_grid import data_path, fixed_modules, side_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCKS: Final = (
    (10, (16,)), (16, (28,)), (26, (44,)), (18, (32, 32)), (24, (43, 43)), (16, (27,) * 4),
    (18, (31,) * 4), (22, (38, 38, 39, 39)), (22, (36, 36, 36, 37, 37)), (26, (43,) * 4 + (44,)),
)  # fmt: skip
"""By version: check bytes of a block, and the data bytes of each block, at level M."""
_LONG_COUNT_FROM: Final = 10
_BYTE_MODE: Final = "0100"
_PADS: Final = (0xEC, 0x11)
_QUIET: Final = 4
"""Modules of white around the code, which every reader needs."""


def qr_png(text: str) -> bytes:
    """Return a QR code with its quiet zone as PNG, one pixel a module.

    Raises:
        DocumentError: the text is too long for a code that prints small.
    """
    rows = matrix(text)
    side = len(rows) + 2 * _QUIET
    white = "1" * side
    edge = "1" * _QUIET
    lines = ("".join("0" if dark else "1" for dark in row) for row in rows)
    return _png([white] * _QUIET + [f"{edge}{line}{edge}" for line in lines] + [white] * _QUIET)


def matrix(text: str) -> list[list[bool]]:
    """Return the modules, row by row, True for dark, without quiet zone.

    Raises:
        DocumentError: the text is too long.
    """
    data = text.encode()
    version = _version(len(data))
    check, blocks = _BLOCKS[version - 1]
    side = side_of(version)
    grid = [[False] * side for _ in range(side)]
    for (row, column), is_dark in fixed_modules(version).items():
        grid[row][column] = is_dark
    stream = bytes(_interleaved(_padded(data, version), check, blocks))
    path = data_path(version)
    bits = "".join(f"{byte:08b}" for byte in stream).ljust(len(path), "0")
    for (row, column), bit in zip(path, bits, strict=True):
        grid[row][column] = (bit == "1") ^ ((row + column) % 2 == 0)  # mask 0
    return grid


def _version(length: int) -> int:
    """Return the smallest version that holds so many bytes."""
    for version, (_check, blocks) in enumerate(_BLOCKS, start=1):
        head = 2 if version < _LONG_COUNT_FROM else 3
        if length + head <= sum(blocks):
            return version
    raise DocumentError("Địa chỉ tra cứu quá dài để in thành mã QR; hãy dùng địa chỉ ngắn hơn.")


def _padded(data: bytes, version: int) -> bytes:
    """Return mode, length, data and padding as full data bytes."""
    count = 8 if version < _LONG_COUNT_FROM else 16
    bits = f"{_BYTE_MODE}{len(data):0{count}b}" + "".join(f"{byte:08b}" for byte in data) + "0000"
    bits += "0" * (-len(bits) % 8)
    filled = [int(bits[at : at + 8], 2) for at in range(0, len(bits), 8)]
    missing = sum(_BLOCKS[version - 1][1]) - len(filled)
    return bytes([*filled, *(_PADS[at % 2] for at in range(missing))])


def _interleaved(data: bytes, check: int, blocks: tuple[int, ...]) -> Iterator[int]:
    """Yield data bytes of all blocks in turn, then their check bytes in turn."""
    parts, at = [], 0
    for length in blocks:
        parts.append(data[at : at + length])
        at += length
    for group in (parts, [check_bytes(part, check) for part in parts]):
        yield from (byte for row in zip_longest(*group) for byte in row if byte is not None)


def _png(rows: list[str]) -> bytes:
    """Return rows of "0" (black) and "1" (white) as a PNG of one bit a pixel."""
    side = len(rows)
    width = -(-side // 8)
    raw = b"".join(b"\0" + int(row.ljust(width * 8, "0"), 2).to_bytes(width, "big") for row in rows)
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(raw, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in chunks)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
