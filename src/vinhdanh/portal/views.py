"""Checking a paper, without an account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_http_methods, require_safe

from vinhdanh.portal.answers import Standing
from vinhdanh.portal.checking import check_code, check_file
from vinhdanh.portal.forms import CheckForm
from vinhdanh.portal.throttle import may_check

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from vinhdanh.portal.answers import Answer


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """Ask for a code or a file, and answer about the file; a code has an address of its own."""
    sent = request.method == "POST"
    form = CheckForm(request.POST, request.FILES) if sent else CheckForm()
    if not sent or not form.is_valid():
        return _page(request, form)
    if code := form.cleaned_data["code"].strip().replace("/", ""):
        return redirect("check_honour", code=code)
    if not _may_go_on(request):
        return _page(request, form, is_busy=True)
    file = form.cleaned_data["file"]
    file.seek(0)
    return _page(request, CheckForm(), answer=check_file(file.read()))


@login_not_required
@require_safe
def check_honour(request: HttpRequest, code: str) -> HttpResponse:
    """Answer about one honour, by the code that its certificate shows."""
    if not _may_go_on(request):
        return _page(request, CheckForm(), is_busy=True)
    return _page(request, CheckForm(initial={"code": code}), answer=check_code(code))


def _may_go_on(request: HttpRequest) -> bool:
    return may_check(request.META.get("REMOTE_ADDR", ""))


def _page(
    request: HttpRequest, form: CheckForm, *, answer: Answer | None = None, is_busy: bool = False
) -> HttpResponse:
    unknown = answer is not None and answer.standing is Standing.UNKNOWN
    status = 429 if is_busy else 404 if unknown and request.method != "POST" else 200
    response = render(
        request,
        "portal/check.html",
        {"form": form, "answer": answer, "is_busy": is_busy},
        status=status,
    )
    patch_cache_control(response, private=True, no_store=True)
    response["X-Robots-Tag"] = "noindex"
    return response
