"""The library: instruments, their articles, one article with its rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.views.decorators.http import require_safe

from vinhdanh.lawbook import default_corpus
from vinhdanh.web.law.asked import asked_of
from vinhdanh.web.law.library import KINDS, Shelved, articles_of, shelf
from vinhdanh.web.law.links import article_url, articles, instruments, version_on
from vinhdanh.web.law.page import law_page
from vinhdanh.web.law.telling import told

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.lawbook.loading.instruments import Article
    from vinhdanh.web.law.asked import Asked
    from vinhdanh.web.law.telling import Told
    from vinhdanh.web.requests import StaffRequest


@require_safe
def library(request: StaffRequest) -> HttpResponse:
    """Show every instrument, and whether it stands on the day."""
    asked = asked_of(request)
    words, kind = request.GET.get("q", ""), request.GET.get("loai", "")
    return law_page(
        request,
        "library",
        asked,
        part="law_library",
        shelf=shelf(asked.day, words=words, kind=kind),
        words=words,
        kind=kind,
        kinds=KINDS.items(),
        is_filtered=bool(words or kind),
    )


@require_safe
def instrument(request: StaffRequest, instrument: str) -> HttpResponse:
    """Show one instrument and its articles."""
    asked = asked_of(request)
    one = _instrument(instrument, asked)
    return law_page(
        request,
        "instrument",
        asked,
        part="law_library",
        one=one,
        said_above=[one.unconfirmed],
        articles=[
            {"article": each, "url": article_url(each), "rules": _rules(each, asked)}
            for each in articles_of(one.instrument)
        ],
        versions=instruments()[instrument],
    )


@require_safe
def article(request: StaffRequest, instrument: str, article: str) -> HttpResponse:
    """Show one article in our words and every rule under it."""
    asked = asked_of(request)
    one = _instrument(instrument, asked)
    found = articles().get((one.instrument.folder, article))
    if found is None:
        raise Http404
    rules = _rules(found, asked)
    row = articles_of(one.instrument)
    at = row.index(found)
    return law_page(
        request,
        "article",
        asked,
        part="law_library",
        one=one,
        article=found,
        said_above=[one.unconfirmed],
        rules=[each for each in rules if each.in_force],
        other_rules=[each for each in rules if not each.in_force],
        before=row[at - 1] if at else None,
        before_url=article_url(row[at - 1]),
        after=(after := next(iter(row[at + 1 :]), None)),
        after_url=article_url(after) if after else "",
    )


def _instrument(slug: str, asked: Asked) -> Shelved:
    version = version_on(slug, asked.day)
    if version is None:
        raise Http404
    return Shelved(version, asked.day)


def _rules(article: Article, asked: Asked) -> list[Told]:
    rules = [each for each in default_corpus().rules if each.article_id == article.id]
    return told(rules, asked.day)
