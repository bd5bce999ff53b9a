"""Time stamps of an authority (RFC 3161), asked for over HTTP; off unless an address is set."""

from __future__ import annotations

import asyncio
import urllib.error
import urllib.request
from typing import Any, Final
from urllib.parse import urlsplit

from pyhanko.sign.timestamps import TimeStamper

from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.signing.untyped import tsp

_LARGEST: Final = 256 * 1024
_SECONDS: Final = 10.0


class HttpTimeStamper(TimeStamper):
    """Asks one server; a server that does not answer is a sentence, never a hanging act."""

    def __init__(self, address: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        if urlsplit(address).scheme not in ("http", "https"):
            raise DocumentError(
                f"Địa chỉ máy chủ dấu thời gian “{address}” không đúng; "
                "hãy nhập địa chỉ bắt đầu bằng https:// hoặc http://."
            )
        self._address = address

    async def async_request_tsa_response(self, req: Any) -> Any:
        """Send a request and return the answer.

        Raises:
            DocumentError: no answer, or none that is a time stamp.
        """
        return await asyncio.to_thread(self._ask, req.dump())

    def _ask(self, request: bytes) -> Any:
        call = urllib.request.Request(  # noqa: S310 - http or https, checked above
            self._address,
            data=request,
            headers={"Content-Type": "application/timestamp-query"},
        )
        try:
            with urllib.request.urlopen(call, timeout=_SECONDS) as answer:  # noqa: S310
                return tsp.TimeStampResp.load(answer.read(_LARGEST), strict=True)
        except (OSError, ValueError) as error:
            raise DocumentError(
                f"Máy chủ dấu thời gian “{self._address}” không trả lời đúng; "
                "hãy thử lại sau, hoặc bỏ địa chỉ này để ký không kèm dấu thời gian."
            ) from error
