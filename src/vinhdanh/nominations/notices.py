"""The notice that posts a list for opinions, as a paper to sign and put up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.documents import Paper, Signature
from vinhdanh.documents.kinds.nominee_list import Nominee
from vinhdanh.documents.kinds.public_notice import PublicNoticeContext, public_notice
from vinhdanh.organizations.enums import RecipientKind
from vinhdanh.records.papers import files_of, locality_of, office_of

if TYPE_CHECKING:
    from vinhdanh.nominations.models import Nomination, Posting
    from vinhdanh.records.content import FileContent

SIGNED_AS = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")


def notice_files(posting: Posting) -> list[FileContent]:
    """Return the notice with its list as PDF and Word; number and signature are the office's."""
    rows = list(posting.nominations.select_related("recipient").order_by("submission", "order"))
    context = PublicNoticeContext(
        paper=Paper(
            office=office_of(posting.body),
            signature=Signature(SIGNED_AS, ""),
            year=posting.posted_on.year,
        ),
        subject=posting.title,
        source=posting.source or f"đề nghị của các đơn vị thuộc {locality_of(posting.body)}",
        places=tuple(posting.places),
        since=posting.posted_on,
        until=posting.closes_on,
        contact=posting.contact,
        individuals=_of(rows, RecipientKind.INDIVIDUAL),
        collectives=_of(rows, RecipientKind.COLLECTIVE),
        households=_of(rows, RecipientKind.HOUSEHOLD),
    )
    return files_of(
        public_notice(context),
        kind="public_notice",
        context=context,
        title=f"Thông báo công khai {posting.posted_on:%d-%m-%Y}",
    )


def _of(rows: list[Nomination], kind: RecipientKind) -> tuple[Nominee, ...]:
    return tuple(
        Nominee(
            name=each.recipient.name,
            place=each.recipient_detail,
            honour=each.honour_name,
            achievement=each.achievement,
        )
        for each in rows
        if each.recipient.kind == kind
    )
