"""A certificate on a PKCS#11 token (USB token, smart card). The key never leaves the token."""

from __future__ import annotations

from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.signing.keys import SigningKey, key_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MISSING = (
    "Máy này chưa cài phần đọc thiết bị lưu khóa (gói python-pkcs11); "
    "hãy cài thêm, hoặc ký bằng tệp .p12, hoặc ký ở máy khác rồi tải tệp lên."
)
_NOT_OPENED = (
    "Không mở được thiết bị lưu khóa; hãy kiểm tra thiết bị đã cắm, "
    "đường dẫn thư viện của nhà cung cấp, mã PIN và tên chứng thư."
)


@contextmanager
def open_token(
    library: Path, *, pin: str, certificate: str, slot: int | None = None
) -> Iterator[SigningKey]:
    """Give the key behind a certificate's label; the session ends with the block.

    library is the driver of the token's maker.

    Raises:
        DocumentError: python-pkcs11 is not installed, or the token does not answer.
    """
    pkcs11 = _pkcs11()
    try:
        session = pkcs11.open_pkcs11_session(str(library), slot_no=slot, user_pin=pin)
    except Exception:  # noqa: BLE001 - each driver fails in its own way, perhaps quoting the PIN
        raise DocumentError(_NOT_OPENED) from None
    with session:
        try:
            key = key_of(pkcs11.PKCS11Signer(session, cert_label=certificate))
        except Exception:  # noqa: BLE001
            raise DocumentError(_NOT_OPENED) from None
        yield key


def _pkcs11() -> Any:
    try:
        import_module("pkcs11")
    except ImportError:
        raise DocumentError(_MISSING) from None
    return import_module("pyhanko.sign.pkcs11")
