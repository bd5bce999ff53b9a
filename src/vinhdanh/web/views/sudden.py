"""The short form for a sudden deed: filled in on a phone where it happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.accounts.enums import Act
from vinhdanh.kernel import clock
from vinhdanh.nominations.services.sudden import Deed, propose_suddenly
from vinhdanh.organizations.models import Person
from vinhdanh.organizations.queries.people import post_of
from vinhdanh.organizations.services.recipients import find_or_add_person, recipient_for_person
from vinhdanh.web.acts import told_in
from vinhdanh.web.forms.candidates import who_field
from vinhdanh.web.forms.sudden import SuddenForm

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.nominations.models import Nomination
    from vinhdanh.organizations.models import Unit
    from vinhdanh.web.requests import StaffRequest

SUGGESTED = 200


def sudden_new(request: StaffRequest) -> HttpResponse:
    """Ask for five lines and a photo, and send them at once."""
    request.actor.require(Act.NOMINATE)
    if not request.actor.units:
        raise NotAllowedError("Việc này của người phụ trách đơn vị: hãy nhờ đơn vị lập đề nghị.")
    form = SuddenForm(
        request.POST or None,
        request.FILES or None,
        units=request.actor.units,
        as_of=clock.today(),
        who=who_field(request.POST, _unit(request, request.POST.get("unit", ""))),
    )
    if request.method == "POST" and form.is_valid():
        with told_in(form):
            nomination = _propose(request, form)
            messages.success(request, f"Đã gửi đề nghị khen {nomination.recipient.name}.")
            return redirect("nomination", pk=nomination.pk)
    names = Person.objects.filter(positions__unit__in=request.actor.units)
    suggestions = names.values_list("full_name", flat=True).distinct()[:SUGGESTED]
    return render(
        request, "web/nominations/sudden.html", {"form": form, "suggestions": suggestions}
    )


def _propose(request: StaffRequest, form: SuddenForm) -> Nomination:
    data, photo = form.cleaned_data, form.cleaned_data["photo"]
    unit = _unit(request, data["unit"])
    assert unit is not None, "the form offers the own units"
    with transaction.atomic():
        person = find_or_add_person(
            unit=unit,
            full_name=data["full_name"],
            birth_date=data.get("birth_date"),
            choice=data.get("person", ""),
        )
        return propose_suddenly(
            actor=request.actor,
            unit=unit,
            recipient=recipient_for_person(person),
            detail=post_of(person, as_of=clock.today()) or unit.name,
            honour=data["honour"],
            deed=Deed(
                what=data["what"],
                happened_on=data["happened_on"],
                place=data["place"],
                photo_name=photo.name if photo else "",
                photo=photo.read() if photo else b"",
            ),
        )


def _unit(request: StaffRequest, pk: str) -> Unit | None:
    return next((each for each in request.actor.units if str(each.pk) == pk), None)
