"""Quyết định khôi phục khen thưởng: a revocation that was wrong is undone."""

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
    Column("Họ và tên, tên tập thể, hộ gia đình", 46),
    Column("Chức vụ, đơn vị, địa chỉ", 46),
    Column("Danh hiệu, hình thức được khôi phục", 34, "center"),
    Column("Tiền thưởng trả lại (đồng)", 30, "right"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoredHonour:
    """One honour that holds again."""

    name: str
    place: str
    honour: str
    prize: int | None = None
    """Money that had been paid back in đồng and is given again, none where there was none."""
    salutation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RestorationDecisionContext:
    """Facts of a restoration.

    revocation is the decision undone and award the one that holds again, each with number, date
    and body: "Quyết định số 46/QĐ-UBND ngày … của Chủ tịch …". reason follows "vì". is_whole
    tells whether everything the revocation took back is given back.
    """

    paper: Paper
    revocation: str
    award: str
    reason: str
    honours: tuple[RestoredHonour, ...]
    bases: tuple[str, ...]
    is_whole: bool = True
    executors: str = ""


def restoration_decision(context: RestorationDecisionContext) -> OfficialDocument:
    """Return the decision; several honours go into a list.

    Raises:
        DocumentError: no honour is named, or there is no legal base.
    """
    if not context.honours:
        raise DocumentError("Quyết định khôi phục chưa nêu trường hợp nào; hãy thêm ít nhất một.")
    paper = context.paper
    return issued(
        paper,
        code="QĐ",
        kind_name="QUYẾT ĐỊNH",
        abstract=f"Về việc khôi phục khen thưởng đã bị hủy bỏ tại {context.revocation}",
        authority_line=f"CHỦ TỊCH {paper.office.name.upper()}",
        bases=resting_on(context.bases),
        blocks=_articles(context),
        appendices=(_list(context),) if len(context.honours) > 1 else (),
    )


def _articles(context: RestorationDecisionContext) -> tuple[Block, ...]:
    executors = context.executors or (
        "Thủ trưởng các cơ quan, đơn vị có liên quan và cá nhân, tập thể, hộ gia đình có tên tại "
        "Điều 1"
    )
    force = f"Quyết định này có hiệu lực kể từ ngày ký. {executors} chịu trách nhiệm thi hành"
    texts = (_restored(context), _given_back(context), f"{force} Quyết định này.")
    articles = (article(at, text) for at, text in enumerate(texts, start=1))
    return closed((centred("QUYẾT ĐỊNH:", bold=True), *articles))


def _restored(context: RestorationDecisionContext) -> str:
    undone = "Hủy bỏ" if context.is_whole else "Hủy bỏ một phần"
    start = f"{undone} {context.revocation}, vì {context.reason}"
    if len(context.honours) > 1:
        count = numbers.counted(len(context.honours))
        whom = f"{count} trường hợp (có Danh sách kèm theo)"
        return f"{start}; khôi phục việc khen thưởng đối với {whom} tại {context.award}."
    (one,) = context.honours
    called = " ".join(filter(None, (one.salutation, one.name)))
    return (
        f"{start}; khôi phục việc tặng {one.honour} cho {called}, {one.place}, tại {context.award}."
    )


def _given_back(context: RestorationDecisionContext) -> str:
    total = sum(one.prize or 0 for one in context.honours)
    money = (
        f" và tiền thưởng {numbers.money(total)} ({numbers.money_in_words(total)})" if total else ""
    )
    return (
        f"Trả lại giấy khen, giấy chứng nhận, hiện vật khen thưởng{money} đã thu hồi. Khen thưởng "
        "được khôi phục có giá trị liên tục từ ngày ký quyết định khen thưởng."
    )


def _list(context: RestorationDecisionContext) -> Appendix:
    rows = [
        Row((str(at), one.name, one.place, one.honour, numbers.grouped(one.prize or 0)))
        for at, one in enumerate(context.honours, start=1)
    ]
    total = numbers.grouped(sum(one.prize or 0 for one in context.honours))
    rows.append(Row(("", "Tổng cộng", "", "", total), bold=True))
    return Appendix(
        label="",
        title="DANH SÁCH TRƯỜNG HỢP ĐƯỢC KHÔI PHỤC DANH HIỆU, HÌNH THỨC KHEN THƯỞNG",
        reference=chair_reference(context.paper),
        blocks=(Table(columns=_COLUMNS, rows=tuple(rows)),),
    )


KIND: Final = Kind(
    slug="restoration_decision",
    name="Quyết định khôi phục khen thưởng đã bị hủy bỏ",
    context=RestorationDecisionContext,
    build=restoration_decision,
)
