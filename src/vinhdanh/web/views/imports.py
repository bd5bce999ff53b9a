"""Lists from files: read, looked over row by row, entered at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from vinhdanh.intake.lists import SCHEMAS, write_list
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.nominations.queries.nominations import submissions_for
from vinhdanh.organizations.enums import ImportKind, RowStatus
from vinhdanh.organizations.queries.imports import imports_for, row_counts
from vinhdanh.organizations.services.imports import confirm_import, discard_import, upload_list
from vinhdanh.web.acts import act_then_go, told_in
from vinhdanh.web.downloads import download
from vinhdanh.web.forms.imports import FILE_FORMS, ListFileForm
from vinhdanh.web.import_page import KINDS, details_told, kind_named, preview_rows
from vinhdanh.web.pages import ROWS, sent_number

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.web.requests import StaffRequest


@require_safe
def imports(request: StaffRequest) -> HttpResponse:
    """Show what can be read in, and the lists that were."""
    found = imports_for(request.actor)
    return render(
        request,
        "web/imports/list.html",
        {
            "page": Paginator(found, ROWS).get_page(request.GET.get("page")),
            "kinds": [
                (slug, kind) for slug, kind in KINDS.items() if kind != ImportKind.NOMINATIONS
            ],
        },
    )


def import_new(request: StaffRequest, kind: str) -> HttpResponse:
    """Take a file with a list in."""
    return _upload(request, kind_named(kind), back="imports")


def import_nominations(request: StaffRequest, pk: int) -> HttpResponse:
    """Take a file with nominations in, for a submission that is still being written."""
    found = get_object_or_404(submissions_for(request.actor), pk=pk)
    return _upload(request, ImportKind.NOMINATIONS, subject=found.pk, back="submission")


def _upload(
    request: StaffRequest, kind: ImportKind, *, back: str, subject: int | None = None
) -> HttpResponse:
    form = FILE_FORMS.get(kind, ListFileForm)(
        request.POST or None, request.FILES or None, initial={"year": request.year}
    )
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        with told_in(form):
            listing = upload_list(
                importer=request.actor,
                kind=kind,
                source_name=file.name,
                source=file.read(),
                subject=subject,
                details=form.details(),
                scan=form.cleaned_data.get("scan"),
            )
            return redirect("import", pk=listing.pk)
    slug = next(slug for slug, each in KINDS.items() if each == kind)
    context = {"form": form, "kind": kind, "slug": slug, "back": back, "subject": subject}
    return render(request, "web/imports/upload.html", context)


@require_safe
def import_preview(request: StaffRequest, pk: int) -> HttpResponse:
    """Show what confirming will do, row by row; a fixed number of queries."""
    listing = get_object_or_404(imports_for(request.actor), pk=pk)
    counts = row_counts(listing)
    status = request.GET.get("status", "")
    rows = listing.rows.all()
    if status in RowStatus.values:
        rows = rows.filter(status=status, is_skipped=False)
    elif status == "skipped":
        rows = rows.filter(is_skipped=True)
    page = Paginator(rows, ROWS).get_page(request.GET.get("page"))
    return render(
        request,
        "web/imports/preview.html",
        {
            "listing": listing,
            "counts": counts,
            "page": page,
            "rows": preview_rows(request.actor, listing, list(page)),
            "status": status,
            "filters": [(value.value, value.label, counts[value]) for value in RowStatus],
            "query": f"status={status}" if status else "",
            "history": history_of(listing)[:20],
            "details": details_told(listing),
        },
    )


@require_POST
def import_confirm(request: StaffRequest, pk: int) -> HttpResponse:
    """Enter the good rows, or tell who was faster."""
    listing = get_object_or_404(imports_for(request.actor), pk=pk)
    version = sent_number(request, "version")
    return act_then_go(
        request,
        lambda: confirm_import(
            importer=request.actor,
            listing=listing,
            expected_version=version,
            is_all_or_nothing="all" in request.POST,
        ),
        done="Đã nhập. Các dòng để lại, nếu có, tải về được ở trang này để sửa rồi nhập lại.",
        to="import",
        pk=pk,
    )


@require_POST
def import_discard(request: StaffRequest, pk: int) -> HttpResponse:
    """Put a list aside."""
    listing = get_object_or_404(imports_for(request.actor), pk=pk)
    return act_then_go(
        request,
        lambda: discard_import(importer=request.actor, listing=listing),
        done=f"Đã bỏ danh sách đọc từ tệp {listing.source_name}.",
        to="import",
        pk=pk,
    )


@require_safe
def import_form_file(request: StaffRequest, kind: str) -> HttpResponse:  # noqa: ARG001
    """Hand out the empty form of a kind of list."""
    found = kind_named(kind)
    data = write_list(SCHEMAS[found], [])
    return download(data, name=f"Mẫu {found.label}.xlsx", ending="xlsx")
