"""What the superior answered enters the register, once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.bundle import BundleError, Verdict, read_bundle
from vinhdanh.decisions.enums import CaseVerdict, DecisionKind, DecisionState, HonourSource
from vinhdanh.decisions.models import Decision, ForwardedCase, Forwarding, ReceivedProposal
from vinhdanh.decisions.same_papers import number_key
from vinhdanh.decisions.services.forwarding.judging import checked_answer, row_of
from vinhdanh.decisions.services.forwarding.receiving import require_known_sender, uuid_of
from vinhdanh.decisions.services.granting import honour_of
from vinhdanh.decisions.services.known_papers import known_paper
from vinhdanh.decisions.services.scans import keep_scan
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.services.audit import record
from vinhdanh.nominations.enums import NominationState
from vinhdanh.nominations.services.transitions import take_step
from vinhdanh.organizations.hooks import facts_changed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.decisions.bundle import AnswerRow
    from vinhdanh.organizations.models import Unit

STEPS = {
    Verdict.GRANTED: "decide_above",
    Verdict.REFUSED: "refuse_above",
    Verdict.RETURNED: "return_above",
}


@dataclass(frozen=True, slots=True)
class Taken:
    """What an answer changed, and what it could not."""

    applied: int
    already: int
    """Rows that were entered before: an answer may arrive twice."""
    problems: tuple[str, ...]


@transaction.atomic
def import_answer(
    *, actor: Actor, data: bytes, is_compared: bool = False
) -> tuple[Forwarding, Taken]:
    """Enter the answer file of a superior outside this system.

    Whoever signs it must be known as the superior it was sent to, whatever name the file bears.

    Args:
        actor: who sends cases up.
        data: the bundle.
        is_compared: the actor compared the key with that superior; asked once.

    Raises:
        BundleError: the file is no answer, or not the one that was signed.
        DomainError: it answers nothing that was sent from here, or its key is not known yet.
    """
    actor.require(Act.FORWARD)
    bundle = read_bundle(data)
    answer = bundle.content.answer
    if answer is None:
        raise BundleError("Tệp này là hồ sơ trình, không phải trả lời của cấp trên: hãy chọn lại.")
    found = Forwarding.objects.filter(body=actor.body, bundle_id=uuid_of(answer.proposal)).first()
    if found is None:
        raise DomainError(
            f"Tệp trả lời của {bundle.content.sender.name} không ứng với lần trình nào của cơ quan"
            " mình: hãy hỏi lại nơi gửi."
        )
    require_known_sender(actor, found.superior_name, bundle.public_key.hex(), is_compared)
    return found, _apply(actor, found, answer.rows)


@transaction.atomic
def take_answer(*, actor: Actor, forwarding: Forwarding) -> Taken:
    """Enter the answer of a superior that works with this system.

    Raises:
        DomainError: it has not answered yet.
    """
    actor.require(Act.FORWARD)
    actor.require_own(forwarding.body_id)
    received = ReceivedProposal.objects.filter(forwarding=forwarding).first()
    if received is None or received.answered_on is None:
        raise DomainError(f"{forwarding.superior_name} chưa trả lời: hãy chờ hoặc hỏi lại.")
    return _apply(actor, forwarding, [row_of(case) for case in received.cases.all()])


@transaction.atomic
def record_answer(
    *,
    actor: Actor,
    case: ForwardedCase,
    verdict: CaseVerdict,
    reason: str = "",
    decision_code: str = "",
    decided_on: dt.date | None = None,
    issuer: str = "",
    others: Iterable[ForwardedCase] = (),
    scan: bytes = b"",
) -> ForwardedCase:
    """Enter the answer to one case from a paper, and the same to others of its letter.

    Args:
        actor: who sends cases up.
        case: not answered yet.
        verdict: granted, refused or returned.
        reason: why it was refused or returned.
        decision_code: number and symbol of the decision that grants.
        decided_on: its day.
        issuer: who signed it.
        others: cases of the same letter that were answered alike.
        scan: that decision as a PDF, where it is at hand.

    Raises:
        DomainError: a grant lacks its decision, a refusal or return its reason, the case is
            answered already, another scan of the decision is kept, or its number and day are
            known of an office that may be the same.
    """
    actor.require(Act.FORWARD)
    actor.require_own(case.forwarding.body_id)
    if scan and verdict != CaseVerdict.GRANTED:
        raise DomainError(
            "Chỉ giữ bản quét của quyết định tặng: hãy bỏ tệp rồi ghi lại.", field="scan"
        )
    rows = [
        checked_answer(
            each.key,
            each.nomination.recipient.name,
            verdict,
            reason,
            decision_code,
            decided_on,
            issuer,
            since=case.forwarding.sent_on,
        )
        for each in (case, *others)
    ]
    _known(case.forwarding.body, rows[0])
    taken = _apply(actor, case.forwarding, rows, scan=scan)
    if taken.problems:
        raise DomainError(taken.problems[0])
    case.refresh_from_db()
    return case


def _apply(
    actor: Actor, forwarding: Forwarding, rows: Iterable[AnswerRow], *, scan: bytes = b""
) -> Taken:
    """Apply answers row by row; what does not fit is told and changes nothing."""
    forwarding = Forwarding.objects.select_for_update(of=("self",)).get(pk=forwarding.pk)
    cases = {
        each.key: each
        for each in forwarding.cases.select_for_update(of=("self",)).select_related(
            "nomination__recipient", "nomination__submission__unit", "nomination__body"
        )
    }
    applied = already = 0
    problems: list[str] = []
    honoured: list[int] = []
    for said in rows:
        case = cases.get(said.key)
        if case is None:
            problems.append(f"Trả lời có một trường hợp không có trong {forwarding}.")
            continue
        try:
            row = _checked(case, said, since=forwarding.sent_on)
            if not case.verdict:
                _known(forwarding.body, row)
        except DomainError as problem:
            problems.append(f"Trả lời về {case.nomination.recipient.name} – {problem.message}")
            continue
        if case.verdict:
            same = case.verdict == row.verdict.value and (
                number_key(case.decision_code) == number_key(row.decision)
            )
            already += same
            if not same:
                problems.append(
                    f"{case.nomination.recipient.name} đã ghi “{case.get_verdict_display()}” ngày"
                    f" {case.answered_on:%d/%m/%Y}, trả lời mới ghi khác: hãy hỏi lại cấp trên."
                )
        elif case.nomination.state != NominationState.FORWARDED:
            now = NominationState(case.nomination.state).label.lower()
            problems.append(
                f"Hồ sơ của {case.nomination.recipient.name} {now} nên không ghi trả lời được."
            )
        else:
            _answer(actor, case, row, scan)
            applied += 1
            if row.verdict is Verdict.GRANTED:
                honoured.append(case.nomination.recipient_id)
    facts_changed(honoured)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="forwarding.answered",
        target=forwarding,
        sentence=f"ghi trả lời của {forwarding.superior_name}: {applied} trường hợp",
        details={"already": already, "problems": problems},
    )
    return Taken(applied, already, tuple(problems))


def _checked(case: ForwardedCase, row: AnswerRow, *, since: dt.date) -> AnswerRow:
    """Return what a file says of a case, held to what is asked of a typed answer.

    Raises:
        DomainError: it is not whole, too long, or of a day that cannot be.
    """
    return checked_answer(
        row.key,
        case.nomination.recipient.name,
        CaseVerdict(row.verdict.value),
        row.reason,
        row.decision,
        row.decided_on,
        row.issuer,
        since=since,
    )


def _answer(actor: Actor, case: ForwardedCase, row: AnswerRow, scan: bytes) -> None:
    nomination = case.nomination
    take_step(actor=actor, nomination=nomination, name=STEPS[row.verdict], reason=row.reason)
    case.verdict, case.reason = row.verdict.value, row.reason
    case.decision_code, case.decided_on, case.issuer = row.decision, row.decided_on, row.issuer
    case.answered_on = clock.today()
    case.save()
    if row.verdict is Verdict.GRANTED:
        _enter_honour(case, row, scan)


def _known(body: Unit, row: AnswerRow) -> Decision | None:
    """Return the decision that grants, held, where an earlier case or list brought it."""
    if row.decided_on is None:
        return None
    return known_paper(body=body, issuer=row.issuer, code=row.decision, decided_on=row.decided_on)


def _enter_honour(case: ForwardedCase, row: AnswerRow, scan: bytes) -> None:
    """Enter the honour with the superior's decision, which several cases may share."""
    nomination = case.nomination
    decision = (
        _known(nomination.body, row)
        or Decision.objects.get_or_create(
            body=nomination.body,
            kind=DecisionKind.EXTERNAL,
            issuer=row.issuer,
            external_code=row.decision,
            decided_on=row.decided_on,
            defaults={"merit": nomination.achievement[:300], "state": DecisionState.ISSUED},
        )[0]
    )
    decision = Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    if scan:
        keep_scan(decision, scan)
    last = decision.honours.order_by("-order").first()
    honour = honour_of(nomination, decision, order=last.order + 1 if last else 1)
    honour.source = HonourSource.ABOVE
    honour.save()
