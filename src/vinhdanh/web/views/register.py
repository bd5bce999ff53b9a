"""The register of honours: looked through, taken away, one honour read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.queries.corrections import corrections_of
from vinhdanh.decisions.queries.honours import found_for, honours_for, names_in, years_in
from vinhdanh.decisions.queries.payers import payer_of
from vinhdanh.decisions.queries.revocations import trail_of
from vinhdanh.decisions.register_sheet import COLUMNS, MOST_ROWS, rows_of
from vinhdanh.kernel import clock
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.kernel.wording import day
from vinhdanh.organizations.models import Unit
from vinhdanh.records.spreadsheet import write_register
from vinhdanh.web.forms.handing_over import ReissueForm
from vinhdanh.web.forms.register import RegisterFilter
from vinhdanh.web.pages import ROWS
from vinhdanh.web.views.documents_register import excel

if TYPE_CHECKING:
    from django.http import FileResponse, HttpResponse

    from vinhdanh.web.requests import StaffRequest


@require_safe
def register(request: StaffRequest) -> HttpResponse:
    """Show honours of every year, narrowed by words and filters; the address keeps both."""
    form = filter_of(request)
    asked = form.asked()
    found = found_for(request.actor, asked)
    return render(
        request,
        "web/decisions/register.html",
        {
            "page": Paginator(found, ROWS).get_page(request.GET.get("page")),
            "form": form,
            "words": asked.words,
            "is_more": found.is_more,
            "query": urlencode(form.query()),
            "is_filtered": asked.narrows,
            "may_import": bool(request.actor.may(Act.DRAFT_DECISION)),
        },
    )


@require_safe
def register_sheet(request: StaffRequest) -> FileResponse:
    """Hand out what the register page shows as an Excel file."""
    form = filter_of(request)
    found = found_for(request.actor, form.asked())
    now = day(clock.today())
    file = write_register(
        "SỔ KHEN THƯỞNG",
        f"{request.actor.body.name}, lập ngày {now}",
        COLUMNS,
        rows_of(found.every(most=MOST_ROWS)),
    )
    return excel(file, f"Sổ khen thưởng {now.replace('/', '-')}.xlsx")


@require_safe
def honour(request: StaffRequest, pk: int) -> HttpResponse:
    """Show one honour: who, what for, by which decision, with which money."""
    found = get_object_or_404(
        honours_for(request.actor).select_related(
            "nomination__submission__unit", "decision__body", "body"
        ),
        pk=pk,
    )
    return render(
        request,
        "web/decisions/honour.html",
        {
            "honour": found,
            "trail": list(trail_of(found)),
            "corrections": list(corrections_of(found)),
            "payer": payer_of(found),
            "may_draft": bool(request.actor.may(Act.DRAFT_DECISION)),
            "reissues": list(found.reissues.all()),
            "reissue_form": ReissueForm(
                initial={"applicant": found.recipient_name, "requested_on": clock.today()}
            ),
            "may_sign": bool(request.actor.may(Act.SIGN_DECISION)),
            "may_print": bool(request.actor.may(Act.PRINT_CERTIFICATES)),
            "history": history_of(found)[:20],
            "others": honours_for(request.actor)
            .filter(recipient_id=found.recipient_id)
            .exclude(pk=pk)[:20],
        },
    )


def filter_of(request: StaffRequest) -> RegisterFilter:
    """Return the filter of the register as the address has it."""
    actor = request.actor
    return RegisterFilter(
        request.GET or None,
        years=years_in(actor),
        names=names_in(actor),
        units=Unit.objects.filter(body=actor.body),
    )
