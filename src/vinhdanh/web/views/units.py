"""The body's units and their people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Prefetch, Q
from django.shortcuts import get_object_or_404, redirect, render

from vinhdanh.accounts.enums import Act, Role
from vinhdanh.accounts.models import Membership
from vinhdanh.decisions.queries.honours import honours_for
from vinhdanh.emulation.queries.registrations import registrations_for
from vinhdanh.kernel import clock
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.kernel.text import fold, has_marks, squeeze
from vinhdanh.nominations.services.provinces import choose_province
from vinhdanh.organizations.enums import RecipientKind, SuccessionKind, UnitKind
from vinhdanh.organizations.keeping import Kept
from vinhdanh.organizations.models import Position, Recipient
from vinhdanh.organizations.queries.people import held_on
from vinhdanh.organizations.queries.successions import SAME_UNIT, ended_today, is_of_today, lineage
from vinhdanh.organizations.queries.units import units_of
from vinhdanh.web.acts import told_in
from vinhdanh.web.forms.provinces import province_choices
from vinhdanh.web.forms.units import ProvinceForm
from vinhdanh.web.people_tabs import tabs
from vinhdanh.web.units_left import left_by
from vinhdanh.web.views.emulation import aims_in_words, honour_names
from vinhdanh.web.views.unit_changes import CHANGES

if TYPE_CHECKING:
    import datetime as dt

    from django.http import HttpResponse

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.organizations.models import Unit, UnitSuccession
    from vinhdanh.web.requests import StaffRequest

ROWS = 50
KIND_ORDER = {kind: place for place, kind in enumerate(UnitKind)}


def units(request: StaffRequest) -> HttpResponse:
    """Show the body's units by kind, with who heads them."""
    words, kind = squeeze(request.GET.get("tu", "")), request.GET.get("loai", "")
    every = _units(request.actor, as_of=clock.today())
    shown = [unit for unit in every if _has(unit, words) and kind in ("", unit.kind)]
    query = request.GET.copy()
    query.pop("page", None)
    return render(
        request,
        "web/units/units.html",
        {
            "page": Paginator(shown, ROWS).get_page(request.GET.get("page")),
            "total": len(every),
            "taking_part": sum(unit.takes_part for unit in every),
            "kinds": [each for each in UnitKind.choices if any(u.kind == each[0] for u in every)],
            "kind": kind,
            "words": words,
            "is_filtered": bool(words or kind),
            "query": query.urlencode(),
            "tabs": tabs("units"),
            "may_keep": bool(request.actor.may_keep(Kept.UNITS)),
            "province": dict(province_choices()).get(request.actor.body.province, ""),
            "may_choose_province": bool(request.actor.may(Act.CHOOSE_PROVINCE)),
        },
    )


def province(request: StaffRequest) -> HttpResponse:
    """Choose whose own rules count beside the national ones."""
    request.actor.require(Act.CHOOSE_PROVINCE)
    form = ProvinceForm(request.POST or None, initial={"province": request.actor.body.province})
    if request.method == "POST" and form.is_valid():
        with told_in(form):
            choose_province(actor=request.actor, province=form.cleaned_data["province"])
            messages.success(request, "Đã chọn quy định và kiểm tra lại các đề nghị đang xử lý.")
            return redirect("units")
    return render(request, "web/units/province.html", {"form": form})


def unit(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a unit: its people, what it registered, how often it was honoured."""
    actor, today = request.actor, clock.today()
    found = get_object_or_404(actor.body.units.select_related("parent"), pk=pk)
    people = Position.objects.filter(held_on(today), unit=found).select_related("person")
    names = honour_names()
    before = list(found.continues.select_related("predecessor"))
    after = list(found.continued_by.select_related("successor")) if found.valid_to else []
    registrations = registrations_for(actor).filter(unit=found).prefetch_related("lines")
    is_office = bool(actor.roles & {Role.CLERK, Role.CHAIR})
    if not is_office and not actor.heads(found):
        registrations = registrations.none()
    has_changed = bool(before or found.valid_to)
    return render(
        request,
        "web/units/unit.html",
        {
            "unit": found,
            "heads": found.memberships.filter(role=Role.UNIT_HEAD).select_related("user__person"),
            "page": Paginator(people.order_by("id"), ROWS).get_page(request.GET.get("page")),
            "registrations": [
                (each, aims_in_words(each, names)) for each in registrations.order_by("-year")
            ],
            "honours": _honour_counts(actor, lineage(found) if before else {found.pk}),
            "before": before,
            "after": after,
            "of_today": _of_today([*before, *after]) if actor.may_keep(Kept.UNITS) else [],
            "was_ended_today": bool(actor.may_keep(Kept.UNITS) and ended_today(found)),
            "history": history_of(found)[:20] if is_office and has_changed else None,
            "left": list(left_by(actor, found)) if found.valid_to and is_office else [],
            "asks": any(row.kind not in SAME_UNIT for row in before),
            "may_keep": bool(actor.may_keep(Kept.UNITS)) and found.valid_to is None,
            "may_add": bool(actor.may_keep(Kept.PEOPLE, found)) and found.valid_to is None,
            "changes": [(slug, title) for slug, (_, title, _) in CHANGES.items()],
        },
    )


def _of_today(rows: list[UnitSuccession]) -> list[UnitSuccession]:
    """Return the first row of each act that was written today and can be taken back."""
    acts: dict[tuple[str, int], UnitSuccession] = {}
    for row in filter(is_of_today, rows):
        is_merger = row.kind == SuccessionKind.MERGED
        acts.setdefault((row.kind, row.successor_id if is_merger else row.predecessor_id), row)
    return list(acts.values())


def _units(actor: Actor, *, as_of: dt.date) -> list[Unit]:
    heads = Membership.objects.filter(role=Role.UNIT_HEAD).select_related("user__person")
    held = held_on(as_of, "positions__")
    found = (
        units_of(actor.body, as_of=as_of)
        .select_related("parent")
        .prefetch_related(Prefetch("memberships", heads, to_attr="heads"))
        .annotate(people_count=Count("positions__person", filter=held, distinct=True))
    )
    return sorted(found, key=lambda unit: (KIND_ORDER[UnitKind(unit.kind)], unit.order, unit.name))


def _has(unit: Unit, words: str) -> bool:
    """Tell whether the unit's names have every word, with or without diacritics as typed."""
    text = squeeze(f"{unit.name} {unit.short_name}").lower()
    folded = fold(text)
    return all(
        word in text if has_marks(word) else word in folded for word in words.lower().split()
    )


def _honour_counts(actor: Actor, units: set[int]) -> dict[str, int]:
    """Return how often units, their people and their households were honoured."""
    people = Position.objects.filter(unit__in=units).values("person")
    recipients = Recipient.objects.filter(
        Q(unit__in=units) | Q(person__in=people) | Q(household__unit__in=units)
    )
    counts = (
        honours_for(actor)
        .filter(recipient__in=recipients)
        .order_by("recipient_kind")
        .values_list("recipient_kind")
        .annotate(Count("pk"))
    )
    return dict.fromkeys(RecipientKind.values, 0) | dict(counts)
