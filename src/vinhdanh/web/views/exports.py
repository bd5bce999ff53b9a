"""Lists go out as Excel files of the shape that is read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.exporting import honour_rows
from vinhdanh.decisions.queries.honours import found_for, honours_for
from vinhdanh.decisions.register_sheet import MOST_ROWS
from vinhdanh.intake.lists import (
    HONOURS,
    HOUSEHOLDS,
    INITIATIVES,
    NOMINATIONS,
    PEOPLE,
    YEAR_RECORDS,
    write_list,
)
from vinhdanh.kernel import clock
from vinhdanh.nominations.exporting import nomination_rows
from vinhdanh.nominations.queries.nominations import submissions_for
from vinhdanh.organizations.exporting import (
    household_rows,
    initiative_rows,
    people_rows,
    year_rows,
)
from vinhdanh.organizations.keeping import Kept
from vinhdanh.organizations.queries.initiatives import initiatives_for
from vinhdanh.organizations.queries.people import households_for, in_unit, people_for
from vinhdanh.organizations.queries.years import year_records_for
from vinhdanh.web.downloads import download
from vinhdanh.web.views.register import filter_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django.http import HttpResponse

    from vinhdanh.intake.lists import ListSchema
    from vinhdanh.web.requests import StaffRequest


@require_safe
def export_people(request: StaffRequest) -> HttpResponse:
    """Hand out the people of the body, or of the units one heads."""
    request.actor.require(Act.KEEP_PEOPLE)
    today = clock.today()
    found = people_for(request.actor)
    if not request.actor.may(Act.KEEP_UNITS):
        pks = [
            pk
            for unit in request.actor.units
            for pk in in_unit(found, unit.pk, as_of=today).values_list("pk", flat=True)
        ]
        found = found.filter(pk__in=pks)
    return _file(PEOPLE, people_rows(found, as_of=today), "Danh sách con người")


@require_safe
def export_households(request: StaffRequest) -> HttpResponse:
    """Hand out the households of the body, or of the units one heads."""
    request.actor.require(Act.KEEP_PEOPLE)
    found = households_for(request.actor)
    if not request.actor.may(Act.KEEP_UNITS):
        found = found.filter(unit__in=request.actor.units)
    return _file(HOUSEHOLDS, household_rows(found), "Danh sách hộ gia đình")


@require_safe
def export_nominations(request: StaffRequest, pk: int) -> HttpResponse:
    """Hand out the nominations of a list."""
    found = get_object_or_404(submissions_for(request.actor), pk=pk)
    return _file(NOMINATIONS, nomination_rows(found, as_of=clock.today()), found.title[:80])


@require_safe
def export_honours(request: StaffRequest) -> HttpResponse:
    """Hand out the register, as filtered."""
    form = filter_of(request)
    found = found_for(request.actor, form.asked()).every(most=MOST_ROWS)
    rows = honours_for(request.actor).filter(pk__in=[each.pk for each in found])
    return _file(HONOURS, honour_rows(rows), "Sổ khen thưởng")


@require_safe
def export_years(request: StaffRequest) -> HttpResponse:
    """Hand out the year's gradings of the body, or of the units one heads."""
    request.actor.require_keeping(Kept.FACTS)
    rows = year_rows(year_records_for(request.actor).filter(year=request.year), as_of=clock.today())
    return _file(YEAR_RECORDS, rows, f"Đánh giá, xếp loại năm {request.year}")


@require_safe
def export_initiatives(request: StaffRequest) -> HttpResponse:
    """Hand out the register of initiatives, a row for each author."""
    request.actor.require_keeping(Kept.FACTS)
    rows = initiative_rows(initiatives_for(request.actor), as_of=clock.today())
    return _file(INITIATIVES, rows, "Sổ sáng kiến, đề tài")


def _file(schema: ListSchema, rows: Iterable[Mapping[str, object]], name: str) -> HttpResponse:
    return download(write_list(schema, rows), name=f"{name}.xlsx", ending="xlsx")
