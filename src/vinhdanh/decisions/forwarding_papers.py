"""The letter to the superior with its list, and what else goes into the bundle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.councils.enums import Outcome
from vinhdanh.councils.models import AgendaItem
from vinhdanh.decisions.bundle import Piece
from vinhdanh.documents import Paper, Signature
from vinhdanh.documents.kinds.award_submission import (
    AwardSubmissionContext,
    Review,
    award_submission,
)
from vinhdanh.documents.kinds.nominee_list import Nominee
from vinhdanh.kernel.files import load
from vinhdanh.lawbook import decision_bases
from vinhdanh.nominations.papers import report_files
from vinhdanh.organizations.enums import RecipientKind
from vinhdanh.records.papers import files_of, locality_of, office_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from vinhdanh.nominations.models import Nomination
    from vinhdanh.organizations.models import Unit
    from vinhdanh.records.content import FileContent
    from vinhdanh.records.models import OfficialDocument

SYMBOL = "TTr-UBND"


def items_of(nominations: Iterable[Nomination]) -> dict[int, AgendaItem]:
    """Return the agenda item that approved each nomination, by its id; none where none met."""
    found = AgendaItem.objects.filter(
        nomination__in=[each.pk for each in nominations], outcome=Outcome.APPROVED
    ).select_related("meeting__council")
    found = found.prefetch_related("meeting__minutes")
    return {each.nomination_id: each for each in found.order_by("id")}


def letter_files(
    document: OfficialDocument,
    *,
    superior: str,
    decider: str,
    merit: str,
    signer: str,
    rows: Sequence[Nomination],
    items: Mapping[int, AgendaItem],
    missing: Mapping[int, Sequence[str]],
    as_of: dt.date,
    answer_by: dt.date | None,
) -> list[FileContent]:
    """Return the letter as PDF and Word; its number is known."""
    body = document.body
    context = AwardSubmissionContext(
        paper=Paper(
            office=office_of(body, symbol=SYMBOL),
            signature=Signature(("CHỦ TỊCH",), signer),
            recipients=("Như trên", "Lưu: VT"),
            number=document.number,
            date=as_of,
            year=as_of.year,
        ),
        addressee=superior,
        decider=decider,
        answer_by=answer_by,
        act=f"tặng {_what(rows)}",
        merit=merit,
        review=_review(body, items),
        bases=tuple(
            f"Căn cứ {text}" for text in decision_bases(as_of=as_of, province=body.province)
        ),
        individuals=_nominees(rows, items, RecipientKind.INDIVIDUAL),
        collectives=_nominees(rows, items, RecipientKind.COLLECTIVE),
        households=_nominees(rows, items, RecipientKind.HOUSEHOLD),
        enclosures=_enclosures(rows, items),
        lacking=_lacking(rows, missing),
    )
    return files_of(
        award_submission(context),
        kind="award_submission",
        context=context,
        title=f"Tờ trình {document.number:02d}-{SYMBOL}",
    )


def pieces_of(
    letter: OfficialDocument,
    rows: Sequence[Nomination],
    keys: Mapping[int, str],
    items: Mapping[int, AgendaItem],
) -> Iterator[Piece]:
    """Yield the files of a bundle: letter, minutes, and each case's report and evidence.

    Args:
        letter: issued, with its files.
        rows: the nominations, with their evidence.
        keys: the key of each case by nomination.
        items: what the council approved.
    """
    for file in letter.files.all():
        yield Piece(f"to-trinh.{file.format}", str(letter), load(file.path))
    meetings = {item.meeting_id: item.meeting for item in items.values()}
    for at, meeting in enumerate(meetings.values(), start=1):
        for minutes in meeting.minutes.all():
            yield Piece(
                f"bien-ban-{at}.{minutes.format}",
                f"Biên bản họp ngày {meeting.held_on:%d/%m/%Y}",
                load(minutes.path),
            )
    for row in rows:
        key = keys[row.pk]
        if report := getattr(row, "achievement_report", None):
            for content in report_files(row, report):
                path = f"{key}/bao-cao-thanh-tich.{content.format}"
                yield Piece(path, f"Báo cáo thành tích {row.recipient.name}", content.data, key)
        for at, one in enumerate(row.evidence.all(), start=1):
            path = f"{key}/minh-chung-{at}.{one.format}"
            yield Piece(path, one.note or one.name, load(one.path), key)


def votes_in_words(item: AgendaItem | None) -> str:
    """Return "7/7 đồng ý"; nothing where no council voted."""
    return f"{item.votes_for}/{item.denominator} đồng ý" if item else ""


def _enclosures(rows: Sequence[Nomination], items: Mapping[int, AgendaItem]) -> tuple[str, ...]:
    """Name what the bundle holds besides the letter."""
    found = {
        "Biên bản họp Hội đồng": bool(items),
        "Báo cáo thành tích": any(hasattr(row, "achievement_report") for row in rows),
        "Minh chứng của từng trường hợp": any(row.evidence.all() for row in rows),
    }
    return tuple(name for name, is_there in found.items() if is_there)


def _lacking(rows: Sequence[Nomination], missing: Mapping[int, Sequence[str]]) -> tuple[str, ...]:
    """Name each paper that is missing with whose it is."""
    whose: dict[str, list[str]] = {}
    for row in rows:
        for name in missing[row.pk]:
            whose.setdefault(name, []).append(row.recipient.name)
    return tuple(f"{name} của {', '.join(names)}" for name, names in whose.items())


def _what(rows: Sequence[Nomination]) -> str:
    names = {row.honour_name for row in rows}
    return names.pop() if len(names) == 1 else "danh hiệu thi đua, hình thức khen thưởng"


def _review(body: Unit, items: Mapping[int, AgendaItem]) -> Review | None:
    if not items:
        return None
    meeting = max((item.meeting for item in items.values()), key=lambda each: each.held_on)
    rows = list(meeting.attendance.all())
    return Review(
        council=f"Hội đồng Thi đua - Khen thưởng {locality_of(body)}",
        held_on=meeting.held_on,
        present=sum(row.is_present for row in rows),
        members=len(rows),
    )


def _nominees(
    rows: Sequence[Nomination], items: Mapping[int, AgendaItem], kind: RecipientKind
) -> tuple[Nominee, ...]:
    return tuple(
        Nominee(
            name=row.recipient.name,
            place=row.recipient_detail,
            honour=row.honour_name,
            achievement=row.achievement,
            votes_for=items[row.pk].votes_for if row.pk in items else None,
            votes_of=items[row.pk].denominator if row.pk in items else None,
        )
        for row in rows
        if row.recipient.kind == kind
    )
