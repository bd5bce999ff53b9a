"""Taking in what a lower office sends, and answering it."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.bundle import (
    BundleError,
    read_bundle,
)
from vinhdanh.decisions.models import ReceivedCase, ReceivedProposal, TrustedSender
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.files import store
from vinhdanh.kernel.services.audit import record

if TYPE_CHECKING:
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
    require_known_sender(actor, bundle.content.sender.name, bundle.public_key.hex(), is_compared)
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


def require_known_sender(actor: Actor, name: str, key: str, is_compared: bool) -> None:  # noqa: FBT001
    """Let only an office in whose name a person compared this key; remember who is compared now.

    Raises:
        DomainError: the key is not known for this name and was not compared.
    """
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
