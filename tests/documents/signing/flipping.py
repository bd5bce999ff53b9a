"""Damage and changes to signed files."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer

if TYPE_CHECKING:
    from collections.abc import Callable


def flipped(pdf: bytes, at: int, mask: int) -> bytes:
    """The file with one byte changed."""
    damaged = bytearray(pdf)
    damaged[at] ^= mask
    return bytes(damaged)


def container(pdf: bytes) -> range:
    """Where the last signature's container stands, "<" and ">" included."""
    numbers = re.findall(rb"/ByteRange \[(\d+) (\d+) (\d+) (\d+)", pdf)[-1]
    return range(int(numbers[1]), int(numbers[2]))


def rewritten(pdf: bytes, der: bytes) -> bytes:
    """The file with another container in the last signature's place, padded with zeros."""
    gap = container(pdf)
    digits = der.hex().upper().encode().ljust(len(gap) - 2, b"0")
    return pdf[: gap.start] + b"<" + digits + b">" + pdf[gap.stop :]


def der_of(pdf: bytes) -> bytes:
    """The last signature's container with its padding."""
    gap = container(pdf)
    return bytes.fromhex(pdf[gap.start + 1 : gap.stop - 1].decode())


def updated(pdf: bytes, change: Callable[[Any], None]) -> bytes:
    """The file with a change appended, as editors do."""
    return _written(IncrementalPdfFileWriter(io.BytesIO(pdf)), change)


def locked(pdf: bytes) -> bytes:
    """The file under a password."""
    writer = copy_into_new_writer(PdfFileReader(io.BytesIO(pdf)))
    return _written(writer, lambda new: new.encrypt(owner_pass="a", user_pass="b"))


def _written(writer: Any, change: Callable[[Any], None]) -> bytes:
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
