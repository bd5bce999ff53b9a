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
from vinhdanh.organizations.queries.people import post_of
from vinhdanh.organizations.queries.units import units_of
from vinhdanh.organizations.services.recipients import (
    find_or_add_household,
    find_or_add_person,
    recipient_for_household,
    recipient_for_person,
    recipient_for_unit,
)
from vinhdanh.web.acts import told_in
from vinhdanh.web.forms.candidates import who_field
from vinhdanh.web.forms.nominations import (
    KIND_SLUGS,
    CollectiveForm,
    HouseholdForm,
    IndividualForm,
    NominationForm,
)

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.nominations.models import Submission
    from vinhdanh.organizations.models import Recipient, Unit
    from vinhdanh.web.requests import StaffRequest


def nominee_new(request: StaffRequest, pk: int, kind: str) -> HttpResponse:
    """Ask for one nominee and add it to the list."""
    submission = get_object_or_404(submissions_for(request.actor), pk=pk)
    if kind not in KIND_SLUGS:
        raise Http404
    form = _form(request, submission, KIND_SLUGS[kind])
    if request.method == "POST" and form.is_valid():
        with told_in(form), transaction.atomic():
            recipient, detail = _recipient(form, submission)
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
    given: dict[str, Any] = {
        "data": request.POST or None,
        "kind": kind,
        "as_of": clock.today(),
        "province": submission.body.province,
        "initial": {"period": f"năm {submission.year}"},
    }
    if kind == RecipientKind.INDIVIDUAL:
        return IndividualForm(who=who_field(request.POST, submission.unit), **given)
    if kind == RecipientKind.HOUSEHOLD:
        return HouseholdForm(**given)
    return CollectiveForm(units=_collectives(submission), **given)


def _collectives(submission: Submission) -> list[Unit]:
    """The proposing unit first, then the others of the body."""
    others = units_of(submission.body, as_of=clock.today()).exclude(pk=submission.unit_id)
    return [submission.unit, *others]


def _recipient(form: NominationForm, submission: Submission) -> tuple[Recipient, str]:
    data = form.cleaned_data
    unit = submission.unit
    if isinstance(form, IndividualForm):
        person = find_or_add_person(
            unit=unit,
            full_name=data["full_name"],
            title=data["title"],
            birth_date=data["birth_date"],
            choice=data.get("person", ""),
        )
        return recipient_for_person(person), _post(person, data["title"], unit)
    if isinstance(form, HouseholdForm):
        household = find_or_add_household(
            unit=unit, head_name=data["head_name"], address=data["address"]
        )
        return recipient_for_household(household), data["address"] or household.address or unit.name
    chosen = next(each for each in _collectives(submission) if str(each.pk) == data["unit"])
    return recipient_for_unit(chosen), chosen.office.name.replace("Ủy ban nhân dân ", "")


def _post(person: Person, title: str, unit: Unit) -> str:
    return f"{title}, {unit.name}" if title else post_of(person, as_of=clock.today()) or unit.name


def _suggestions(submission: Submission, kind: RecipientKind) -> list[str]:
    if kind == RecipientKind.INDIVIDUAL:
        people = Person.objects.filter(positions__unit=submission.unit)
        return list(people.values_list("full_name", flat=True).distinct()[:200])
    if kind == RecipientKind.HOUSEHOLD:
        households = Household.objects.filter(unit=submission.unit)
        return list(households.values_list("head_name", flat=True)[:200])
    return []
