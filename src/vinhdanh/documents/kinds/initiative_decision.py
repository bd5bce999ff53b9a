"""Quyết định công nhận sáng kiến: the Chairman recognises what the council has judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from vinhdanh.documents import numbers
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.common import Paper, chair_reference, closed
from vinhdanh.documents.kinds.frames import issued, resting_on
from vinhdanh.documents.kinds.initiative_list import ListedInitiative, initiative_table
from vinhdanh.documents.model import Appendix, Block, OfficialDocument, article, centred

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
    paper = context.paper
    return issued(
        paper,
        code="QĐ",
        kind_name="QUYẾT ĐỊNH",
        abstract=f"Về việc công nhận sáng kiến {context.reach} năm {context.year}",
        authority_line=f"CHỦ TỊCH {paper.office.name.upper()}",
        bases=(*resting_on(context.bases), context.proposal),
        blocks=_articles(context),
        appendices=(
            Appendix(
                label="",
                title=f"DANH SÁCH SÁNG KIẾN ĐƯỢC CÔNG NHẬN NĂM {context.year}",
                reference=chair_reference(paper),
                blocks=(initiative_table(context.initiatives),),
                landscape=True,
            ),
        ),
    )


def _articles(context: InitiativeDecisionContext) -> tuple[Block, ...]:
    count = numbers.counted(len(context.initiatives))
    executed = f"{context.executors} chịu trách nhiệm thi hành Quyết định này."
    texts = (
        f"Công nhận {count} sáng kiến {context.reach} năm {context.year} (có Danh sách kèm theo).",
        _RIGHTS,
        f"Quyết định này có hiệu lực kể từ ngày ký. {executed}",
    )
    articles = (article(at, text) for at, text in enumerate(texts, start=1))
    return closed((centred("QUYẾT ĐỊNH:", bold=True), *articles))


KIND: Final = Kind(
    slug="initiative_decision",
    name="Quyết định công nhận sáng kiến",
    context=InitiativeDecisionContext,
    build=initiative_decision,
)
