"""The register of honours, searched with or without diacritics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.decisions.models import Honour
from vinhdanh.kernel.text import fold, has_marks, one_spelling, squeeze

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from vinhdanh.accounts.actor import Actor


def honours_for(actor: Actor) -> QuerySet[Honour]:
    """Return the honours of the actor's body: the one door to them."""
    return Honour.objects.filter(body=actor.body).select_related("decision__document")


def matching(honours: QuerySet[Honour], words: str) -> QuerySet[Honour]:
    """Keep the honours that have a word beginning with each word asked for.

    A word without diacritics finds all ways of writing it ("duc" finds Đức and Dục); a word
    with diacritics finds only itself, wherever its tone mark is placed (hoà, hòa).
    """
    for word in squeeze(words).split():
        honours = honours.filter(folded__contains=f" {fold(word)}")
        if has_marks(word):
            honours = honours.filter(exact__contains=f" {one_spelling(word)}")
    return honours
