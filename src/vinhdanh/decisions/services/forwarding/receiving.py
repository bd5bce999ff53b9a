"""Taking in what a lower office sends, and answering it."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.bundle import (
    Answer,
    AnswerRow,
    BundleError,
    Content,
    Office,
    Verdict,
    read_bundle,
    write_bundle,
)
from vinhdanh.decisions.bundle_key import private_key
from vinhdanh.decisions.enums import CaseVerdict
from vinhdanh.decisions.models import ReceivedCase, ReceivedProposal, TrustedSender
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError, StaleError
from vinhdanh.kernel.files import store
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.decisions.bundle import Bundle
    from vinhdanh.decisions.models import Forwarding
    from vinhdanh.organizations.models import Unit


@transaction.atomic
def receive_bundle(*, actor: Actor, data: bytes, is_compared: bool = False) -> ReceivedProposal:
    """Take in the file of a lower office.

    Args:
        actor: of the superior's office.
        data: the bundle.
        is_compared: the actor compared the sender's key with the sender; asked once a sender.

    Raises:
        BundleError: the file is no bundle, or not the one that was signed.
        DomainError: it is an answer, it is here already, or the sender's key is not known yet.
    """
    actor.require(Act.RECEIVE_PROPOSAL)
    bundle = read_bundle(data)
    if bundle.content.proposal is None:
        raise BundleError(
            "Tệp này là trả lời của cấp trên, không phải hồ sơ cấp dưới trình: hãy nhập ở trang"
            " Trình cấp trên."
        )
    _require_known_sender(actor, bundle.content.sender.name, bundle.public_key.hex(), is_compared)
    proposal = enter_proposal(body=actor.body, bundle=bundle, data=data, by=actor.name)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="proposal.received",
        target=proposal,
        sentence=f"nhận {proposal}, {proposal.cases.count()} trường hợp",
        details={"sha256": proposal.sha256},
    )
    return proposal


def enter_proposal(
    *, body: Unit, bundle: Bundle, data: bytes, by: str, forwarding: Forwarding | None = None
) -> ReceivedProposal:
    """Enter a bundle that was checked; part of a larger transaction.

    Raises:
        DomainError: it is here already.
    """
    content, sent = bundle.content, bundle.content.proposal
    if sent is None:
        raise ValueError("An answer is no proposal.")
    kept = store(data, suffix=".zip")
    try:
        with transaction.atomic():
            proposal = ReceivedProposal.objects.create(
                body=body,
                bundle_id=uuid_of(content.id),
                forwarding=forwarding,
                sender_name=content.sender.name,
                sender_key=bundle.public_key.hex(),
                letter=sent.letter,
                letter_on=sent.letter_on,
                round=sent.round,
                answer_by=sent.answer_by,
                path=kept.path,
                sha256=kept.sha256,
                received_on=clock.today(),
                received_by_name=by,
            )
    except IntegrityError as problem:
        raise DomainError(
            f"Hồ sơ Tờ trình {sent.letter} của {content.sender.name} đã nhận rồi: hãy mở trong"
            " danh sách, không cần nhận lại."
        ) from problem
    ReceivedCase.objects.bulk_create(
        ReceivedCase(
            proposal=proposal,
            key=case.key,
            order=order,
            recipient=case.recipient,
            detail=case.detail,
            honour_name=case.honour_name,
            achievement=case.achievement,
            period=case.period,
            votes=case.votes,
            missing=list(case.missing),
        )
        for order, case in enumerate(sent.cases, start=1)
    )
    return proposal


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
) -> ReceivedCase:
    """Write down what was decided on one case; it may change until the answer is sent.

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
    case = ReceivedCase.objects.select_for_update().get(pk=case.pk)
    row = checked_answer(
        case.key, case.recipient, verdict, reason, decision_code, decided_on, issuer
    )
    write_answer(case, row)
    case.save()
    record(
        scope=actor.scope,
        actor=actor.name,
        action="proposal.judged",
        target=proposal,
        sentence=f"ghi {case.recipient}: {verdict.label.lower()}"
        + (f" vì: {row.reason}" if row.reason else ""),
    )
    return case


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
) -> AnswerRow:
    """Return an answer that is whole.

    Raises:
        DomainError: a grant lacks its decision, a refusal or return its reason.
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


def _require_known_sender(actor: Actor, name: str, key: str, is_compared: bool) -> None:  # noqa: FBT001
    if TrustedSender.objects.filter(body=actor.body, name=name, public_key=key).exists():
        return
    if not is_compared:
        raise DomainError(
            f"Chưa đối chiếu mã khóa của {name}: hãy gọi điện cho nơi gửi, đọc mã trên trang này,"
            " nếu khớp thì đánh dấu “Đã đối chiếu” rồi nhận.",
            field="is_compared",
        )
    TrustedSender.objects.create(
        body=actor.body,
        name=name,
        public_key=key,
        confirmed_by_name=actor.name,
        confirmed_on=clock.today(),
    )


def uuid_of(text: str) -> uuid.UUID:
    """Return an id of a bundle.

    Raises:
        BundleError: it is none.
    """
    try:
        return uuid.UUID(text)
    except ValueError as problem:
        raise BundleError(
            "Tệp hồ sơ thiếu hoặc sai mục “id”: hãy xin nơi gửi tạo lại tệp."
        ) from problem
