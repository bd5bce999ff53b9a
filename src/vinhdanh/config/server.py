"""Serving the pages with waitress, and background work beside it (docs/adr/0007)."""

from __future__ import annotations

import errno
import os
import signal
import socket
from typing import TYPE_CHECKING, Any

from django.conf import settings

from vinhdanh.config.worker import WorkerKeeper

if TYPE_CHECKING:
    from types import FrameType

THREADS = 8
BACKLOG = 128
CONNECTIONS = 1000
"""Open at once: a browser keeps about six, and on a deadline day every unit comes."""
IDLE = 30
"""Seconds after which a silent connection is closed."""


class AddressError(Exception):
    """The address cannot be listened on; the message is for the person at the keyboard."""


def listen(host: str, port: int) -> socket.socket:
    """Take the address before anything else is done, so that of two servers one gives way.

    A browser that comes while the rest is being prepared waits instead of being refused.

    Raises:
        AddressError: somebody else has the port, or the address is not this machine's.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    if os.name == "posix":  # on Windows it would let two servers share a port
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(BACKLOG)
    except (OSError, OverflowError) as problem:
        listener.close()
        raise AddressError(_refusal(host, port, problem)) from problem
    return listener


def serve(listener: socket.socket, *, with_worker: bool) -> None:
    """Serve pages until Ctrl+C or SIGTERM, then stop the worker too."""
    from waitress.server import create_server  # noqa: PLC0415 - other commands do without

    from vinhdanh.config.wsgi import application  # noqa: PLC0415 - after the static files

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _leave)
    server = create_server(  # type: ignore[no-untyped-call]
        application,
        sockets=[listener],
        threads=THREADS,
        connection_limit=CONNECTIONS,
        channel_timeout=IDLE,
        **_proxy(),
    )
    keeper = WorkerKeeper() if with_worker else None
    if keeper:
        keeper.start()
    try:
        server.run()  # ends by itself on KeyboardInterrupt and SystemExit
    finally:
        server.close()
        if keeper:
            keeper.stop()


def _proxy() -> dict[str, Any]:
    """Behind a TLS proxy on this machine, believe what it says of scheme and address."""
    if not settings.SECURE_SSL_REDIRECT:
        return {"clear_untrusted_proxy_headers": True}
    return {
        "trusted_proxy": "127.0.0.1",
        "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"},
        "clear_untrusted_proxy_headers": True,
    }


def _leave(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)


def _refusal(host: str, port: int, problem: OSError | OverflowError) -> str:
    in_use = getattr(problem, "errno", None) in (errno.EADDRINUSE, errno.EACCES)
    if in_use and port >= 1024:  # noqa: PLR2004 - lower ports belong to the administrator
        return (
            f"Cổng {port} đang được một chương trình khác dùng: hãy đóng chương trình đó, hoặc"
            f" chọn cổng khác bằng --port {port + 1 if port < 65535 else 8000}."  # noqa: PLR2004
        )
    return (
        f"Không mở được địa chỉ {host}, cổng {port} ({problem}): hãy chọn địa chỉ bằng --host và"
        " cổng bằng --port."
    )
