"""Quyết định khôi phục khen thưởng: a revocation that was wrong is undone."""

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
    honours: tuple[ChangedHonour, ...]
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
    return decided(
        context.paper,
        about=f"khôi phục khen thưởng đã bị hủy bỏ tại {context.revocation}",
        bases=context.bases,
        articles=in_articles(
            _restored(context), _given_back(context), in_force(context.executors or NAMED)
        ),
        appendices=honour_list(
            context.paper,
            context.honours,
            title="DANH SÁCH TRƯỜNG HỢP ĐƯỢC KHÔI PHỤC DANH HIỆU, HÌNH THỨC KHEN THƯỞNG",
            honour_head="Danh hiệu, hình thức được khôi phục",
            money_head="Tiền thưởng trả lại (đồng)",
        ),
    )


def _restored(context: RestorationDecisionContext) -> str:
    undone = "Hủy bỏ" if context.is_whole else "Hủy bỏ một phần"
    return (
        f"{undone} {context.revocation}, vì {context.reason}; khôi phục "
        f"{honouring(context.honours)} tại {context.award}."
    )


def _given_back(context: RestorationDecisionContext) -> str:
    money = with_money(context.honours)
    return (
        f"Trả lại giấy khen, giấy chứng nhận, hiện vật khen thưởng{money} đã thu hồi. Khen thưởng "
        "được khôi phục có giá trị liên tục từ ngày ký quyết định khen thưởng."
    )


KIND: Final = Kind(
    slug="restoration_decision",
    name="Quyết định khôi phục khen thưởng đã bị hủy bỏ",
    context=RestorationDecisionContext,
    build=restoration_decision,
)
