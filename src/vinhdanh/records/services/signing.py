"""Signing a document here with a key file; the key is used once and kept nowhere."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from django.db import transaction
from PIL import Image

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.signing.pictures import read_picture
from vinhdanh.documents.signing.places import find_signature_space
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.files import load
from vinhdanh.kernel.services.audit import record
from vinhdanh.records.authority import signature_lines
from vinhdanh.records.content import FileContent
from vinhdanh.records.enums import Authority, FileFormat, FileRole
from vinhdanh.records.models import OfficialDocument
from vinhdanh.records.services.documents import attach_files
from vinhdanh.records.signed_papers import examined
from vinhdanh.records.signing import Hand, may_sign, next_hand, require_matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.documents.signing.keys import SigningKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """What somebody signs with. Nothing of it is kept, logged or printed."""

    key_file: bytes = field(repr=False)
    """A PKCS#12 file."""
    passphrase: str = field(repr=False)
    image: bytes = field(repr=False, default=b"")
    """A PNG of the signature or the seal; without one a signature is not seen on the page."""


@transaction.atomic
def sign_here(*, actor: Actor, document: OfficialDocument, hand: Hand, pen: Pen) -> None:
    """Sign the issued PDF of a document and keep it as its signed file, verified.

    Raises:
        NotAllowedError: the signature is another's to give.
        DomainError: not this hand's turn; a wrong passphrase (`passphrase`); a certificate that
            has expired or is another's (`key_file`); a bad picture (`image`); no place to sign.
    """
    actor.require_own(document.body_id)
    if not (right := may_sign(hand, actor)):
        raise NotAllowedError(right.reason)
    document = OfficialDocument.objects.select_for_update().get(pk=document.pk)
    turn = next_hand(document, list(document.files.all()))
    if turn is None or turn[0] is not hand:
        raise DomainError(
            f"{document} không chờ chữ ký số của {hand.label}: hãy tải lại trang để xem chữ ký đã"
            " có."
        )
    key = _checked_key(hand, document, pen)
    data = _signed(hand, document, load(turn[1].path), key=key, image=_picture(hand, pen.image))
    content = FileContent(FileFormat.PDF, _title(document, hand), data, role=FileRole.SIGNED)
    attach_files(document=document, contents=[examined(document, content)])
    record(
        scope=actor.scope,
        actor=actor.name,
        action="document.signed_here",
        target=document,
        sentence=f"ký số {document} bằng chứng thư của {key.holder}",
    )


def _checked_key(hand: Hand, document: OfficialDocument, pen: Pen) -> SigningKey:
    from vinhdanh.documents.signing.keys import open_pkcs12  # noqa: PLC0415 - pyHanko loads slowly

    with _told_at("passphrase"):
        key = open_pkcs12(pen.key_file, pen.passphrase)
    with _told_at("key_file"):
        key.require_valid(clock.now())
    require_matches(hand, key, document)
    return key


def _picture(hand: Hand, image: bytes) -> bytes:
    if not image and hand is Hand.BODY:
        raise DomainError("Chưa chọn ảnh con dấu: hãy chọn ảnh PNG của con dấu.", field="image")
    with _told_at("image"):
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
    return sign(pdf, key=key, image=image, place=place, at=clock.now())


def _title(document: OfficialDocument, hand: Hand) -> str:
    done = "đã ký số" if hand is Hand.PERSON else "đã ký số và đóng dấu"
    return f"{document.get_kind_display()} {document.code.replace('/', '-')} {done}.pdf"


@cache
def _unseen() -> bytes:
    """Return a picture with nothing on it, in the shape of a signature."""
    out = BytesIO()
    Image.new("RGBA", (600, 260), (0, 0, 0, 0)).save(out, format="PNG")
    return out.getvalue()


@contextmanager
def _told_at(name: str) -> Iterator[None]:
    """Say a refusal of the paper's part at the field it comes from."""
    try:
        yield
    except DocumentError as problem:
        raise DomainError(problem.message, field=name) from None
