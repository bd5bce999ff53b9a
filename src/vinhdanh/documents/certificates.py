"""Certificates: any number of recipients, one page each, in one PDF."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from vinhdanh.documents import dates, numbers
from vinhdanh.documents import layout as paper
from vinhdanh.documents.certificate_layouts import layout_named
from vinhdanh.documents.cleaning import cleaned
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.fitting import fitted
from vinhdanh.documents.qr import qr_png
from vinhdanh.documents.typeface import face
from vinhdanh.documents.typesetting import drawing, file_time, typeset

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from vinhdanh.documents.certificate_layout import CertificateLayout, CodeBox, TextBox

A4_LANDSCAPE: Final = layout_named("a4")
"""Giấy khen and emulation titles (Decision 01/2026/QĐ-TTg, Articles 61 and 63)."""
A5_LANDSCAPE: Final = layout_named("a5")
""""Gia đình văn hóa" (Decision 01/2026/QĐ-TTg, Article 62)."""
_RULE_GAP: Final = 0.3
_RULE_THICKNESS: Final = 0.7
_BEFORE_FIGURE: Final = re.compile(r" (?=\d)")
PLACES: Final = {
    "honour": "tên danh hiệu, hình thức khen thưởng",
    "authority": "thẩm quyền khen thưởng",
    "recipient": "tên người nhận",
    "recipient_place": "chức vụ, đơn vị, địa chỉ",
    "citation": "thành tích",
    "decision": "số quyết định",
    "book": "số sổ vàng",
    "position": "chức vụ người ký",
    "signer": "tên người ký",
    "place": "địa danh",
    "check_code": "mã tra cứu",
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
    check_address: str = ""
    """Public address where this certificate can be checked, printed as a QR code."""
    check_code: str = ""
    """What is typed on the page of that address, printed in letters under the QR code."""


def render_certificates(
    contexts: Sequence[CertificateContext],
    layout: CertificateLayout = A4_LANDSCAPE,
    told: Callable[[int], None] = lambda _done: None,
) -> bytes:
    """Return one PDF with a page for every certificate, in the order given.

    Args:
        contexts: the facts of each.
        layout: where its texts stand.
        told: called with the number of certificates set, after each; then the file is written.

    Raises:
        DocumentError: no recipient, or a text that cannot be printed or is too long for its box.
    """
    if not contexts:
        raise DocumentError("Chưa có ai để in giấy khen; hãy chọn ít nhất một người nhận.")
    pages = []
    for one in contexts:
        pages.append(_page(cleaned(one, PLACES, "giấy khen"), layout))
        told(len(pages))
    made_at = file_time(contexts[0].date, contexts[0].year)
    title = f"{contexts[0].honour.upper()} ({len(contexts)})"
    return typeset("certificate", _data(pages, layout) | {"title": title}, made_at=made_at)


def _page(one: CertificateContext, layout: CertificateLayout) -> dict[str, Any]:
    texts = _texts(one)
    code = qr_png(one.check_address) if one.check_address and layout.qr else None
    return {
        "texts": [_set(texts[name], box, name, one) for name, box in layout.printed_boxes()],
        "code": list(code) if code else None,
        "letters": _letters(one, layout.qr) if layout.qr and one.check_code else None,
    }


def _letters(one: CertificateContext, box: CodeBox) -> dict[str, Any]:
    """Return the check code as it stands under the QR code, no wider than that."""
    size = min(box.size, box.side / face().width_mm(one.check_code, 1))
    if size < box.least:
        raise DocumentError(
            f"Mã tra cứu “{one.check_code}” trên giấy khen của “{one.recipient}” quá dài để in "
            "dưới mã QR; hãy dùng mã ngắn hơn hoặc nới ô mã trong mẫu bằng."
        )
    return {"text": one.check_code, "size": size}


def _set(text: str, box: TextBox, name: str, one: CertificateContext) -> dict[str, Any]:
    found = fitted(text, box)
    if not found.fits:
        raise DocumentError(
            f"Phần {PLACES.get(name, name)} trên giấy khen của “{one.recipient}” quá dài, không "
            f"vừa ô ngay cả ở cỡ chữ nhỏ nhất ({box.least:g}); hãy viết ngắn lại."
        )
    return {"lines": found.lines, "size": found.size}


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


def _data(pages: list[dict[str, Any]], layout: CertificateLayout) -> dict[str, Any]:
    data = asdict(layout)
    del data["boxes"], data["emblem"]
    return data | {
        "boxes": [asdict(box) for _name, box in layout.printed_boxes()],
        "backdrop": _backdrop(layout) if layout.mode == "full" else "",
        "emblem": list(layout.emblem) if layout.mode == "full" else [],
        "rule": _motto_rule(layout),
        "pages": pages,
    }


def render_grid(layout: CertificateLayout) -> bytes:
    """Return a test page: a grid of 10 mm and the outline of every box, with the offset applied.

    Printed on a blank held against the light, it shows by how much to move what.
    """
    boxes = [{"name": name, **asdict(box)} for name, box in layout.printed_boxes()]
    data = {
        "width": layout.width,
        "height": layout.height,
        "offset_x": layout.offset_x,
        "offset_y": layout.offset_y,
        "boxes": boxes,
        "title": "Trang in thử",
    }
    return typeset("grid", data, made_at=file_time(None, None))


def _motto_rule(layout: CertificateLayout) -> dict[str, float] | None:
    """Return the rule under Tiêu ngữ, as long as the text."""
    box = dict(layout.printed_boxes()).get("motto")
    if box is None:
        return None
    length = face("Bold").width_mm(paper.MOTTO, box.size)
    return {
        "x": box.x + (box.width - length) / 2,
        "y": box.y + box.height + _RULE_GAP,
        "length": length,
        "thickness": _RULE_THICKNESS * layout.width / A4_LANDSCAPE.width,
    }


def _backdrop(layout: CertificateLayout) -> str:
    """Return border, lotus and flags as one drawing, which the PDF then holds once."""
    return drawing(
        "backdrop",
        {
            "width": layout.width,
            "height": layout.height,
            "emblem_top": layout.emblem_top,
            "emblem_height": layout.emblem_height,
            "lotus": not layout.emblem,
            "flags": layout.flags,
        },
    )
