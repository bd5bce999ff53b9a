"""The papers that only a pack has: the unit's proposal, the summary, the list of payments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.documents import Column, Header, Office, Paper, Row, Signature, Table, paragraph
from vinhdanh.documents.kinds.achievement_summary import (
    AchievementSummaryContext,
    SummaryCase,
    achievement_summary,
)
from vinhdanh.documents.kinds.common import closed
from vinhdanh.documents.kinds.frames import unnumbered
from vinhdanh.documents.kinds.nominee_list import Nominee, groups_of, nominee_table
from vinhdanh.documents.numbers import grouped
from vinhdanh.kernel import clock
from vinhdanh.organizations.enums import RecipientKind
from vinhdanh.records.papers import locality_of, office_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from vinhdanh.decisions.models import Decision
    from vinhdanh.documents import OfficialDocument as Printed
    from vinhdanh.nominations.models import Nomination, Submission
    from vinhdanh.reports.packs.crosscheck import Entry


@dataclass(frozen=True, slots=True)
class PaymentContext:
    """Facts of the list of payments."""

    office: Office
    decision: str
    rows: tuple[Entry, ...]
    day: dt.date | None
    year: int


def proposal(submission: Submission, rows: Sequence[Nomination]) -> Printed:
    """Return the unit's request with its list (Decree 30/2020, Annex III, sample 1.4)."""
    unit, body = submission.unit, submission.body
    office = Office(
        name=unit.name,
        code="",
        place=body.place,
        header=Header(issuer=(unit.name.upper(),), parent=(body.name.upper(),)),
    )
    groups = groups_of(
        *(
            tuple(_nominee(each) for each in rows if each.recipient.kind == kind)
            for kind in (
                RecipientKind.INDIVIDUAL,
                RecipientKind.COLLECTIVE,
                RecipientKind.HOUSEHOLD,
            )
        )
    )
    council = f"Hội đồng Thi đua - Khen thưởng {locality_of(body)}"
    blocks = (
        paragraph(
            f"{unit.name} đề nghị {council} xét, trình cấp có thẩm quyền khen thưởng"
            f" {len(rows):02d} trường hợp có thành tích trong {_period(rows)}, cụ thể như sau:"
        ),
        nominee_table(groups),
        paragraph(f"{unit.name} trân trọng đề nghị {council} xem xét"),
    )
    return unnumbered(
        office,
        kind_name="TỜ TRÌNH",
        abstract=f"Về việc {submission.title[:1].lower()}{submission.title[1:]}",
        blocks=closed(blocks),
        day=submission.sent_on,
        year=submission.year,
        addressees=(council,),
        signature=Signature(("PHỤ TRÁCH ĐƠN VỊ",), ""),
    )


def summary(submission: Submission, rows: Sequence[Nomination]) -> Printed:
    """Return the summary of what each did (Law on emulation 2022, Article 85)."""
    body = submission.body
    return achievement_summary(
        AchievementSummaryContext(
            paper=Paper(
                office=office_of(body),
                signature=Signature(("NGƯỜI TỔNG HỢP",), ""),
                date=submission.sent_on,
                year=submission.year,
            ),
            merit=f"{submission.title[:1].lower()}{submission.title[1:]}",
            cases=tuple(
                SummaryCase(
                    name=each.recipient.name,
                    place=each.recipient_detail,
                    summary=each.achievement,
                    honour=each.honour_name,
                )
                for each in rows
            ),
        )
    )


def payment_context(decision: Decision, rows: tuple[Entry, ...]) -> PaymentContext:
    """Return the facts of the list of payments of a decision."""
    day = decision.decided_on
    return PaymentContext(
        office=office_of(decision.body),
        decision=str(decision),
        rows=rows,
        day=None,
        year=day.year if day else clock.today().year,
    )


def payments(context: PaymentContext) -> Printed:
    """Return the list of who gets how much, with room for a signature."""
    columns = (
        Column("STT", 11, "center"),
        Column("Họ và tên, tên tập thể, hộ gia đình", 58),
        Column("Danh hiệu, hình thức", 42, "center"),
        Column("Số tiền (đồng)", 28, "right"),
        Column("Ký nhận", 26, "center"),
    )
    rows = [
        Row((str(at), one.name, one.honour, grouped(one.prize) if one.prize else "", ""))
        for at, one in enumerate(context.rows, start=1)
    ]
    total = sum(one.prize or 0 for one in context.rows)
    rows.append(Row(("", "Tổng cộng", "", grouped(total) if total else "", ""), bold=True))
    return unnumbered(
        context.office,
        kind_name="DANH SÁCH",
        abstract=f"Ký nhận tiền thưởng theo {context.decision}",
        blocks=(Table(columns=columns, rows=tuple(rows)),),
        year=context.year,
        signature=Signature(("NGƯỜI LẬP",), ""),
    )


def _nominee(nomination: Nomination) -> Nominee:
    return Nominee(
        name=nomination.recipient.name,
        place=nomination.recipient_detail,
        honour=nomination.honour_name,
        achievement=nomination.achievement,
    )


def _period(rows: Sequence[Nomination]) -> str:
    periods = {each.period for each in rows}
    return periods.pop() if len(periods) == 1 else "thời gian đã nêu ở từng hồ sơ"
