"""Biên bản bàn giao, thu hồi hiện vật khen thưởng: objects and money from one to another."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from vinhdanh.documents import dates, numbers
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.common import Office, fact
from vinhdanh.documents.kinds.frames import unnumbered
from vinhdanh.documents.model import (
    Block,
    Column,
    OfficialDocument,
    Row,
    Signature,
    SignatureGrid,
    Table,
    paragraph,
)
from vinhdanh.documents.wording import signer_name

if TYPE_CHECKING:
    from collections.abc import Iterator

_COLUMNS: Final = (
    Column("STT", 12, "center"),
    Column("Tên hiện vật", 58),
    Column("Đơn vị tính", 20, "center"),
    Column("Số lượng", 18, "center"),
    Column("Tình trạng", 30),
    Column("Ghi chú", 30),
)
_PARTS: Final = {"handover": ("BÀN GIAO", "bàn giao"), "recovery": ("THU HỒI", "thu hồi")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who gives or takes."""

    representative: str
    post: str = ""
    unit: str = ""
    """The body, unit or household this person stands for, if any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedObject:
    """Certificates, flags, medals, frames of one sort."""

    name: str
    unit: str = "chiếc"
    quantity: int = 1
    condition: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverMinutesContext:
    """Facts of a handover. In a recovery the giver is who was honoured."""

    office: Office
    purpose: Literal["handover", "recovery"]
    occasion: str
    """Ends the title: "khen thưởng tổng kết năm 2024", "khen thưởng theo Quyết định số 46…"."""
    date: dt.date | None = None
    year: int | None = None
    venue: str
    basis: str = ""
    """"Quyết định số 46/QĐ-UBND ngày 18 tháng 3 năm 2025 của …"."""
    giver: Party
    taker: Party
    objects: tuple[HandedObject, ...] = ()
    money: int = 0
    """Prize money handed over or paid back, in đồng."""
    remarks: str = ""
    witnesses: tuple[Party, ...] = ()


def handover_minutes(context: HandoverMinutesContext) -> OfficialDocument:
    """Return the minutes, one copy for each party.

    Raises:
        DocumentError: there is neither an object nor money, or a quantity below one.
    """
    _check(context)
    title, _verb = _PARTS[context.purpose]
    what = "HIỆN VẬT, TIỀN THƯỞNG" if context.money else "HIỆN VẬT KHEN THƯỞNG"
    return unnumbered(
        context.office,
        kind_name=f"BIÊN BẢN {title} {what}",
        abstract=context.occasion,
        blocks=(*_body(context), *_signatures(context)),
        day=context.date,
        year=context.year,
    )


def _check(context: HandoverMinutesContext) -> None:
    if not context.objects and context.money <= 0:
        raise DocumentError("Biên bản chưa có hiện vật hay tiền thưởng nào; hãy nhập hiện vật.")
    for one in context.objects:
        if one.quantity < 1:
            raise DocumentError(
                f"Hiện vật “{one.name}” có số lượng {one.quantity}; hãy nhập từ 1 trở lên."
            )


def _body(context: HandoverMinutesContext) -> Iterator[Block]:
    _title, verb = _PARTS[context.purpose]
    day = dates.issue_date(context.date, context.year)
    basis = f"Thực hiện {context.basis}, h" if context.basis else "H"
    yield paragraph(f"{basis}ôm nay, {day}, tại {context.venue}, chúng tôi gồm:")
    yield fact("Bên giao", _party(context.giver))
    yield fact("Bên nhận", _party(context.taker))
    if context.witnesses:
        yield fact("Người chứng kiến", "; ".join(map(_called, context.witnesses)) + ".")
    if context.objects:
        yield replace(paragraph(f"Hai bên thực hiện {verb} hiện vật sau:"), with_next=True)
        yield Table(_COLUMNS, tuple(_rows(context.objects)))
    if context.money > 0:
        money, words = numbers.money(context.money), numbers.money_in_words(context.money)
        yield fact("Tiền thưởng", f"{money} (bằng chữ: {words}).")
    if context.remarks:
        yield fact("Ý kiến của các bên", context.remarks)
    yield paragraph(
        "Biên bản đã đọc cho các bên cùng nghe, thống nhất ký tên; lập thành 02 (hai) bản có giá "
        "trị như nhau, mỗi bên giữ 01 (một) bản./."
    )


def _party(one: Party) -> str:
    return f"{one.unit}, do {_called(one)} đại diện." if one.unit else f"{_called(one)}."


def _called(one: Party) -> str:
    return ", ".join(filter(None, (one.representative, one.post)))


def _rows(objects: tuple[HandedObject, ...]) -> Iterator[Row]:
    for at, one in enumerate(objects, start=1):
        quantity = numbers.two_digits(one.quantity)
        yield Row((str(at), one.name, one.unit, quantity, one.condition, one.note))


def _signatures(context: HandoverMinutesContext) -> Iterator[SignatureGrid]:
    parties = (_signed("BÊN GIAO", context.giver), _signed("BÊN NHẬN", context.taker))
    witnesses = tuple(_signed("NGƯỜI CHỨNG KIẾN", one) for one in context.witnesses)
    if len(witnesses) == 1:
        yield SignatureGrid((*parties, *witnesses), columns=3)
        return
    yield SignatureGrid(parties)
    if witnesses:
        yield SignatureGrid(witnesses)


def _signed(line: str, one: Party) -> Signature:
    return Signature((line,), signer_name(one.representative), note="(Ký, ghi rõ họ tên)")


KIND: Final = Kind(
    slug="handover_minutes",
    name="Biên bản bàn giao, thu hồi hiện vật khen thưởng",
    context=HandoverMinutesContext,
    build=handover_minutes,
)
