"""Taking honours back: drafted by the clerk and signed, or written down from another office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.enums import DecisionKind
from vinhdanh.decisions.models import Decision, Honour, PrizePayment, Revocation, RevocationLine
from vinhdanh.decisions.queries.grounds import Ground, grounds
from vinhdanh.decisions.queries.revocations import lines_of, paid_for
from vinhdanh.decisions.revocation_papers import revocation_context, revocation_files
from vinhdanh.decisions.services.later_decisions import (
    OtherPaper,
    held_to_sign,
    put_out,
    require_here,
    units_of,
    worded,
    write_down,
)
from vinhdanh.decisions.services.taking_back import take_back
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

    from django.db.models import QuerySet

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.records.content import FileContent
    from vinhdanh.records.models import OfficialDocument

LONGEST = 90
"""Working days."""
NO_REASON = "Chưa ghi lý do hủy bỏ: hãy viết một câu."


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Why honours are taken back, and what is to come back by when."""

    reason: str
    """Follows "vì" in the decision: "kê khai không trung thực thành tích"."""
    ground: str = ""
    """Id of a ground of the lawbook."""
    cited: str = ""
    """The article another office's paper names, where the lawbook has no ground of its day."""
    within_days: int = 15
    """Working days left to give back objects and money."""
    money_to: str = "Quỹ thi đua, khen thưởng"


@transaction.atomic
def draft_revocation(
    *, actor: Actor, award: Decision, honours: Collection[int], case: Case
) -> Decision:
    """Draft the decision that takes honours of one award decision back.

    Args:
        actor: a clerk.
        award: the issued decision that gave them.
        honours: numbers of those taken back.
        case: ground, reason and limit.

    Raises:
        DomainError: the decision is not the body's own or not issued, no honour is chosen, one
            is revoked already or in another draft, or the ground is none of the law's.
    """
    actor.require(Act.DRAFT_DECISION)
    actor.require_own(award.body_id)
    require_here(award)
    decision = Decision.objects.create(
        body=actor.body,
        kind=DecisionKind.REVOCATION,
        merit=worded(case.reason, missing=NO_REASON),
    )
    ground = _ground(actor, case, clock.today())
    revocation = _revocation(decision, award, honours, case, ground)
    count = revocation.lines.count()
    record(
        scope=actor.scope,
        actor=actor.name,
        action="revocation.drafted",
        target=decision,
        sentence=f"soạn dự thảo quyết định hủy bỏ {count} trường hợp tại {award}",
        details={"ground": case.ground, "honours": sorted(honours)},
    )
    return decision


@transaction.atomic
def issue_revocation(*, actor: Actor, decision: Decision, decided_on: dt.date) -> Decision:
    """Sign a revocation: with its number the honours lose their worth; their history stays.

    Args:
        actor: the chair.
        decision: a draft.
        decided_on: the day it is signed.

    Raises:
        StaleError: it is issued already; says who signed it and when.
        DomainError: its day is in the future or before the award.
    """
    revocation = Revocation.objects.select_related("award__document", "decision__body").get(
        decision=decision
    )
    decision = revocation.decision
    held_to_sign(actor, decision, since=revocation.award.decided_on, on=decided_on)
    lines = _with_money(lines_of(revocation))

    def render(document: OfficialDocument) -> list[FileContent]:
        return revocation_files(
            revocation_context(
                revocation, lines, number=document.number, date=decided_on, as_of=decided_on
            )
        )

    put_out(
        actor,
        decision,
        decided_on=decided_on,
        abstract=f"Về việc hủy bỏ khen thưởng {len(lines)} trường hợp tại {revocation.award}",
        units=units_of(line.honour for line in lines),
        render=render,
    )
    take_back(actor, revocation, lines)
    return decision


@transaction.atomic
def record_revocation(
    *, actor: Actor, award: Decision, honours: Collection[int], case: Case, paper: OtherPaper
) -> Decision:
    """Write down that another office took back what it had given.

    Its paper may touch several awards: each is written into the same revocation, whose reason,
    limit and receiver of money stay as they were first written.

    Args:
        actor: a clerk.
        award: that office's decision.
        honours: numbers of those taken back.
        case: ground, reason and limit, as its paper says.
        paper: its decision.

    Raises:
        DomainError: the award is the body's own, no honour is chosen or one is revoked already,
            the ground is none of its day's or not the one the paper is known with, a word is
            missing, or the paper is known as something else or its day does not fit.
    """
    merit = worded(case.reason, missing=NO_REASON)
    decision = write_down(
        actor, paper, merit=merit, since=award.decided_on, award=award, adds_to="revocation"
    )
    ground = _ground(actor, case, paper.decided_on)
    revocation = _revocation(decision, award, honours, case, ground)
    new = lines_of(revocation).filter(honour__in=honours, restored_on__isnull=True)
    take_back(actor, revocation, _with_money(new))
    return decision


def _revocation(
    decision: Decision, award: Decision, honours: Collection[int], case: Case, ground: Ground
) -> Revocation:
    """Write honours into the revocation of a decision, which is made with the first of them."""
    held = _held(award, honours)
    revocation, is_new = Revocation.objects.get_or_create(
        decision=decision,
        defaults={
            "award": award,
            "ground": ground.id,
            "ground_text": ground.text,
            "citation": ground.citation,
            "within_days": _limit(case.within_days),
            "money_to": _money_to(case.money_to),
        },
    )
    if not is_new and revocation.citation != ground.citation:
        raise DomainError(
            f"{decision} đã ghi hủy bỏ theo {revocation.citation}: hãy chọn trường hợp đó, hoặc"
            " kiểm tra lại số và ngày.",
            field="ground" if ground.id else "cited",
        )
    last = revocation.lines.aggregate(last=Max("order"))["last"] or 0
    RevocationLine.objects.bulk_create(
        RevocationLine(revocation=revocation, honour=each, order=order)
        for order, each in enumerate(held, start=last + 1)
    )
    return revocation


def _ground(actor: Actor, case: Case, as_of: dt.date) -> Ground:
    """Return the ground by the law of the day of the decision, or what its paper cites."""
    found = grounds(as_of=as_of, province=actor.body.province)
    for each in found:
        if each.id == case.ground:
            return each
    if found:
        raise DomainError(
            "Chưa chọn trường hợp phải hủy bỏ theo luật: hãy chọn một trong danh sách.",
            field="ground",
        )
    cited = squeeze(case.cited).rstrip(".")
    if not cited:
        raise DomainError(
            f"Kho quy định chưa có các trường hợp hủy bỏ theo luật ngày {as_of:%d/%m/%Y}: hãy ghi"
            " điều, khoản mà quyết định nêu.",
            field="cited",
        )
    require_fits(Revocation, "citation", cited, form_field="cited")
    return Ground("", "", cited)


def _with_money(taken: QuerySet[RevocationLine]) -> list[RevocationLine]:
    """Return the lines with the money paid up to now; nobody pays them meanwhile."""
    held = PrizePayment.objects.select_for_update(of=("self",))
    list(held.filter(honour__in=taken.values("honour")).order_by("pk"))
    lines = list(taken)
    for line in lines:
        line.money_due = paid_for(line.honour)
    RevocationLine.objects.bulk_update(lines, ["money_due"])
    return lines


def _held(award: Decision, chosen: Collection[int]) -> list[Honour]:
    """Hold the honours to be taken back, in the order of the award."""
    honours = list(
        award.honours.select_for_update(of=("self",)).filter(pk__in=chosen).order_by("order")
    )
    if not honours or len(honours) < len(set(chosen)):
        raise DomainError(
            f"Chưa chọn trường hợp nào của {award} để hủy bỏ: hãy đánh dấu ít nhất một dòng.",
            field="honours",
        )
    holding = RevocationLine.objects.filter(honour__in=honours, restored_on__isnull=True)
    drafted = set(holding.values_list("honour_id", flat=True))
    for each in honours:
        if each.revoked_on or each.pk in drafted:
            raise DomainError(
                f"{each.recipient_name} đã bị hủy bỏ hoặc đã có trong một dự thảo hủy bỏ: hãy bỏ"
                " dấu ở dòng đó.",
                field="honours",
            )
    return honours


def _limit(days: int) -> int:
    if not 1 <= days <= LONGEST:
        raise DomainError(
            f"Hạn nộp lại từ 1 đến {LONGEST} ngày làm việc: hãy sửa lại.", field="within_days"
        )
    return days


def _money_to(whom: str) -> str:
    whom = squeeze(whom).rstrip(".")
    if not whom:
        raise DomainError("Chưa ghi nơi nhận tiền nộp lại: hãy ghi tên quỹ.", field="money_to")
    require_fits(Revocation, "money_to", whom)
    return whom
