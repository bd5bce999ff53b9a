"""The paper of a revocation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.decisions.papers import SIGNED_AS, SYMBOL
from vinhdanh.documents import Paper, Signature
from vinhdanh.documents.kinds.revocation_decision import (
    RevocationDecisionContext,
    RevokedHonour,
    revocation_decision,
)
from vinhdanh.kernel.wording import day
from vinhdanh.lawbook import decision_bases
from vinhdanh.records.papers import files_of, office_of

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
    body = decision.body
    bases = decision_bases(as_of=as_of, province=body.province)
    told = f" ngày {day(award.decided_on)}" if award.decided_on else ""
    return RevocationDecisionContext(
        paper=Paper(
            office=office_of(body, symbol=SYMBOL),
            signature=Signature(SIGNED_AS, decision.signer_name),
            recipients=("Như Điều 3", "Hội đồng Thi đua - Khen thưởng", "Lưu: VT"),
            number=number,
            date=date,
            year=as_of.year,
        ),
        decision=f"Quyết định số {award.code}{told} của Chủ tịch {body.name}",
        reason=decision.merit,
        honours=tuple(
            RevokedHonour(
                name=line.honour.recipient_name,
                place=line.honour.recipient_detail or line.honour.recipient_name,
                honour=line.honour.honour_name,
                prize=line.money_due or None,
            )
            for line in lines
        ),
        bases=(
            *(f"Căn cứ {text}" for text in bases),
            f"Căn cứ {revocation.citation[:1].lower()}{revocation.citation[1:]}",
        ),
        money_to=revocation.money_to,
        within_days=revocation.within_days,
    )


def revocation_files(context: RevocationDecisionContext) -> list[FileContent]:
    """Return the paper as PDF and Word."""
    number = context.paper.number
    label = f"{number:02d}-{SYMBOL}" if number else "dự thảo"
    return files_of(
        revocation_decision(context),
        kind="revocation_decision",
        context=context,
        title=f"Quyết định {label}",
    )
