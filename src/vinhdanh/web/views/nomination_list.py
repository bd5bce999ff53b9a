"""Nominations one by one: to find, to see which are late, to receive and appraise many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from vinhdanh.accounts.enums import Act
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.nominations.enums import WITH_CLERK, CommendationKind, NominationState
from vinhdanh.nominations.queries.assessments import with_verdicts
from vinhdanh.nominations.queries.clocks import days_left
from vinhdanh.nominations.queries.nominations import nominations_for
from vinhdanh.nominations.queries.search import LATE_STATES, wanted
from vinhdanh.nominations.services.bulk import take_step_with_each
from vinhdanh.nominations.workflow import transition
from vinhdanh.organizations.queries.units import units_of
from vinhdanh.web.forms.nomination_list import NominationFilter
from vinhdanh.web.pages import ROWS, sent_numbers

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.nominations.models import Nomination
    from vinhdanh.web.requests import StaffRequest

COUNTED = 1000
"""Rows counted and paged; beyond them a filter serves better than a page number."""
MOST_AT_ONCE = 200
TOLD = 5


@require_safe
def nominations(request: StaffRequest) -> HttpResponse:
    """Show the year's nominations, the newest first, of the late ones the latest."""
    today = clock.today()
    form = NominationFilter(
        request.GET,
        units=units_of(request.actor.body, as_of=today),
        as_of=today,
        province=request.actor.body.province,
    )
    own = nominations_for(request.actor).filter(year=request.year)
    order = ("due_on", "id") if form.asked.is_late else ("-id",)
    found = wanted(own, form.asked, as_of=today).order_by(*order)
    # One scan finds what there is: a search among many is not run again to be counted.
    keys = list(found.values_list("pk", flat=True)[: COUNTED + 1])
    page = Paginator(keys, ROWS).get_page(request.GET.get("page"))
    rows = with_verdicts(own.filter(pk__in=list(page.object_list))).order_by(*order)
    query = request.GET.copy()
    query.pop("page", None)
    return render(
        request,
        "web/nominations/nominations.html",
        {
            "page": page,
            "is_more": len(keys) > COUNTED,
            "rows": [(each, _left(each)) for each in rows],
            "form": form,
            "asked": form.asked,
            "states": NominationState.choices,
            "kinds": CommendationKind.choices,
            "query": query.urlencode(),
            "is_filtered": any(query.values()),
            "arrived": WITH_CLERK,
            "may_appraise": request.actor.may(Act.APPRAISE),
        },
    )


@require_POST
def nominations_step(request: StaffRequest) -> HttpResponse:
    """Receive or appraise the chosen ones; what cannot be done is named."""
    chosen = sent_numbers(request, "chosen")
    back = request.POST.get("back", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = reverse("nominations")
    if not chosen:
        messages.error(request, "Chưa chọn hồ sơ nào: hãy đánh dấu ở cột đầu.")
        return redirect(back)
    rows = nominations_for(request.actor).filter(pk__in=chosen[:MOST_AT_ONCE]).order_by("pk")
    name = request.POST.get("step", "")
    try:
        done = take_step_with_each(
            actor=request.actor, nominations=rows, name=name, reason=request.POST.get("reason", "")
        )
    except DomainError as problem:
        messages.error(request, problem.message)
        return redirect(back)
    if done.taken:
        messages.success(request, f"Đã {transition(name).told} {len(done.taken)} hồ sơ.")
    for sentence in done.refused[:TOLD]:
        messages.error(request, sentence)
    if len(done.refused) > TOLD:
        messages.error(request, f"Còn {len(done.refused) - TOLD} hồ sơ khác cũng chưa làm được.")
    return redirect(back)


def _left(nomination: Nomination) -> int | None:
    if nomination.state not in LATE_STATES:
        return None
    return days_left(nomination.due_on, as_of=clock.today())
