"""Đơn yêu cầu công nhận sáng kiến: the authors ask their unit to recognise an initiative."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import dates
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.achievement import DOTS, said
from vinhdanh.documents.kinds.frames import unnumbered
from vinhdanh.documents.kinds.initiatives import (
    Initiative,
    author_table,
    check_shares,
    circular_18,
)
from vinhdanh.documents.model import (
    Block,
    OfficialDocument,
    Signature,
    SignatureGrid,
    paragraph,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_MANY: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeApplicationContext:
    """Facts of an application; what is not known is left for a pen."""

    addressee: str
    """Who recognises: "Hội đồng Sáng kiến xã Minh Tiến"."""
    initiative: Initiative
    investor: str = ""
    """Who paid for it, where not the authors."""
    essence: str = ""
    secrets: str = ""
    conditions: str = ""
    benefit: str = ""
    """As the authors see it."""
    benefit_told: str = ""
    """As those see it who used it first."""
    users: tuple[str, ...] = ()
    """Who took part in the first use."""
    place: str
    date: dt.date | None = None
    year: int | None = None


def initiative_application(context: InitiativeApplicationContext) -> OfficialDocument:
    """Return the application (Circular 18/2013/TT-BKHCN, Annex I).

    Raises:
        DocumentError: no author, or shares that do not make the whole.
    """
    check_shares(context.initiative)
    above = f"{context.place}, {dates.issue_date(context.date, context.year)}"
    note = "(Ký, ghi rõ họ tên)"
    signers = [
        Signature(("TÁC GIẢ",), one.name, above=above if at == 0 else "", note=note)
        for at, one in enumerate(context.initiative.authors)
    ]
    return unnumbered(
        None,
        kind_name="ĐƠN YÊU CẦU CÔNG NHẬN SÁNG KIẾN",
        abstract="",
        addressees=(context.addressee,),
        blocks=(*_body(context), _grid(signers)),
        day=context.date,
        year=context.year,
    )


def _grid(signers: list[Signature]) -> SignatureGrid:
    """Return the first author at the right, the others where there is room."""
    if len(signers) == 1:
        return SignatureGrid((Signature((), ""), signers[0]))
    first, second, *others = signers
    return SignatureGrid((second, first, *others))


def _body(context: InitiativeApplicationContext) -> Iterator[Block]:
    we = "Chúng tôi" if len(context.initiative.authors) >= _MANY else "Tôi"
    group = "nhóm tác giả" if len(context.initiative.authors) >= _MANY else "tác giả"
    yield paragraph(f"{we} ghi tên dưới đây:")
    yield author_table(context.initiative.authors)
    yield paragraph(f"là {group} đề nghị xét công nhận sáng kiến: “{context.initiative.name}”.")
    yield said("Chủ đầu tư tạo ra sáng kiến", context.investor or f"{group} sáng kiến")
    yield said("Lĩnh vực áp dụng", context.initiative.field)
    first = (
        dates.short_date(context.initiative.first_used_on)
        if context.initiative.first_used_on
        else DOTS
    )
    yield said("Ngày áp dụng lần đầu hoặc áp dụng thử", first)
    yield said("Mô tả bản chất của sáng kiến", context.essence)
    yield said("Thông tin cần được bảo mật", context.secrets or "Không có")
    yield said("Điều kiện cần thiết để áp dụng", context.conditions)
    yield said("Lợi ích thu được theo ý kiến của tác giả", context.benefit)
    yield said("Lợi ích thu được theo ý kiến của nơi đã áp dụng", context.benefit_told)
    if context.users:
        yield said("Những người đã tham gia áp dụng lần đầu", "; ".join(context.users))
    yield paragraph(
        f"{we} xin cam đoan mọi thông tin nêu trong đơn là trung thực, đúng sự thật và hoàn toàn "
        "chịu trách nhiệm trước pháp luật./."
    )


KIND: Final = Kind(
    slug="initiative_application",
    name="Đơn yêu cầu công nhận sáng kiến",
    context=InitiativeApplicationContext,
    build=initiative_application,
    forms=(circular_18("Phụ lục I"),),
)
