"""The council itself: founding and renewing it, its rules, its members, its plan of the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.forms import formset_factory
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from vinhdanh.accounts.enums import Act
from vinhdanh.councils.enums import CouncilTier
from vinhdanh.councils.models import Council, CouncilMember, WorkPlan
from vinhdanh.councils.queries.meetings import councils_for, seatable, standing_council
from vinhdanh.councils.services.founding import found_council
from vinhdanh.councils.services.own_rules import change_rules
from vinhdanh.councils.services.plans import plan_year
from vinhdanh.councils.services.seats import add_member, end_seat, replace_member
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.web.acts import told_in
from vinhdanh.web.forms.council_seats import (
    MOST_SEATS,
    FoundForm,
    LeaveForm,
    MemberForm,
    RulesForm,
    SeatForm,
    YearPlanForm,
    rules_of,
)

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.web.requests import StaffRequest

Seats = formset_factory(SeatForm, extra=0, max_num=MOST_SEATS, absolute_max=MOST_SEATS)


@require_safe
def council(request: StaffRequest) -> HttpResponse:
    """Show the standing council: members with their days, rules, plan, those before it."""
    found = standing_council(request.actor.body, as_of=clock.today())
    visible = councils_for(request.actor)
    if found and not visible.filter(pk=found.pk).exists():
        found = None
    plan = WorkPlan.objects.filter(council=found, year=request.year).select_related("document")
    today = clock.today()
    members = list(found.members.select_related("person")) if found else []
    return render(
        request,
        "web/councils/council.html",
        {
            "council": found,
            "sitting": [each for each in members if each.left_on is None or each.left_on > today],
            "left": [each for each in members if each.left_on and each.left_on <= today],
            "plan": plan.first(),
            "former": visible.exclude(pk=found.pk) if found else visible,
            "may_found": request.actor.may(Act.FOUND_COUNCIL),
            "may_plan": request.actor.may(Act.CONVENE),
        },
    )


def council_found(request: StaffRequest) -> HttpResponse:
    """Found a council, or renew it: the rows begin with the members it has."""
    request.actor.require(Act.FOUND_COUNCIL)
    former = standing_council(request.actor.body, as_of=clock.today())
    form = FoundForm(request.POST or None, initial=_first_words(request, former))
    seats = Seats(
        request.POST or None,
        form_kwargs={"actor": request.actor, "people": list(seatable(request.actor.body))},
        initial=_rows(former),
        prefix="s",
    )
    if request.method == "POST" and form.is_valid() and seats.is_valid():
        data = form.cleaned_data
        with told_in(form):
            found_council(
                actor=request.actor,
                name=data["name"],
                decision=data["decision"],
                established_on=data["established_on"],
                term_ends_on=data["term_ends_on"],
                tier=CouncilTier(data["tier"]),
                rules=form.rules(),
                seats=[seat for row in seats if (seat := row.seat())],
            )
            messages.success(request, "Đã ghi Hội đồng mới; Hội đồng trước hết nhiệm kỳ.")
            return redirect("council")
    return render(
        request, "web/councils/found.html", {"form": form, "seats": seats, "former": former}
    )


def council_rules(request: StaffRequest) -> HttpResponse:
    """Write the rules anew."""
    request.actor.require(Act.FOUND_COUNCIL)
    found = _standing(request)
    form = RulesForm(request.POST or None, initial=rules_of(found))
    if request.method == "POST" and form.is_valid():
        with told_in(form):
            change_rules(actor=request.actor, council=found, rules=form.rules())
            messages.success(request, "Đã lưu quy chế của Hội đồng.")
            return redirect("council")
    return render(request, "web/councils/rules.html", {"form": form, "council": found})


def member_add(request: StaffRequest) -> HttpResponse:
    """Give somebody a seat."""
    request.actor.require(Act.FOUND_COUNCIL)
    found = _standing(request)
    form = MemberForm(request.POST or None, actor=request.actor, initial={"since": clock.today()})
    if request.method == "POST" and form.is_valid():
        seat, data = form.seat(), form.cleaned_data
        assert seat
        with told_in(form):
            add_member(
                actor=request.actor,
                council=found,
                seat=seat,
                since=data["since"],
                decision=data["decision"],
            )
            messages.success(request, f"Đã bổ sung {seat.person} vào Hội đồng.")
            return redirect("council")
    return render(request, "web/councils/member.html", {"form": form, "council": found})


def member_end(request: StaffRequest, pk: int) -> HttpResponse:
    """End a seat, and give it to somebody else where one is named."""
    members = CouncilMember.objects.filter(council__in=councils_for(request.actor))
    member = get_object_or_404(members.select_related("council", "person"), pk=pk)
    request.actor.require(Act.FOUND_COUNCIL)
    form = LeaveForm(
        request.POST or None,
        actor=request.actor,
        initial={"since": clock.today(), "role": member.role},
    )
    if request.method == "POST" and form.is_valid():
        seat, data = form.seat(), form.cleaned_data
        with told_in(form):
            if seat:
                replace_member(
                    actor=request.actor,
                    member=member,
                    seat=seat,
                    on=data["since"],
                    decision=data["decision"],
                )
            else:
                end_seat(
                    actor=request.actor, member=member, on=data["since"], decision=data["decision"]
                )
            told = f", {seat.person} thay" if seat else ""
            messages.success(request, f"Đã ghi {member} thôi tham gia Hội đồng{told}.")
            return redirect("council")
    return render(request, "web/councils/member.html", {"form": form, "member": member})


def council_plan(request: StaffRequest) -> HttpResponse:
    """Write the council's plan of the year."""
    request.actor.require(Act.CONVENE)
    found = _standing(request)
    plan = WorkPlan.objects.filter(council=found, year=request.year).first()
    form = YearPlanForm(request.POST or None, initial=_foreseen(plan))
    if request.method == "POST" and form.is_valid():
        with told_in(form):
            written = plan_year(
                actor=request.actor, council=found, year=request.year, meetings=form.foreseen()
            )
            messages.success(request, "Đã lưu kế hoạch; dự thảo văn bản chờ trình ký.")
            assert written.document_id
            return redirect("document", pk=written.document_id)
    return render(request, "web/councils/plan.html", {"form": form, "council": found})


def _standing(request: StaffRequest) -> Council:
    found = standing_council(request.actor.body, as_of=clock.today())
    if found is None:
        raise DomainError(
            "Chưa có Hội đồng đang trong nhiệm kỳ: hãy ghi quyết định thành lập Hội đồng trước."
        )
    return found


def _first_words(request: StaffRequest, former: Council | None) -> dict[str, object]:
    words: dict[str, object] = {"established_on": clock.today()}
    if former:
        return words | rules_of(former) | {"name": former.name, "tier": former.tier}
    place = request.actor.body.name.removeprefix("Ủy ban nhân dân ")
    return words | {"name": f"Hội đồng Thi đua - Khen thưởng {place}"}


def _rows(former: Council | None) -> list[dict[str, object]]:
    members = list(former.sitting(clock.today())) if former else []
    rows: list[dict[str, object]] = [
        {"person": each.person_id, "role": each.role, "post": each.post} for each in members
    ]
    return (rows + [{"role": "member"}] * MOST_SEATS)[:MOST_SEATS]


def _foreseen(plan: WorkPlan | None) -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    for each in plan.meetings.all() if plan else ():
        words.setdefault(f"quarter_{each.quarter}", []).append(each.content)
    return words
