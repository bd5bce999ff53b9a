"""People of the body: the list, one person, and who may be meant by a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, render

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.accounts.enums import Act, Role
from vinhdanh.decisions.queries.honours import honours_for
from vinhdanh.intake.lists import person_name
from vinhdanh.kernel import clock
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.kernel.text import squeeze
from vinhdanh.nominations.queries.nominations import nominations_for
from vinhdanh.nominations.queries.prospects import outlook_of
from vinhdanh.organizations.honour_counts import honours_counted
from vinhdanh.organizations.keeping import Kept
from vinhdanh.organizations.models import Recipient
from vinhdanh.organizations.queries.candidates import candidates
from vinhdanh.organizations.queries.people import (
    in_unit,
    leading,
    named,
    people_for,
    serving,
    units_now,
    with_posts,
)
from vinhdanh.organizations.queries.units import units_of
from vinhdanh.web.forms.facts import day_or_none
from vinhdanh.web.pages import ROWS, number_in
from vinhdanh.web.people_tabs import tabs

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpResponse

    from vinhdanh.organizations.models import Person
    from vinhdanh.web.requests import StaffRequest

OFFICE = {Role.CLERK, Role.CHAIR}
STATES = (("dang", "Đang giữ chức vụ"), ("thoi", "Không giữ chức vụ"))
GROUPS = (("truc-tiep", "Lao động trực tiếp"), ("lanh-dao", "Lãnh đạo, quản lý"))


def people(request: StaffRequest) -> HttpResponse:
    """Show the people by given name, searched and filtered."""
    actor, today = request.actor, clock.today()
    asked = {name: squeeze(request.GET.get(name, "")) for name in ("tu", "don-vi", "tt", "nhom")}
    every = people_for(actor)
    page = Paginator(with_posts(_filtered(every, asked), as_of=today), ROWS).get_page(
        request.GET.get("page")
    )
    query = request.GET.copy()
    query.pop("page", None)
    rows = _rows(list(page))
    return render(
        request,
        "web/people/people.html",
        {
            "tabs": tabs("people"),
            "page": page,
            "rows": rows,
            "total": every.count(),
            "units": units_of(actor.body, as_of=today),
            "states": STATES,
            "groups": GROUPS,
            "asked": {name.replace("-", "_"): value for name, value in asked.items()},
            "is_filtered": any(asked.values()),
            "query": query.urlencode(),
            "may_keep": bool(actor.may_keep(Kept.PEOPLE)),
        },
    )


def person(request: StaffRequest, pk: int) -> HttpResponse:
    """Show one person: posts over time, years, initiatives, nominations, honours."""
    actor, today = request.actor, clock.today()
    found = get_object_or_404(people_for(actor), pk=pk)
    units = units_now(found, as_of=today)
    is_office = bool(actor.roles & OFFICE)
    is_close = is_office or any(actor.heads(unit) for unit in units)
    recipient = Recipient.objects.filter(person=found).first()
    return render(
        request,
        "web/people/person.html",
        {
            "person": found,
            "today": today,
            "posts": found.positions.select_related("unit").order_by("-valid_from", "-id"),
            "is_close": is_close,
            "is_office": is_office,
            "may_keep": any(actor.may_keep(Kept.PEOPLE, unit) for unit in units or [actor.body]),
            "may_merge": bool(actor.may_keep(Kept.UNITS)) and bool(actor.may(Act.KEEP_PEOPLE)),
            "years": recipient.years.all() if recipient and is_close else [],
            "shares": found.shares.select_related("initiative") if is_close else [],
            "disciplines": found.disciplines.all() if is_office else [],
            "holds": recipient.holds.all() if recipient and is_office else [],
            "honours": honours_for(actor).filter(recipient=recipient) if recipient else [],
            "nominations": nominations_for(actor)
            .filter(recipient=recipient)
            .select_related("submission__unit")
            .order_by("-pk")
            if recipient
            else [],
            "history": history_of(found)[:20] if is_close else None,
        },
    )


def person_outlook(request: StaffRequest, pk: int) -> HttpResponse:
    """Show the office what a person could be proposed for this year and next."""
    actor = request.actor
    if not actor.roles & OFFICE:
        raise Http404
    found = get_object_or_404(people_for(actor), pk=pk)
    recipient = (
        Recipient.objects.filter(person=found)
        .select_related("person", "body")
        .prefetch_related(
            "years", "holds", "person__disciplines", "person__initiatives__nominations"
        )
        .first()
    )
    chances = recipient and outlook_of(recipient, year=request.year, as_of=clock.today())
    return render(request, "web/people/outlook.html", {"person": found, "outlook": chances})


def person_candidates(request: StaffRequest) -> HttpResponse:
    """Return, as a fragment, whom of the body a typed name may mean."""
    actor = request.actor
    if not (actor.may(Act.NOMINATE) or actor.may(Act.KEEP_PEOPLE)):
        raise NotAllowedError(actor.may(Act.KEEP_PEOPLE).reason)
    name = person_name(request.GET.get(request.GET.get("typed", "full_name"), ""))
    unit_id = request.GET.get("unit", "")
    unit = actor.body.units.filter(pk=number_in(unit_id)).first()
    own = request.GET.get("except", "")
    found = candidates(
        actor.body, name, day_or_none(request.GET.get("birth_date", "")), unit, as_of=clock.today()
    )
    return render(
        request,
        "web/people/_candidates.html",
        {"name": name, "candidates": [each for each in found if str(each.pk) != own]},
    )


def _filtered(rows: QuerySet[Person], asked: dict[str, str]) -> QuerySet[Person]:
    today = clock.today()
    rows = named(rows, asked["tu"])
    if asked["don-vi"].isdecimal():
        rows = in_unit(rows, number_in(asked["don-vi"]), as_of=today)
    if asked["tt"] in dict(STATES):
        rows = serving(rows, as_of=today, is_serving=asked["tt"] == "dang")
    if asked["nhom"] == "truc-tiep":
        rows = rows.filter(is_direct_worker=True)
    if asked["nhom"] == "lanh-dao":
        rows = leading(rows, as_of=today)
    return rows


def _rows(people: list[Person]) -> list[tuple[Person, int]]:
    recipients = dict(Recipient.objects.filter(person__in=people).values_list("person_id", "pk"))
    counted = honours_counted(set(recipients.values()))
    return [(each, counted[recipients.get(each.pk, 0)]) for each in people]
