"""The checks of a list, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.lawbook.lists.doubles import achievements, duplicates, initiatives, recipients
from vinhdanh.lawbook.lists.entries import Entry, ListFinding, Proposals, Severity
from vinhdanh.lawbook.lists.people import every_year, same_period
from vinhdanh.lawbook.lists.shares import limits, ratios
from vinhdanh.lawbook.loading.load import default_corpus

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from vinhdanh.lawbook.library import Corpus

CHECKS = (
    recipients,
    duplicates,
    ratios,
    limits,
    achievements,
    initiatives,
    same_period,
    every_year,
)
WEIGHT = list(Severity)


def check_list(
    entries: Iterable[Entry],
    as_of: dt.date,
    province: str = "",
    *,
    received: dt.date | None = None,
    members: int | None = None,
    corpus: Corpus | None = None,
) -> list[ListFinding]:
    """Return what a list shows that no single proposal does, the gravest first.

    Args:
        entries: the proposals.
        as_of: day of the decision.
        province: slug of the province whose own rules count as well.
        received: day the list was received for appraisal; received before a change of the law, it
            goes on under the earlier text where the law says so.
        members: people in the whole body, where a ceiling is counted over them.
        corpus: another corpus than the one that ships.

    Raises:
        LawbookError: an honour, the day or the province is not in the corpus.
    """
    law = corpus or default_corpus()
    law.on(as_of, province)  # refuses a day or a province without law, even for an empty list
    listed = Proposals(tuple(entries), law, as_of, province, received, members)
    found = [finding for check in CHECKS for finding in check(listed)]
    return sorted(found, key=lambda each: WEIGHT.index(each.severity))
