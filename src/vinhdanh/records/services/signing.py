"""Signing a document here, or taking what was signed elsewhere, in the order of Decree 30/2020."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.db import transaction
from PIL import Image

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.documents.signing.pictures import read_picture
from vinhdanh.documents.signing.places import find_signature_space
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.files import load
from vinhdanh.kernel.services.audit import record
from vinhdanh.records.authority import signature_lines
from vinhdanh.records.content import FileContent
from vinhdanh.records.enums import Authority, DocumentState, FileFormat, FileRole, Hand
from vinhdanh.records.models import OfficialDocument
from vinhdanh.records.pens import opened, told_at
from vinhdanh.records.revocation_sources import evidence_for
from vinhdanh.records.services.documents import attach_files
from vinhdanh.records.signed_papers import checked, examined
from vinhdanh.records.signing import may_sign, next_hand, require_matches
from vinhdanh.records.workflow import transition

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor
    from vinhdanh.documents.signing.keys import SigningKey
    from vinhdanh.records.pens import Pen

_STEPS: Final = {DocumentState.FOR_SIGNATURE: "sign", DocumentState.NUMBERED: "seal"}
"""What a signature brings about; on an issued document, nothing."""


@transaction.atomic
def sign_here(*, actor: Actor, document: OfficialDocument, hand: Hand, pen: Pen) -> None:
    """Sign the paper of a document and keep it as its signed file, verified.

    The person's signature on a draft makes it signed; the body's on a numbered one issues it.

    Raises:
        NotAllowedError: the signature is another's to give.
        DomainError: not this hand's turn; a wrong passphrase (`passphrase`); a certificate that
            has expired or is another's (`key_file`); a bad picture (`image`); no place to sign.
    """
    document, paper = _turn(actor, document, hand)
    with opened(pen) as key:
        require_matches(hand, key.holder, document)
        data = _signed(hand, document, paper, key=key, image=_picture(hand, pen.image))
        told = f"ký số {document} bằng chứng thư của {key.holder}"
    _keep(actor, document, hand, data, told=told)


@transaction.atomic
def receive_signed(*, actor: Actor, document: OfficialDocument, content: FileContent) -> None:
    """Keep a file that was signed elsewhere, by whose turn it is.

    Raises:
        NotAllowedError: the signature is another's to give.
        DomainError: the file waits for no signature, is no PDF, was changed, is another paper, or
            is not signed by whom it waits for.
    """
    waiting = next_hand(document, list(document.files.all()))
    if waiting is None:
        raise DomainError(f"{document} không chờ chữ ký số: hãy tải lại trang.", field="file")
    hand = waiting[0]
    document, paper = _turn(actor, document, hand)
    report = checked(content.data)
    if not report.signatures or not content.data.startswith(paper):
        raise DomainError(
            f"Tệp {content.title} không phải bản trình ký của {document} kèm chữ ký số: hãy tải bản"
            " PDF ở trang này, ký số lên chính tệp đó rồi gửi lại.",
            field="file",
        )
    require_matches(hand, report.signatures[-1].signer, document, field="file")
    _keep(actor, document, hand, content.data, told=f"nhận bản {document} đã ký số ở nơi khác")


def _turn(actor: Actor, document: OfficialDocument, hand: Hand) -> tuple[OfficialDocument, bytes]:
    """Return the document, locked, and the file that waits for this hand."""
    actor.require_own(document.body_id)
    if not (right := may_sign(hand, actor)):
        raise NotAllowedError(right.reason)
    document = (
        OfficialDocument.objects.select_for_update(of=("self",))
        .select_related("body")
        .get(pk=document.pk)
    )
    turn = next_hand(document, list(document.files.all()))
    if turn is None or turn[0] is not hand:
        raise DomainError(
            f"{document} không chờ chữ ký số của {hand.label}: hãy tải lại trang để xem chữ ký đã"
            " có."
        )
    return document, load(turn[1].path)


def _keep(actor: Actor, document: OfficialDocument, hand: Hand, data: bytes, *, told: str) -> None:
    """Keep the signed file in place of the one it grew from, and move the document on."""
    content = FileContent(FileFormat.PDF, _title(document, hand), data, role=FileRole.SIGNED)
    content = examined(document, content)
    step = _STEPS.get(DocumentState(document.state))
    if step:
        document.files.filter(role__in=(FileRole.DRAFT, FileRole.SIGNED)).delete()
        document.state = transition(step).target
        document.version += 1
        document.save(update_fields=["state", "version"])
    attach_files(document=document, contents=[content])
    _tell(actor, document, "signed_here", told)
    if step == "seal":
        _tell(actor, document, "issued", f"ban hành {document}")


def _tell(actor: Actor, document: OfficialDocument, action: str, sentence: str) -> None:
    record(
        scope=actor.scope,
        actor=actor.name,
        action=f"document.{action}",
        target=document,
        sentence=sentence,
    )


def _picture(hand: Hand, image: bytes) -> bytes:
    if not image and hand is Hand.BODY:
        raise DomainError("Chưa chọn ảnh con dấu: hãy chọn ảnh PNG của con dấu.", field="image")
    with told_at("image"):
        read_picture(image or _unseen())
    return image or _unseen()


def _signed(
    hand: Hand, document: OfficialDocument, pdf: bytes, *, key: SigningKey, image: bytes
) -> bytes:
    from vinhdanh.documents.signing.acts import (  # noqa: PLC0415 - pyHanko loads slowly
        sign_body,
        sign_person,
    )

    authority = Authority(document.signer_authority)
    position = signature_lines(authority, document.signer_position)[-1]
    place = find_signature_space(pdf, position=position, name=document.signer_name)
    sign = sign_person if hand is Hand.PERSON else sign_body
    return sign(
        pdf,
        key=key,
        image=image,
        place=place,
        at=clock.now(),
        timestamp_address=settings.TIMESTAMP_ADDRESS,
        evidence=evidence_for(key),
    )


def _title(document: OfficialDocument, hand: Hand) -> str:
    done = "đã ký số" if hand is Hand.PERSON else "đã ký số và đóng dấu"
    code = document.code if document.number else document.symbol
    return f"{document.get_kind_display()} {code.replace('/', '-')} {done}.pdf"


@cache
def _unseen() -> bytes:
    """Return a picture with nothing on it, in the shape of a signature."""
    out = BytesIO()
    Image.new("RGBA", (600, 260), (0, 0, 0, 0)).save(out, format="PNG")
    return out.getvalue()
