"""The register of initiatives: who made them, who recognised them, what they served."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.kernel.text import squeeze
from vinhdanh.kernel.wording import day
from vinhdanh.nominations.enums import NominationState
from vinhdanh.nominations.models import Nomination
from vinhdanh.organizations.enums import Reach
from vinhdanh.organizations.keeping import Kept
from vinhdanh.organizations.queries.initiatives import alike, initiatives_for, similar, titled
from vinhdanh.organizations.queries.people import people_for, units_now, with_posts
from vinhdanh.organizations.services import initiatives as services
from vinhdanh.web.acts import told_in
from vinhdanh.web.forms.initiatives import InitiativeForm
from vinhdanh.web.pages import ROWS
from vinhdanh.web.people_tabs import tabs

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.organizations.models import Initiative, Person
    from vinhdanh.web.requests import StaffRequest


def initiatives(request: StaffRequest) -> HttpResponse:
    """Show the register, with titles that sound alike marked."""
    actor = request.actor
    words, scope = squeeze(request.GET.get("tu", "")), request.GET.get("pham-vi", "")
    every = list(initiatives_for(actor).prefetch_related("authors", "shares__person"))
    rows = [row for row in titled(every, words) if scope in ("", row.scope)]
    page = Paginator(rows, ROWS).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    near = similar(list(page), every)
    served = _served(list(page))
    return render(
        request,
        "web/people/initiatives.html",
        {
            "tabs": tabs("initiatives"),
            "page": page,
            "rows": [(row, near.get(row.pk, []), served.get(row.pk)) for row in page],
            "total": len(every),
            "scopes": Reach.choices,
            "scope": scope,
            "words": words,
            "is_filtered": bool(words or scope),
            "query": query.urlencode(),
            "may_keep": bool(actor.may_keep(Kept.FACTS)),
        },
    )


def initiative(request: StaffRequest, pk: int) -> HttpResponse:
    """Show one initiative: authors, recognition, what it served, what sounds alike."""
    actor = request.actor
    found = get_object_or_404(initiatives_for(actor), pk=pk)
    return render(
        request,
        "web/people/initiative.html",
        {
            "initiative": found,
            "shares": found.shares.select_related("person"),
            "near": alike_of(actor, found),
            "nominations": found.nominations.select_related("recipient", "submission__unit"),
            "may_keep": _may_keep(actor, found),
            "may_remove": bool(actor.may_keep(Kept.UNITS)),
            "history": history_of(found)[:20],
        },
    )


def initiative_new(request: StaffRequest) -> HttpResponse:
    """Write a recognised initiative."""
    request.actor.require_keeping(Kept.FACTS)
    form = InitiativeForm(request.POST or None, people=_people(request.actor))
    if request.method == "POST" and form.is_valid():
        with told_in(form):
            kept = services.register_initiative(keeper=request.actor, facts=form.facts())
            messages.success(request, "Đã ghi sáng kiến vào sổ.")
            return redirect("initiative", pk=kept.pk)
    return _form(request, form, "Thêm sáng kiến", reverse("initiatives"))


def initiative_edit(request: StaffRequest, pk: int) -> HttpResponse:
    """Correct an initiative or its authors."""
    found = get_object_or_404(initiatives_for(request.actor), pk=pk)
    if not _may_keep(request.actor, found):
        request.actor.require_keeping(Kept.FACTS, request.actor.body)
    form = InitiativeForm(request.POST or None, people=_people(request.actor), initiative=found)
    if request.method == "POST" and form.is_valid():
        with told_in(form):
            services.correct_initiative(keeper=request.actor, initiative=found, facts=form.facts())
            messages.success(request, "Đã lưu.")
            return redirect("initiative", pk=pk)
    return _form(request, form, "Sửa sáng kiến", reverse("initiative", args=[pk]))


@require_POST
def initiative_remove(request: StaffRequest, pk: int) -> HttpResponse:
    """Take an initiative written by mistake out of the register."""
    found = get_object_or_404(initiatives_for(request.actor), pk=pk)
    try:
        services.remove_initiative(keeper=request.actor, initiative=found)
    except DomainError as problem:
        messages.error(request, problem.message)
        return redirect("initiative", pk=pk)
    messages.success(request, "Đã bỏ khỏi sổ sáng kiến.")
    return redirect("initiatives")


def alike_of(actor: Actor, initiative: Initiative) -> list[Initiative]:
    """Return the other initiatives whose title sounds alike."""
    others = initiatives_for(actor).exclude(pk=initiative.pk).prefetch_related("authors")
    return alike(initiative.title, others)


def _form(request: StaffRequest, form: InitiativeForm, title: str, back: str) -> HttpResponse:
    context = {"form": form, "title": title, "back": back}
    return render(request, "web/people/initiative_form.html", context)


def _people(actor: Actor) -> list[tuple[Person, str]]:
    rows = with_posts(people_for(actor), as_of=clock.today())
    return [(row, _told(row)) for row in rows]


def _told(person: Person) -> str:
    born = f", sinh {day(person.birth_date)}" if person.birth_date else ""
    post = next((f", {each}" for each in person.posts), "")  # type: ignore[attr-defined]
    return f"{person}{born}{post}"


def _may_keep(actor: Actor, initiative: Initiative) -> bool:
    units = [
        unit
        for person in initiative.authors.all()
        for unit in units_now(person, as_of=clock.today())
    ]
    return any(actor.may_keep(Kept.FACTS, unit) for unit in units or [actor.body])


def _served(rows: list[Initiative]) -> dict[int, str]:
    """Return by initiative the honour it served, or that it is in use."""
    found = {}
    through = Nomination.initiatives.through.objects.filter(initiative__in=rows).select_related(
        "nomination"
    )
    for link in through:
        is_decided = link.nomination.state == NominationState.DECIDED
        words = "Đã dùng: " if is_decided else "Đang dùng: "
        if is_decided or link.initiative_id not in found:
            found[link.initiative_id] = words + link.nomination.honour_name
    return found
