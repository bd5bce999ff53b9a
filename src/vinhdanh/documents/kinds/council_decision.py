"""Quyết định thành lập, kiện toàn Hội đồng Thi đua - Khen thưởng: who sits on the council."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from vinhdanh.documents import numbers
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.common import Paper, chair_reference
from vinhdanh.documents.kinds.decisions import IN_FORCE, carried_out, concerned, decided
from vinhdanh.documents.model import Appendix, Column, Row, Table, article, paragraph

if TYPE_CHECKING:
    from vinhdanh.documents.model import Block, OfficialDocument

Act = Literal["Thành lập", "Kiện toàn"]
_COLUMNS: Final = (
    Column("STT", 12, "center"),
    Column("Họ và tên", 52),
    Column("Chức vụ, đơn vị công tác", 66),
    Column("Chức danh trong Hội đồng", 35, "center"),
)
_DUTIES: Final = (
    "Tham mưu, tư vấn cho Chủ tịch Ủy ban nhân dân xã về công tác thi đua, khen thưởng; phát động "
    "các phong trào thi đua theo thẩm quyền; xét, đề nghị tặng danh hiệu thi đua, hình thức khen "
    "thưởng theo quy định của pháp luật."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilSeat:
    """A member of the council: post in public life, then place on the council."""

    name: str
    post: str
    role: str
    """"Chủ tịch Hội đồng", "Phó Chủ tịch Hội đồng", "Ủy viên, Thư ký Hội đồng", "Ủy viên"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilDecisionContext:
    """Facts of the decision. replaces names the decision that ends with it."""

    paper: Paper
    act: Act
    council: str
    members: tuple[CouncilSeat, ...]
    bases: tuple[str, ...]
    """Legal bases in force on the paper's day, each beginning with "Căn cứ"."""
    proposal: str = ""
    """"Theo đề nghị của …"."""
    duties: tuple[str, ...] = ()
    replaces: str = ""
    executors: str = ""


def council_decision(context: CouncilDecisionContext) -> OfficialDocument:
    """Return the decision with its list of members (Decree 30/2020, Annex III, sample 1.2).

    Raises:
        DocumentError: the council has no member, or there is no legal base.
    """
    if not context.members:
        raise DocumentError("Hội đồng chưa có thành viên nào; hãy thêm thành viên.")
    return decided(
        context.paper,
        about=f"{context.act.lower()} {context.council}",
        bases=context.bases,
        proposal=context.proposal,
        articles=_articles(context),
        appendices=(_list(context),),
    )


def _articles(context: CouncilDecisionContext) -> tuple[Block, ...]:
    count = numbers.counted(len(context.members))
    executors = context.executors or concerned("các thành viên có tên tại Điều 1")
    ended = f" và thay thế {context.replaces}" if context.replaces else ""
    founded = f"{context.act} {context.council} gồm {count} thành viên (có Danh sách kèm theo)."
    return (
        article(1, founded),
        *_duties(context.duties or (_DUTIES,)),
        article(3, f"{IN_FORCE}{ended}."),
        article(4, carried_out(executors)),
    )


def _duties(duties: tuple[str, ...]) -> tuple[Block, ...]:
    if len(duties) == 1:
        return (article(2, duties[0]),)
    listed = (paragraph(text, label=f"{at}.") for at, text in enumerate(duties, start=1))
    return (article(2, "Hội đồng có nhiệm vụ sau đây:"), *listed)


def _list(context: CouncilDecisionContext) -> Appendix:
    rows = tuple(
        Row((str(at), one.name, one.post, one.role)) for at, one in enumerate(context.members, 1)
    )
    return Appendix(
        label="",
        title=f"Danh sách thành viên {context.council}".upper(),
        reference=chair_reference(context.paper),
        blocks=(Table(columns=_COLUMNS, rows=rows),),
    )


KIND: Final = Kind(
    slug="council_decision",
    name="Quyết định thành lập, kiện toàn Hội đồng Thi đua - Khen thưởng",
    context=CouncilDecisionContext,
    build=council_decision,
)
