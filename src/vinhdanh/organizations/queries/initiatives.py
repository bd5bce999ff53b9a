"""Initiatives of a body, and titles that sound alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.kernel.text import fold, has_marks, squeeze
from vinhdanh.organizations.models import Initiative

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from vinhdanh.organizations.keeping import Keeper

ALIKE = 0.6
"""Titles that share this part of their words are shown to a person."""
_COMMON = frozenset(
    fold("một số biện pháp giải pháp nâng cao chất lượng trong của và cho tại hiệu quả các").split()
)


def initiatives_for(keeper: Keeper) -> QuerySet[Initiative]:
    """Return the initiatives of the keeper's body: the one door to them."""
    return Initiative.objects.filter(body=keeper.body)


def titled(rows: Iterable[Initiative], words: str) -> list[Initiative]:
    """Keep the initiatives whose title or authors have every word, with or without marks."""
    wanted = squeeze(words).lower().split()
    return [row for row in rows if _has(row, wanted)]


def similar(
    shown: Iterable[Initiative], among: Iterable[Initiative]
) -> dict[int, list[Initiative]]:
    """Return by id, for each one shown, the others whose title sounds alike, the nearest first."""
    keys = [(row, _key(row.title)) for row in among]
    found = {row.pk: _alike(row, keys) for row in shown}
    return {key: rows for key, rows in found.items() if rows}


def alike(title: str, among: Iterable[Initiative]) -> list[Initiative]:
    """Return the initiatives whose title sounds like one about to be written."""
    return _alike(Initiative(title=title), [(row, _key(row.title)) for row in among])


def _alike(row: Initiative, keys: list[tuple[Initiative, frozenset[str]]]) -> list[Initiative]:
    words = _key(row.title)
    scored = [
        (score, other)
        for other, others in keys
        if other.pk != row.pk and (score := _likeness(words, others)) >= ALIKE
    ]
    return [other for _, other in sorted(scored, key=lambda pair: -pair[0])]


def _has(row: Initiative, wanted: list[str]) -> bool:
    text = squeeze(f"{row.title} {' '.join(each.full_name for each in row.authors.all())}").lower()
    folded = fold(text)
    return all(word in (text if has_marks(word) else folded) for word in wanted)


def _key(title: str) -> frozenset[str]:
    words = frozenset("".join(c if c.isalnum() else " " for c in fold(title)).split())
    return words - _COMMON or words


def _likeness(one: frozenset[str], two: frozenset[str]) -> float:
    return len(one & two) / len(one | two) if one | two else 0.0
