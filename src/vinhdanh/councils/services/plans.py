"""The council's work plan of a year: meetings foreseen, and the paper that says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.councils.enums import CouncilRole
from vinhdanh.councils.models import PlannedMeeting, WorkPlan
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.records.enums import Authority, DocumentKind, DocumentState
from vinhdanh.records.services.drafts import DraftText, rewrite_draft, write_draft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import Council
    from vinhdanh.records.models import OfficialDocument

SYMBOL = "KH-HĐTĐKT"
QUARTERS = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A meeting foreseen in a quarter."""

    quarter: int
    content: str


@transaction.atomic
def plan_year(
    *, actor: Actor, council: Council, year: int, meetings: Sequence[Foreseen]
) -> WorkPlan:
    """Write or rewrite the work plan of a year; its paper waits as a draft in the register.

    Raises:
        DomainError: nothing is foreseen, a quarter is none, or the paper is no draft any more.
    """
    actor.require(Act.CONVENE)
    actor.require_own(council.body_id)
    rows = [Foreseen(each.quarter, squeeze(each.content)) for each in meetings]
    rows = [each for each in rows if each.content]
    if not rows:
        raise DomainError("Chưa ghi phiên họp nào: hãy ghi nội dung cho ít nhất một quý.")
    for each in rows:
        require_fits(PlannedMeeting, "content", each.content)
    plan, _ = WorkPlan.objects.select_for_update(of=("self",)).get_or_create(
        council=council, year=year
    )
    plan.document = _paper(actor, plan, rows)
    plan.save(update_fields=["document"])
    plan.meetings.all().delete()
    PlannedMeeting.objects.bulk_create(
        PlannedMeeting(plan=plan, quarter=each.quarter, content=each.content) for each in rows
    )
    record(
        scope=actor.scope,
        actor=actor.name,
        action="council.year_planned",
        target=plan,
        sentence=f"lập kế hoạch công tác năm {year} của Hội đồng, {len(rows)} phiên họp dự kiến",
    )
    return plan


def _paper(actor: Actor, plan: WorkPlan, rows: Sequence[Foreseen]) -> OfficialDocument:
    text = _text(plan, rows)
    document = plan.document
    if document is None:
        return write_draft(actor=actor, text=text)
    if document.state != DocumentState.DRAFT:
        raise DomainError(
            f"{document} không còn là bản thảo nên kế hoạch không sửa được: hãy sửa đổi, thay thế"
            " bằng một văn bản khác."
        )
    return rewrite_draft(
        actor=actor, document=document, text=text, expected_version=document.version
    )


def _text(plan: WorkPlan, rows: Sequence[Foreseen]) -> DraftText:
    council = plan.council
    chair = council.members.filter(role=CouncilRole.CHAIR, left_on__isnull=True).first()
    lines = [
        f"Căn cứ {council.establishing_decision};",
        f"{council} xây dựng kế hoạch công tác năm {plan.year} như sau:",
    ]
    for number, roman in enumerate(QUARTERS, start=1):
        of_quarter = [each.content for each in rows if each.quarter == number]
        if of_quarter:
            lines.append(f"Quý {roman}:")
            lines += [f"- {content.rstrip('.;')}." for content in of_quarter]
    lines.append(
        "Ngoài các phiên họp trên, Chủ tịch Hội đồng triệu tập phiên họp đột xuất khi cần."
    )
    return DraftText(
        kind=DocumentKind.PLAN,
        symbol=SYMBOL,
        abstract=f"Công tác năm {plan.year} của {council}",
        content="\n".join(lines),
        signer_authority=Authority.COLLECTIVE,
        signer_position="CHỦ TỊCH",
        signer_name=chair.person.full_name if chair else "",
        other_recipients="Các thành viên Hội đồng",
    )
