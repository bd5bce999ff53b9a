"""Công văn trả lời đơn: what was found about a citizen's letter, and what follows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import dates
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.common import Clause, Paper, clause_blocks, closed
from vinhdanh.documents.kinds.frames import letter
from vinhdanh.documents.model import Block, OfficialDocument, paragraph
from vinhdanh.documents.printed import punctuated
from vinhdanh.kernel.text import initial_capital

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class PetitionReplyContext:
    """Facts of an answer to a complaint, a proposal or a report; never to a denunciation.

    matter follows "về việc": "chưa được xét tặng Giấy khen năm 2024".
    """

    paper: Paper
    unit: str = ""
    """Code of the unit that drafts it: "VHXH"."""
    salutation: str
    """"ông", "bà"."""
    sender: str
    address: str
    written_on: dt.date | None = None
    received_on: dt.date
    matter: str
    bases: tuple[str, ...] = ()
    """What the answer rests on, each beginning with "Căn cứ"."""
    findings: tuple[Clause, ...]
    conclusion: str
    remedy: str = ""
    """What the sender may still do, within which time."""


def petition_reply(context: PetitionReplyContext) -> OfficialDocument:
    """Return the letter (Decree 30/2020, Annex III, sample 1.5).

    Raises:
        DocumentError: nothing was found out.
    """
    if not context.findings:
        raise DocumentError("Công văn trả lời chưa có kết quả xem xét; hãy nhập nội dung trả lời.")
    called = f"{context.salutation} {context.sender}"
    return letter(
        context.paper,
        unit=context.unit,
        subject=f"trả lời đơn của {called}",
        addressees=(f"{initial_capital(called)}, {context.address}",),
        blocks=closed(tuple(_body(context))),
    )


def _body(context: PetitionReplyContext) -> Iterator[Block]:
    name = context.paper.office.name
    written = f" đề ngày {dates.short_date(context.written_on)}" if context.written_on else ""
    yield paragraph(
        f"{initial_capital(dates.long_date(context.received_on))}, {name} nhận được đơn của "
        f"{context.salutation}{written} về việc {context.matter.rstrip('.')}."
    )
    yield from (paragraph(text) for text in punctuated(context.bases))
    yield paragraph(f"Sau khi xem xét, {name} trả lời {context.salutation} như sau:")
    yield from clause_blocks(context.findings, depth=1)
    yield paragraph(context.conclusion)
    if context.remedy:
        yield paragraph(context.remedy)
    yield paragraph(f"{name} trả lời để {context.salutation} biết")


KIND: Final = Kind(
    slug="petition_reply",
    name="Công văn trả lời đơn",
    context=PetitionReplyContext,
    build=petition_reply,
)
