"""Issuing the official papers of a meeting: each gets its number in the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.councils.enums import MeetingPaperKind, MeetingState
from vinhdanh.councils.meeting_papers import conclusion_files, invitation_files
from vinhdanh.councils.models import MeetingPaper
from vinhdanh.councils.services.locks import held_meeting
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.records.enums import IN_FORCE, Authority, DocumentKind
from vinhdanh.records.services.documents import issue_document
from vinhdanh.records.services.steps import take_step

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import Meeting

SYMBOLS = {
    MeetingPaperKind.INVITATION: (DocumentKind.INVITATION, "GM-HĐTĐKT"),
    MeetingPaperKind.CONCLUSION: (DocumentKind.NOTICE, "TB-HĐTĐKT"),
}
FILES = {
    MeetingPaperKind.INVITATION: invitation_files,
    MeetingPaperKind.CONCLUSION: conclusion_files,
}


@transaction.atomic
def issue_meeting_paper(*, actor: Actor, meeting: Meeting, kind: MeetingPaperKind) -> MeetingPaper:
    """Issue the invitation to a planned meeting, or the conclusion of a closed one, once.

    One that was recalled makes room for another.

    Raises:
        DomainError: the meeting is at another stage, or the paper is issued already.
    """
    actor.require(Act.ISSUE_DOCUMENT)
    meeting = held_meeting(actor, meeting)
    _require_stage(meeting, kind)
    if known := _issued(meeting, kind).first():
        raise DomainError(f"{known.document} đã ban hành cho phiên họp này: hãy mở văn bản đó.")
    return _issue(actor, meeting, kind)


def is_invited(meeting: Meeting) -> bool:
    """Tell whether the members of a meeting hold an invitation that is in force."""
    return _issued(meeting, MeetingPaperKind.INVITATION).exists()


def renew_invitation(actor: Actor, meeting: Meeting) -> MeetingPaper:
    """Issue an invitation in place of the one in force; part of a larger act.

    Raises:
        NotAllowedError: the actor issues no documents.
    """
    actor.require(Act.ISSUE_DOCUMENT)
    known = _issued(meeting, MeetingPaperKind.INVITATION).get()
    paper = _issue(actor, meeting, MeetingPaperKind.INVITATION)
    take_step(actor=actor, document=known.document, name="replace", successor=paper.document)
    return paper


def _issued(meeting: Meeting, kind: MeetingPaperKind) -> QuerySet[MeetingPaper]:
    papers = meeting.papers.filter(kind=kind, is_in_force=True, document__state__in=IN_FORCE)
    return papers.select_related("document")


def _issue(actor: Actor, meeting: Meeting, kind: MeetingPaperKind) -> MeetingPaper:
    meeting.papers.filter(kind=kind).update(is_in_force=False)
    document_kind, symbol = SYMBOLS[kind]
    signer = (
        meeting.presided_by
        or meeting.council.members.filter(role="chair", left_on__isnull=True).first()
    )
    if signer is None:
        raise DomainError("Hội đồng chưa có Chủ tịch nên chưa có người ký: hãy ghi Chủ tịch trước.")
    document = issue_document(
        actor=actor,
        kind=document_kind,
        symbol=symbol,
        abstract=_abstract(meeting, kind),
        issued_on=clock.today(),
        signer_authority=Authority.COLLECTIVE,
        signer_position=signer.get_role_display().removesuffix(" Hội đồng").upper(),
        signer_name=signer.person.full_name,
        render=lambda numbered: FILES[kind](meeting, numbered),
    )
    return MeetingPaper.objects.create(meeting=meeting, kind=kind, document=document)


def _abstract(meeting: Meeting, kind: MeetingPaperKind) -> str:
    about = meeting.title[:1].lower() + meeting.title[1:]
    if kind == MeetingPaperKind.INVITATION:
        return f"Dự phiên họp {about}"
    return f"Kết luận phiên họp {about}"


def _require_stage(meeting: Meeting, kind: MeetingPaperKind) -> None:
    if kind == MeetingPaperKind.INVITATION and meeting.state != MeetingState.PLANNED:
        raise DomainError("Phiên họp không còn ở bước sắp họp nên không phát giấy mời được nữa.")
    if kind == MeetingPaperKind.CONCLUSION and meeting.state != MeetingState.CLOSED:
        raise DomainError(
            "Phiên họp chưa kết thúc nên chưa có kết luận để thông báo: hãy kết thúc phiên họp."
        )
