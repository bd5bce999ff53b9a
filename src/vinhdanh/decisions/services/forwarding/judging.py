"""Deciding on what a lower office sent, case by case, and answering it."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.bundle import Answer, AnswerRow, Content, Office, Verdict, write_bundle
from vinhdanh.decisions.bundle_key import private_key
from vinhdanh.decisions.enums import CaseVerdict
from vinhdanh.decisions.models import ReceivedCase, ReceivedProposal
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError, StaleError
from vinhdanh.kernel.files import store
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from vinhdanh.accounts.actor import Actor


@transaction.atomic
def judge_case(
    *,
    actor: Actor,
    case: ReceivedCase,
    verdict: CaseVerdict,
    reason: str = "",
    decision_code: str = "",
    decided_on: dt.date | None = None,
    issuer: str = "",
    others: Iterable[ReceivedCase] = (),
) -> ReceivedCase:
    """Write down what was decided on one case, and the same on others of its letter.

    It may change until the answer is sent.

    Raises:
        DomainError: a grant lacks its decision, a refusal or return its reason, or the answer is
            sent already.
    """
    actor.require(Act.RECEIVE_PROPOSAL)
    proposal = _held(actor, case.proposal)
    if proposal.answered_on:
        raise StaleError(
            f"{proposal} đã trả lời ngày {proposal.answered_on:%d/%m/%Y} nên không đổi được."
        )
    chosen = [case.pk, *(each.pk for each in others)]
    cases = list(proposal.cases.select_for_update().filter(pk__in=chosen))
    for each in cases:
        row = checked_answer(
            each.key,
            each.recipient,
            verdict,
            reason,
            decision_code,
            decided_on,
            issuer,
            since=proposal.letter_on,
        )
        write_answer(each, row)
        each.save()
        record(
            scope=actor.scope,
            actor=actor.name,
            action="proposal.judged",
            target=proposal,
            sentence=f"ghi {each.recipient}: {verdict.label.lower()}"
            + (f" vì: {row.reason}" if row.reason else ""),
        )
    return next(each for each in cases if each.pk == case.pk)


@transaction.atomic
def send_answer(*, actor: Actor, proposal: ReceivedProposal) -> ReceivedProposal:
    """Seal the answer; a sender in this system sees it at once, another gets the file.

    Raises:
        DomainError: a case is not judged yet, or the answer is sent already.
    """
    actor.require(Act.RECEIVE_PROPOSAL)
    proposal = _held(actor, proposal)
    if proposal.answered_on:
        raise StaleError(
            f"{proposal} đã trả lời ngày {proposal.answered_on:%d/%m/%Y}: hãy tải lại trang."
        )
    cases = list(proposal.cases.all())
    if waiting := [case.recipient for case in cases if not case.verdict]:
        raise DomainError(
            f"Còn {len(waiting)} trường hợp chưa ghi kết quả ({waiting[0]}…): hãy ghi đủ rồi gửi."
        )
    proposal.answer_id = uuid.uuid4()
    content = Content(
        id=str(proposal.answer_id),
        made_at=clock.now(),
        sender=Office(proposal.body.name, proposal.body.place, proposal.body.province),
        receiver=Office(proposal.sender_name),
        answer=Answer(str(proposal.bundle_id), tuple(row_of(case) for case in cases)),
    )
    kept = store(write_bundle(content, (), private_key=private_key()), suffix=".zip")
    proposal.answer_path, proposal.answered_on = kept.path, clock.today()
    proposal.save(update_fields=["answer_id", "answer_path", "answered_on"])
    record(
        scope=actor.scope,
        actor=actor.name,
        action="proposal.answered",
        target=proposal,
        sentence=f"trả lời {proposal}",
        details={"sha256": kept.sha256},
    )
    return proposal


def checked_answer(  # noqa: PLR0917 - the fields of one form
    key: str,
    name: str,
    verdict: CaseVerdict,
    reason: str,
    decision_code: str,
    decided_on: dt.date | None,
    issuer: str,
    *,
    since: dt.date,
) -> AnswerRow:
    """Return an answer that is whole; `since` is the day of the letter it answers.

    Raises:
        DomainError: a grant lacks its decision, a refusal or return its reason, a text is too
            long, or the decision is of a day before the letter or to come.
    """
    reason, code, issuer = squeeze(reason), squeeze(decision_code), squeeze(issuer)
    require_fits(ReceivedCase, "reason", reason)
    require_fits(ReceivedCase, "decision_code", code)
    require_fits(ReceivedCase, "issuer", issuer)
    if verdict == CaseVerdict.PENDING:
        raise DomainError(f"Chưa chọn kết quả của {name}: hãy chọn.", field="verdict")
    if verdict != CaseVerdict.GRANTED:
        if not reason:
            raise DomainError(
                f"Chưa ghi vì sao {name} {verdict.label.lower()}: hãy ghi một câu, nơi trình sẽ"
                " đọc câu này.",
                field="reason",
            )
        return AnswerRow(key, Verdict(verdict.value), reason)
    if not code or not issuer or decided_on is None:
        raise DomainError(
            f"Quyết định tặng {name} thiếu số, ngày hoặc cơ quan ban hành: hãy ghi đủ.",
            field="decision_code",
        )
    if decided_on > clock.today():
        raise DomainError(
            f"Ngày quyết định {decided_on:%d/%m/%Y} chưa tới: hãy kiểm tra lại.",
            field="decided_on",
        )
    if decided_on < since:
        raise DomainError(
            f"Ngày quyết định {decided_on:%d/%m/%Y} trước ngày Tờ trình {since:%d/%m/%Y}: hãy kiểm"
            " tra lại.",
            field="decided_on",
        )
    return AnswerRow(key, Verdict.GRANTED, "", code, decided_on, issuer)


def write_answer(case: ReceivedCase, row: AnswerRow) -> None:
    """Put an answer into a case, unsaved."""
    case.verdict, case.reason = row.verdict.value, row.reason
    case.decision_code, case.decided_on, case.issuer = row.decision, row.decided_on, row.issuer


def row_of(case: ReceivedCase) -> AnswerRow:
    """Return what a judged case says."""
    return AnswerRow(
        case.key,
        Verdict(case.verdict),
        case.reason,
        case.decision_code,
        case.decided_on,
        case.issuer,
    )


def _held(actor: Actor, proposal: ReceivedProposal) -> ReceivedProposal:
    actor.require_own(proposal.body_id)
    return (
        ReceivedProposal.objects.select_for_update(of=("self",))
        .select_related("body")
        .get(pk=proposal.pk)
    )
