"""Where a citation is read on: the page of its article, or of its instrument."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from django.urls import reverse

from vinhdanh.lawbook import default_corpus

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.lawbook import Citation
    from vinhdanh.lawbook.loading.instruments import Article, Instrument

WHOLE = "toan-van"
"""Stands in an address where an instrument was not read article by article."""


def slug_of(instrument: Instrument) -> str:
    """Return the part of an address that names an instrument, such as 06-2022-qh15."""
    return instrument.folder.split("/")[-2]


def number_of(article: Article) -> str:
    """Return the part of an address that names an article."""
    return article.number or WHOLE


@cache
def instruments() -> dict[str, tuple[Instrument, ...]]:
    """Return the versions of every instrument, the earliest first, by slug."""
    found: dict[str, tuple[Instrument, ...]] = {}
    for each in sorted(default_corpus().instruments, key=lambda one: one.since):
        found[slug_of(each)] = (*found.get(slug_of(each), ()), each)
    return found


@cache
def articles() -> dict[tuple[str, str], Article]:
    """Return every article by the folder of its version and its number."""
    return {(each.instrument.folder, number_of(each)): each for each in default_corpus().articles}


def version_on(slug: str, day: dt.date) -> Instrument | None:
    """Return the version of an instrument that stood on a day, else the one nearest to it."""
    versions = instruments().get(slug, ())
    begun = [each for each in versions if each.since <= day]
    return begun[-1] if begun else next(iter(versions), None)


def instrument_url(instrument: Instrument) -> str:
    """Return the address of an instrument."""
    return reverse("law_instrument", args=[slug_of(instrument)])


def article_url(article: Article) -> str:
    """Return the address of an article."""
    return reverse("law_article", args=[slug_of(article.instrument), number_of(article)])


def citation_url(citation: Citation, day: dt.date) -> str:
    """Return where a citation is read on, empty where the corpus has no such instrument."""
    slug = _slugs().get(citation.instrument)
    version = version_on(slug, day) if slug else None
    if version is None:
        return ""
    article = articles().get((version.folder, citation.article or WHOLE))
    return article_url(article) if article else instrument_url(version)


@cache
def _slugs() -> dict[str, str]:
    return {each.number: slug_of(each) for each in default_corpus().instruments}
