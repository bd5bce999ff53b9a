"""Papers a meeting needs before and after: invitation, agenda, ballots, conclusion notice."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from vinhdanh.councils.enums import MeetingPaperKind, Outcome, VoteForm
from vinhdanh.documents import (
    Clause,
    Column,
    Paper,
    Row,
    Signature,
    Table,
    emulation_council,
    paragraph,
)
from vinhdanh.documents.dates import clock as hour_words
from vinhdanh.documents.kinds.ballot import BallotContext, Candidate, ballot
from vinhdanh.documents.kinds.conclusion_notice import (
    ConclusionNoticeContext,
    conclusion_notice,
)
from vinhdanh.documents.kinds.frames import unnumbered
from vinhdanh.documents.kinds.invitation import InvitationContext, invitation
from vinhdanh.kernel.errors import DomainError
from vinhdanh.records.enums import IN_FORCE
from vinhdanh.records.papers import files_of, locality_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vinhdanh.councils.models import AgendaItem, Meeting
    from vinhdanh.documents import Office
    from vinhdanh.documents import OfficialDocument as Printed
    from vinhdanh.records.content import FileContent
    from vinhdanh.records.models import OfficialDocument

USUAL_START = dt.time(8)


def invitation_files(meeting: Meeting, document: OfficialDocument) -> list[FileContent]:
    """Return the invitation under its number, as PDF and Word."""
    context = InvitationContext(
        paper=_paper(meeting, document, to="Như trên"),
        event=f"dự phiên họp {_lower(meeting.title)}",
        guests=("Các thành viên Hội đồng Thi đua - Khen thưởng",),
        content=tuple(_agenda(meeting)),
        starts=dt.datetime.combine(meeting.held_on, meeting.starts_at or USUAL_START),
        venue=_venue(meeting),
        chair=_chair(meeting),
        notes=_notes(meeting),
    )
    return files_of(
        invitation(context),
        kind="invitation",
        context=context,
        title=f"Giấy mời họp Hội đồng {meeting.held_on:%d-%m-%Y}",
    )


def conclusion_files(meeting: Meeting, document: OfficialDocument) -> list[FileContent]:
    """Return the notice of what the meeting concluded, under its number."""
    rows = list(meeting.attendance.all())
    present = sum(row.is_present for row in rows)
    context = ConclusionNoticeContext(
        paper=_paper(meeting, document, to="Các thành viên Hội đồng"),
        subject=f"Kết luận của chủ trì tại phiên họp {_lower(meeting.title)}",
        held_on=meeting.held_on,
        venue=_venue(meeting),
        agenda=_lower(meeting.title),
        chair=_chair(meeting),
        attendance=f"{present:02d} trong tổng số {len(rows):02d} thành viên Hội đồng"
        if present
        else "",
        conclusions=tuple(_conclusions(meeting)),
    )
    return files_of(
        conclusion_notice(context),
        kind="conclusion_notice",
        context=context,
        title=f"Thông báo kết luận họp Hội đồng {meeting.held_on:%d-%m-%Y}",
    )


def ballot_paper(meeting: Meeting, items: Iterable[AgendaItem]) -> Printed:
    """Return the ballot for items that are voted on secretly, to be printed for each voter.

    Raises:
        DomainError: nothing is voted on by ballot.
    """
    candidates = tuple(
        Candidate(
            name=item.nomination.recipient.name,
            place=item.nomination.recipient_detail,
            honour=item.nomination.honour_name,
        )
        for item in items
        if item.form in (VoteForm.SECRET, VoteForm.PAPER)
    )
    if not candidates:
        raise DomainError(
            "Phiên họp không có hồ sơ nào bỏ phiếu kín nên không có phiếu bầu để in: hãy chọn hình"
            " thức bỏ phiếu trước."
        )
    return ballot(
        BallotContext(
            office=_office(meeting),
            subject=meeting.title,
            held_on=meeting.held_on,
            candidates=candidates,
        )
    )


def agenda_paper(meeting: Meeting) -> Printed:
    """Return the agenda: the order of the meeting and the list of what is decided."""
    steps = (
        "Tuyên bố lý do, điểm danh, thông qua chương trình",
        "Công chức phụ trách báo cáo kết quả thẩm định hồ sơ",
        "Thành viên có liên quan tự khai và không tham gia biểu quyết",
        "Thảo luận, biểu quyết từng hồ sơ theo danh sách dưới đây",
        "Công bố kết quả, kết luận, thông qua biên bản",
    )
    columns = (
        Column("STT", 12, "center"),
        Column("Cá nhân, tập thể, hộ gia đình", 62),
        Column("Danh hiệu, hình thức", 46),
        Column("Hình thức biểu quyết", 40),
    )
    rows = [
        Row((str(item.order), item.nomination.recipient.name, item.nomination.honour_name,
             item.get_form_display()))
        for item in meeting.items.select_related("nomination__recipient")
    ]  # fmt: skip
    return unnumbered(
        _office(meeting),
        kind_name="CHƯƠNG TRÌNH",
        abstract=f"Phiên họp {_lower(meeting.title)}",
        blocks=(
            *(paragraph(f"{step}.", label=f"{at}.") for at, step in enumerate(steps, start=1)),
            Table(columns=columns, rows=tuple(rows)),
        ),
        day=meeting.held_on,
        year=meeting.held_on.year,
    )


def _paper(meeting: Meeting, document: OfficialDocument, *, to: str) -> Paper:
    return Paper(
        office=_office(meeting),
        signature=Signature(("TM. HỘI ĐỒNG", document.signer_position), document.signer_name),
        recipients=(to, "Lưu: VT, HĐTĐKT"),
        number=document.number,
        date=document.issued_on,
    )


def _office(meeting: Meeting) -> Office:
    body = meeting.council.body
    return emulation_council(locality_of(body), place=body.place)


def _chair(meeting: Meeting) -> str:
    chair = meeting.presided_by
    if chair is None:
        chair = meeting.council.sitting(meeting.held_on).filter(role="chair").first()
    return f"{chair.person.full_name}, {chair.get_role_display()}" if chair else ""


def supposed(meeting: Meeting) -> dict[str, str]:
    """Return hour and place as the invitation prints them where nobody wrote them, by field."""
    start, venue = hour_words(USUAL_START), _venue(meeting)
    said = {
        "starts_at": "" if meeting.starts_at else start,
        "place": "" if meeting.place else venue,
    }
    return {name: words for name, words in said.items() if words}


def _venue(meeting: Meeting) -> str:
    return meeting.place or f"Trụ sở {meeting.council.body.name}"


def _agenda(meeting: Meeting) -> Iterable[str]:
    yield (
        _lower(meeting.title).capitalize()
        if not meeting.items.exists()
        else (f"{meeting.title} ({meeting.items.count():02d} hồ sơ)")
    )


def _notes(meeting: Meeting) -> tuple[str, ...]:
    notes = []
    if meeting.opinions_by:
        last = f"{meeting.opinions_by:%d/%m/%Y}"
        notes.append(f"Thành viên không dự họp được gửi ý kiến bằng văn bản đến hết ngày {last}.")
    before = meeting.papers.filter(
        kind=MeetingPaperKind.INVITATION, document__state__in=IN_FORCE
    ).select_related("document")
    if replaced := before.last():
        notes.append(
            f"Giấy mời này thay thế {replaced.document} ngày"
            f" {replaced.document.issued_on:%d/%m/%Y}."
        )
    return tuple(notes)


def _conclusions(meeting: Meeting) -> Iterable[Clause]:
    items = list(meeting.items.select_related("nomination__recipient"))
    told = (
        (Outcome.APPROVED, "Thống nhất đề nghị khen thưởng"),
        (Outcome.NOT_APPROVED, "Chưa thống nhất đề nghị khen thưởng"),
    )
    at = 0
    for outcome, words in told:
        names = [
            f"{item.nomination.recipient.name} ({item.nomination.honour_name}, {item.agreed})"
            for item in items
            if item.outcome == outcome
        ]
        if names:
            at += 1
            yield Clause(
                number=f"{at}.", text=f"{words} {len(names):02d} trường hợp: {'; '.join(names)}."
            )
    for item in items:
        if item.outcome == Outcome.DEFERRED:
            at += 1
            yield Clause(
                number=f"{at}.",
                text=f"Hoãn xét {item.nomination.recipient.name} vì {_lower(item.defer_reason)}.",
            )


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
