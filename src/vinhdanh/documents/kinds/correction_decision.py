"""Quyết định đính chính: a name or a year of an award decision is written right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import numbers
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.common import Paper, chair_reference
from vinhdanh.documents.kinds.decisions import concerned, decided, in_articles, in_force
from vinhdanh.documents.model import Appendix, Column, Row, Table

if TYPE_CHECKING:
    from vinhdanh.documents.model import OfficialDocument

_COLUMNS: Final = (
    Column("STT", 12, "center"),
    Column("Trường hợp khen thưởng", 50),
    Column("Nội dung", 30),
    Column("Đã ghi", 40),
    Column("Đính chính thành", 40),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectedWord:
    """One thing that was written wrong: of whom, what, how, how it is right."""

    name: str
    """As the award decision has it."""
    honour: str
    what: str
    """"tên", "năm được xét"."""
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionDecisionContext:
    """Facts of a correction.

    award is the decision corrected, with number, date and body: "Quyết định số 128/QĐ-UBND
    ngày …". reason follows "do": "sai sót khi đánh máy".
    """

    paper: Paper
    award: str
    reason: str
    words: tuple[CorrectedWord, ...]
    bases: tuple[str, ...]
    executors: str = ""


def correction_decision(context: CorrectionDecisionContext) -> OfficialDocument:
    """Return the decision; several corrections go into a list.

    Raises:
        DocumentError: nothing is corrected, or there is no legal base.
    """
    if not context.words:
        raise DocumentError("Quyết định đính chính chưa nêu nội dung nào; hãy thêm ít nhất một.")
    executors = context.executors or concerned("cá nhân, tập thể, hộ gia đình được đính chính")
    return decided(
        context.paper,
        about=f"đính chính {context.award}",
        bases=context.bases,
        articles=in_articles(
            _corrected(context),
            f"Các nội dung khác của {context.award} không thay đổi. Giấy khen, giấy chứng nhận đã "
            "cấp có nội dung sai được cấp đổi theo nội dung đã đính chính.",
            in_force(executors),
        ),
        appendices=(_list(context),) if len(context.words) > 1 else (),
    )


def _corrected(context: CorrectionDecisionContext) -> str:
    if len(context.words) > 1:
        count = numbers.counted(len(context.words))
        what = f"{count} nội dung (có Danh sách kèm theo)"
        return f"Đính chính {what} tại {context.award}, do {context.reason}."
    (one,) = context.words
    before = f" đã ghi “{one.before}”" if one.before else " chưa ghi"
    return (
        f"Đính chính tại {context.award}, trường hợp {one.name} được tặng {one.honour}: "
        f"{one.what}{before}, nay đính chính thành “{one.after}”, do {context.reason}."
    )


def _list(context: CorrectionDecisionContext) -> Appendix:
    rows = [
        Row((str(at), f"{one.name}, {one.honour}", one.what.capitalize(), one.before, one.after))
        for at, one in enumerate(context.words, start=1)
    ]
    return Appendix(
        label="",
        title="DANH SÁCH NỘI DUNG ĐÍNH CHÍNH",
        reference=chair_reference(context.paper),
        blocks=(Table(columns=_COLUMNS, rows=tuple(rows)),),
    )


KIND: Final = Kind(
    slug="correction_decision",
    name="Quyết định đính chính quyết định khen thưởng",
    context=CorrectionDecisionContext,
    build=correction_decision,
)
