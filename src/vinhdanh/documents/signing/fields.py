"""Signature fields of a PDF: their names, which are signed, where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pyhanko.sign.fields import (
    FieldMDPAction,
    FieldMDPSpec,
    MDPPerm,
    SigFieldSpec,
    append_signature_field,
    enumerate_sig_fields,
)

from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.signing import measures as mm
from vinhdanh.documents.signing.places import Box
from vinhdanh.documents.signing.tags import tag_widget

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


def reserve(writer: Any, kind: str, box: Box, title: str, *, locks: bool = False) -> None:
    """Add an empty signature field, in the tags of the paper; nobody has signed yet.

    locks says that nothing may change once it is signed.
    """
    everything = FieldMDPSpec(FieldMDPAction.ALL) if locks else None
    name = next_name(kind, ())
    append_signature_field(
        writer,
        SigFieldSpec(
            name,
            on_page=box.page,
            box=box.points(),
            readable_field_name=title,
            field_mdp_spec=everything,
            doc_mdp_update_value=MDPPerm.NO_CHANGES if locks else None,
        ),
    )
    (field,) = (
        one for one in writer.root["/AcroForm"]["/Fields"]
        if one.get_object()["/T"] == name
    )  # fmt: skip
    tag_widget(writer, field, writer.find_page_for_modification(box.page)[0])


def is_reserved(reader: PdfFileReader, kind: str) -> bool:
    """Tell whether an empty field of a kind waits to be signed."""
    return any(
        name.startswith(kind) for name, _, _ in enumerate_sig_fields(reader, filled_status=False)
    )


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
