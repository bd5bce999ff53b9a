"""Signature fields of a PDF: their names, which are signed, where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.signing import measures as mm
from vinhdanh.documents.signing.places import Box

if TYPE_CHECKING:
    from pyhanko.pdf_utils.reader import PdfFileReader

PERSON: Final = "ChuKyNguoi"
BODY: Final = "ChuKyCoQuan"


def signed_names(reader: PdfFileReader) -> tuple[str, ...]:
    """Return the names of the signed fields, in the order of signing."""
    return tuple(str(one.field_name) for one in reader.embedded_signatures)


def next_name(kind: str, taken: tuple[str, ...]) -> str:
    """Return a free field name of a kind: ChuKyNguoi1, ChuKyNguoi2."""
    return f"{kind}{1 + sum(name.startswith(kind) for name in taken)}"


def last_box(reader: PdfFileReader, kind: str) -> Box | None:
    """Return where the last signature of a kind stands, if there is one."""
    for one in reversed(list(reader.embedded_signatures)):
        if str(one.field_name).startswith(kind):
            return _box(reader, one.sig_field)
    return None


def _box(reader: Any, field: Any) -> Box | None:
    left, low, right, high = (float(side) / mm.POINTS_PER_MM for side in field["/Rect"])
    if right - left <= 0 or "/P" not in field:
        return None
    page = field.raw_get("/P").reference
    for number in range(int(reader.root["/Pages"]["/Count"])):
        if reader.find_page_for_modification(number)[0].reference == page:
            return Box(number, left, low, right, high)
    return None


def require_unsigned_by_body(taken: tuple[str, ...]) -> None:
    """Refuse what comes after the body's signature.

    Raises:
        DocumentError: the body has signed.
    """
    if any(name.startswith(BODY) for name in taken):
        raise DocumentError(
            "Văn bản đã có chữ ký số của cơ quan nên không ký thêm được; "
            "hãy ký trên bản chưa đóng dấu."
        )
