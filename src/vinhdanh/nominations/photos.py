"""What evidence really is, and photos made fit to keep: upright, of a sensible size, no place."""

from __future__ import annotations

import io
from dataclasses import dataclass
from zipfile import BadZipFile, ZipFile

from PIL import Image, ImageOps, UnidentifiedImageError

from vinhdanh.kernel.errors import DomainError
from vinhdanh.nominations.enums import EvidenceFormat

LONGEST_SIDE = 2000
"""Pixels; enough to read a certificate photographed whole."""
QUALITY = 82
MOST_PIXELS = 60_000_000
_STARTS = (
    (b"%PDF", EvidenceFormat.PDF),
    (b"\xff\xd8\xff", EvidenceFormat.JPG),
    (b"\x89PNG\r\n\x1a\n", EvidenceFormat.PNG),
)
_PARTS = {"word/document.xml": EvidenceFormat.DOCX, "xl/workbook.xml": EvidenceFormat.XLSX}
_HEIC = (b"heic", b"heix", b"hevc", b"mif1", b"msf1")


@dataclass(frozen=True, slots=True)
class Proof:
    """Bytes fit to keep, and what they are."""

    format: EvidenceFormat
    data: bytes


def proof_of(data: bytes, *, name: str) -> Proof:
    """Return evidence as it is kept; photos are written anew without where they were taken.

    Args:
        data: what was sent.
        name: the file's name, for the sentence.

    Raises:
        DomainError: it is empty, of no kind that is kept, or a photo that cannot be read.
    """
    if not data:
        raise DomainError(f"Tệp {name} rỗng: hãy chọn lại đúng tệp.", field="file")
    found = _format_of(data)
    if found is None:
        raise DomainError(_why_not(data, name), field="file")
    if found in (EvidenceFormat.JPG, EvidenceFormat.PNG):
        return Proof(found, _photo(data, found, name))
    return Proof(found, data)


def _format_of(data: bytes) -> EvidenceFormat | None:
    for start, found in _STARTS:
        if data.startswith(start):
            return found
    return _office(data) if data.startswith(b"PK") else None


def _office(data: bytes) -> EvidenceFormat | None:
    try:
        with ZipFile(io.BytesIO(data)) as parts:
            names = set(parts.namelist())
    except BadZipFile:
        return None
    return next((found for part, found in _PARTS.items() if part in names), None)


def _why_not(data: bytes, name: str) -> str:
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        return (
            f"Ảnh {name} ở dạng riêng của điện thoại nên chưa mở được: trong Cài đặt, mục Camera,"
            " hãy chọn định dạng “Tương thích nhất” rồi chụp lại."
        )
    return (
        f"Tệp {name} không phải ảnh chụp, bản quét, tệp Word hay Excel: hãy chụp ảnh hoặc xuất ra"
        " PDF rồi gửi lại."
    )


def _photo(data: bytes, found: EvidenceFormat, name: str) -> bytes:
    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.width * image.height > MOST_PIXELS:
                raise DomainError(
                    f"Ảnh {name} quá lớn: hãy chụp lại ở cỡ thường rồi gửi.", field="file"
                )
            return _written(ImageOps.exif_transpose(image), found)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as problem:
        raise DomainError(
            f"Ảnh {name} bị hỏng nên không mở được: hãy chụp lại hoặc chọn ảnh khác.", field="file"
        ) from problem
    except Image.DecompressionBombError as problem:
        raise DomainError(
            f"Ảnh {name} quá lớn: hãy chụp lại ở cỡ thường rồi gửi.", field="file"
        ) from problem


def _written(image: Image.Image, found: EvidenceFormat) -> bytes:
    """Write pixels alone: whatever the camera noted beside them stays behind."""
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    mode = "RGB" if found is EvidenceFormat.JPG else "RGBA"
    bare = Image.new(mode, image.size)
    bare.paste(image.convert(mode))
    out = io.BytesIO()
    if found is EvidenceFormat.JPG:
        bare.save(out, "JPEG", quality=QUALITY, optimize=True)
    else:
        bare.save(out, "PNG", optimize=True)
    return out.getvalue()
