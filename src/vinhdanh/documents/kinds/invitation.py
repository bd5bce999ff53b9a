"""Giấy mời: an invitation to a meeting, a ceremony, a training."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import dates
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.common import Paper, closed, fact
from vinhdanh.documents.kinds.frames import issued
from vinhdanh.documents.model import Block, ItemList, OfficialDocument, paragraph
from vinhdanh.documents.printed import punctuated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationContext:
    """Facts of an invitation. One guest is addressed above the text, several are listed."""

    paper: Paper
    event: str
    """What it is to, in lower case: "dự Lễ phát động phong trào …"."""
    guests: tuple[str, ...]
    content: tuple[str, ...]
    starts: datetime
    venue: str
    chair: str = ""
    notes: tuple[str, ...] = ()
    """What to bring or prepare, whom to answer."""


def invitation(context: InvitationContext) -> OfficialDocument:
    """Return the invitation (Decree 30/2020, Annex III, sample 1.7)."""
    return issued(
        context.paper,
        code="GM",
        kind_name="GIẤY MỜI",
        abstract=context.event[:1].upper() + context.event[1:],
        addressees=context.guests,
        blocks=closed(tuple(_body(context))),
    )


def _body(context: InvitationContext) -> Iterator[Block]:
    yield paragraph(f"{context.paper.office.name} trân trọng kính mời quý vị {context.event}.")
    if len(context.content) == 1:
        yield fact("1. Nội dung", context.content[0])
    else:
        yield fact("1. Nội dung", "")
        yield ItemList(punctuated(context.content))
    clock, day = dates.clock(context.starts.time()), dates.long_date(context.starts.date())
    yield fact("2. Thời gian", f"{clock}, {dates.weekday(context.starts.date())}, {day}.")
    yield fact("3. Địa điểm", f"{context.venue}.")
    if context.chair:
        yield fact("4. Chủ trì", f"{context.chair}.")
    yield from (paragraph(note) for note in context.notes)
    yield paragraph("Rất mong quý vị đến dự đúng thời gian và thành phần")


KIND: Final = Kind(slug="invitation", name="Giấy mời", context=InvitationContext, build=invitation)
