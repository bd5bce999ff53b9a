"""Signing a document on its page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST

from vinhdanh.records.enums import Hand
from vinhdanh.records.queries.documents import documents_for
from vinhdanh.records.services.signing import sign_here
from vinhdanh.web.acts import told_in
from vinhdanh.web.forms.fields import MEBIBYTE
from vinhdanh.web.forms.signing import IMAGE_LIMIT, KEY_LIMIT, KeyFileForm, TokenForm
from vinhdanh.web.views.documents import document_page

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.web.requests import StaffRequest

MOST_BYTES = (KEY_LIMIT + IMAGE_LIMIT + 1) * MEBIBYTE


class InMemory(MemoryFileUploadHandler):
    """Takes files of a form without a file on the disk; a form that is too large has none."""

    def handle_raw_input(self, *given: Any, **named: Any) -> None:
        """Take files by the form's length (the third thing given) instead of by the settings."""
        super().handle_raw_input(*given, **named)
        self.activated = given[2] <= MOST_BYTES


@csrf_exempt  # how files are taken is said before the first look at the form; `_sign` protects
@require_POST
@sensitive_post_parameters()
def document_sign(request: StaffRequest, pk: int) -> HttpResponse:
    """Sign the paper of a document with a key that is kept nowhere."""
    request.upload_handlers = [InMemory(request)]
    return _sign(request, pk)


@csrf_protect
@sensitive_variables()
def _sign(request: StaffRequest, pk: int) -> HttpResponse:
    actor = request.actor
    found = get_object_or_404(documents_for(actor), pk=pk)
    hand = Hand.BODY if request.POST.get("hand") == Hand.BODY else Hand.PERSON
    kind = TokenForm if request.POST.get("key") == TokenForm.key else KeyFileForm
    form = kind(request.POST, request.FILES, hand=hand)
    if form.is_valid():
        with told_in(form):
            sign_here(actor=actor, document=found, hand=hand, pen=form.pen())
            messages.success(request, f"Đã ký số {found}: chữ ký đã được kiểm tra và lưu.")
            return redirect("document", pk=pk)
    return document_page(request, pk, refused=form, status=422)
