"""Quyết định thành lập, kiện toàn Hội đồng Thi đua - Khen thưởng: who sits on the council."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

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
    paragraph,
)

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
    paper = context.paper
    return issued(
        paper,
        code="QĐ",
        kind_name="QUYẾT ĐỊNH",
        abstract=f"Về việc {context.act.lower()} {context.council}",
        authority_line=f"CHỦ TỊCH {paper.office.name.upper()}",
        bases=(*resting_on(context.bases), *filter(None, (context.proposal,))),
        blocks=_articles(context),
        appendices=(_list(context),),
    )


def _articles(context: CouncilDecisionContext) -> tuple[Block, ...]:
    count = numbers.counted(len(context.members))
    executors = context.executors or (
        "Thủ trưởng các cơ quan, đơn vị có liên quan và các thành viên có tên tại Điều 1"
    )
    ended = f" và thay thế {context.replaces}" if context.replaces else ""
    duties = context.duties or (_DUTIES,)
    return closed(
        (
            centred("QUYẾT ĐỊNH:", bold=True),
            article(
                1,
                f"{context.act} {context.council} gồm {count} thành viên (có Danh sách kèm theo).",
            ),
            article(2, "Hội đồng có nhiệm vụ sau đây:" if len(duties) > 1 else duties[0]),
            *(
                paragraph(text, label=f"{at}.")
                for at, text in enumerate(duties, 1)
                if len(duties) > 1
            ),
            article(3, f"Quyết định này có hiệu lực kể từ ngày ký{ended}."),
            article(4, f"{executors} chịu trách nhiệm thi hành Quyết định này."),
        )
    )


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
