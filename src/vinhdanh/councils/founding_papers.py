"""The decision that founds or renews a council, as a draft to sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.documents import Paper, Signature
from vinhdanh.documents.kinds.council_decision import (
    CouncilDecisionContext,
    CouncilSeat,
    council_decision,
)
from vinhdanh.kernel.errors import DomainError
from vinhdanh.lawbook import decision_bases
from vinhdanh.records.papers import office_of

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.councils.models import Council
    from vinhdanh.documents import OfficialDocument as Printed


def decision_draft(council: Council, *, as_of: dt.date) -> Printed:
    """Return the decision that renews the council with who sits on it on a day; no number yet.

    Raises:
        DomainError: nobody sits on it.
    """
    members = list(council.sitting(as_of))
    if not members:
        raise DomainError("Hội đồng chưa có thành viên nào: hãy bổ sung thành viên trước.")
    chair = next((each for each in members if each.role == "chair"), members[0])
    return council_decision(
        CouncilDecisionContext(
            paper=Paper(
                office=office_of(council.body, symbol="QĐ-UBND"),
                signature=Signature(("CHỦ TỊCH",), chair.person.full_name),
                recipients=("Như Điều 4", "Lưu: VT"),
                year=as_of.year,
            ),
            act="Kiện toàn",
            council=council.name,
            bases=tuple(
                f"Căn cứ {text}"
                for text in decision_bases(as_of=as_of, province=council.body.province)
            ),
            members=tuple(
                CouncilSeat(
                    name=each.person.full_name, post=each.post, role=each.get_role_display()
                )
                for each in members
            ),
            replaces=council.establishing_decision,
        )
    )
