"""The paper of a document that is written here: its text in the layout of its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.documents import (
    Office,
    Signature,
    article,
    emulation_council,
    paragraph,
)
from vinhdanh.documents import OfficialDocument as Printed
from vinhdanh.documents.kinds.common import closed
from vinhdanh.kernel import clock
from vinhdanh.kernel.text import squeeze
from vinhdanh.lawbook import decision_bases
from vinhdanh.records.authority import collective_of, is_councils, signature_lines
from vinhdanh.records.enums import Authority, DocumentKind
from vinhdanh.records.papers import files_of, locality_of, office_of

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.documents.model import Block
    from vinhdanh.records.content import FileContent
    from vinhdanh.records.models import OfficialDocument

_BASIS = re.compile(r"^(Căn cứ|Xét|Theo đề nghị|Thực hiện) ")
_ARTICLE = re.compile(r"^Điều (\d+)\. *")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenContext:
    """Facts of a paper written line by line."""

    office: Office
    symbol: str
    number: int | None
    date: dt.date | None
    year: int
    kind_name: str
    """In capitals; empty for a letter."""
    abstract: str
    authority_line: str
    bases: tuple[str, ...]
    lines: tuple[str, ...]
    addressees: tuple[str, ...]
    recipients: tuple[str, ...]
    signer_lines: tuple[str, ...]
    signer_name: str


def draft_files(document: OfficialDocument) -> list[FileContent]:
    """Return the paper as PDF and Word; nothing where its text was not written here."""
    if not document.content:
        return []
    context = written_context(document)
    return files_of(
        written_paper(context),
        kind="written_paper",
        context=context,
        title=f"{document.get_kind_display()} {document.code.replace('/', '-')}",
    )


def written_context(document: OfficialDocument) -> WrittenContext:
    """Return the facts of the paper; without number and date it is a draft."""
    lines = [line for line in map(squeeze, document.content.splitlines()) if line]
    bases = []
    while lines and _BASIS.match(lines[0]):
        bases.append(lines.pop(0))
    office = _office(document)
    addressees = tuple(map(squeeze, filter(None, document.other_recipients.split(";"))))
    is_letter = document.kind == DocumentKind.LETTER
    asks = is_letter or document.kind in (DocumentKind.SUBMISSION, DocumentKind.INVITATION)
    return WrittenContext(
        office=office,
        symbol=document.symbol,
        number=document.number,
        date=document.issued_on,
        year=document.year,
        kind_name="" if is_letter else document.get_kind_display().upper(),
        abstract=_about(document),
        authority_line=f"CHỦ TỊCH {document.body.name.upper()}"
        if document.kind == DocumentKind.DECISION
        else "",
        bases=tuple(bases) or proposed_bases(document),
        lines=tuple(lines),
        addressees=addressees if asks else (),
        recipients=(("Như trên",) if asks and addressees else addressees) + ("Lưu: VT",),
        signer_lines=signature_lines(
            Authority(document.signer_authority),
            document.signer_position,
            body=collective_of(document.symbol),
        ),
        signer_name=document.signer_name,
    )


def proposed_bases(document: OfficialDocument) -> tuple[str, ...]:
    """Return the legal bases in force on the day of a decision whose text names none.

    A draft goes by today. Papers of other kinds may do without.
    """
    if document.kind != DocumentKind.DECISION:
        return ()
    texts = decision_bases(
        as_of=document.issued_on or clock.today(), province=document.body.province
    )
    return tuple(f"Căn cứ {text}" for text in texts)


def written_paper(context: WrittenContext) -> Printed:
    """Return the paper in the layout of Decree 30/2020."""
    return Printed(
        header=context.office.header,
        symbol=context.symbol,
        place=context.office.place,
        kind_name=context.kind_name,
        abstract=context.abstract,
        authority_line=context.authority_line,
        bases=context.bases,
        blocks=closed(tuple(_block(line) for line in context.lines)) if context.lines else (),
        number=context.number,
        date=context.date,
        year=context.year,
        addressees=context.addressees,
        signature=Signature(context.signer_lines, context.signer_name),
        recipients=context.recipients,
    )


def _office(document: OfficialDocument) -> Office:
    if is_councils(document.symbol):
        return emulation_council(locality_of(document.body), place=document.body.place)
    return office_of(document.body, symbol=document.symbol)


def _about(document: OfficialDocument) -> str:
    """Return the abstract; after "V/v" it goes on in lower case."""
    about = document.abstract
    return about[:1].lower() + about[1:] if document.kind == DocumentKind.LETTER else about


def _block(line: str) -> Block:
    if found := _ARTICLE.match(line):
        return article(int(found[1]), line[found.end() :])
    return paragraph(line)
