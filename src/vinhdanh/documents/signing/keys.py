"""A certificate with its private key, from a PKCS#12 file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from cryptography.hazmat.primitives.serialization import pkcs12
from pyhanko.sign.signers import SimpleSigner

from vinhdanh.documents.errors import DocumentError

if TYPE_CHECKING:
    from datetime import datetime

    from pyhanko.sign.signers.pdf_cms import Signer

_LARGEST: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class SigningKey:
    """What signs: the holder of a certificate, and the key, which is never printed."""

    holder: str
    organisation: str
    valid_from: datetime
    valid_to: datetime
    signer: Signer = field(repr=False)

    def require_valid(self, at: datetime) -> None:
        """Refuse to sign outside the certificate's time.

        Raises:
            DocumentError: the certificate is not yet or no longer valid at that time.
        """
        if at < self.valid_from:
            raise DocumentError(
                f"Chứng thư số của {self.holder} chỉ có hiệu lực từ ngày "
                f"{self.valid_from:%d/%m/%Y}; hãy ký sau ngày đó hoặc dùng chứng thư khác."
            )
        if at > self.valid_to:
            raise DocumentError(
                f"Chứng thư số của {self.holder} đã hết hạn ngày {self.valid_to:%d/%m/%Y}; "
                "hãy gia hạn hoặc dùng chứng thư khác."
            )


def open_pkcs12(data: bytes, passphrase: str) -> SigningKey:
    """Return the key of a PKCS#12 file (.p12, .pfx).

    Raises:
        DocumentError: no such file, a wrong passphrase, or nothing to sign with inside.
    """
    if len(data) > _LARGEST:
        raise DocumentError("Tệp khóa quá lớn; hãy chọn tệp .p12 hoặc .pfx của chứng thư số.")
    secret = passphrase.encode() or None
    try:
        private, certificate, _ = pkcs12.load_key_and_certificates(data, secret)
    except ValueError:
        raise DocumentError(
            "Không mở được tệp khóa: sai mật khẩu, hoặc tệp không phải .p12, .pfx; "
            "hãy nhập lại mật khẩu hoặc chọn tệp khác."
        ) from None  # the cause may quote what was typed
    if private is None or certificate is None:
        raise DocumentError(
            "Tệp khóa không có chứng thư kèm khóa riêng; hãy xuất lại tệp cùng khóa riêng."
        )
    signer = SimpleSigner.load_pkcs12_data(data, [], secret)
    signer.embed_roots = False  # a reader trusts roots of its own, never those in the file
    return key_of(signer)


def key_of(signer: Signer) -> SigningKey:
    """Return a signer with what its certificate says."""
    certificate = signer.signing_cert
    if certificate is None:
        raise DocumentError("Không có chứng thư số để ký; hãy chọn chứng thư khác.")
    return SigningKey(
        holder=named(certificate, "common_name"),
        organisation=named(certificate, "organization_name"),
        valid_from=certificate.not_valid_before,
        valid_to=certificate.not_valid_after,
        signer=signer,
    )


def named(certificate: Any, part: str) -> str:
    """Return a part of the subject's name, empty when it is not there."""
    value = certificate.subject.native.get(part, "")
    return value if isinstance(value, str) else ", ".join(value)
