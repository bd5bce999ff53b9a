"""Adding a person, a collective or a household to an open list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from vinhdanh.kernel import clock
from vinhdanh.nominations.queries.nominations import submissions_for
from vinhdanh.nominations.services.submissions import Proposal, add_nomination
from vinhdanh.organizations.enums import RecipientKind
from vinhdanh.organizations.models import Household, Person
from vinhdanh.web.acts import told_in
from vinhdanh.web.forms.candidates import who_field
from vinhdanh.web.forms.nominations import (
    KIND_SLUGS,
    CollectiveForm,
    HouseholdForm,
    IndividualForm,
    NominationForm,
)
from vinhdanh.web.nominees import (
    collective_meant,
    household_meant,
    person_meant,
    unit_among,
    units_for,
    villages_for,
)

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.nominations.models import Submission
    from vinhdanh.web.nominees import Nominee
    from vinhdanh.web.requests import StaffRequest


def nominee_new(request: StaffRequest, pk: int, kind: str) -> HttpResponse:
    """Ask for one nominee and add it to the list."""
    submission = get_object_or_404(submissions_for(request.actor), pk=pk)
    if kind not in KIND_SLUGS:
        raise Http404
    form = _form(request, submission, KIND_SLUGS[kind])
    if request.method == "POST" and form.is_valid():
        with told_in(form), transaction.atomic():
            recipient, detail = _nominee(form)
            add_nomination(
                actor=request.actor,
                submission=submission,
                proposal=Proposal(
                    recipient=recipient,
                    detail=detail,
                    honour=form.cleaned_data["honour"],
                    achievement=form.cleaned_data["achievement"],
                    period=form.cleaned_data["period"],
                ),
                as_of=clock.today(),
            )
            messages.success(request, f"Đã thêm {recipient.name} vào danh sách.")
            return redirect("submission", pk=pk)
    return render(
        request,
        "web/nominations/nominee.html",
        {
            "submission": submission,
            "form": form,
            "kind": KIND_SLUGS[kind],
            "suggestions": _suggestions(submission, KIND_SLUGS[kind]),
        },
    )


def _form(request: StaffRequest, submission: Submission, kind: RecipientKind) -> NominationForm:
    unit = submission.unit
    given: dict[str, Any] = {
        "data": request.POST or None,
        "kind": kind,
        "as_of": clock.today(),
        "province": submission.body.province,
        "initial": {"period": f"năm {submission.year}"},
    }
    if kind == RecipientKind.INDIVIDUAL:
        units = units_for(unit)
        where = unit_among(units, request.POST.get("unit", "")) or unit
        return IndividualForm(units=units, who=who_field(request.POST, where), **given)
    if kind == RecipientKind.HOUSEHOLD:
        return HouseholdForm(own=unit, units=villages_for(unit), **given)
    return CollectiveForm(units=units_for(unit), **given)


def _nominee(form: NominationForm) -> Nominee:
    data = form.cleaned_data
    unit = data["unit"]
    if isinstance(form, IndividualForm):
        return person_meant(
            unit=unit,
            name=data["full_name"],
            title=data["title"],
            birth_date=data["birth_date"],
            choice=data.get("person", ""),
        )
    if isinstance(form, HouseholdForm):
        return household_meant(
            village=unit, head=data["head_name"], address=data["address"], sex=data["head_sex"]
        )
    return collective_meant(unit)


def _suggestions(submission: Submission, kind: RecipientKind) -> list[str]:
    if kind == RecipientKind.INDIVIDUAL:
        people = Person.objects.filter(positions__unit=submission.unit)
        return list(people.values_list("full_name", flat=True).distinct()[:200])
    if kind == RecipientKind.HOUSEHOLD:
        households = Household.objects.filter(unit=submission.unit)
        return list(households.values_list("head_name", flat=True)[:200])
    return []
