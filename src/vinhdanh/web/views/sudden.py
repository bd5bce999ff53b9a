"""The short form for a sudden deed: filled in on a phone where it happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.accounts.enums import Act
from vinhdanh.kernel import clock
from vinhdanh.kernel.text import squeeze
from vinhdanh.nominations.services.sudden import Deed, propose_suddenly
from vinhdanh.organizations.models import Person, Position
from vinhdanh.organizations.services.recipients import recipient_for_person
from vinhdanh.web.acts import told_in
from vinhdanh.web.forms.sudden import NEW, SuddenForm

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.nominations.models import Nomination
    from vinhdanh.organizations.models import Unit
    from vinhdanh.web.requests import StaffRequest

SUGGESTED = 200
MOST_SAME = 8


def sudden_new(request: StaffRequest) -> HttpResponse:
    """Ask for five lines and a photo, and send them at once."""
    request.actor.require(Act.NOMINATE)
    if not request.actor.units:
        raise NotAllowedError("Việc này của người phụ trách đơn vị: hãy nhờ đơn vị lập đề nghị.")
    same = _same(request)
    form = SuddenForm(
        request.POST or None,
        request.FILES or None,
        units=request.actor.units,
        as_of=clock.today(),
        same=same if _must_choose(request, same) else (),
    )
    if request.method == "POST" and form.is_valid():
        with told_in(form):
            nomination = _propose(request, form, same)
            if nomination:
                messages.success(request, f"Đã gửi đề nghị khen {nomination.recipient.name}.")
                return redirect("nomination", pk=nomination.pk)
            form.add_error("person", "Có người trùng tên: hãy chọn đúng người.")
    names = Person.objects.filter(positions__unit__in=request.actor.units)
    suggestions = names.values_list("full_name", flat=True).distinct()[:SUGGESTED]
    return render(
        request, "web/nominations/sudden.html", {"form": form, "suggestions": suggestions}
    )


def _same(request: StaffRequest) -> list[Person]:
    """Return everybody of the body who has the name that was typed."""
    name = squeeze(request.POST.get("full_name", ""))
    found = Person.objects.filter(body=request.actor.body, full_name=name)
    return list(found.prefetch_related("positions__unit")[:MOST_SAME]) if name else []


def _must_choose(request: StaffRequest, same: list[Person]) -> bool:
    """Tell whether the name alone leaves open who is meant: one of the own unit is meant."""
    own = {unit.pk for unit in request.actor.units}
    here = [each for each in same if {post.unit_id for post in each.positions.all()} & own]
    return bool(same) and not (len(same) == 1 and here)


def _propose(request: StaffRequest, form: SuddenForm, same: list[Person]) -> Nomination | None:
    data = form.cleaned_data
    unit = next(each for each in request.actor.units if str(each.pk) == data["unit"])
    if "person" in form.fields and not data["person"]:
        return None
    with transaction.atomic():
        person = _person(data.get("person", ""), data["full_name"], unit, same)
        post = next((str(each) for each in person.positions.all()), unit.name)
        photo = data["photo"]
        return propose_suddenly(
            actor=request.actor,
            unit=unit,
            recipient=recipient_for_person(person),
            detail=post,
            honour=data["honour"],
            deed=Deed(
                what=data["what"],
                happened_on=data["happened_on"],
                place=data["place"],
                photo_name=photo.name if photo else "",
                photo=photo.read() if photo else b"",
            ),
        )


def _person(chosen: str, name: str, unit: Unit, same: list[Person]) -> Person:
    """Return the one chosen, the unit's only one, or somebody new."""
    if chosen != NEW and same:
        return next((each for each in same if str(each.pk) == chosen), same[0])
    person = Person(body=unit.office, full_name=squeeze(name))
    person.save()
    Position.objects.create(person=person, unit=unit)
    return person
