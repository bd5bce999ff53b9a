"""Mending a list before it is entered: sheets, columns, its paper or year, single rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.organizations.enums import RowStatus
from vinhdanh.organizations.models import ImportRow
from vinhdanh.organizations.queries.imports import imports_for, left_out, of_same_unit
from vinhdanh.organizations.queries.units import units_of
from vinhdanh.organizations.services.import_mending import (
    choose_for_row,
    choose_places,
    correct_row,
    map_columns,
    set_details,
    skip_row,
)
from vinhdanh.web.acts import told_in
from vinhdanh.web.downloads import download
from vinhdanh.web.form_pages import FormPage, form_page
from vinhdanh.web.forms.import_details import DETAILS_FORMS
from vinhdanh.web.forms.imports import UNIT_FOR_ALL, ColumnsForm, PlacesForm, RowForm
from vinhdanh.web.left_out import left_out_file
from vinhdanh.web.pages import sent_number

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.organizations.models import ListImport
    from vinhdanh.web.requests import StaffRequest


def import_columns(request: StaffRequest, pk: int) -> HttpResponse:
    """Say which column of the file is which."""
    listing = get_object_or_404(imports_for(request.actor), pk=pk)
    form = ColumnsForm(request.POST or None, listing=listing)

    def act() -> str:
        map_columns(
            importer=request.actor,
            listing=listing,
            mapping=form.mapping(),
            expected_version=form.cleaned_data["version"],
        )
        return _url(listing)

    page = _page(
        listing,
        "Các cột của tệp",
        "Cột nào đọc sai thì chọn lại; hệ thống sẽ đọc lại cả tệp, các dòng đã sửa tay trở về như"
        " trong tệp.",
        verb="Đọc lại tệp",
        done="Đã đọc lại tệp theo các cột vừa chọn.",
    )
    return form_page(request, form, page, act)


def import_places(request: StaffRequest, pk: int) -> HttpResponse:
    """Say which sheets or tables of the file are read."""
    listing = get_object_or_404(imports_for(request.actor), pk=pk)
    form = PlacesForm(request.POST or None, listing=listing)

    def act() -> str:
        choose_places(
            importer=request.actor,
            listing=listing,
            places=form.cleaned_data["places"],
            expected_version=form.cleaned_data["version"],
        )
        return _url(listing)

    page = _page(
        listing,
        "Trang tính, bảng của tệp",
        "Chọn danh sách cần nhập; hệ thống sẽ đọc lại tệp, các dòng đã sửa tay trở về như trong"
        " tệp.",
        verb="Đọc lại tệp",
        done="Đã đọc lại tệp theo trang tính, bảng vừa chọn.",
    )
    return form_page(request, form, page, act)


def import_details(request: StaffRequest, pk: int) -> HttpResponse:
    """Say which year, paper or decision a list belongs to."""
    listing = get_object_or_404(imports_for(request.actor), pk=pk, kind__in=DETAILS_FORMS)
    label, form_class = DETAILS_FORMS[listing.kind]
    initial = {**listing.details, "version": listing.version}
    form = form_class(request.POST or None, request.FILES or None, initial=initial)

    def act() -> str:
        set_details(
            importer=request.actor,
            listing=listing,
            details=form.details(),
            expected_version=form.cleaned_data["version"],
            scan=form.cleaned_data.get("scan"),
        )
        return _url(listing)

    scan = listing.details.get("scan_name")
    kept = f" Đã có bản chụp {scan}; chọn tệp khác để thay." if scan else ""
    page = _page(
        listing,
        f"{label} của danh sách",
        f"Dòng có ghi riêng thì theo dòng; các dòng khác theo phần này.{kept}",
        verb="Lưu",
        done="Đã ghi và xem lại mọi dòng.",
    )
    return form_page(request, form, page, act)


def _page(listing: ListImport, title: str, state: str, *, verb: str, done: str) -> FormPage:
    url = _url(listing)
    return FormPage(
        title=title,
        state=state,
        verb=verb,
        done=done,
        back=("Thôi", url),
        area=(listing.source_name, url),
    )


def _url(listing: ListImport) -> str:
    return reverse("import", args=[listing.pk])


def import_row(request: StaffRequest, pk: int) -> HttpResponse:
    """Correct the cells of one row."""
    row = _row(request, pk)
    alike = of_same_unit(row).count()
    units = [each.name for each in units_of(request.actor.body, as_of=clock.today())]
    form = RowForm(request.POST or None, row=row, alike=alike, units=units)
    if request.method == "POST" and form.is_valid():
        with told_in(form):
            kept = correct_row(
                importer=request.actor,
                row=row,
                cells=form.cells(),
                is_unit_for_all=(is_for_all := form.cleaned_data.get(UNIT_FOR_ALL, False)),
                expected_version=sent_number(request, "version"),
            )
            _tell(request, kept, others=alike if is_for_all else 0)
            return redirect("import", pk=row.list_import_id)
    return render(request, "web/imports/row.html", {"form": form, "row": row, "units": units})


def _tell(request: StaffRequest, row: ImportRow, *, others: int) -> None:
    """Say what became of a corrected row; one that only asks who is meant was mended."""
    if row.status == RowStatus.ERROR and not row.asked:
        written = f" Đơn vị cũng đã ghi vào {others} dòng khác." if others else ""
        messages.error(request, f"Chưa sửa được dòng {row.number}: {row.told}{written}")
        return
    also = f" và đơn vị ở {others} dòng khác" if others else ""
    messages.success(request, f"Đã sửa dòng {row.number}{also}. {row.told}")


@require_POST
def import_row_choose(request: StaffRequest, pk: int) -> HttpResponse:
    """Say who is meant by a row, leave it out, or take it in again."""
    row, version = _row(request, pk), sent_number(request, "version")
    try:
        if "skip" in request.POST:
            skip_row(
                importer=request.actor,
                row=row,
                is_skipped=request.POST["skip"] == "1",
                expected_version=version,
            )
        else:
            choose_for_row(
                importer=request.actor,
                row=row,
                name=row.asked,
                choice=request.POST.get("choice", ""),
                expected_version=version,
            )
    except DomainError as problem:
        messages.error(request, problem.message)
    url = reverse("import", args=[row.list_import_id])
    back = request.POST.get("next", "")
    is_own = back.startswith(url) and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return redirect(f"{back if is_own else url}#dong-{row.pk}")


@require_safe
def import_left_out(request: StaffRequest, pk: int) -> HttpResponse:
    """Hand out the rows that are not entered, each with its reason, to be mended."""
    listing = get_object_or_404(imports_for(request.actor), pk=pk)
    data = left_out_file(listing, list(left_out(listing)))
    return download(data, name=f"Dòng để lại của {listing.title}.xlsx", ending="xlsx")


def _row(request: StaffRequest, pk: int) -> ImportRow:
    rows = ImportRow.objects.filter(list_import__in=imports_for(request.actor))
    return get_object_or_404(rows.select_related("list_import"), pk=pk)
