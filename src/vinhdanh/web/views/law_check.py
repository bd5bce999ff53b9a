"""A check of one recipient that stores nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.views.decorators.http import require_safe

from vinhdanh.lawbook import FactsError, RecipientKind, default_corpus
from vinhdanh.lawbook.rules import Honour
from vinhdanh.web.forms.law_check import CheckForm
from vinhdanh.web.law.asked import asked_of
from vinhdanh.web.law.needs import Needs, needs_of
from vinhdanh.web.law.page import law_page
from vinhdanh.web.law.prizes import prize_choices
from vinhdanh.web.law.telling import honour_names
from vinhdanh.web.law.trial import try_out

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.lawbook.library import View
    from vinhdanh.web.requests import StaffRequest


@require_safe
def check(request: StaffRequest) -> HttpResponse:
    """Show what an honour asks for, and the answer once facts were given."""
    asked = asked_of(request)
    needs = _needs(request.GET.get("danh_hieu", ""), asked.view)
    form = CheckForm(
        request.GET,
        day=asked.day,
        honours=prize_choices(asked.view),
        needs=needs,
        held=_ever_given(needs.recipient) if needs else [],
        titles={slug: honour_names((slug,)) for slug in needs.titles} if needs else {},
        home=asked.home,
    )
    found = None
    if needs and request.GET.get("xet") and form.is_valid():
        try:
            found = try_out(form, as_of=asked.day, province=asked.province)
        except FactsError as problem:
            form.add_error(None, str(problem))
    regimes = {each.id: each.name for each in default_corpus().regimes}
    return law_page(
        request,
        "check",
        asked,
        part="law_check",
        form=form,
        found=found,
        regime=regimes[found.regime] if found else "",
    )


def _needs(chosen: str, view: View) -> Needs | None:
    """Return what the chosen honour asks for, None where nothing that exists was chosen."""
    slug, _, kind = chosen.partition(":")
    rule = view.one(Honour, slug)
    if rule is None or kind not in rule.content.recipients:
        return None
    return needs_of(slug, RecipientKind(kind), view)


def _ever_given(kind: RecipientKind) -> list[tuple[str, str]]:
    """Return every honour that any version of the law gives to such a recipient."""
    contents = (rule.content for rule in default_corpus().rules)
    names = {
        each.slug: each.name
        for each in contents
        if isinstance(each, Honour) and kind in each.recipients
    }
    return sorted(names.items(), key=lambda each: each[1])
