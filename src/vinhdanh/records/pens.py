"""What somebody signs with: a key file, or a token in this machine. Used once, kept nowhere."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from vinhdanh.documents.errors import DocumentError
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vinhdanh.documents.signing.keys import SigningKey


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePen:
    """A PKCS#12 file with its passphrase. Nothing of it is kept, logged or printed."""

    key_file: bytes = field(repr=False)
    passphrase: str = field(repr=False)
    image: bytes = field(repr=False, default=b"")
    """A PNG of the signature or the seal; without one a signature is not seen on the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenPen:
    """A token that is plugged into this machine. The PIN is not kept, logged or printed."""

    pin: str = field(repr=False)
    certificate: str = ""
    """The label of the certificate; may be empty where the token holds one."""
    image: bytes = field(repr=False, default=b"")


Pen = FilePen | TokenPen


def token_library() -> Path | None:
    """Return the driver of tokens that the administrator set; None where there is none."""
    return Path(settings.TOKEN_DRIVER) if settings.TOKEN_DRIVER else None


@contextmanager
def opened(pen: Pen) -> Iterator[SigningKey]:
    """Give the key of a pen, for the block.

    Raises:
        DomainError: a wrong passphrase or PIN, no token, a certificate outside its time.
    """
    if isinstance(pen, FilePen):
        yield _from_file(pen)
        return
    from vinhdanh.documents.signing.tokens import open_token  # noqa: PLC0415 - slow to import

    library = token_library()
    if library is None:
        raise DomainError(
            "Máy chủ chưa đặt thiết bị lưu khóa: hãy ký bằng tệp khóa, hoặc báo quản trị viên.",
            field="pin",
        )
    with ExitStack() as stack:
        with told_at("pin"):
            key = stack.enter_context(open_token(library, pin=pen.pin, certificate=pen.certificate))
            key.require_valid(clock.now())
        yield key


@contextmanager
def told_at(name: str) -> Iterator[None]:
    """Say a refusal of the paper's part at the field it comes from."""
    try:
        yield
    except DocumentError as problem:
        raise DomainError(problem.message, field=name) from None


def _from_file(pen: FilePen) -> SigningKey:
    from vinhdanh.documents.signing.keys import open_pkcs12  # noqa: PLC0415 - slow to import

    with told_at("passphrase"):
        key = open_pkcs12(pen.key_file, pen.passphrase)
    with told_at("key_file"):
        key.require_valid(clock.now())
    return key
