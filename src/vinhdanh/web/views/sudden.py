"""The short form for a sudden deed: filled in on a phone where it happened."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.accounts.enums import Act
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.nominations.services.sudden import Deed, Doer, propose_suddenly
from vinhdanh.organizations.enums import RecipientKind, UnitKind
from vinhdanh.organizations.models import Person
from vinhdanh.web.acts import told_in
from vinhdanh.web.forms.candidates import who_field
from vinhdanh.web.forms.sudden import MOST, SuddenForm, same_names
from vinhdanh.web.nominees import collective_meant, household_meant, person_meant, unit_among
from vinhdanh.web.pages import number_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpResponse

    from vinhdanh.nominations.models import Nomination
    from vinhdanh.organizations.models import Unit
    from vinhdanh.web.forms.candidates import WhoField
    from vinhdanh.web.nominees import Nominee
    from vinhdanh.web.requests import StaffRequest

SUGGESTED = 200
AT = {"person": "person_{}", "birth_date": "birth_{}"}
"""Fields of a row that services name; everything else about who it is stands at the name."""
AT_LINES = {"achievement": "what", "file": "photo"}


def sudden_new(request: StaffRequest) -> HttpResponse:
    """Ask for five lines and a photo, and send them at once."""
    request.actor.require(Act.NOMINATE)
    if not request.actor.units:
        raise NotAllowedError("Việc này của người phụ trách đơn vị: hãy nhờ đơn vị lập đề nghị.")
    form = _form(request)
    if form.is_bound and form.is_valid():
        sent: list[Nomination] = []
        with told_in(form):
            sent = _propose(request, form)
        if sent:
            return _done(request, sent)
    names = Person.objects.filter(positions__unit__in=request.actor.units)
    suggestions = names.values_list("full_name", flat=True).distinct()[:SUGGESTED]
    return render(
        request, "web/nominations/sudden.html", {"form": form, "suggestions": suggestions}
    )


def _form(request: StaffRequest) -> SuddenForm:
    """Return the form; one more row is asked for without sending anything."""
    data = request.POST
    rows = min(max(number_in(data.get("rows", "")), 1), MOST)
    given: dict[str, Any] = {
        "units": request.actor.units,
        "as_of": clock.today(),
        "asked": _asked(request, rows),
    }
    if "add" in data:
        form = SuddenForm(rows=min(rows + 1, MOST), initial=data.dict(), **given)
        form.fields[f"name_{form.rows[-1]}"].widget.attrs["autofocus"] = True
        return form
    return SuddenForm(data or None, request.FILES or None, rows=rows, **given)


def _asked(request: StaffRequest, rows: int) -> dict[int, WhoField | None]:
    """Return the rows whose name leaves open who is meant, with whom to choose from if any."""
    data = request.POST
    if data.get("kind") != RecipientKind.INDIVIDUAL:
        return {}
    unit = unit_among(list(request.actor.units), data.get("unit", ""))
    names = {row: data.get(f"name_{row}", "") for row in range(1, rows + 1)}
    repeated = same_names(names)
    found = {
        row: who_field(data, unit, f"name_{row}", f"birth_{row}", is_repeated=row in repeated)
        for row in names
    }
    return {row: field for row, field in found.items() if field or row in repeated}


def _propose(request: StaffRequest, form: SuddenForm) -> list[Nomination]:
    data, photo = form.cleaned_data, form.cleaned_data["photo"]
    unit = unit_among(list(request.actor.units), data["unit"])
    assert unit is not None, "the form offers the own units"
    with transaction.atomic():
        doers = [_doer(form, unit, row) for row in form.named()]
        with _at(AT_LINES | {"recipient": form.who_at(1), "honour": f"honour_{data['kind']}"}):
            return propose_suddenly(
                actor=request.actor,
                unit=unit,
                doers=doers,
                honour=form.honour(),
                deed=Deed(
                    what=data["what"],
                    happened_on=data["happened_on"],
                    place=data["place"],
                    photo_name=photo.name if photo else "",
                    photo=photo.read() if photo else b"",
                ),
            )


def _doer(form: SuddenForm, unit: Unit, row: int) -> Doer:
    """Return who a row names, in the unit that proposes."""
    fields = {name: at.format(row) for name, at in AT.items()}
    with _at(fields, other=form.who_at(row)):
        return Doer(*_meant(form.cleaned_data, unit, row))


def _meant(data: dict[str, Any], unit: Unit, row: int) -> Nominee:
    if data["kind"] == RecipientKind.COLLECTIVE:
        return collective_meant(data[f"collective_{row}"])
    name = data[f"name_{row}"]
    if data["kind"] == RecipientKind.HOUSEHOLD:
        head, _, address = name.partition(",")
        return household_meant(
            village=_village(data, unit),
            head=head,
            address=address.strip(),
            sex=data[f"sex_{row}"],
        )
    return person_meant(
        unit=unit,
        name=name,
        birth_date=data.get(f"birth_{row}"),
        choice=data.get(f"person_{row}", ""),
    )


def _village(data: dict[str, Any], unit: Unit) -> Unit:
    if unit.kind == UnitKind.VILLAGE:
        return unit
    village: Unit | None = data.get("village")
    if village is None:
        raise DomainError("Chưa chọn thôn, tổ dân phố của hộ.", field="village")
    return village


@contextmanager
def _at(fields: dict[str, str], other: str = "") -> Iterator[None]:
    """Say a refusal at the form's own field."""
    try:
        yield
    except DomainError as problem:
        if problem.field != "village":
            problem.field = fields.get(problem.field, other or problem.field)
        raise


def _done(request: StaffRequest, sent: list[Nomination]) -> HttpResponse:
    if len(sent) == 1:
        messages.success(request, f"Đã gửi đề nghị khen {sent[0].recipient.name}.")
        return redirect("nomination", pk=sent[0].pk)
    messages.success(request, f"Đã gửi đề nghị khen {len(sent)} trường hợp cùng lập thành tích.")
    return redirect("submission", pk=sent[0].submission_id)
