"""What the papers of decisions on earlier awards share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.decisions.papers import SIGNED_AS, SYMBOL
from vinhdanh.documents import Paper, Signature
from vinhdanh.documents.kinds.changed_honours import ChangedHonour
from vinhdanh.kernel.wording import day
from vinhdanh.lawbook import decision_bases
from vinhdanh.records.papers import office_of

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.decisions.models import Decision, Honour


def later_paper(
    decision: Decision, *, number: int | None, date: dt.date | None, as_of: dt.date
) -> Paper:
    """Return the frame of such a paper; without number and date it is a draft."""
    return Paper(
        office=office_of(decision.body, symbol=SYMBOL),
        signature=Signature(SIGNED_AS, decision.signer_name),
        recipients=("Như Điều 3", "Hội đồng Thi đua - Khen thưởng", "Lưu: VT"),
        number=number,
        date=date,
        year=as_of.year,
    )


def named_in_full(decision: Decision) -> str:
    """Return "Quyết định số 01/QĐ-UBND ngày 24/06/2024 của Chủ tịch …"."""
    told = f" ngày {day(decision.decided_on)}" if decision.decided_on else ""
    return f"Quyết định số {decision.code}{told} của {decision.issuer_name}"


def law_bases(decision: Decision, *, as_of: dt.date) -> tuple[str, ...]:
    """Return the "Căn cứ" lines of a day's law."""
    bases = decision_bases(as_of=as_of, province=decision.body.province)
    return tuple(f"Căn cứ {text}" for text in bases)


def changed_honour(honour: Honour, *, money: int) -> ChangedHonour:
    """Return an honour as such a paper names it; money in đồng, 0 where there is none."""
    return ChangedHonour(
        name=honour.recipient_name,
        place=honour.recipient_detail or honour.recipient_name,
        honour=honour.honour_name,
        prize=money or None,
    )


def title_of(paper: Paper) -> str:
    """Return the name of the file."""
    return f"Quyết định {f'{paper.number:02d}-{SYMBOL}' if paper.number else 'dự thảo'}"
