"""Papers about money: the list to sign, and the year's statement of the fund."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.decisions.enums import FundKind
from vinhdanh.documents import Column, Row, Signature, Table, paragraph
from vinhdanh.documents.kinds.common import Paper, closed
from vinhdanh.documents.kinds.frames import unnumbered
from vinhdanh.documents.kinds.prize_payment_list import (
    Payment,
    PrizePaymentListContext,
    prize_payment_list,
)
from vinhdanh.documents.numbers import grouped, money_in_words
from vinhdanh.kernel import clock
from vinhdanh.kernel.wording import day
from vinhdanh.records.papers import files_of, locality_of, office_of
from vinhdanh.records.registers import Heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vinhdanh.decisions.models import Decision, Fund, FundEntry, PaymentList, PrizePayment
    from vinhdanh.decisions.queries.fund import FundFigures, SourceLine
    from vinhdanh.documents import OfficialDocument
    from vinhdanh.records.content import FileContent
    from vinhdanh.records.registers import Cell

LIST_HEADINGS = (
    Heading("STT", 6),
    Heading("Họ và tên, tên tập thể, hộ gia đình", 34),
    Heading("Chức vụ, đơn vị, địa chỉ", 34),
    Heading("Danh hiệu, hình thức", 26),
    Heading("Quyết định", 20),
    Heading("Mức thưởng (đồng)", 16),
    Heading("Căn cứ", 34),
    Heading("Ngày chi", 12),
    Heading("Người nhận", 26),
    Heading("Ghi chú", 28),
)
FUND_HEADINGS = (
    Heading("Ngày", 12),
    Heading("Số chứng từ", 14),
    Heading("Diễn giải", 50),
    Heading("Nguồn", 26),
    Heading("Nội dung", 34),
    Heading("Dự toán (đồng)", 16),
    Heading("Thu (đồng)", 16),
    Heading("Chi (đồng)", 16),
    Heading("Người ghi", 24),
    Heading("Ghi chú", 28),
)


def list_context(found: PaymentList, rows: Sequence[PrizePayment]) -> PrizePaymentListContext:
    """Return the facts of a list to sign."""
    return PrizePaymentListContext(
        paper=Paper(
            office=office_of(found.body),
            signature=Signature(("CHỦ TỊCH",), ""),
            date=found.made_on,
            year=found.year,
        ),
        subject=found.title,
        decision="; ".join(dict.fromkeys(_cited(each.honour.decision) for each in rows)),
        payments=tuple(_payment(each) for each in rows),
        signers=(Signature(("NGƯỜI LẬP",), found.made_by_name), Signature(("KẾ TOÁN",), "")),
    )


def list_files(found: PaymentList, rows: Sequence[PrizePayment]) -> list[FileContent]:
    """Return a list as PDF and Word."""
    context = list_context(found, rows)
    return files_of(
        prize_payment_list(context),
        kind="prize_payment_list",
        context=context,
        title=f"Danh sách chi thưởng {found.number:02d}-{found.year}",
    )


def list_rows(rows: Iterable[PrizePayment]) -> Iterable[tuple[Cell, ...]]:
    """Yield the rows of a list for a spreadsheet, its total last."""
    total = 0
    for at, each in enumerate(rows, start=1):
        total += each.amount or 0
        honour = each.honour
        yield (
            at, honour.recipient_name, honour.recipient_detail, honour.honour_name,
            honour.decision.code, each.amount, each.source or each.answer, each.paid_on,
            each.received_by, each.receiver_note,
        )  # fmt: skip
    yield (None, "Tổng cộng", None, None, None, total, money_in_words(total), None, None, None)


def statement(fund: Fund, figures: FundFigures, entries: Sequence[FundEntry]) -> OfficialDocument:
    """Return the year's statement of the fund: by source, then line by line."""
    blocks = (
        paragraph("Tổng hợp theo nguồn", bold=True),
        _source_table(figures),
        paragraph(f"Số còn được chi bằng chữ: {_words(figures.left)}."),
        paragraph("Chi tiết", bold=True),
        _line_table(entries),
    )
    return unnumbered(
        office_of(fund.body),
        kind_name="BẢNG KÊ THU, CHI",
        abstract=f"Quỹ thi đua, khen thưởng {locality_of(fund.body)} năm {fund.year}",
        blocks=closed(blocks),
        day=clock.today(),
        year=fund.year,
        signature=Signature(("KẾ TOÁN",), ""),
        landscape=True,
    )


def fund_rows(entries: Iterable[FundEntry]) -> Iterable[tuple[Cell, ...]]:
    """Yield the lines of a fund for a spreadsheet."""
    for each in entries:
        amounts = [each.amount if each.kind == kind else None for kind in FundKind]
        yield (
            each.entered_on, each.voucher, each.content, each.get_source_display(),
            each.get_purpose_display(), *amounts, each.entered_by_name, each.excess_reason,
        )  # fmt: skip


def _payment(row: PrizePayment) -> Payment:
    honour = row.honour
    note = ""
    if row.received_by and row.received_by != honour.recipient_name:
        note = f"{row.received_by} nhận thay ({row.receiver_note})"
    return Payment(
        name=honour.recipient_name,
        place=honour.recipient_detail,
        honour=honour.honour_name,
        amount=row.amount or 0,
        note=note,
    )


def _cited(decision: Decision) -> str:
    on = f" ngày {day(decision.decided_on)}" if decision.decided_on else ""
    return f"Quyết định số {decision.code}{on}"


def _source_table(figures: FundFigures) -> Table:
    columns = (
        Column("Nguồn", 70),
        *(Column(f"{head} (đồng)", 38, "right") for head in ("Dự toán", "Thu", "Chi", "Còn lại")),
    )
    rows = [Row((each.source.label, *map(grouped, _amounts(each)))) for each in figures.sources]
    columned = zip(*map(_amounts, figures.sources), strict=True)
    sums = [sum(column) for column in columned]
    rows.append(Row(("Cộng", *map(grouped, sums)), bold=True))
    return Table(columns, tuple(rows))


def _amounts(line: SourceLine) -> tuple[int, int, int, int]:
    return (line.planned, line.income, line.expense, line.left)


def _line_table(entries: Sequence[FundEntry]) -> Table:
    columns = (
        Column("Ngày", 24, "center"),
        Column("Chứng từ", 26),
        Column("Diễn giải", 92),
        Column("Nguồn", 44),
        Column("Loại", 20),
        Column("Số tiền (đồng)", 34, "right"),
    )
    rows = tuple(
        Row((
            day(each.entered_on), each.voucher, each.content, each.get_source_display(),
            each.get_kind_display(), grouped(each.amount),
        ))
        for each in entries
    )  # fmt: skip
    return Table(columns, rows)


def _words(amount: int) -> str:
    return money_in_words(amount) if amount >= 0 else f"âm {money_in_words(-amount).lower()}"
