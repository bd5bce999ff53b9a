"""The fund of the year: what came in, what was spent, which prizes of May are paid."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from vinhdanh.decisions.enums import FundKind, FundPurpose, FundSource
from vinhdanh.decisions.queries.payments import payable, payments_for
from vinhdanh.decisions.services.fund import Line, enter_line
from vinhdanh.decisions.services.payment_lists import make_list
from vinhdanh.decisions.services.payments import Receipt, pay
from vinhdanh.demo.moments import moment

if TYPE_CHECKING:
    from vinhdanh.demo.commune import Commune


def _spent(purpose: FundPurpose, amount: int, on: dt.date, content: str, voucher: str) -> Line:
    """Return an expense out of the budget, in đồng."""
    return Line(
        kind=FundKind.EXPENSE,
        purpose=purpose,
        source=FundSource.BUDGET,
        amount=amount,
        entered_on=on,
        content=content,
        voucher=voucher,
    )


BUDGET = Line(
    kind=FundKind.PLANNED,
    purpose=FundPurpose.SUPPLY,
    source=FundSource.BUDGET,
    amount=30_000_000,
    entered_on=dt.date(2024, 1, 17),
    content="Dự toán chi thi đua, khen thưởng năm 2024",
    voucher="QĐ giao dự toán 2024",
)
SPRING = (
    Line(
        kind=FundKind.INCOME,
        purpose=FundPurpose.SUPPLY,
        source=FundSource.CONTRIBUTION,
        amount=5_000_000,
        entered_on=dt.date(2024, 3, 20),
        content="Ông Vũ Đình Chiến thay mặt cựu chiến binh xã ủng hộ quỹ",
        voucher="PT 12",
    ),
    _spent(
        FundPurpose.OBJECTS,
        1_250_000,
        dt.date(2024, 3, 22),
        "Mua 50 khung, phôi giấy khen",
        "PC 31",
    ),
    _spent(
        FundPurpose.ORGANISING,
        1_800_000,
        dt.date(2024, 4, 12),
        "Hội nghị sơ kết phong trào thi đua quý I",
        "PC 38",
    ),
)
PAID = (
    ("Thôn Phù Oanh", "Nguyễn Văn Bách", "Trưởng thôn nhận thay tập thể"),
    ("Nguyễn Thành Trung", "", ""),
    ("Trần Thị Hợi", "", ""),
    ("Mai Văn Đoàn", "", ""),
)
"""Whose prize is paid, who took it, and why they."""


def open_fund(commune: Commune) -> None:
    """Write the year's budget down."""
    _enter(commune, BUDGET)


def spend_spring(commune: Commune) -> None:
    """Take a gift, buy frames, hold a meeting."""
    for line in SPRING:
        _enter(commune, line)


def pay_may_prizes(commune: Commune) -> None:
    """Pay four of the prizes; two are on the list still, one the law leaves to be asked."""
    accountant = commune.actor("ketoan")
    with moment("2024-05-24T08:30"):
        listed = make_list(actor=accountant, payments=payable(payments_for(accountant)))
    of_name = {row.honour.recipient_name: row for row in listed.payments.select_related("honour")}
    with moment("2024-05-28T10:00"):
        pay(
            actor=accountant,
            receipts=[
                Receipt(payment=of_name[name], received_by=taker, receiver_note=why)
                for name, taker, why in PAID
            ],
            paid_on=dt.date(2024, 5, 28),
            source=FundSource.BUDGET,
        )


def _enter(commune: Commune, line: Line) -> None:
    with moment(f"{line.entered_on}T15:30"):
        enter_line(actor=commune.actor("ketoan"), line=line)
