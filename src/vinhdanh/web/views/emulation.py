"""The year's registrations, movements and pledges."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.accounts.enums import Act, Role
from vinhdanh.emulation.enums import RegistrationState
from vinhdanh.emulation.models import Pledge
from vinhdanh.emulation.queries.registrations import (
    movements_for,
    registrations_for,
    year_registrations,
)
from vinhdanh.emulation.services import movements as movement_acts
from vinhdanh.emulation.services import registrations as registration_acts
from vinhdanh.kernel import clock
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.lawbook import honours
from vinhdanh.nominations.offers import printed_name
from vinhdanh.organizations.enums import RecipientKind
from vinhdanh.planning.enums import MOVEMENT_KINDS, PlanState
from vinhdanh.planning.queries.plans import tasks_for
from vinhdanh.web.acts import act_then_go, told_in
from vinhdanh.web.forms.emulation import MovementForm, PledgeForm, RegistrationForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet
    from django.http import HttpResponse

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.emulation.models import Registration
    from vinhdanh.organizations.models import Unit
    from vinhdanh.planning.models import Task
    from vinhdanh.web.requests import StaffRequest

ROWS = 50
NOT_SENT = "not_sent"
STATES = {
    RegistrationState.SENT.value: "Chờ tiếp nhận",
    NOT_SENT: "Chưa đăng ký",
    RegistrationState.ACCEPTED.value: "Đã tiếp nhận",
}
"""How far a unit is, what waits first; a draft nobody has sent is not yet a registration."""


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit with its registration of the year, told in words."""

    unit: Unit
    registration: Registration | None
    aims: str

    @property
    def state(self) -> str:
        """One of STATES."""
        if self.registration is None or self.registration.state == RegistrationState.DRAFT:
            return NOT_SENT
        return self.registration.state

    @property
    def is_done(self) -> bool:
        """Whether nobody has anything left to do."""
        return self.state == RegistrationState.ACCEPTED


def emulation(request: StaffRequest) -> HttpResponse:
    """Show who has registered for the year, and the year's movements."""
    actor = request.actor
    rows = _unit_rows(actor, request.year)
    sees_all = bool(actor.roles - {Role.UNIT_HEAD, Role.MEMBER})
    state = request.GET.get("tinh-trang", "")
    shown = [row for row in rows if state in ("", row.state)]
    movements = movements_for(actor).filter(year=request.year).order_by("launched_on", "id")
    return render(
        request,
        "web/emulation/emulation.html",
        {
            "own": [
                row for row in rows if actor.heads(row.unit) and not (sees_all and row.is_done)
            ],
            "unsigned": _unsigned(actor, request.year),
            "sees_all": sees_all,
            "page": Paginator(shown, ROWS).get_page(request.GET.get("page")),
            "needed": len(rows),
            "state": state,
            "states": STATES.items(),
            "registered": _registered(rows),
            "movements": Paginator(movements, ROWS).get_page(request.GET.get("trang-phong-trao")),
            "may_accept": actor.may(Act.ACCEPT_REGISTRATION),
            "may_launch": actor.may(Act.LAUNCH_MOVEMENT),
        },
    )


def registration_form(request: StaffRequest, unit_id: int) -> HttpResponse:
    """Register the year's titles of a unit, or send them anew until they are accepted."""
    actor = request.actor
    unit = get_object_or_404(actor.body.units, pk=unit_id)
    actor.require(Act.REGISTER_TITLES)
    if not actor.heads(unit):
        raise NotAllowedError(f"Anh/chị không phụ trách {unit.name} nên không đăng ký thay được.")
    sent = registrations_for(actor).filter(unit=unit, year=request.year).first()
    form = RegistrationForm.of(sent, request.POST or None, year=request.year, as_of=clock.today())
    if request.method == "POST" and form.is_valid():
        year = form.cleaned_data["year"]
        with told_in(form):
            registration_acts.send_registration(actor=actor, unit=unit, year=year, aims=form.aims())
            messages.success(request, f"Đã gửi đăng ký năm {year} của {unit.name}.")
            return redirect("emulation")
    return render(
        request,
        "web/emulation/registration_form.html",
        {"unit": unit, "registration": sent, "form": form},
    )


@require_POST
def accept_registration(request: StaffRequest, pk: int) -> HttpResponse:
    """Accept what a unit has sent."""
    found = get_object_or_404(registrations_for(request.actor), pk=pk)
    return act_then_go(
        request,
        lambda: registration_acts.accept_registration(actor=request.actor, registration=found),
        done=f"Đã tiếp nhận đăng ký của {found.unit.name}.",
        to="emulation",
    )


@require_POST
def reopen_registration(request: StaffRequest, pk: int) -> HttpResponse:
    """Let a unit change what was accepted."""
    found = get_object_or_404(registrations_for(request.actor), pk=pk)
    return act_then_go(
        request,
        lambda: registration_acts.reopen_registration(actor=request.actor, registration=found),
        done=f"Đã mở lại đăng ký của {found.unit.name}; đơn vị sửa rồi gửi lại.",
        to="emulation",
    )


def movement_form(request: StaffRequest) -> HttpResponse:
    """Launch a movement."""
    request.actor.require(Act.LAUNCH_MOVEMENT)
    task = _asked_task(request)
    form = MovementForm.of(
        task,
        request.POST or None,
        actor=request.actor,
        year=(task.plan.year if task else None) or request.year,
        day=clock.today(),
    )
    if request.method == "POST" and form.is_valid():
        with told_in(form):
            found = movement_acts.launch_movement(actor=request.actor, **form.cleaned_data)
            asked = found.pledges.count()
            messages.success(
                request, f"Đã phát động phong trào; {asked} đơn vị được mời ký giao ước."
            )
            return redirect("movement", pk=found.pk)
    return render(request, "web/emulation/movement_form.html", {"form": form})


def _asked_task(request: StaffRequest) -> Task | None:
    asked = request.GET.get("nhiem-vu", "")
    tasks = tasks_for(request.actor).filter(
        plan__state=PlanState.CONFIRMED, fulfilment__in=MOVEMENT_KINDS
    )
    return next((task for task in tasks if str(task.pk) == asked), None)


def movement(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a movement with who has signed, and let a head sign for the unit."""
    actor = request.actor
    found = get_object_or_404(movements_for(actor), pk=pk)
    pledges = found.pledges.select_related("unit").order_by(
        F("signed_on").asc(nulls_first=True), "unit__order"
    )
    may_sign = actor.may(Act.SIGN_PLEDGE)
    return render(
        request,
        "web/emulation/movement.html",
        {
            "movement": found,
            "page": Paginator(pledges, ROWS).get_page(request.GET.get("page")),
            "own": pledges.filter(unit__in=actor.units, signed_on__isnull=True) if may_sign else [],
            "form": PledgeForm(initial={"signed_on": clock.today()}),
            "history": history_of(found).exclude(action="pledge.signed")[:20],
        },
    )


@require_POST
def sign_pledge(request: StaffRequest, pk: int, unit_id: int) -> HttpResponse:
    """Sign a unit's pledge to a movement."""
    found = get_object_or_404(movements_for(request.actor), pk=pk)
    unit = get_object_or_404(request.actor.body.units, pk=unit_id)
    form = PledgeForm(request.POST)
    if not form.is_valid():
        messages.error(request, form.errors["signed_on"].as_text().removeprefix("* "))
        return redirect("movement", pk=pk)
    signed_on = form.cleaned_data["signed_on"]
    return act_then_go(
        request,
        lambda: movement_acts.sign_pledge(
            actor=request.actor, movement=found, unit=unit, signed_on=signed_on
        ),
        done=f"{unit.name} đã ký giao ước thi đua.",
        to="movement",
        pk=pk,
    )


def aims_in_words(registration: Registration, names: dict[tuple[str, str], str]) -> str:
    """Return "12 Lao động tiên tiến; 2 Giấy khen cho cá nhân" of a registration."""
    return "; ".join(
        f"{line.quantity} {names[line.honour, line.recipient_kind]}"
        for line in registration.lines.all()
    )


def honour_names() -> dict[tuple[str, str], str]:
    """Return what honours are called, with whom they are for where that is not always the same."""
    every = [
        (honour.slug, kind.value, printed_name(honour))
        for honour in honours(as_of=clock.today())
        for kind in honour.recipients
    ]
    said = Counter(name for _, _, name in every)
    return {
        (slug, kind): f"{name} cho {RecipientKind(kind).label.lower()}" if said[name] > 1 else name
        for slug, kind, name in every
    }


def _unit_rows(actor: Actor, year: int) -> list[UnitRow]:
    names = honour_names()
    rows = [
        UnitRow(
            row.unit,
            row.registration,
            aims_in_words(row.registration, names) if row.registration else "",
        )
        for row in year_registrations(actor.body, year=year, as_of=clock.today())
    ]
    return sorted(rows, key=lambda row: list(STATES).index(row.state))


def _registered(rows: Sequence[UnitRow]) -> str:
    """Return "18/23 đơn vị đã đăng ký, 2 chờ tiếp nhận.", as the board measures it."""
    accepted = sum(row.state == RegistrationState.ACCEPTED for row in rows)
    waiting = sum(row.state == RegistrationState.SENT for row in rows)
    words = f"{accepted}/{len(rows)} đơn vị đã đăng ký"
    return f"{words}, {waiting} chờ tiếp nhận." if waiting else f"{words}."


def _unsigned(actor: Actor, year: int) -> QuerySet[Pledge]:
    return Pledge.objects.filter(
        unit__in=actor.units, movement__year=year, signed_on__isnull=True
    ).select_related("movement", "unit")
