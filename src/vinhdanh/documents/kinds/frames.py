"""The frame of a paper around its blocks: numbered papers of a body, and papers without number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.kinds.common import symbol
from vinhdanh.documents.marks import UNMARKED, Marks
from vinhdanh.documents.model import OfficialDocument

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.documents.kinds.common import Office, Paper
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
        marks=paper.marks,
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
        marks=paper.marks,
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
    framed: bool = False,
    marks: Marks = UNMARKED,
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
        framed: with the border of a certificate.
        marks: of the body's paper, where it has any.
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
        framed=framed,
        marks=marks,
    )


def resting_on(bases: tuple[str, ...]) -> tuple[str, ...]:
    """Return the bases of a decision, which has never none (Annex I, II.6.a).

    Which texts are in force on its day is for the caller to know; papers hold no law.

    Raises:
        DocumentError: there is none.
    """
    if not bases:
        raise DocumentError(
            "Quyết định chưa có căn cứ ban hành; hãy ghi các văn bản còn hiệu lực vào ngày ký, mỗi "
            "căn cứ một dòng."
        )
    return bases
