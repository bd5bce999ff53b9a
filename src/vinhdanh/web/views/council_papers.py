"""Papers of a meeting: official ones with a number, sheets to print, minutes of the count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST, require_safe

from vinhdanh.accounts.enums import Act
from vinhdanh.councils.enums import MeetingPaperKind, Outcome
from vinhdanh.councils.founding_papers import decision_draft
from vinhdanh.councils.meeting_papers import agenda_paper, ballot_paper
from vinhdanh.councils.models import TallyFile
from vinhdanh.councils.queries.meetings import councils_for, items_of, meetings_for
from vinhdanh.councils.services.papers import issue_meeting_paper
from vinhdanh.documents import render_docx, render_pdf
from vinhdanh.kernel import clock
from vinhdanh.kernel.files import load
from vinhdanh.web.acts import act_then_go
from vinhdanh.web.downloads import download

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.web.requests import StaffRequest

KINDS = {"giay-moi": MeetingPaperKind.INVITATION, "ket-luan": MeetingPaperKind.CONCLUSION}
"""The word in the address, and the kind of paper."""


@require_POST
def meeting_paper(request: StaffRequest, pk: int, slug: str) -> HttpResponse:
    """Issue the invitation or the conclusion notice."""
    found = get_object_or_404(meetings_for(request.actor), pk=pk)
    kind = KINDS.get(slug)
    if kind is None:
        raise Http404
    return act_then_go(
        request,
        lambda: issue_meeting_paper(actor=request.actor, meeting=found, kind=kind),
        done=f"Đã ban hành {kind.label.lower()}; văn bản đã vào sổ.",
        to="meeting",
        pk=pk,
    )


@require_safe
def meeting_sheet(request: StaffRequest, pk: int, slug: str) -> HttpResponse:
    """Hand out the agenda or the ballot, as they are now."""
    found = get_object_or_404(meetings_for(request.actor).select_related("council__body"), pk=pk)
    if slug == "chuong-trinh":
        paper, name = agenda_paper(found), "Chương trình họp Hội đồng"
    elif slug == "phieu-bau":
        pending = items_of(found).filter(outcome=Outcome.PENDING)
        paper, name = ballot_paper(found, pending), "Phiếu bầu"
    else:
        raise Http404
    title = f"{name} {found.held_on:%d-%m-%Y}.pdf"
    return download(render_pdf(paper), name=title, ending="pdf")


@require_safe
def council_draft(request: StaffRequest, pk: int, ending: str) -> HttpResponse:
    """Hand out the draft of the decision that renews a council with its present members."""
    found = get_object_or_404(councils_for(request.actor).select_related("body"), pk=pk)
    request.actor.require(Act.FOUND_COUNCIL)
    render = {"pdf": render_pdf, "docx": render_docx}.get(ending)
    if render is None:
        raise Http404
    paper = decision_draft(found, as_of=clock.today())
    return download(render(paper), name=f"Dự thảo kiện toàn Hội đồng.{ending}", ending=ending)


@require_safe
def tally_file(request: StaffRequest, pk: int) -> HttpResponse:
    """Hand out the minutes of the count as they were made when the meeting closed."""
    files = TallyFile.objects.filter(meeting__in=meetings_for(request.actor))
    file = get_object_or_404(files, pk=pk)
    return download(load(file.path), name=file.title, ending=file.format)
