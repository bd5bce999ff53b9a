"""Giấy chứng nhận sáng kiến: for each author, what was recognised by which decision."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import dates
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.common import Paper
from vinhdanh.documents.kinds.frames import unnumbered
from vinhdanh.documents.kinds.initiatives import (
    Initiative,
    author_names,
    check_shares,
    circular_18,
)
from vinhdanh.documents.model import Block, OfficialDocument, centred, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeCertificateContext:
    """Facts of one certificate. number is its own in the book of initiatives: "03/2024"."""

    paper: Paper
    number: str = ""
    recipient: int = 1
    """Which of the authors it is for, counted from 1."""
    salutation: str = "Ông (bà)"
    initiative: Initiative
    investor: str = ""
    summary: str
    benefit: str
    decision: str
    """"Quyết định số 95/QĐ-UBND ngày …"."""
    recognised_on: dt.date


def initiative_certificate(context: InitiativeCertificateContext) -> OfficialDocument:
    """Return the certificate (Circular 18/2013/TT-BKHCN, Annex II); the Chairman signs.

    Raises:
        DocumentError: it is for nobody among the authors, or shares are not the whole.
    """
    check_shares(context.initiative)
    if not 1 <= context.recipient <= len(context.initiative.authors):
        raise DocumentError(
            f"Giấy chứng nhận cấp cho tác giả thứ {context.recipient}, trong khi sáng kiến có "
            f"{len(context.initiative.authors)} tác giả; hãy chọn lại."
        )
    paper = context.paper
    dated = f"{paper.office.place}, {dates.issue_date(paper.date, paper.year)}"
    return unnumbered(
        paper.office,
        kind_name="GIẤY CHỨNG NHẬN SÁNG KIẾN",
        abstract=f"Số: {context.number}" if context.number else "",
        blocks=tuple(_body(context)),
        day=paper.date,
        marks=paper.marks,
        year=paper.year,
        is_dated=False,
        signature=replace(paper.signature, above=dated),
        landscape=True,
        framed=True,
    )


def _body(context: InitiativeCertificateContext) -> Iterator[Block]:
    one = context.initiative.authors[context.recipient - 1]
    place = ", ".join(filter(None, (one.post, one.workplace)))
    role = "tác giả" if len(context.initiative.authors) == 1 else "đồng tác giả"
    yield centred(f"CHỦ TỊCH {context.paper.office.name.upper()}", bold=True)
    yield centred("CHỨNG NHẬN", bold=True)
    yield centred(f"{context.salutation} {one.name.upper()}", bold=True)
    if place:
        yield centred(place, italic=True)
    yield centred(f"là {role} của sáng kiến")
    yield centred(f"“{context.initiative.name}”", bold=True)
    if role != "tác giả":
        yield paragraph(f"Nhóm tác giả: {author_names(context.initiative.authors)}.", label="-")
    if context.investor:
        yield paragraph(f"Chủ đầu tư tạo ra sáng kiến: {context.investor}.", label="-")
    yield paragraph(f"Tóm tắt nội dung sáng kiến: {context.summary}", label="-")
    yield paragraph(f"Lợi ích do áp dụng sáng kiến: {context.benefit}", label="-")
    yield paragraph(
        f"Sáng kiến được công nhận tại {context.decision}, có hiệu lực từ "
        f"{dates.long_date(context.recognised_on)}./."
    )


KIND: Final = Kind(
    slug="initiative_certificate",
    name="Giấy chứng nhận sáng kiến",
    context=InitiativeCertificateContext,
    build=initiative_certificate,
    forms=(circular_18("Phụ lục II"),),
)
