"""Quyết định đính chính: a name or a year of an award decision is written right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from vinhdanh.documents import numbers
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.common import Paper, chair_reference, closed
from vinhdanh.documents.kinds.frames import issued, resting_on
from vinhdanh.documents.model import (
    Appendix,
    Block,
    Column,
    OfficialDocument,
    Row,
    Table,
    article,
    centred,
)

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
    paper = context.paper
    return issued(
        paper,
        code="QĐ",
        kind_name="QUYẾT ĐỊNH",
        abstract=f"Về việc đính chính {context.award}",
        authority_line=f"CHỦ TỊCH {paper.office.name.upper()}",
        bases=resting_on(context.bases),
        blocks=_articles(context),
        appendices=(_list(context),) if len(context.words) > 1 else (),
    )


def _articles(context: CorrectionDecisionContext) -> tuple[Block, ...]:
    executors = context.executors or (
        "Thủ trưởng các cơ quan, đơn vị có liên quan và cá nhân, tập thể, hộ gia đình được đính "
        "chính"
    )
    rest = (
        f"Các nội dung khác của {context.award} không thay đổi. Giấy khen, giấy chứng nhận đã cấp "
        "có nội dung sai được cấp đổi theo nội dung đã đính chính."
    )
    force = f"Quyết định này có hiệu lực kể từ ngày ký. {executors} chịu trách nhiệm thi hành"
    texts = (_corrected(context), rest, f"{force} Quyết định này.")
    articles = (article(at, text) for at, text in enumerate(texts, start=1))
    return closed((centred("QUYẾT ĐỊNH:", bold=True), *articles))


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
