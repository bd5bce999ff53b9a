"""Certificates: any number of recipients, one page each, in one PDF."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from vinhdanh.documents import dates, numbers
from vinhdanh.documents import layout as paper
from vinhdanh.documents.certificate_layout import A4_LANDSCAPE
from vinhdanh.documents.cleaning import cleaned
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.typeface import face
from vinhdanh.documents.typesetting import file_time, typeset

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from vinhdanh.documents.certificate_layout import CertificateLayout

_BEFORE_FIGURE: Final = re.compile(r" (?=\d)")
PLACES: Final = {
    "honour": "tên danh hiệu, hình thức khen thưởng",
    "authority": "thẩm quyền khen thưởng",
    "recipient": "tên người nhận",
    "recipient_place": "chức vụ, đơn vị, địa chỉ",
    "citation": "thành tích",
    "position": "chức vụ người ký",
    "signer": "tên người ký",
    "place": "địa danh",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateContext:
    """Facts of one certificate.

    grant is "TẶNG" for a giấy khen, "TẶNG DANH HIỆU" for a title. The citation repeats the
    decision's wording; date and place are the decision's. book_number is the recipient's
    number in the golden book, none while it is not given.
    """

    honour: str
    authority: str
    recipient: str
    recipient_place: str
    citation: str
    decision_symbol: str
    place: str
    position: tuple[str, ...]
    signer: str
    decision_number: int | None = None
    date: dt.date | None = None
    year: int | None = None
    book_number: str = ""
    salutation: str = ""
    """"Ông", "Bà" or nothing."""
    grant: str = "TẶNG"


def render_certificates(
    contexts: Sequence[CertificateContext], layout: CertificateLayout = A4_LANDSCAPE
) -> bytes:
    """Return one PDF with a page for every certificate, in the order given.

    Raises:
        DocumentError: no recipient, or a text that cannot be printed.
    """
    if not contexts:
        raise DocumentError("Chưa có ai để in giấy khen; hãy chọn ít nhất một người nhận.")
    pages = [_texts(cleaned(one, PLACES, "giấy khen")) for one in contexts]
    return typeset(
        "certificate", _data(pages, layout), made_at=file_time(contexts[0].date, contexts[0].year)
    )


def _texts(one: CertificateContext) -> dict[str, str]:
    """Return the text of every box, by its name in the layout."""
    day = dates.issue_date(one.date, one.year)
    number = numbers.document_number(one.decision_number, one.decision_symbol)
    return {
        "nation": paper.NATION,
        "motto": paper.MOTTO,
        "authority": one.authority.upper(),
        "grant": one.grant,
        "honour": one.honour.upper(),
        "recipient": " ".join(filter(None, (one.salutation, one.recipient))),
        "place": one.recipient_place,
        "citation": _BEFORE_FIGURE.sub("\u00a0", one.citation.rstrip(" .")),
        "decision": f"Quyết định số: {number} {day}",
        "book": f"Số sổ vàng: {one.book_number or dates.GAP}",
        "date": f"{one.place}, {day}",
        "position": "\n".join(one.position),
        "signer": one.signer,
    }


def _data(pages: list[dict[str, str]], layout: CertificateLayout) -> dict[str, Any]:
    data = asdict(layout)
    boxes = dict(layout.boxes)
    motto = boxes.get("motto")
    return data | {
        "boxes": [asdict(box) | {"name": name} for name, box in layout.boxes],
        "emblem": list(layout.emblem),
        "motto_rule": face("Bold").width_mm(paper.MOTTO, motto.size) if motto else 0,
        "pages": pages,
        "title": f"{pages[0]['honour']} ({len(pages)})",
    }
