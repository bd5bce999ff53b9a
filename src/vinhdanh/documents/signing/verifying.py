"""Verification of files from anywhere: in a process that is ended when it takes too much."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from vinhdanh.documents.signing.report import (
    Later,
    Report,
    SignatureReport,
    Trust,
    Verdict,
    unreadable,
)
from vinhdanh.kernel.isolation import OutOfBoundsError, run_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_BYTES: Final = 50 * 1024 * 1024
TIME_LIMIT: Final = 30.0
_MEMORY: Final = 1536 * 1024**2


def verify(
    pdf: bytes,
    roots: Sequence[bytes],
    *,
    at: datetime | None = None,
    lists: Sequence[bytes] = (),
    responders: Sequence[str] = (),
    time_limit: float = TIME_LIMIT,
) -> Report:
    """Return what the signatures of a file are worth; any file gives a report.

    roots are certificate files (`root_files`); at is the moment of the check, now by default;
    lists are files of revoked certificates (`list_files`); responders are addresses that answer
    whether a certificate is revoked (OCSP); time_limit is in seconds.
    """
    moment = at or datetime.now(UTC)
    if len(pdf) > MOST_BYTES:
        return unreadable("lớn hơn 50 MB")
    given = (pdf, list(roots), moment, list(lists), list(responders))
    try:
        return _report(run_apart(_examined, *given, seconds=time_limit, memory=_MEMORY))
    except TimeoutError:
        return unreadable("mất quá nhiều thời gian để đọc nên đã dừng lại")
    except OutOfBoundsError:
        return unreadable("quá nặng hoặc bị hỏng nên không đọc được")


def _examined(
    pdf: bytes,
    roots: list[bytes],
    moment: datetime,
    lists: list[bytes],
    responders: list[str],
) -> dict[str, Any]:
    from vinhdanh.documents.signing.examining import examine  # noqa: PLC0415 - slow to import

    try:
        return _plain(examine(pdf, roots, at=moment, lists=lists, responders=responders))
    except MemoryError:
        return _plain(unreadable("quá nặng"))


def _plain(report: Report) -> dict[str, Any]:
    return {
        "verdict": report.verdict,
        "sentence": report.sentence,
        "signatures": [
            {
                name: value.isoformat() if isinstance(value, datetime) else value
                for name in one.__slots__
                for value in (getattr(one, name),)
            }
            for one in report.signatures
        ],
    }


def _report(data: dict[str, Any]) -> Report:
    return Report(
        verdict=Verdict(data["verdict"]),
        sentence=data["sentence"],
        signatures=tuple(_signature(one) for one in data["signatures"]),
    )


def _signature(data: dict[str, Any]) -> SignatureReport:
    times = {name: data[name] for name in ("signed_at", "revoked_on", "not_revoked_on")}
    return SignatureReport(
        **{
            **data,
            **{name: datetime.fromisoformat(at) if at else None for name, at in times.items()},
            "later": Later(data["later"]),
            "trust": Trust(data["trust"]),
        }
    )
