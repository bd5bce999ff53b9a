"""What was corrected of honours, by which decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.decisions.enums import DecisionState
from vinhdanh.decisions.models import Correction, CorrectionLine

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from vinhdanh.decisions.models import Decision, Honour


def words_of(correction: Correction) -> QuerySet[CorrectionLine]:
    """Return what a correction says, in the order of the award."""
    return correction.lines.select_related("honour__nomination__submission__unit")


def corrections_of(honour: Honour) -> QuerySet[CorrectionLine]:
    """Return what was corrected of an honour, the oldest first; drafts are left out."""
    return (
        CorrectionLine.objects.filter(
            honour=honour, correction__decision__state=DecisionState.ISSUED
        )
        .select_related("correction__decision__document")
        .order_by("correction__decision__decided_on", "pk")
    )


def corrected_in(award: Decision) -> QuerySet[CorrectionLine]:
    """Return what was corrected of the honours of an award; drafts are left out."""
    return CorrectionLine.objects.filter(
        honour__decision=award, correction__decision__state=DecisionState.ISSUED
    ).select_related("honour", "correction__decision__document")


@dataclass(frozen=True, slots=True)
class Drafted:
    """What a draft says of an honour so far."""

    reason: str
    words: tuple[CorrectionLine, ...]


def drafted_of(honour: Honour) -> Drafted | None:
    """Return what the open draft on the honour's decision says of it; none where there is none."""
    draft = Correction.objects.filter(
        award=honour.decision_id, decision__state=DecisionState.DRAFT
    ).select_related("decision")
    if not (found := draft.first()):
        return None
    return Drafted(found.decision.merit, tuple(found.lines.filter(honour=honour)))
