"""Phiếu bầu: a secret ballot with several nominees on one sheet; it knows no voter."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import dates
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.common import Office, fact
from vinhdanh.documents.kinds.frames import unnumbered
from vinhdanh.documents.model import (
    Block,
    Column,
    ItemList,
    OfficialDocument,
    Row,
    Table,
    paragraph,
)
from vinhdanh.documents.printed import punctuated

if TYPE_CHECKING:
    from collections.abc import Iterator

_COLUMNS: Final = (
    Column("STT", 12, "center"),
    Column("Họ và tên, đơn vị", 70),
    Column("Danh hiệu, hình thức đề nghị", 36),
    Column("Đồng\u00a0ý", 20, "center"),
    Column("Không đồng\u00a0ý", 22, "center"),
)
_BOX: Final = 11
"""Least height of a row in millimetres, to mark with a pen."""
_RULES: Final = (
    "Đánh dấu X vào một trong hai ô “Đồng ý” hoặc “Không đồng ý” của từng trường hợp",
    "Phiếu hợp lệ là phiếu do Ban Kiểm phiếu phát ra, có đóng dấu của Hội đồng",
    "Không ký tên, không ghi họ tên người bỏ phiếu; không sửa hoặc thêm tên vào phiếu",
    "Đánh dấu cả hai ô hoặc bỏ trống cả hai ô là không có ý kiến đối với trường hợp đó",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody or a collective voted on, with what is proposed."""

    name: str
    place: str = ""
    """Post and unit of a person, address of a collective or household."""
    honour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotContext:
    """Facts of a ballot. It has room for the council's seal at its head and none for a name."""

    office: Office
    subject: str
    """Second line of the title: "Xét tặng danh hiệu thi đua, Giấy khen năm 2024"."""
    held_on: dt.date
    session: str = ""
    """"phiên họp Hội đồng xét khen thưởng tổng kết năm 2024"."""
    candidates: tuple[Candidate, ...]
    rules: tuple[str, ...] = _RULES


def ballot(context: BallotContext) -> OfficialDocument:
    """Return one ballot, to be printed as often as there are voters.

    Raises:
        DocumentError: there is nobody to vote on.
    """
    if not context.candidates:
        raise DocumentError("Phiếu bầu chưa có trường hợp nào; hãy thêm người được xét.")
    return unnumbered(
        context.office,
        kind_name="PHIẾU BẦU",
        abstract=context.subject,
        blocks=tuple(_body(context)),
        day=context.held_on,
        is_dated=False,
    )


def _body(context: BallotContext) -> Iterator[Block]:
    session = context.session or f"phiên họp {context.office.name}"
    yield paragraph(f"Dùng tại {session}, {dates.long_date(context.held_on)}.")
    yield vote_table(context.candidates)
    if context.rules:
        yield fact("Cách bỏ phiếu", "")
        yield ItemList(punctuated(context.rules))


def vote_table(candidates: tuple[Candidate, ...]) -> Table:
    """Return the candidates with two empty boxes each."""
    rows = (
        Row((str(at), ", ".join(filter(None, (one.name, one.place))), one.honour, "", ""))
        for at, one in enumerate(candidates, start=1)
    )
    return Table(_COLUMNS, tuple(rows), row_height=_BOX)


KIND: Final = Kind(
    slug="ballot",
    name="Phiếu bầu kín của Hội đồng",
    context=BallotContext,
    build=ballot,
)
