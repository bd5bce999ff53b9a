"""The paper of a restoration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.decisions.later_papers import (
    changed_honour,
    later_paper,
    law_bases,
    named_in_full,
    title_of,
)
from vinhdanh.decisions.queries.revocations import restored_money
from vinhdanh.documents.kinds.restoration_decision import (
    RestorationDecisionContext,
    restoration_decision,
)
from vinhdanh.records.papers import files_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from vinhdanh.decisions.models import Restoration, RevocationLine
    from vinhdanh.records.content import FileContent


def restoration_context(
    restoration: Restoration,
    lines: Sequence[RevocationLine],
    *,
    number: int | None,
    date: dt.date | None,
    as_of: dt.date,
) -> RestorationDecisionContext:
    """Return the facts of the paper; without number and date it is a draft.

    Args:
        restoration: what is undone, and why.
        lines: the honours that hold again, in order.
        number: the number taken at issue.
        date: the day it is signed.
        as_of: the day whose law is cited: the date, or today for a draft.
    """
    decision, revocation = restoration.decision, restoration.revocation
    others = revocation.lines.filter(restored_on__isnull=True).exclude(restoration=restoration)
    return RestorationDecisionContext(
        paper=later_paper(decision, number=number, date=date, as_of=as_of),
        revocation=named_in_full(revocation.decision),
        award=named_in_full(revocation.award),
        reason=decision.merit,
        honours=tuple(changed_honour(line.honour, money=restored_money(line)) for line in lines),
        bases=(*law_bases(decision, as_of=as_of), f"Căn cứ {restoration.basis}"),
        is_whole=not others.exists(),
    )


def restoration_files(context: RestorationDecisionContext) -> list[FileContent]:
    """Return the paper as PDF and Word."""
    return files_of(
        restoration_decision(context),
        kind="restoration_decision",
        context=context,
        title=title_of(context.paper),
    )
