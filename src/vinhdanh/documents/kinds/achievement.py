"""What reports of achievement share: who reports, what was received, who confirms.

Sections, tables and signatures follow Decree 98/2023, Annex I, and the forms that circulars of
2025 and 2026 give under Decree 152/2025. What nobody has filled in is left for a pen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import dates
from vinhdanh.documents.forms import decree_152
from vinhdanh.documents.kinds.passages import EMPTY, passage_blocks
from vinhdanh.documents.model import (
    Block,
    Column,
    Heading,
    Level,
    Paragraph,
    Row,
    Signature,
    SignatureGrid,
    Table,
    WritingLines,
    paragraph,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from vinhdanh.documents.kinds.common import Office
    from vinhdanh.documents.kinds.passages import Passage

REPORT: Final = "BÁO CÁO THÀNH TÍCH"
DOTS: Final = "…" * 8
"""Room for a pen after a name of a fact."""

_RECEIVED: Final = "CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG"
_RECEIVED_SINCE_2025: Final = "DANH HIỆU THI ĐUA, HÌNH THỨC KHEN THƯỞNG ĐÃ ĐƯỢC NHẬN"
_WRITING_LINES: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Honour:
    """A title, an award or a grading of one year, with the decision that gave it."""

    year: str
    name: str
    decision: str = ""
    """Number, day and issuing body: "Số 15/QĐ-UBND ngày 06/01/2024 của Chủ tịch UBND xã"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """Who signs under a fixed line of the form; both may be left to the pen."""

    position: str = ""
    name: str = ""


BLANK: Final = Confirmation()


def said(name: str, value: str) -> Paragraph:
    """Return "- Quê quán: …", with dots where the value is not known."""
    return paragraph(f"{name}: {value or DOTS}", label="-")


def written(passage: Passage) -> Iterator[Block]:
    """Write a passage, or lines to write on where it is empty."""
    if passage == EMPTY:
        yield WritingLines(_WRITING_LINES)
    else:
        yield from passage_blocks(passage)


def titled(number: str, title: str, passage: Passage) -> Iterator[Block]:
    """Write "1. Quyền hạn, nhiệm vụ được giao" and its passage."""
    yield Heading(Level.CLAUSE, number, title)
    yield from written(passage)


def honours_table(rows: tuple[Honour, ...], name: str, of: str, caption: str = "") -> Table:
    """Return "Năm | name | Số, ngày, tháng, năm của quyết định of; cơ quan ban hành"."""
    decision = f"Số, ngày, tháng, năm của {of}; cơ quan ban hành"
    columns = (Column("Năm", 28, "center"), Column(name, 55), Column(decision, 82))
    cells = tuple(Row((one.year, one.name, one.decision)) for one in rows)
    return Table(columns=columns, rows=cells, caption=caption)


def received(
    number: str, titles: tuple[Honour, ...], awards: tuple[Honour, ...], day: dt.date | None
) -> Iterator[Block]:
    """Write the section on titles and awards received, headed as the form of the day has it."""
    is_old = day is not None and day < decree_152("").since
    yield Heading(Level.SECTION, number, _RECEIVED if is_old else _RECEIVED_SINCE_2025)
    yield Heading(Level.CLAUSE, "1.", "Danh hiệu thi đua")
    yield honours_table(titles, "Danh hiệu thi đua", "quyết định công nhận")
    yield Heading(Level.CLAUSE, "2.", "Hình thức khen thưởng")
    yield honours_table(awards, "Hình thức khen thưởng", "quyết định khen thưởng")


def closing(name: str) -> Paragraph:
    """Return the last sentence, which never leaves the signatures alone on a page."""
    return paragraph(
        f"Trên đây là báo cáo thành tích của {name}, kính đề nghị cấp có thẩm quyền xem xét./."
    )


def signatures(
    reporter: Signature, superior: Confirmation, unit_head: Confirmation | None = None
) -> tuple[SignatureGrid, ...]:
    """Return unit head and reporter, the superior below; without unit head, two in a row."""
    above = _confirming(("XÁC NHẬN CỦA CẤP TRÌNH", "KHEN THƯỞNG"), superior)
    if unit_head is None:
        return (SignatureGrid((above, reporter)),)
    head = _confirming(("THỦ TRƯỞNG ĐƠN VỊ", "XÁC NHẬN, ĐỀ NGHỊ"), unit_head)
    return SignatureGrid((head, reporter)), SignatureGrid((above,), columns=1)


def _confirming(lines: tuple[str, ...], who: Confirmation) -> Signature:
    position = (who.position.upper(),) if who.position else ()
    return Signature((*lines, *position), who.name, note="(Ký, đóng dấu)")


def reporting(
    line: str, name: str, *, office: Office | None, place: str, day: dt.date | None
) -> Signature:
    """Return the reporter's signature; it holds place and date where no head of paper does."""
    above = f"{place}, {dates.issue_date(day)}" if office is None and place else ""
    return Signature((line,), name, above=above, note="(Ký, ghi rõ họ và tên)")
