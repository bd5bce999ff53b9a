"""Danh sách ký nhận tiền thưởng: who takes how much, with room to sign."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import numbers
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.common import Paper
from vinhdanh.documents.kinds.frames import unnumbered
from vinhdanh.documents.model import (
    Block,
    Column,
    OfficialDocument,
    Paragraph,
    Row,
    Run,
    Signature,
    SignatureGrid,
    Table,
    centred,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_COLUMNS: Final = (
    Column("STT", 12, "center"),
    Column("Họ và tên, tên tập thể, hộ gia đình", 54),
    Column("Chức vụ, đơn vị, địa chỉ", 54),
    Column("Danh hiệu, hình thức", 34, "center"),
    Column("Mức thưởng (đồng)", 30, "right"),
    Column("Ký nhận", 38, "center"),
    Column("Ghi chú", 30),
)
_SIGNING: Final = 12
"""Least height of a row in millimetres."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """Money for one honour, in đồng; a note says who takes it for a collective."""

    name: str
    place: str
    honour: str
    amount: int
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrizePaymentListContext:
    """Facts of a list. The paper's signature is the head's, who approves.

    signers stand before it: who made the list, the accountant, the cashier.
    """

    paper: Paper
    subject: str
    """Second line of the title: "Khen thưởng phong trào thi đua năm 2024"."""
    decision: str
    """"Quyết định số 128/QĐ-UBND ngày 20 tháng 12 năm 2024 của Chủ tịch …"."""
    payments: tuple[Payment, ...]
    signers: tuple[Signature, ...] = ()


def prize_payment_list(context: PrizePaymentListContext) -> OfficialDocument:
    """Return the list, across, with its total in words.

    Raises:
        DocumentError: nobody is paid, or an amount is not above zero.
    """
    if not context.payments:
        raise DocumentError("Danh sách chưa có ai nhận tiền thưởng; hãy thêm người nhận.")
    for one in context.payments:
        if one.amount <= 0:
            raise DocumentError(
                f"Mức thưởng của “{one.name}” là {numbers.grouped(one.amount)}; hãy nhập số lớn "
                "hơn 0, hoặc bỏ khỏi danh sách."
            )
    paper = context.paper
    signers = (*context.signers, paper.signature)
    return unnumbered(
        paper.office,
        kind_name="DANH SÁCH KÝ NHẬN TIỀN THƯỞNG",
        abstract=context.subject,
        blocks=(*_body(context), SignatureGrid(signers, columns=len(signers))),
        day=paper.date,
        marks=paper.marks,
        year=paper.year,
        landscape=True,
    )


def _body(context: PrizePaymentListContext) -> Iterator[Block]:
    yield centred(f"(Theo {context.decision})", italic=True)
    yield Table(_COLUMNS, tuple(_rows(context.payments)), row_height=_SIGNING)
    total = sum(one.amount for one in context.payments)
    words = numbers.money_in_words(total)
    yield Paragraph((Run("Tổng số tiền bằng chữ: "), Run(f"{words}.", italic=True)))


def _rows(payments: tuple[Payment, ...]) -> Iterator[Row]:
    for at, one in enumerate(payments, start=1):
        money = numbers.grouped(one.amount)
        yield Row((str(at), one.name, one.place, one.honour, money, "", one.note))
    total = numbers.grouped(sum(one.amount for one in payments))
    yield Row(("", "Tổng cộng", "", "", total, "", ""), bold=True)


KIND: Final = Kind(
    slug="prize_payment_list",
    name="Danh sách ký nhận tiền thưởng",
    context=PrizePaymentListContext,
    build=prize_payment_list,
)
