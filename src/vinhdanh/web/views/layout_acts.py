"""What is done to a layout of certificates beside moving its boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from vinhdanh.decisions.services.layouts import delete_layout, keep_scan, reset_layout
from vinhdanh.documents import layout_from_plain
from vinhdanh.kernel.errors import DomainError
from vinhdanh.web.acts import act_then_go, told_in
from vinhdanh.web.forms.layouts import LayoutForm, ScanForm
from vinhdanh.web.scans import upright_jpeg
from vinhdanh.web.views.layouts import editor, image, own_layout, scan_of

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.web.requests import StaffRequest


@require_safe
def layout_scan(request: StaffRequest, key: str) -> HttpResponse:
    """Show the picture of the blank."""
    return image(scan_of(own_layout(request, key)), "jpeg")


@require_POST
def layout_scan_keep(request: StaffRequest, key: str) -> HttpResponse:
    """Keep a picture of the blank."""
    own = own_layout(request, key)
    form = ScanForm(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["scan"]
        with told_in(form):
            scan = upright_jpeg(file.read(), name=file.name)
            keep_scan(actor=request.actor, layout=own, version=_version(request), scan=scan)
            messages.success(request, "Đã đặt ảnh phôi dưới các ô.")
            return redirect("layout", key=own.pk)
    initial = {"name": own.name, "version": own.version}
    boxes = LayoutForm(layout=layout_from_plain(own.content), initial=initial)
    return editor(request, own, boxes, scan_form=form, status=422)


@require_POST
def layout_scan_drop(request: StaffRequest, key: str) -> HttpResponse:
    """Take the picture of the blank away."""
    own = own_layout(request, key)
    return act_then_go(
        request,
        lambda: keep_scan(actor=request.actor, layout=own, version=_version(request), scan=b""),
        done="Đã bỏ ảnh phôi.",
        to="layout",
        key=own.pk,
    )


@require_POST
def layout_reset(request: StaffRequest, key: str) -> HttpResponse:
    """Put a layout back to the shipped one it began with."""
    own = own_layout(request, key)
    return act_then_go(
        request,
        lambda: reset_layout(actor=request.actor, layout=own, version=_version(request)),
        done="Đã trả các ô về mẫu có sẵn.",
        to="layout",
        key=own.pk,
    )


@require_POST
def layout_delete(request: StaffRequest, key: str) -> HttpResponse:
    """Drop a layout."""
    own = own_layout(request, key)
    try:
        delete_layout(actor=request.actor, layout=own)
    except DomainError as problem:
        messages.error(request, problem.message)
        return redirect("layout", key=own.pk)
    messages.success(request, f"Đã bỏ mẫu “{own.name}”; những bản đã in giữ nguyên.")
    return redirect("layouts")


def _version(request: StaffRequest) -> int:
    """Return the version the page was made from; none fits what is no number."""
    text = request.POST.get("version", "")
    return int(text) if text.isdecimal() else 0
