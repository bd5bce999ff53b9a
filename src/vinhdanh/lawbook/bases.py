"""Legal bases that an award decision cites on its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.lawbook.corpus_files import corpus, in_force

if TYPE_CHECKING:
    import datetime as dt


def decision_bases(*, as_of: dt.date) -> list[str]:
    """Return the texts a commune chair's award decision rests on, by the day it is signed."""
    return [row["text"] for row in in_force(corpus("bases"), as_of=as_of)]
