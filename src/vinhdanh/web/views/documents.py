"""One outgoing document: its files, who has read it, what may be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from vinhdanh.accounts.enums import Act
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.kernel.wording import joined
from vinhdanh.planning.queries.plans import tasks_for
from vinhdanh.records.authority import collective_of, signature_lines
from vinhdanh.records.enums import (
    IN_FORCE,
    NOT_ISSUED,
    WITHOUT_NUMBER,
    Authority,
    DocumentState,
    FileRole,
)
from vinhdanh.records.policies import may_take
from vinhdanh.records.queries.documents import documents_for, with_readers
from vinhdanh.records.services.documents import mark_read
from vinhdanh.records.services.hand import attach_signed
from vinhdanh.records.services.signing import receive_signed
from vinhdanh.records.signing import last_signed, may_sign, next_hand, signed_copy
from vinhdanh.records.workflow import TRANSITIONS
from vinhdanh.web.acts import act_then_go
from vinhdanh.web.forms.documents import SignedFileForm
from vinhdanh.web.forms.drafts import StepForm
from vinhdanh.web.forms.signing import SigningForm, signing_forms
from vinhdanh.web.pages import ROWS

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.records.enums import Hand
    from vinhdanh.records.models import DocumentFile, OfficialDocument
    from vinhdanh.records.workflow import Transition
    from vinhdanh.web.requests import StaffRequest

PILLS = {
    "draft": "neutral",
    "for_signature": "waiting",
    "signed": "info",
    "numbered": "waiting",
    "issued": "good",
    "amended": "care",
    "replaced": "care",
    "recalled": "stop",
}
CHANGES = ("amend", "replace")


def document(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a document with its files and who has read it; a draft with its next steps."""
    return document_page(request, pk)


def document_page(
    request: StaffRequest, pk: int, *, refused: SigningForm | None = None, status: int = 200
) -> HttpResponse:
    """Return the page of a document, perhaps with a form for its signature that was refused."""
    actor = request.actor
    found = get_object_or_404(
        with_readers(documents_for(actor)).select_related("changed_by", "body"), pk=pk
    )
    receipts = found.receipts.select_related("unit", "read_by__person").order_by(
        F("read_at").asc(nulls_first=True), "unit__order"
    )
    is_sent = found.state not in NOT_ISSUED
    own = list(receipts.filter(unit__in=actor.units)) if is_sent else []
    files = list(found.files.all())
    steps = _steps(found, actor)
    turn = next_hand(found, files)
    hand = turn[0] if turn and may_sign(turn[0], actor) else None
    return render(
        request,
        "web/documents/document.html",
        {
            "document": found,
            "pill": PILLS[found.state],
            "is_draft": found.state in WITHOUT_NUMBER,
            "signature": signature_lines(
                Authority(found.signer_authority),
                found.signer_position,
                body=collective_of(found.symbol),
            ),
            "files": last_signed(files),
            "signing_forms": _signing_forms(hand, refused),
            "attach_form": _attach_form(found, files, actor, hand=hand),
            "waits_for_body": found.state == DocumentState.NUMBERED,
            "is_signed_digitally": signed_copy(files) is not None,
            "steps": steps,
            "kept_by": getattr(found, "decision", None) if actor.may(Act.ISSUE_DOCUMENT) else None,
            "step_names": {step.name for step in steps},
            "step_form": StepForm(actor=actor, document=found) if steps else None,
            "recall_form": StepForm(actor=actor, document=found, auto_id="recall_%s")
            if "recall" in {step.name for step in steps}
            else None,
            "changes": [step for step in steps if step.name in CHANGES],
            "page": Paginator(receipts, ROWS).get_page(request.GET.get("page")),
            "own": own,
            "unread": joined([each.unit.name for each in own if each.read_at is None]),
            "tasks": tasks_for(actor).filter(document_links__document=found),
            "history": history_of(found).exclude(action="document.read")[:20],
        },
        status=status,
    )


@require_POST
def document_attach(request: StaffRequest, pk: int) -> HttpResponse:
    """Keep the signed paper of a document beside what was generated."""
    found = get_object_or_404(documents_for(request.actor), pk=pk)
    form = SignedFileForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, str(form.errors["file"][0]))
        return redirect("document", pk=pk)
    keep = attach_signed if found.state in IN_FORCE else receive_signed
    return act_then_go(
        request,
        lambda: keep(actor=request.actor, document=found, content=form.cleaned_data["file"]),
        done="Đã bổ sung bản đã ký.",
        to="document",
        pk=pk,
    )


@require_POST
def document_read(request: StaffRequest, pk: int) -> HttpResponse:
    """Take note that the units the person heads have read a document."""
    found = get_object_or_404(documents_for(request.actor), pk=pk)
    if mark_read(actor=request.actor, document=found):
        messages.success(request, f"Đã ghi nhận anh/chị đọc {found}.")
    else:
        messages.info(request, f"Không có đơn vị nào của anh/chị còn phải đọc {found}.")
    return redirect("document", pk=pk)


def _steps(document: OfficialDocument, actor: Actor) -> list[Transition]:
    return [step for step in TRANSITIONS if may_take(step, document, actor)]


def _signing_forms(hand: Hand | None, refused: SigningForm | None) -> list[SigningForm]:
    """Return the ways to sign now, the one that was refused as it was sent."""
    ways = signing_forms(hand) if hand else []
    if refused is None:
        return ways
    return [refused if way.key == refused.key else way for way in ways] or [refused]


def _attach_form(
    document: OfficialDocument, files: list[DocumentFile], actor: Actor, *, hand: Hand | None
) -> SignedFileForm | None:
    """Return the form for the signed paper; none where it is there already."""
    if document.state not in IN_FORCE:
        return SignedFileForm() if hand else None
    if any(file.role == FileRole.SIGNED for file in files) or not actor.may(Act.ISSUE_DOCUMENT):
        return None
    return SignedFileForm()
