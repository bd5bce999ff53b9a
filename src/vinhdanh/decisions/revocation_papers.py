"""The paper of a revocation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.decisions.later_papers import (
    changed_honour,
    later_paper,
    law_bases,
    named_in_full,
    title_of,
)
from vinhdanh.documents.kinds.revocation_decision import (
    RevocationDecisionContext,
    revocation_decision,
)
from vinhdanh.records.papers import files_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from vinhdanh.decisions.models import Revocation, RevocationLine
    from vinhdanh.records.content import FileContent


def revocation_context(
    revocation: Revocation,
    lines: Sequence[RevocationLine],
    *,
    number: int | None,
    date: dt.date | None,
    as_of: dt.date,
) -> RevocationDecisionContext:
    """Return the facts of the paper; without number and date it is a draft.

    Args:
        revocation: what is revoked, and why.
        lines: its honours, in order.
        number: the number taken at issue.
        date: the day it is signed.
        as_of: the day whose law is cited: the date, or today for a draft.
    """
    decision, award = revocation.decision, revocation.award
    return RevocationDecisionContext(
        paper=later_paper(decision, number=number, date=date, as_of=as_of),
        decision=named_in_full(award),
        reason=decision.merit,
        honours=tuple(changed_honour(line.honour, money=line.money_due) for line in lines),
        bases=(
            *law_bases(decision, as_of=as_of),
            f"Căn cứ {revocation.citation[:1].lower()}{revocation.citation[1:]}",
        ),
        money_to=revocation.money_to,
        within_days=revocation.within_days,
    )


def revocation_files(context: RevocationDecisionContext) -> list[FileContent]:
    """Return the paper as PDF and Word."""
    return files_of(
        revocation_decision(context),
        kind="revocation_decision",
        context=context,
        title=title_of(context.paper),
    )
