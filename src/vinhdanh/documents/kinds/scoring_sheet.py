"""Bảng chấm điểm thi đua: points of one unit of a cluster, its own and the appraisers'."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.achievement import said
from vinhdanh.documents.kinds.common import Paper
from vinhdanh.documents.kinds.frames import unnumbered
from vinhdanh.documents.model import (
    Block,
    Column,
    GroupRow,
    OfficialDocument,
    Row,
    Signature,
    SignatureGrid,
    Table,
    centred,
    paragraph,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_COLUMNS: Final = (
    Column("TT", 12, "center"),
    Column("Nội dung tiêu chí", 66),
    Column("Điểm chuẩn", 20, "center"),
    Column("Cách chấm điểm", 44),
    Column("Điểm tự\u00a0chấm", 21, "center"),
    Column("Điểm thẩm\u00a0định", 25, "center"),
    Column("Minh chứng", 34),
    Column("Ghi chú", 24),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One criterion of the scale. Points that are not given yet are left for a pen."""

    content: str
    standard: float
    rule: str = ""
    """How points are added or taken off."""
    own: float | None = None
    appraised: float | None = None
    proof: str = ""
    note: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoringSheetContext:
    """Facts of one unit's sheet; its head signs at the right, the appraisers at the left."""

    paper: Paper
    subject: str
    """Second line of the title: "Cụm thi đua số 1 năm 2024"."""
    unit: str
    basis: str = ""
    """In brackets under the title: the decision that issues the scale."""
    criteria: tuple[Criterion, ...]
    own_bonus: float = 0
    own_penalty: float = 0
    bonus: float = 0
    penalty: float = 0
    """Points added and taken off by the appraisers."""
    rank: str = ""
    appraiser: Signature


def scoring_sheet(context: ScoringSheetContext) -> OfficialDocument:
    """Return the sheet, across (columns of scales that provinces issue).

    Raises:
        DocumentError: there is no criterion, or points beyond the standard.
    """
    if not context.criteria:
        raise DocumentError("Bảng chấm điểm chưa có tiêu chí nào; hãy thêm tiêu chí.")
    for one in context.criteria:
        _check(one)
    paper = context.paper
    return unnumbered(
        paper.office,
        kind_name="BẢNG CHẤM ĐIỂM THI ĐUA",
        abstract=context.subject,
        blocks=(*_body(context), SignatureGrid((context.appraiser, paper.signature))),
        day=paper.date,
        marks=paper.marks,
        year=paper.year,
        landscape=True,
    )


def _check(one: Criterion) -> None:
    for name, points in (("điểm tự chấm", one.own), ("điểm thẩm định", one.appraised)):
        if points is not None and not 0 <= points <= one.standard:
            raise DocumentError(
                f"Tiêu chí “{one.content}” có {name} {_points(points)}, điểm chuẩn là "
                f"{_points(one.standard)}; hãy nhập điểm từ 0 đến điểm chuẩn."
            )


def _body(context: ScoringSheetContext) -> Iterator[Block]:
    if context.basis:
        yield centred(f"({context.basis})", italic=True)
    yield paragraph(f"Đơn vị được chấm điểm: {context.unit}")
    yield Table(_COLUMNS, (*_rows(context.criteria), *_totals(context)))
    yield said("Kết quả xếp hạng, xếp loại", context.rank)


def _rows(criteria: tuple[Criterion, ...]) -> Iterator[Row | GroupRow]:
    group = ""
    for at, one in enumerate(criteria, start=1):
        if one.group and one.group != group:
            group = one.group
            standard = sum(each.standard for each in criteria if each.group == group)
            yield GroupRow(f"{group} ({_points(standard)} điểm)")
        own, appraised = _points(one.own), _points(one.appraised)
        score = (_points(one.standard), one.rule, own, appraised)
        yield Row((str(at), one.content, *score, one.proof, one.note))


def _totals(context: ScoringSheetContext) -> Iterator[Row]:
    own = _sum([one.own for one in context.criteria])
    appraised = _sum([one.appraised for one in context.criteria])
    standard = sum(one.standard for one in context.criteria)
    yield _total("Cộng điểm tiêu chí", standard, own, appraised)
    if any((context.own_bonus, context.bonus)):
        yield _total("Điểm thưởng", None, context.own_bonus, context.bonus)
    if any((context.own_penalty, context.penalty)):
        yield _total("Điểm trừ", None, context.own_penalty, context.penalty)
    own = None if own is None else own + context.own_bonus - context.own_penalty
    appraised = None if appraised is None else appraised + context.bonus - context.penalty
    yield _total("TỔNG ĐIỂM", None, own, appraised)


def _total(name: str, standard: float | None, own: float | None, appraised: float | None) -> Row:
    cells = ("", name, _points(standard), "", _points(own), _points(appraised), "", "")
    return Row(cells, bold=True)


def _sum(points: list[float | None]) -> float | None:
    """Add up, or nothing while one is missing: half a sum would be read as the whole."""
    given = [one for one in points if one is not None]
    return sum(given) if len(given) == len(points) else None


def _points(value: float | None) -> str:
    """Return "9,5", "10" or nothing."""
    return "" if value is None else f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")


KIND: Final = Kind(
    slug="scoring_sheet",
    name="Bảng chấm điểm thi đua",
    context=ScoringSheetContext,
    build=scoring_sheet,
)
