"""Honours by the law of a day, one honour with its history, what changed between two days."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.http import Http404
from django.views.decorators.http import require_safe

from vinhdanh.lawbook import Level, RecipientKind, default_corpus
from vinhdanh.lawbook.diff import diff
from vinhdanh.web.forms.law import ChangesForm
from vinhdanh.web.law.asked import asked_of
from vinhdanh.web.law.catalogue import NOBODY, catalogue, reasons
from vinhdanh.web.law.history import ONE_DAY, change_days, eras, sheet_on, steps
from vinhdanh.web.law.page import law_page
from vinhdanh.web.law.telling import honour_names

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.lawbook.sheet import Sheet
    from vinhdanh.web.law.asked import Asked
    from vinhdanh.web.requests import StaffRequest

TWO_LEVELS = dt.date(2025, 7, 1)
"""The change of the law that most questions are about: two levels of local government."""
PAPERS = (
    ("votes", "Biểu quyết"),
    ("dossier", "Hồ sơ"),
    ("deadlines", "Thời hạn"),
    ("certificate", "Giấy chứng nhận, bằng"),
)


@require_safe
def honours(request: StaffRequest) -> HttpResponse:
    """Show the honours of a day by who decides them."""
    asked = asked_of(request)
    kind, level, words = (request.GET.get(name, "") for name in ("doi_tuong", "cap", "q"))
    groups = catalogue(asked, kind=kind, level=level, words=words)
    return law_page(
        request,
        "honours",
        asked,
        part="law",
        groups=groups,
        total=sum(len(group.rows) for group in groups),
        said_above=reasons(groups),
        words=words,
        kind=kind,
        kinds=[(each.value, each.words.capitalize()) for each in RecipientKind],
        level=level,
        levels=[*((each.value, each.words) for each in Level), (NOBODY, "Chưa rõ")],
        is_filtered=bool(kind or level or words),
    )


@require_safe
def honour(request: StaffRequest, honour: str) -> HttpResponse:
    """Show what the law of a day says of one honour, and how it came to that."""
    if honour not in default_corpus().names.honours:
        raise Http404
    asked = asked_of(request)
    sheet = sheet_on(honour, asked.day, asked.province)
    return law_page(
        request,
        "honour",
        asked,
        part="law",
        slug=honour,
        name=sheet.honour.content.name if sheet else honour_names((honour,)).strip("“”"),
        sheet=sheet,
        prize_key=_first_key(sheet) if sheet else "",
        said_above=_common_reasons(sheet) if sheet else [],
        papers=[(title, sheet.papers[name]) for name, title in PAPERS if sheet.papers[name]]
        if sheet
        else [],
        eras=[
            {"era": each, "query": asked.query_on(each.day)}
            for each in eras(honour, asked.province)
        ],
        steps=_steps(honour, asked),
    )


@require_safe
def changes(request: StaffRequest) -> HttpResponse:
    """Show what the law of one day says that the law of an earlier day did not."""
    asked = asked_of(request)
    wanted = {"tu": TWO_LEVELS - ONE_DAY, "den": TWO_LEVELS} | request.GET.dict()
    form = ChangesForm(wanted)
    one = None
    if form.is_valid():
        found = form.cleaned_data
        one = diff(found["tu"], found["den"], asked.province)
    corpus = default_corpus()
    starts = {each.since: each for each in corpus.regimes}
    return law_page(
        request,
        "changes",
        asked,
        part="law_changes",
        form=form,
        diff=one,
        is_one_day=bool(one and one.after - one.before == ONE_DAY),
        commune=[each for each in one.changes if each.is_commune] if one else [],
        others=[each for each in one.changes if not each.is_commune] if one else [],
        regimes=[corpus.regime(day).name for day in (one.before, one.after)] if one else [],
        days=[
            {"day": day, "before": day - ONE_DAY, "regime": starts.get(day)}
            for day in change_days()
        ],
    )


def _steps(slug: str, asked: Asked) -> list[dict[str, object]]:
    """Return what changed and when; the last change before the day of the page is the present."""
    found = steps(slug, asked.province)
    present = next((each for each in found if each.day <= asked.day), None)
    return [
        {"step": each, "query": asked.query_on(each.day), "is_present": each is present}
        for each in found
    ]


def _common_reasons(sheet: Sheet) -> list[str]:
    """Return why the honour as a whole must be verified: said once, at the top."""
    found = (sheet.honour.unconfirmed, sheet.authority.unconfirmed)
    return list(dict.fromkeys(each for each in found if each))


def _first_key(sheet: Sheet) -> str:
    """Return how the calculators name this honour for its first kind of recipient."""
    return f"{sheet.honour.content.slug}:{sheet.honour.content.recipients[0].value}"
