"""Taking honours back: drafted by the clerk, signed by whoever gave them, never undone.

Who grants an honour revokes it (Law 06/2022/QH15, Article 93, clause 8), so only the body's own
decisions are revoked here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.enums import DecisionKind, DecisionState
from vinhdanh.decisions.models import Decision, Honour, PrizePayment, Revocation, RevocationLine
from vinhdanh.decisions.papers import SYMBOL
from vinhdanh.decisions.queries.grounds import grounds
from vinhdanh.decisions.queries.revocations import lines_of, paid_for
from vinhdanh.decisions.revocation_papers import revocation_context, revocation_files
from vinhdanh.decisions.services.payments_opening import rejoin_payments
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError, StaleError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.queries.audit import who_did
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.lawbook import CalendarError, add_working_days
from vinhdanh.records.enums import DocumentKind
from vinhdanh.records.services.documents import issue_document
from vinhdanh.records.services.steps import take_step

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.decisions.queries.grounds import Ground
    from vinhdanh.records.content import FileContent
    from vinhdanh.records.models import OfficialDocument

LONGEST = 90
"""Working days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Why honours are taken back, and what is to come back by when."""

    ground: str
    """Id of a ground of the lawbook."""
    reason: str
    """Follows "vì" in the decision: "kê khai không trung thực thành tích"."""
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
    _require_own_award(award)
    ground = _ground(actor, case.ground)
    held = _held(award, honours)
    decision = Decision.objects.create(
        body=actor.body, kind=DecisionKind.REVOCATION, merit=_reason(case.reason)
    )
    revocation = Revocation.objects.create(
        decision=decision,
        award=award,
        ground=ground.id,
        ground_text=ground.text,
        citation=ground.citation,
        within_days=_limit(case.within_days),
        money_to=_money_to(case.money_to),
    )
    RevocationLine.objects.bulk_create(
        RevocationLine(revocation=revocation, honour=each, order=order)
        for order, each in enumerate(held, start=1)
    )
    record(
        scope=actor.scope,
        actor=actor.name,
        action="revocation.drafted",
        target=decision,
        sentence=f"soạn dự thảo quyết định hủy bỏ {len(held)} trường hợp tại {award}",
        details={"ground": ground.id, "honours": [each.pk for each in held]},
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
    actor.require(Act.SIGN_DECISION)
    actor.require_own(decision.body_id)
    decision = Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    if decision.state == DecisionState.ISSUED:
        signed = who_did(decision, "revocation.issued", f"ký {decision}")
        raise StaleError(f"{signed}: hãy tải lại trang.")
    revocation = Revocation.objects.select_related("award__document", "decision__body").get(
        decision=decision
    )
    _require_fitting_day(revocation, decided_on)
    decision.signer_name = revocation.decision.signer_name = actor.name
    lines = _with_money(revocation)

    def render(document: OfficialDocument) -> list[FileContent]:
        return revocation_files(
            revocation_context(
                revocation, lines, number=document.number, date=decided_on, as_of=decided_on
            )
        )

    decision.document = issue_document(
        actor=actor,
        kind=DocumentKind.DECISION,
        symbol=SYMBOL,
        abstract=f"Về việc hủy bỏ khen thưởng {len(lines)} trường hợp tại {revocation.award}",
        issued_on=decided_on,
        signer_position="CHỦ TỊCH",
        signer_name=actor.name,
        number=decision.given_number,
        addressees={
            line.honour.nomination.submission.unit for line in lines if line.honour.nomination
        },
        render=render,
    )
    decision.state, decision.decided_on = DecisionState.ISSUED, decided_on
    decision.save()
    _take_back(actor, revocation, decision, lines)
    return decision


def _take_back(
    actor: Actor, revocation: Revocation, decision: Decision, lines: list[RevocationLine]
) -> None:
    """Mark the honours, set the limits, and let the award's document show what became of it."""
    award, day = revocation.award, decision.decided_on
    Honour.objects.filter(pk__in=[line.honour_id for line in lines]).update(
        revoked_on=day, revoked_by=decision
    )
    revocation.lines.update(due_on=_due(revocation, decision))
    rejoin_payments(honours=[line.honour for line in lines])
    if award.document and decision.document:
        is_whole = not award.honours.filter(revoked_on__isnull=True).exists()
        take_step(
            actor=actor,
            document=award.document,
            name="recall" if is_whole else "amend",
            reason=decision.merit,
            successor=decision.document,
        )
    for line in lines:
        record(
            scope=actor.scope,
            actor=actor.name,
            action="honour.revoked",
            target=line.honour,
            sentence=f"hủy bỏ theo {decision}, vì {decision.merit}",
        )
    record(
        scope=actor.scope,
        actor=actor.name,
        action="revocation.issued",
        target=decision,
        sentence=f"ký {decision}, hủy bỏ {len(lines)} trường hợp tại {award}",
    )


def _due(revocation: Revocation, decision: Decision) -> dt.date | None:
    """Return the last day to give back; none where the year has no calendar."""
    if decision.decided_on is None:
        return None
    try:
        return add_working_days(decision.decided_on, revocation.within_days)
    except CalendarError:
        return None


def _require_own_award(award: Decision) -> None:
    if award.kind != DecisionKind.AWARD:
        raise DomainError(
            f"{award} không do Chủ tịch xã ký nên không hủy bỏ ở đây được: ai quyết định tặng thì"
            " người đó hủy bỏ; hãy đề nghị cơ quan đã quyết định."
        )
    if award.state != DecisionState.ISSUED:
        raise DomainError("Quyết định chưa ban hành nên chưa có gì để hủy bỏ: hãy bỏ dự thảo.")


def _ground(actor: Actor, ground: str) -> Ground:
    found = grounds(as_of=clock.today(), province=actor.body.province)
    for each in found:
        if each.id == ground:
            return each
    raise DomainError(
        "Chưa chọn trường hợp phải hủy bỏ theo luật: hãy chọn một trong danh sách.", field="ground"
    )


def _with_money(revocation: Revocation) -> list[RevocationLine]:
    """Return the lines with the money paid up to now; nobody pays them meanwhile."""
    held = PrizePayment.objects.select_for_update(of=("self",))
    list(held.filter(honour__revocation_line__revocation=revocation))
    lines = list(lines_of(revocation))
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
    drafted = set(
        RevocationLine.objects.filter(honour__in=honours).values_list("honour_id", flat=True)
    )
    for each in honours:
        if each.revoked_on or each.pk in drafted:
            raise DomainError(
                f"{each.recipient_name} đã bị hủy bỏ hoặc đã có trong một dự thảo hủy bỏ: hãy bỏ"
                " dấu ở dòng đó.",
                field="honours",
            )
    return honours


def _reason(reason: str) -> str:
    reason = squeeze(reason).rstrip(".").removeprefix("vì ")
    if not reason:
        raise DomainError("Chưa ghi lý do hủy bỏ: hãy viết một câu.", field="reason")
    require_fits(Decision, "merit", reason, form_field="reason")
    return reason


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


def _require_fitting_day(revocation: Revocation, decided_on: dt.date) -> None:
    given_on = revocation.award.decided_on
    if decided_on > clock.today():
        raise DomainError(
            f"Ngày ký {decided_on:%d/%m/%Y} chưa tới: hãy ghi ngày hôm nay hoặc trước đó.",
            field="decided_on",
        )
    if given_on and decided_on < given_on:
        raise DomainError(
            f"Ngày ký đứng trước ngày khen thưởng {given_on:%d/%m/%Y}: hãy kiểm tra lại ngày.",
            field="decided_on",
        )
