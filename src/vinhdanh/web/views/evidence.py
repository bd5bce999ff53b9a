"""Evidence of a nomination: to add, to look at, to take away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_POST, require_safe

from vinhdanh.kernel.files import load
from vinhdanh.nominations.models import EvidenceFile
from vinhdanh.nominations.queries.nominations import nominations_for
from vinhdanh.nominations.services.evidence import add_evidence, remove_evidence
from vinhdanh.web.acts import act_then_go, told_in
from vinhdanh.web.dossier import dossier_of
from vinhdanh.web.downloads import download
from vinhdanh.web.forms.evidence import EvidenceForm

if TYPE_CHECKING:
    from vinhdanh.web.requests import StaffRequest

PICTURES = {"jpg": "image/jpeg", "png": "image/png"}


@require_POST
def nomination_evidence(request: StaffRequest, pk: int) -> HttpResponse:
    """Keep a file; a refusal is shown on the dossier, at its field."""
    found = get_object_or_404(nominations_for(request.actor), pk=pk)
    form = EvidenceForm(request.POST, request.FILES)
    if form.is_valid():
        sent = form.cleaned_data["file"]
        with told_in(form):
            add_evidence(
                actor=request.actor,
                nomination=found,
                name=sent.name,
                data=sent.read(),
                note=form.cleaned_data["note"],
            )
            messages.success(request, "Đã thêm minh chứng vào hồ sơ.")
            return redirect(reverse("nomination", args=[pk]) + "#minh-chung")
    context = {**dossier_of(found, request.actor), "evidence_form": form}
    return render(request, "web/nominations/nomination.html", context)


@require_safe
def nomination_proof(request: StaffRequest, pk: int) -> HttpResponse:
    """Hand out a file; with ?xem=1 a photo or PDF opens in the browser."""
    found = _found(request, pk)
    try:
        data = load(found.path)
    except FileNotFoundError as problem:
        raise Http404 from problem
    if request.GET.get("xem") and found.is_photo:
        response = HttpResponse(data, content_type=PICTURES[found.format])
        response["X-Content-Type-Options"] = "nosniff"
        patch_cache_control(response, private=True, max_age=0)
        return response
    inline = bool(request.GET.get("xem"))
    name = found.name.rsplit(".", 1)[0] + f".{found.format}"
    return download(data, name=name, ending=found.format, inline=inline)


@require_POST
def nomination_proof_remove(request: StaffRequest, pk: int) -> HttpResponse:
    """Take a file out of an open dossier."""
    found = _found(request, pk)
    return act_then_go(
        request,
        lambda: remove_evidence(actor=request.actor, evidence=found),
        done="Đã bỏ minh chứng khỏi hồ sơ.",
        to="nomination",
        pk=found.nomination_id,
    )


def _found(request: StaffRequest, pk: int) -> EvidenceFile:
    files = EvidenceFile.objects.filter(nomination__in=nominations_for(request.actor))
    return get_object_or_404(files.select_related("nomination"), pk=pk)
