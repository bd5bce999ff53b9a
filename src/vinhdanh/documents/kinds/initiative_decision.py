"""Quyết định công nhận sáng kiến: the Chairman recognises what the council has judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import numbers
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.common import Paper, chair_reference
from vinhdanh.documents.kinds.decisions import decided, in_articles, in_force
from vinhdanh.documents.kinds.initiative_list import ListedInitiative, initiative_table
from vinhdanh.documents.model import Appendix

if TYPE_CHECKING:
    from vinhdanh.documents.model import OfficialDocument

_RIGHTS: Final = (
    "Tác giả được cấp Giấy chứng nhận sáng kiến và hưởng quyền lợi theo quy định của pháp luật. "
    "Sáng kiến được công nhận là căn cứ để xét danh hiệu thi đua, hình thức khen thưởng."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeDecisionContext:
    """Facts of a decision; bases are those in force on its day, proposal ends them."""

    paper: Paper
    year: int
    reach: str = "cấp cơ sở"
    """Where the initiatives count as recognised."""
    bases: tuple[str, ...]
    proposal: str
    """"Xét đề nghị của Hội đồng Sáng kiến xã tại Biên bản số 01/BB-HĐSK ngày …"."""
    initiatives: tuple[ListedInitiative, ...]
    executors: str = "Thủ trưởng các đơn vị có liên quan và các tác giả có tên trong Danh sách"


def initiative_decision(context: InitiativeDecisionContext) -> OfficialDocument:
    """Return the decision with its list (Decree 30/2020, Annex III, sample 1.2).

    Raises:
        DocumentError: no initiative is recognised, or there is no legal base.
    """
    if not context.initiatives:
        raise DocumentError("Quyết định chưa có sáng kiến nào; hãy thêm sáng kiến được công nhận.")
    recognised = f"sáng kiến {context.reach} năm {context.year}"
    count = numbers.counted(len(context.initiatives))
    return decided(
        context.paper,
        about=f"công nhận {recognised}",
        bases=context.bases,
        proposal=context.proposal,
        articles=in_articles(
            f"Công nhận {count} {recognised} (có Danh sách kèm theo).",
            _RIGHTS,
            in_force(context.executors),
        ),
        appendices=(
            Appendix(
                label="",
                title=f"DANH SÁCH SÁNG KIẾN ĐƯỢC CÔNG NHẬN NĂM {context.year}",
                reference=chair_reference(context.paper),
                blocks=(initiative_table(context.initiatives),),
                landscape=True,
            ),
        ),
    )


KIND: Final = Kind(
    slug="initiative_decision",
    name="Quyết định công nhận sáng kiến",
    context=InitiativeDecisionContext,
    build=initiative_decision,
)
