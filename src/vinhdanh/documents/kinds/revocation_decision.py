"""Quyết định hủy bỏ quyết định khen thưởng: honours taken back with object and money."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.changed_honours import (
    NAMED,
    ChangedHonour,
    honour_list,
    honouring,
    with_money,
)
from vinhdanh.documents.kinds.common import Paper
from vinhdanh.documents.kinds.decisions import decided, in_articles, in_force

if TYPE_CHECKING:
    from vinhdanh.documents.model import OfficialDocument


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
    honours: tuple[ChangedHonour, ...]
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
    return decided(
        context.paper,
        about=f"hủy bỏ danh hiệu, hình thức khen thưởng tại {context.decision}",
        bases=context.bases,
        proposal=context.proposal,
        articles=in_articles(
            f"Hủy bỏ {honouring(context.honours)} tại {context.decision}, vì {context.reason}.",
            _recovered(context),
            in_force(context.executors or NAMED),
        ),
        appendices=honour_list(
            context.paper,
            context.honours,
            title="DANH SÁCH TRƯỜNG HỢP BỊ HỦY BỎ DANH HIỆU, HÌNH THỨC KHEN THƯỞNG",
            honour_head="Danh hiệu, hình thức bị hủy bỏ",
            money_head="Tiền thưởng phải thu hồi (đồng)",
        ),
    )


def _recovered(context: RevocationDecisionContext) -> str:
    money = with_money(context.honours)
    paid_to = f", nộp về {context.money_to}" if money else ""
    return (
        f"Thu hồi giấy khen, giấy chứng nhận, hiện vật khen thưởng{money}{paid_to}. Thời hạn nộp "
        f"lại là {context.within_days} ngày làm việc kể từ ngày Quyết định này có hiệu lực."
    )


KIND: Final = Kind(
    slug="revocation_decision",
    name="Quyết định hủy bỏ quyết định khen thưởng",
    context=RevocationDecisionContext,
    build=revocation_decision,
)
