"""Households of the body: the list, one household, and what is done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from vinhdanh.decisions.queries.honours import honours_for
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.kernel.text import squeeze
from vinhdanh.nominations.queries.nominations import nominations_for
from vinhdanh.organizations.enums import UnitKind
from vinhdanh.organizations.honour_counts import honours_counted
from vinhdanh.organizations.keeping import Kept
from vinhdanh.organizations.models import Household, Recipient
from vinhdanh.organizations.queries.people import households_for, named
from vinhdanh.organizations.queries.units import units_of
from vinhdanh.organizations.services import households as services
from vinhdanh.organizations.services.merging import merge_households
from vinhdanh.organizations.services.removal import remove_household
from vinhdanh.web.form_pages import FormPage, form_page
from vinhdanh.web.forms.people import EndForm, HouseholdForm, MergeForm, household_initial
from vinhdanh.web.pages import ROWS, number_in
from vinhdanh.web.people_tabs import tabs

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.organizations.models import Unit
    from vinhdanh.web.requests import StaffRequest


def households(request: StaffRequest) -> HttpResponse:
    """Show the households by village and given name of the head."""
    actor = request.actor
    words, unit = squeeze(request.GET.get("tu", "")), request.GET.get("don-vi", "")
    every = households_for(actor)
    rows = named(every, words, field="head_name")
    if unit.isdecimal():
        rows = rows.filter(unit=number_in(unit))
    page = Paginator(rows, ROWS).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    return render(
        request,
        "web/people/households.html",
        {
            "tabs": tabs("households"),
            "page": page,
            "rows": _rows(list(page)),
            "total": every.count(),
            "units": _villages(actor),
            "words": words,
            "unit": unit,
            "is_filtered": bool(words or unit),
            "query": query.urlencode(),
            "may_keep": bool(actor.may_keep(Kept.PEOPLE)),
        },
    )


def household(request: StaffRequest, pk: int) -> HttpResponse:
    """Show one household: where it lives, nominations, honours."""
    actor = request.actor
    found = get_object_or_404(households_for(actor).select_related("unit__body"), pk=pk)
    recipient = Recipient.objects.filter(household=found).first()
    return render(
        request,
        "web/people/household.html",
        {
            "household": found,
            "may_keep": bool(actor.may_keep(Kept.PEOPLE, found.unit)),
            "may_merge": bool(actor.may_keep(Kept.UNITS)),
            "honours": honours_for(actor).filter(recipient=recipient) if recipient else [],
            "nominations": nominations_for(actor)
            .filter(recipient=recipient)
            .select_related("submission__unit")
            .order_by("-pk")
            if recipient
            else [],
            "history": history_of(found)[:20],
        },
    )


def household_new(request: StaffRequest) -> HttpResponse:
    """Add a household to a village."""
    request.actor.require_keeping(Kept.PEOPLE)
    form = HouseholdForm(
        request.POST or None,
        units=_own(request.actor),
        initial={"unit": request.GET.get("don-vi", "")},
    )

    def act() -> str:
        return _url(services.add_household(keeper=request.actor, facts=form.facts()))

    page = FormPage(
        title="Thêm hộ gia đình",
        state="Hai hộ cùng tên chủ hộ trong một thôn được phân biệt bằng địa chỉ.",
        verb="Thêm vào sổ",
        done="Đã thêm vào sổ.",
        back=("Thôi", reverse("households")),
        area=("Hộ gia đình", reverse("households")),
        icon="plus",
    )
    return form_page(request, form, page, act)


def household_edit(request: StaffRequest, pk: int) -> HttpResponse:
    """Correct a household, or move it to another village."""
    found = _kept(request, pk)
    form = HouseholdForm(
        request.POST or None, units=_own(request.actor), initial=household_initial(found)
    )

    def act() -> str:
        services.correct_household(keeper=request.actor, household=found, facts=form.facts())
        return _url(found)

    return form_page(request, form, _page(found, "Sửa thông tin", "Lưu"), act)


def household_leave(request: StaffRequest, pk: int) -> HttpResponse:
    """Write from which day a household lives here no more."""
    found = _kept(request, pk)
    form = EndForm(request.POST or None, initial={"on": clock.today()})

    def act() -> str:
        services.leave_village(keeper=request.actor, household=found, on=form.cleaned_data["on"])
        return _url(found)

    return form_page(request, form, _page(found, "Không còn ở thôn", "Ghi ngày"), act)


def household_merge(request: StaffRequest, pk: int) -> HttpResponse:
    """Make one record of two that mean the same household."""
    found = _kept(request, pk)
    request.actor.require_keeping(Kept.UNITS)
    twins = households_for(request.actor).filter(folded_name=found.folded_name).exclude(pk=pk)
    others = [(each.pk, ", ".join(filter(None, map(str, _words(each))))) for each in twins]
    form = MergeForm(request.POST or None, others=others)

    def act() -> str:
        other = households_for(request.actor).filter(pk=form.cleaned_data["other"]).first()
        if other is None:
            raise DomainError("Hồ sơ đã chọn không còn: hãy tải lại trang.", field="other")
        merge_households(keeper=request.actor, kept=found, other=other)
        return _url(found)

    return form_page(request, form, _page(found, "Gộp hồ sơ trùng", "Gộp vào hồ sơ này"), act)


@require_POST
def household_remove(request: StaffRequest, pk: int) -> HttpResponse:
    """Remove a household entered by mistake."""
    found = _kept(request, pk)
    try:
        remove_household(keeper=request.actor, household=found)
    except DomainError as problem:
        messages.error(request, problem.message)
        return redirect("household", pk=pk)
    messages.success(request, "Đã bỏ khỏi sổ.")
    return redirect("households")


def _words(row: Household) -> tuple[object, ...]:
    return (row, row.address, row.unit)


def _villages(actor: Actor) -> list[Unit]:
    return list(units_of(actor.body, as_of=clock.today()).filter(kind=UnitKind.VILLAGE))


def _own(actor: Actor) -> list[Unit]:
    return [unit for unit in _villages(actor) if actor.may_keep(Kept.PEOPLE, unit)]


def _rows(found: list[Household]) -> list[tuple[Household, int]]:
    recipients = dict(
        Recipient.objects.filter(household__in=found).values_list("household_id", "pk")
    )
    counted = honours_counted(set(recipients.values()))
    return [(each, counted[recipients.get(each.pk, 0)]) for each in found]


def _kept(request: StaffRequest, pk: int) -> Household:
    found = get_object_or_404(households_for(request.actor).select_related("unit__body"), pk=pk)
    request.actor.require_keeping(Kept.PEOPLE, found.unit)
    return found


def _url(household: Household) -> str:
    return reverse("household", args=[household.pk])


def _page(household: Household, title: str, verb: str) -> FormPage:
    return FormPage(
        title=f"{title}: {household}",
        state=f"{household.unit}{f', {household.address}' if household.address else ''}.",
        verb=verb,
        done="Đã ghi.",
        back=("Thôi", _url(household)),
        area=("Hộ gia đình", reverse("households")),
    )
