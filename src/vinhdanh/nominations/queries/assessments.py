"""The last answer of the law on a nomination, and what is in it."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from django.db.models import OuterRef, Subquery

from vinhdanh.nominations.enums import LawVerdict
from vinhdanh.nominations.models import Assessment, Nomination

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.db.models import QuerySet

MISSING_OF_UNIT = frozenset({"đơn vị đề nghị", "người phụ trách tổ chức, cán bộ"})
"""Sources of facts that a unit's head can supply."""


def last_assessment(nomination: Nomination) -> Assessment | None:
    """Return the last answer on a nomination, None where the law was not asked."""
    return nomination.assessments.last()


def last_verdict(nomination: str = "pk") -> Subquery:
    """Return the last verdict, to be added to rows whose field holds the nomination's id."""
    last = Assessment.objects.filter(nomination=OuterRef(nomination)).order_by("-id")
    return Subquery(last.values("verdict")[:1])


def with_verdicts(nominations: QuerySet[Nomination]) -> QuerySet[Nomination]:
    """Add the last verdict as `checked`: met, not_met, undetermined, or nothing."""
    return nominations.annotate(checked=last_verdict())


def undetermined(nominations: QuerySet[Nomination]) -> QuerySet[Nomination]:
    """Keep the nominations whose last answer is that something must be verified."""
    return nominations.annotate(checked=last_verdict()).filter(checked=LawVerdict.UNDETERMINED)


def counted(rows: Iterable[Nomination]) -> dict[str, int]:
    """Return how many of some rows (with verdicts) are not met and how many undetermined."""
    found = Counter(getattr(each, "checked", None) for each in rows)
    return {"not_met": found[LawVerdict.NOT_MET], "undetermined": found[LawVerdict.UNDETERMINED]}


def last_of(nominations: Iterable[Nomination]) -> dict[int, Assessment]:
    """Return the last answer on each nomination, by its id, in one query."""
    rows = Assessment.objects.filter(nomination__in=[each.pk for each in nominations])
    return {each.nomination_id: each for each in rows.order_by("id")}


def trace_of(assessment: Assessment) -> dict[str, Any]:
    """Return what the receipt tells: reason, conditions, authority, prize, notes."""
    found: dict[str, Any] = json.loads(assessment.receipt)["trace"]
    return found


def findings_of(assessment: Assessment | None) -> Iterator[dict[str, Any]]:
    """Yield every finding of an answer, those inside others too."""
    if assessment is not None:
        yield from _flat(trace_of(assessment)["conditions"])


def _flat(findings: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for each in findings:
        yield each
        yield from _flat(each["conditions"])
