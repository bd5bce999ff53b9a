"""Layouts of certificates: the list, a page to move the boxes on, the real print beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.layout_rules import BOX_WORDS
from vinhdanh.decisions.queries.layouts import chosen, layouts_for, shipped
from vinhdanh.decisions.services.layouts import copy_layout, save_layout
from vinhdanh.documents import DocumentError, layout_from_plain, render_grid
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.files import load
from vinhdanh.web.acts import told_in
from vinhdanh.web.downloads import download
from vinhdanh.web.forms.layouts import LayoutForm, ScanForm
from vinhdanh.web.pages import number_in
from vinhdanh.web.specimens import NARROW, WIDE, picture, specimen, specimens

if TYPE_CHECKING:
    from vinhdanh.decisions.models import CertificateLayout
    from vinhdanh.decisions.queries.layouts import Choice
    from vinhdanh.web.requests import StaffRequest

MINUTE: Final = 60
TRY: Final = "thu"
"""The button that shows the numbers typed without keeping them."""


@require_safe
def layouts(request: StaffRequest) -> HttpResponse:
    """Show the body's own layouts and those that come with the program."""
    return render(
        request,
        "web/layouts/layouts.html",
        {
            "own": list(layouts_for(request.actor)),
            "shipped": shipped(),
            "may_edit": request.actor.may(Act.PRINT_CERTIFICATES),
        },
    )


@require_POST
def layout_copy(request: StaffRequest) -> HttpResponse:
    """Begin a layout of the body's own."""
    try:
        made = copy_layout(
            actor=request.actor,
            key=request.POST.get("layout", ""),
            name=request.POST.get("name", ""),
        )
    except DomainError as problem:
        messages.error(request, problem.message)
        return redirect("layouts")
    messages.success(request, f"Đã lập mẫu “{made.name}”; hãy dời các ô cho khớp phôi.")
    return redirect("layout", key=made.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def layout(request: StaffRequest, key: str) -> HttpResponse:
    """Show a layout; the clerk moves the boxes of the body's own."""
    if not key.isdecimal():
        if request.method == "POST":
            raise Http404
        return _shown(request, _found(request, key))
    own = own_layout(request, key)
    if request.method == "POST":
        return _saved(request, own)
    if not request.actor.may(Act.PRINT_CERTIFICATES):
        return _shown(request, _found(request, key))
    stored = layout_from_plain(own.content)
    initial = {"name": own.name, "version": own.version}
    return editor(request, own, LayoutForm(layout=stored, initial=initial))


def _saved(request: StaffRequest, own: CertificateLayout) -> HttpResponse:
    form = LayoutForm(request.POST, layout=layout_from_plain(own.content))
    if TRY in request.POST:
        return editor(request, own, form, status=200 if form.is_valid() else 422)
    if form.is_valid():
        with told_in(form):
            save_layout(
                actor=request.actor,
                layout=own,
                version=form.cleaned_data["version"],
                name=form.cleaned_data["name"],
                content=form.layout(),
            )
            messages.success(request, "Đã lưu mẫu bằng; lần in sau theo mẫu này.")
            return redirect("layout", key=own.pk)
    return editor(request, own, form, status=422)


def editor(
    request: StaffRequest,
    own: CertificateLayout,
    form: LayoutForm,
    *,
    scan_form: ScanForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """Show the page the boxes are moved on."""
    context = {
        "layout": own,
        "stored": form.stored,
        "form": form,
        "scan_form": scan_form or ScanForm(),
        **_preview(request, str(own.pk), form),
    }
    return render(request, "web/layouts/layout.html", context, status=status)


@require_POST
def layout_preview(request: StaffRequest, key: str) -> HttpResponse:
    """Show the print of the numbers typed so far, or what is wrong with them."""
    own = own_layout(request, key)
    form = LayoutForm(request.POST, layout=layout_from_plain(own.content))
    context = {"layout": own, "form": form, **_preview(request, key, form)}
    return render(request, "web/layouts/_preview.html", context)


def _preview(request: StaffRequest, key: str, form: LayoutForm) -> dict[str, Any]:
    """Return what the picture needs: its address, or the sentence why there is none."""
    who = request.POST.get("specimen", "")
    found: dict[str, Any] = {
        "key": key,
        "page": form.stored,
        "specimens": specimens(request.actor),
        "specimen": who,
    }
    if form.is_bound and not form.is_valid():
        return found | {"problem": str(next(iter(form.errors.values()))[0])}
    found["page"] = form.layout() if form.is_bound else form.stored
    try:
        picture(found["page"], specimen(request.actor, who))
    except DocumentError as problem:
        return found | {"problem": problem.message}
    query = request.POST.copy()
    query.pop("csrfmiddlewaretoken", None)
    return found | {"query": query.urlencode() if form.is_bound else ""}


@require_safe
def layout_picture(request: StaffRequest, key: str) -> HttpResponse:
    """Draw a certificate in a layout, with the numbers of the address where it has some."""
    choice = _found(request, key)
    shown = choice.layout
    if "mode" in request.GET:
        form = LayoutForm(request.GET, layout=shown)
        if not form.is_valid():
            raise Http404
        shown = form.layout()
    across = NARROW if "nho" in request.GET else WIDE
    try:
        data = picture(shown, specimen(request.actor, request.GET.get("specimen", "")), across)
    except DocumentError as problem:
        raise Http404(problem.message) from problem
    return image(data, "png")


@require_safe
def layout_grid(request: StaffRequest, key: str) -> HttpResponse:
    """Hand out the page to print on a blank and hold against the light."""
    choice = _found(request, key)
    name = f"Trang in thử {choice.name}"
    return download(render_grid(choice.layout), name=f"{name}.pdf", ending="pdf", inline=True)


def image(data: bytes, kind: str) -> HttpResponse:
    """Return a picture that the browser may show again for a minute."""
    response = HttpResponse(data, content_type=f"image/{kind}")
    response["X-Content-Type-Options"] = "nosniff"
    patch_cache_control(response, private=True, max_age=MINUTE)
    return response


def own_layout(request: StaffRequest, key: str) -> CertificateLayout:
    """Return a layout of the actor's body, or no page."""
    if not key.isdecimal():
        raise Http404
    return get_object_or_404(layouts_for(request.actor), pk=number_in(key))


def scan_of(own: CertificateLayout) -> bytes:
    """Return the picture of the blank, or no page."""
    if not own.scan_path:
        raise Http404
    try:
        return load(own.scan_path)
    except FileNotFoundError as problem:
        raise Http404 from problem


def _found(request: StaffRequest, key: str) -> Choice:
    try:
        return chosen(request.actor, key)
    except DomainError as problem:
        raise Http404(problem.message) from problem


def _shown(request: StaffRequest, choice: Choice) -> HttpResponse:
    found = choice.layout
    boxes = [(BOX_WORDS.get(name, name), box) for name, box in found.boxes]
    return render(
        request,
        "web/layouts/shown.html",
        {
            "choice": choice,
            "page": found,
            "boxes": boxes,
            "has_scan": bool(choice.scan[0]),
            "may_edit": request.actor.may(Act.PRINT_CERTIFICATES),
        },
    )
