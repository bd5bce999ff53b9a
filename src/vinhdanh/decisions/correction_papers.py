"""The paper of a correction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.decisions.enums import CorrectedField
from vinhdanh.decisions.later_papers import later_paper, law_bases, named_in_full, title_of
from vinhdanh.documents.kinds.correction_decision import (
    CorrectedWord,
    CorrectionDecisionContext,
    correction_decision,
)
from vinhdanh.records.papers import files_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from vinhdanh.decisions.models import Correction, CorrectionLine
    from vinhdanh.records.content import FileContent


def correction_context(
    correction: Correction,
    lines: Sequence[CorrectionLine],
    *,
    number: int | None,
    date: dt.date | None,
    as_of: dt.date,
) -> CorrectionDecisionContext:
    """Return the facts of the paper; without number and date it is a draft.

    Args:
        correction: which award, and why.
        lines: what is corrected, in order.
        number: the number taken at issue.
        date: the day it is signed.
        as_of: the day whose law is cited: the date, or today for a draft.
    """
    decision = correction.decision
    return CorrectionDecisionContext(
        paper=later_paper(decision, number=number, date=date, as_of=as_of),
        award=named_in_full(correction.award),
        reason=decision.merit,
        words=tuple(
            CorrectedWord(
                name=line.honour.recipient_name,
                honour=line.honour.honour_name,
                what=_small(CorrectedField(line.field).label),
                before=line.before,
                after=line.after,
            )
            for line in lines
        ),
        bases=law_bases(decision, as_of=as_of),
    )


def correction_files(context: CorrectionDecisionContext) -> list[FileContent]:
    """Return the paper as PDF and Word."""
    return files_of(
        correction_decision(context),
        kind="correction_decision",
        context=context,
        title=title_of(context.paper),
    )


def _small(label: str) -> str:
    return label[:1].lower() + label[1:]
