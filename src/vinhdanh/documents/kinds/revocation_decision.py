"""Quyết định hủy bỏ quyết định khen thưởng: honours taken back with object and money."""

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
    Column("Danh hiệu, hình thức bị hủy bỏ", 34, "center"),
    Column("Tiền thưởng phải thu hồi (đồng)", 30, "right"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokedHonour:
    """One honour taken back."""

    name: str
    place: str
    honour: str
    prize: int | None = None
    """Money to be paid back in đồng, none where there was none."""
    salutation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RevocationDecisionContext:
    """Facts of a revocation.

    decision is the decision revoked, with number, date and body: "Quyết định số 128/QĐ-UBND
    ngày …". reason follows "vì": "kê khai gian dối thành tích". money_to is who takes the money
    back, by when.
    """

    paper: Paper
    decision: str
    reason: str
    honours: tuple[RevokedHonour, ...]
    bases: tuple[str, ...]
    proposal: str = ""
    money_to: str = "Quỹ thi đua, khen thưởng của xã"
    within_days: int = 15
    executors: str = ""


def revocation_decision(context: RevocationDecisionContext) -> OfficialDocument:
    """Return the decision; several honours go into a list.

    Raises:
        DocumentError: no honour is named, or there is no legal base.
    """
    if not context.honours:
        raise DocumentError("Quyết định hủy bỏ chưa nêu trường hợp nào; hãy thêm ít nhất một.")
    paper = context.paper
    return issued(
        paper,
        code="QĐ",
        kind_name="QUYẾT ĐỊNH",
        abstract=f"Về việc hủy bỏ danh hiệu, hình thức khen thưởng tại {context.decision}",
        authority_line=f"CHỦ TỊCH {paper.office.name.upper()}",
        bases=(*resting_on(context.bases), *filter(None, (context.proposal,))),
        blocks=_articles(context),
        appendices=(_list(context),) if len(context.honours) > 1 else (),
    )


def _articles(context: RevocationDecisionContext) -> tuple[Block, ...]:
    executors = context.executors or (
        "Thủ trưởng các cơ quan, đơn vị có liên quan và cá nhân, tập thể, hộ gia đình có tên tại "
        "Điều 1"
    )
    force = f"Quyết định này có hiệu lực kể từ ngày ký. {executors} chịu trách nhiệm thi hành"
    texts = (_revoked(context), _recovered(context), f"{force} Quyết định này.")
    articles = (article(at, text) for at, text in enumerate(texts, start=1))
    return closed((centred("QUYẾT ĐỊNH:", bold=True), *articles))


def _revoked(context: RevocationDecisionContext) -> str:
    if len(context.honours) > 1:
        count = numbers.counted(len(context.honours))
        whom = f"{count} trường hợp (có Danh sách kèm theo)"
        return (
            f"Hủy bỏ việc khen thưởng đối với {whom} tại {context.decision}, vì {context.reason}."
        )
    (one,) = context.honours
    called = " ".join(filter(None, (one.salutation, one.name)))
    return (
        f"Hủy bỏ việc tặng {one.honour} cho {called}, {one.place}, tại {context.decision}, "
        f"vì {context.reason}."
    )


def _recovered(context: RevocationDecisionContext) -> str:
    total = sum(one.prize or 0 for one in context.honours)
    money = (
        f" và tiền thưởng {numbers.money(total)} ({numbers.money_in_words(total)}), nộp về "
        f"{context.money_to}"
        if total
        else ""
    )
    return (
        f"Thu hồi giấy khen, giấy chứng nhận, hiện vật khen thưởng{money}. Thời hạn nộp lại là "
        f"{context.within_days} ngày làm việc kể từ ngày Quyết định này có hiệu lực."
    )


def _list(context: RevocationDecisionContext) -> Appendix:
    rows = [
        Row((str(at), one.name, one.place, one.honour, numbers.grouped(one.prize or 0)))
        for at, one in enumerate(context.honours, start=1)
    ]
    total = numbers.grouped(sum(one.prize or 0 for one in context.honours))
    rows.append(Row(("", "Tổng cộng", "", "", total), bold=True))
    return Appendix(
        label="",
        title="DANH SÁCH TRƯỜNG HỢP BỊ HỦY BỎ DANH HIỆU, HÌNH THỨC KHEN THƯỞNG",
        reference=chair_reference(context.paper),
        blocks=(Table(columns=_COLUMNS, rows=tuple(rows)),),
    )


KIND: Final = Kind(
    slug="revocation_decision",
    name="Quyết định hủy bỏ quyết định khen thưởng",
    context=RevocationDecisionContext,
    build=revocation_decision,
)
