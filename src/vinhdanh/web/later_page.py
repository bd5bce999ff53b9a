"""What the pages of decisions on earlier awards share: words, signing, draft, other papers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.enums import DecisionKind
from vinhdanh.decisions.papers import SYMBOL
from vinhdanh.decisions.queries.waiting import next_number
from vinhdanh.kernel import clock
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.web.acts import told_in
from vinhdanh.web.downloads import download
from vinhdanh.web.forms.decisions import SignForm
from vinhdanh.web.forms.other_papers import scan_form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from django.http import HttpResponse

    from vinhdanh.decisions.models import Decision
    from vinhdanh.records.content import FileContent
    from vinhdanh.web.requests import StaffRequest


@dataclass(frozen=True, slots=True)
class Words:
    """How a kind of decision is spoken of."""

    name: str
    """As it follows "dự thảo"."""
    merit: str
    merit_place: str
    discarded: str
    """What follows when its draft is dropped."""


WORDS: Final = {
    DecisionKind.AWARD: Words(
        "quyết định khen thưởng",
        "Lý do khen thưởng",
        "bắt đầu bằng “đã có thành tích…”",
        "các hồ sơ trong đó lại chờ soạn quyết định",
    ),
    DecisionKind.REVOCATION: Words(
        "quyết định hủy bỏ khen thưởng",
        "Lý do hủy bỏ",
        "sau chữ “vì”",
        "các khen thưởng vẫn giữ nguyên giá trị",
    ),
    DecisionKind.RESTORATION: Words(
        "quyết định khôi phục khen thưởng",
        "Lý do khôi phục",
        "sau chữ “vì”",
        "các trường hợp đó vẫn bị hủy bỏ",
    ),
    DecisionKind.CORRECTION: Words(
        "quyết định đính chính khen thưởng",
        "Lý do đính chính",
        "sau chữ “do”",
        "nội dung trong sổ khen thưởng giữ nguyên",
    ),
}


def words_of(found: Decision) -> Words:
    """Return how a decision is spoken of."""
    return WORDS.get(DecisionKind(found.kind), WORDS[DecisionKind.AWARD])


def later_context(request: StaffRequest, found: Decision) -> dict[str, Any]:
    """Return what every such page shows beside its own list."""
    actor, today = request.actor, clock.today()
    return {
        "decision": found,
        "words": words_of(found),
        "is_draft": found.decided_on is None,
        "files": list(found.document.files.all()) if found.document else [],
        "form": SignForm(initial={"signed_on": today}),
        "scan_form": scan_form(found),
        "next_number": "" if found.decided_on else next_number(found.body, SYMBOL, year=today.year),
        "may_sign": actor.may(Act.SIGN_DECISION),
        "may_draft": bool(actor.may(Act.DRAFT_DECISION)),
        "history": history_of(found)[:20],
    }


def sign_later(
    request: StaffRequest, found: Decision, issue: Callable[..., Decision], *, done: str
) -> HttpResponse:
    """Sign a draft on the day the form says, and go back to its page."""
    form = SignForm(request.POST)
    if form.is_valid():
        with told_in(form):
            issue(actor=request.actor, decision=found, decided_on=form.cleaned_data["signed_on"])
            messages.success(request, done)
            return redirect("decision", pk=found.pk)
    for problems in form.errors.values():
        messages.error(request, str(problems[0]))
    return redirect("decision", pk=found.pk)


def draft_file(files: Iterable[FileContent], ending: str) -> HttpResponse:
    """Show the draft as it would be printed."""
    for file in files:
        if file.format == ending:
            return download(file.data, name=file.title, ending=file.format, inline=True)
    raise Http404
