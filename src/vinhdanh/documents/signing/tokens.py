"""A certificate on a PKCS#11 token (USB token, smart card). The key never leaves the token."""

from __future__ import annotations

from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.signing.keys import SigningKey, key_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MISSING: Final = (
    "Máy này chưa cài phần đọc thiết bị lưu khóa (gói python-pkcs11); "
    "hãy cài thêm, hoặc ký bằng tệp .p12, hoặc ký ở máy khác rồi tải tệp lên."
)
_NOT_OPENED: Final = (
    "Không mở được thiết bị lưu khóa; hãy kiểm tra thiết bị đã cắm "
    "và đường dẫn thư viện của nhà cung cấp."
)
_PIN_SENTENCES: Final = {
    "PinIncorrect": "Mã PIN không đúng; hãy nhập lại, nhập sai nhiều lần thì thiết bị tự khóa.",
    "PinLenRange": "Mã PIN không đúng độ dài; hãy nhập lại mã PIN của thiết bị.",
    "PinLocked": "Thiết bị đã khóa mã PIN; hãy liên hệ nơi cấp chứng thư số để mở khóa.",
    "PinExpired": "Mã PIN đã hết hạn; hãy đổi mã PIN bằng phần mềm của nơi cấp rồi ký lại.",
}


@contextmanager
def open_token(
    library: Path, *, pin: str, certificate: str = "", slot: int | None = None
) -> Iterator[SigningKey]:
    """Give the key behind a certificate's label; the session ends with the block.

    library is the driver of the token's maker; slot counts the slots that hold a token, from 0.
    Without a label, or without a slot, there must be only one to choose.

    Raises:
        DocumentError: python-pkcs11 is not installed, the token does not answer, the PIN is
            refused, or it is not clear which certificate is meant.
    """
    _require_package()
    session = _session(library, pin, slot)
    try:
        yield _key(session, certificate)
    finally:
        session.close()


def _session(library: Path, pin: str, slot: int | None) -> Any:
    try:
        slots = import_module("pkcs11").lib(str(library)).get_slots(token_present=True)
        tokens = [token for one in slots if (token := one.get_token()).label.strip()]
    except Exception:  # noqa: BLE001 - each driver fails in its own way
        raise DocumentError(_NOT_OPENED) from None
    if not tokens or (slot or 0) >= len(tokens):
        raise DocumentError("Chưa cắm thiết bị lưu khóa; hãy cắm thiết bị rồi ký lại.")
    if slot is None and len(tokens) > 1:
        raise DocumentError(
            f"Có {len(tokens)} thiết bị lưu khóa đang cắm; hãy để lại một, hoặc cho biết thiết bị"
            " thứ mấy."
        )
    try:
        return tokens[slot or 0].open(user_pin=pin)
    except Exception as error:  # noqa: BLE001 - it may quote the PIN, so it is not passed on
        raise DocumentError(_PIN_SENTENCES.get(type(error).__name__, _NOT_OPENED)) from None


def _key(session: Any, label: str) -> SigningKey:
    try:
        found = _certificates(session)
        chosen = [one for one in found if not label or one[0] == label]
    except Exception:  # noqa: BLE001
        raise DocumentError(_NOT_OPENED) from None
    if len(chosen) != 1:
        labels = ", ".join(f"“{one}”" for one, _ in found) or "không có chứng thư nào kèm khóa"
        raise DocumentError(
            f"Chưa rõ ký bằng chứng thư nào; trong thiết bị: {labels}; hãy ghi đúng một tên."
        )
    try:
        signer = import_module("pyhanko.sign.pkcs11").PKCS11Signer(
            session, cert_id=chosen[0][1], key_id=chosen[0][1], embed_roots=False
        )
        return key_of(signer)
    except DocumentError:
        raise
    except Exception:  # noqa: BLE001
        raise DocumentError(_NOT_OPENED) from None


def _certificates(session: Any) -> list[tuple[str, bytes]]:
    """Return label and identifier of the certificates whose keys are on the token."""
    pkcs11 = import_module("pkcs11")
    kind, name = pkcs11.Attribute.CLASS, pkcs11.Attribute.ID
    keys = {one[name] for one in session.get_objects({kind: pkcs11.ObjectClass.PRIVATE_KEY})}
    certificates = session.get_objects({kind: pkcs11.ObjectClass.CERTIFICATE})
    return [
        (str(one[pkcs11.Attribute.LABEL]), one[name]) for one in certificates if one[name] in keys
    ]


def _require_package() -> None:
    try:
        import_module("pkcs11")
    except ImportError:
        raise DocumentError(_MISSING) from None
