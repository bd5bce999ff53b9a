"""The decision with its list, and the certificates that go with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.decisions.check_codes import check_address, check_code
from vinhdanh.documents import (
    AwardDecisionContext,
    AwardRecipient,
    CertificateContext,
    Paper,
    Signature,
    award_decision,
)
from vinhdanh.kernel.wording import day
from vinhdanh.lawbook import decision_bases, honour
from vinhdanh.organizations.enums import RecipientKind
from vinhdanh.records.papers import files_of, locality_of, office_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from vinhdanh.decisions.models import Decision, Honour
    from vinhdanh.nominations.models import Nomination
    from vinhdanh.records.content import FileContent

SYMBOL = "QĐ-UBND"
SIGNED_AS = ("CHỦ TỊCH",)
MIXED = "danh hiệu thi đua, hình thức khen thưởng"


@dataclass(frozen=True, slots=True)
class Award:
    """One row of the decision's list."""

    nomination: Nomination
    prize_amount: int | None
    prize_source: str


def decision_context(
    decision: Decision,
    awards: Sequence[Award],
    *,
    number: int | None,
    date: dt.date | None,
    as_of: dt.date,
) -> AwardDecisionContext:
    """Return the facts of the decision's paper; without number and date it is a draft.

    Args:
        decision: the decision.
        awards: its list, in order.
        number: the number taken at issue.
        date: the day it is signed.
        as_of: the day whose law is cited: the date, or today for a draft.
    """
    sources = sorted({_inside(award.prize_source) for award in awards if award.prize_source})
    return AwardDecisionContext(
        paper=Paper(
            office=office_of(decision.body, symbol=SYMBOL),
            signature=Signature(SIGNED_AS, decision.signer_name),
            recipients=("Như Điều 3", "Hội đồng Thi đua - Khen thưởng", "Lưu: VT"),
            number=number,
            date=date,
            year=as_of.year,
        ),
        act=f"tặng {_what(awards)}",
        merit=decision.merit,
        bases=(
            *(
                f"Căn cứ {text}"
                for text in decision_bases(as_of=as_of, province=decision.body.province)
            ),
            *_proposal(decision),
        ),
        individuals=_rows(awards, RecipientKind.INDIVIDUAL),
        collectives=_rows(awards, RecipientKind.COLLECTIVE),
        households=_rows(awards, RecipientKind.HOUSEHOLD),
        money_note=f"Mức thưởng thực hiện theo {'; '.join(sources)}" if sources else "",
    )


def decision_files(context: AwardDecisionContext) -> list[FileContent]:
    """Return the decision with its list as PDF and Word."""
    number = context.paper.number
    label = f"{number:02d}-{SYMBOL}" if number else "dự thảo"
    return files_of(
        award_decision(context),
        kind="award_decision",
        context=context,
        title=f"Quyết định {label}",
    )


def certificate_context(honour_row: Honour) -> CertificateContext:
    """Return the facts of one certificate; wording and date are the decision's."""
    decision = honour_row.decision
    document = decision.document
    if document is None:
        raise ValueError("Certificates belong to an issued decision.")
    law = honour(honour_row.honour, as_of=honour_row.decided_on, province=decision.body.province)
    return CertificateContext(
        honour=honour_row.honour_name,
        authority=f"Chủ tịch {decision.body.name}",
        recipient=honour_row.recipient_name,
        recipient_place=honour_row.recipient_detail,
        citation=honour_row.achievement,
        decision_symbol=document.symbol,
        decision_number=document.number,
        date=document.issued_on,
        place=decision.body.place,
        position=SIGNED_AS,
        signer=decision.signer_name,
        book_number=f"{honour_row.book_number or 0:04d}",
        grant="TẶNG DANH HIỆU" if law.is_title else "TẶNG",
        check_address=check_address(honour_row),
        check_code=check_code(honour_row),
    )


def _inside(citation: str) -> str:
    """A citation inside a sentence: its first word is no longer a beginning."""
    return citation[:1].lower() + citation[1:]


def _what(awards: Sequence[Award]) -> str:
    names = {award.nomination.honour_name for award in awards}
    if len(names) > 1:
        return MIXED
    (name,) = names
    submission = awards[0].nomination.submission
    law = honour(
        awards[0].nomination.honour,
        as_of=submission.created_at.date(),
        province=submission.body.province,
    )
    return f"danh hiệu {name}" if law.is_title else name


def _rows(awards: Sequence[Award], kind: RecipientKind) -> tuple[AwardRecipient, ...]:
    return tuple(
        AwardRecipient(
            name=award.nomination.recipient.name,
            place=award.nomination.recipient_detail,
            honour=award.nomination.honour_name,
            achievement=award.nomination.achievement,
            prize=award.prize_amount,
            prize_later=award.prize_amount is None,
        )
        for award in awards
        if award.nomination.recipient.kind == kind
    )


def _proposal(decision: Decision) -> tuple[str, ...]:
    """Return the basis that names the council's meeting; none by the simplified procedure."""
    if decision.meeting is None:
        return ()
    locality = locality_of(decision.body)
    council = f"Hội đồng Thi đua - Khen thưởng {locality}"
    return (f"Xét đề nghị của {council} tại Biên bản họp ngày {day(decision.meeting.held_on)}",)
