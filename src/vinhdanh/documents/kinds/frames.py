"""The frame of a paper around its blocks: numbered papers of a body, and papers without number."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from vinhdanh.documents.kinds.common import symbol
from vinhdanh.documents.legal_bases import legal_bases
from vinhdanh.documents.model import OfficialDocument

if TYPE_CHECKING:
    from vinhdanh.documents.kinds.common import Office, Paper
    from vinhdanh.documents.legal_bases import Topic
    from vinhdanh.documents.model import Appendix, Block, Signature


def issued(
    paper: Paper,
    *,
    code: str,
    kind_name: str,
    abstract: str,
    blocks: tuple[Block, ...],
    authority_line: str = "",
    addressees: tuple[str, ...] = (),
    bases: tuple[str, ...] = (),
    appendices: tuple[Appendix, ...] = (),
    is_signed: bool = True,
    landscape: bool = False,
) -> OfficialDocument:
    """Return a numbered paper of a body.

    Args:
        paper: body, number, date, signer, recipients.
        code: the type's code: "QĐ", "TTr".
        kind_name: "QUYẾT ĐỊNH", in capitals.
        abstract: trích yếu.
        blocks: the content, already `closed`.
        authority_line: who decides, above the bases of a decision.
        addressees: "Kính gửi".
        bases: "Căn cứ" lines; their ends are set by the renderer.
        appendices: already `numbered`.
        is_signed: False where the blocks hold the signatures themselves.
        landscape: the main text lies across.
    """
    return OfficialDocument(
        header=paper.office.header,
        number=paper.number,
        symbol=symbol(code, paper.office),
        place=paper.office.place,
        date=paper.date,
        year=paper.year,
        kind_name=kind_name,
        abstract=abstract,
        authority_line=authority_line,
        addressees=addressees,
        bases=bases,
        blocks=blocks,
        signature=paper.signature if is_signed else None,
        recipients=paper.recipients,
        appendices=appendices,
        landscape=landscape,
    )


def letter(
    paper: Paper,
    *,
    unit: str,
    subject: str,
    addressees: tuple[str, ...],
    blocks: tuple[Block, ...],
    appendices: tuple[Appendix, ...] = (),
) -> OfficialDocument:
    """Return a công văn: no type, its symbol is body and drafting unit ("UBND-VHXH").

    Args:
        paper: body, number, date, signer, recipients.
        unit: code of the unit or field that drafts it, or empty.
        subject: trích yếu, printed after "V/v" under the number.
        addressees: "Kính gửi".
        blocks: the content, already `closed`.
        appendices: already `numbered`.
    """
    return OfficialDocument(
        header=paper.office.header,
        number=paper.number,
        symbol="-".join(filter(None, (paper.office.code, unit))),
        place=paper.office.place,
        date=paper.date,
        year=paper.year,
        kind_name="",
        abstract=subject,
        addressees=addressees,
        blocks=blocks,
        signature=paper.signature,
        recipients=paper.recipients,
        appendices=appendices,
    )


def unnumbered(
    office: Office | None,
    *,
    kind_name: str,
    abstract: str,
    blocks: tuple[Block, ...],
    day: dt.date | None = None,
    year: int | None = None,
    is_dated: bool = True,
    addressees: tuple[str, ...] = (),
    signature: Signature | None = None,
    appendices: tuple[Appendix, ...] = (),
    landscape: bool = False,
) -> OfficialDocument:
    """Return a paper without a number: a registration, report, ballot, list or request.

    Args:
        office: whose paper it is; none for a person's, with Quốc hiệu in the middle.
        kind_name: name in capitals.
        abstract: second line of the title, or empty.
        blocks: the content.
        day: date of the paper, none for a draft.
        year: year of a draft.
        is_dated: False where no line with place and date stands under Quốc hiệu.
        addressees: "Kính gửi".
        signature: who signs at the right, where the blocks hold no signatures.
        appendices: already `numbered`.
        landscape: the main text lies across.
    """
    return OfficialDocument(
        header=office.header if office else None,
        symbol="",
        place=office.place if office and is_dated else "",
        date=day,
        year=year,
        kind_name=kind_name,
        abstract=abstract,
        addressees=addressees,
        blocks=blocks,
        signature=signature,
        appendices=appendices,
        landscape=landscape,
    )


def bases_of(paper: Paper, given: tuple[str, ...], topics: tuple[Topic, ...]) -> tuple[str, ...]:
    """Return the bases given, or those the law of the paper's day proposes where none are.

    A draft without a date cites the law at the end of its year; without a year, nothing.
    """
    if given:
        return given
    day = paper.date or (dt.date(paper.year, 12, 31) if paper.year else None)
    return legal_bases(topics, as_of=day) if day else ()
