"""The page of an award decision: list, money, authority, papers, certificates, signature."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import render

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.models import CertificateBatch
from vinhdanh.decisions.papers import SYMBOL
from vinhdanh.decisions.queries.decisions import authority_lines, awards_of, names_to_confirm
from vinhdanh.decisions.queries.fund import shortfall
from vinhdanh.decisions.queries.layouts import STANDARD, choices_for
from vinhdanh.decisions.queries.waiting import next_number
from vinhdanh.decisions.services.certificates import may_order_again
from vinhdanh.kernel import clock
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.lawbook import honour as honour_of
from vinhdanh.web.forms.decisions import DecisionSignForm
from vinhdanh.web.later_marks import marks_by_nomination, marks_of, said_once
from vinhdanh.web.later_page import words_of

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.decisions.models import Decision
    from vinhdanh.decisions.papers import Award
    from vinhdanh.web.requests import StaffRequest


def decision_page(
    request: StaffRequest,
    found: Decision,
    form: DecisionSignForm | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    """Return the page of an award decision, perhaps with a form to sign that was refused."""
    today = clock.today()
    awards = awards_of(found, as_of=found.decided_on or today)
    form = form or DecisionSignForm(
        initial={"signed_on": today}, confirm=names_to_confirm(awards, as_of=today)
    )
    marks = marks_of(found) if found.document else {}
    by_nomination = marks_by_nomination(found, marks)
    batch = CertificateBatch.objects.filter(decision=found).first()
    template = "web/decisions/decision.html"
    if request.htmx:
        template += "#certificates"
    return render(
        request,
        template,
        {
            "decision": found,
            "words": words_of(found),
            "awards": awards,
            "money_only": [
                name
                for name in dict.fromkeys(each.nomination.honour_name for each in awards)
                if _is_money_only(awards, name)
            ],
            "total": sum(each.prize_amount or 0 for each in awards),
            "shortfall": _shortfall(found, awards),
            "prize_sources": sorted({each.prize_source for each in awards if each.prize_source}),
            "unknown_prizes": sum(each.prize_amount is None for each in awards),
            "files": list(found.document.files.all()) if found.document else [],
            "batch": batch,
            "rows": [(each, by_nomination.get(each.nomination.pk, ())) for each in awards],
            "later": said_once(marks),
            "authority": authority_lines(awards, as_of=found.decided_on or today),
            "next_number": ""
            if found.document
            else next_number(found.body, SYMBOL, year=clock.today().year),
            "may_order_again": batch is not None and may_order_again(batch),
            "form": form,
            "may_draft": bool(request.actor.may(Act.DRAFT_DECISION)),
            "may_sign": request.actor.may(Act.SIGN_DECISION),
            **_layouts(request, batch),
            "may_print": request.actor.may(Act.PRINT_CERTIFICATES),
            "history": history_of(found)[:20],
        },
        status=status,
    )


def unsure(decision: Decision) -> list[str]:
    """The honours whose authority is to be confirmed if the draft is signed today."""
    today = clock.today()
    return names_to_confirm(awards_of(decision, as_of=today), as_of=today)


def _shortfall(found: Decision, awards: list[Award]) -> str:
    """Say what the fund lacks for a draft; nothing once it is signed."""
    if found.document:
        return ""
    asked = sum(each.prize_amount or 0 for each in awards)
    return shortfall(found.body, as_of=clock.today(), asked=asked)


def _layouts(request: StaffRequest, batch: CertificateBatch | None) -> dict[str, Any]:
    """Return the layouts to choose from, and the key of the one to begin with."""
    found = choices_for(request.actor)
    used = [each.key for each in found if batch and each.name == batch.layout_name]
    return {"layouts": found, "layout_key": next(iter(used), STANDARD)}


def _is_money_only(awards: list[Award], name: str) -> bool:
    slug = next(each.nomination.honour for each in awards if each.nomination.honour_name == name)
    return honour_of(slug, as_of=clock.today()).money_only
