"""Rows that have certain words, written with or without diacritics."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from vinhdanh.kernel.text import fold, has_marks, one_spelling, squeeze
from vinhdanh.records.models.searched import Searched

if TYPE_CHECKING:
    from django.db.models import QuerySet

Row = TypeVar("Row", bound=Searched)


def matching(rows: QuerySet[Row], words: str) -> QuerySet[Row]:
    """Keep the rows that have a word beginning with each word asked for.

    A word without diacritics finds all ways of writing it; one with diacritics only itself.
    """
    for word in squeeze(words).split():
        rows = rows.filter(folded__contains=f" {fold(word)}")
        if has_marks(word):
            rows = rows.filter(exact__contains=f" {one_spelling(word)}")
    return rows
