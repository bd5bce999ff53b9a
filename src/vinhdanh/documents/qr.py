"""QR codes of certificates, as tiny PNGs of one pixel a module."""

from __future__ import annotations

from io import BytesIO
from typing import Final

import segno

from vinhdanh.documents.errors import DocumentError

_MASK: Final = 0
"""Every reader takes every mask; trying out all eight would cost four times as much."""
_QUIET: Final = 4
"""Modules of white around the code, which readers need."""
_LARGEST: Final = 10
"""Version above which the modules print too small on a certificate."""


def qr_png(text: str) -> bytes:
    """Return a QR code of correction level M with its quiet zone.

    Raises:
        DocumentError: the text is too long for a code that prints small.
    """
    out = BytesIO()
    try:
        code = segno.make_qr(text, error="m", boost_error=False, mask=_MASK)
    except segno.DataOverflowError as error:
        raise _too_long() from error
    if int(code.version) > _LARGEST:
        raise _too_long()
    code.save(out, kind="png", scale=1, border=_QUIET)
    return out.getvalue()


def _too_long() -> DocumentError:
    return DocumentError(
        "Địa chỉ tra cứu quá dài để in thành mã QR; hãy dùng địa chỉ ngắn hơn 200 ký tự."
    )
