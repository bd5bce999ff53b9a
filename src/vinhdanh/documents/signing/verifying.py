"""Verification of files from anywhere: in a process that is ended when it takes too much."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import vinhdanh
from vinhdanh.documents.signing.report import (
    Later,
    Report,
    SignatureReport,
    Trust,
    Verdict,
    unreadable,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_BYTES: Final = 50 * 1024 * 1024
TIME_LIMIT: Final = 30.0
_MODULE: Final = "vinhdanh.documents.signing.worker"


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
    if getattr(sys, "frozen", False):
        from vinhdanh.documents.signing.examining import examine  # noqa: PLC0415 - slow to import

        return examine(pdf, roots, at=moment, lists=lists, responders=responders)
    handle, path = tempfile.mkstemp(suffix=".pdf")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(pdf)
        question = {
            "roots": [base64.b64encode(one).decode() for one in roots],
            "lists": [base64.b64encode(one).decode() for one in lists],
            "responders": list(responders),
            "at": moment.isoformat(),
        }
        return _answer(path, json.dumps(question), time_limit)
    except subprocess.TimeoutExpired:
        return unreadable("mất quá nhiều thời gian để đọc nên đã dừng lại")
    finally:
        Path(path).unlink(missing_ok=True)


def _answer(path: str, question: str, time_limit: float) -> Report:
    source = str(Path(vinhdanh.__file__).resolve().parent.parent)
    known = os.environ.get("PYTHONPATH")
    done = subprocess.run(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-m", _MODULE, path],
        input=question,
        capture_output=True,
        encoding="utf-8",
        timeout=time_limit,
        check=False,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(filter(None, (source, known))),
            "PYTHONUTF8": "1",
        },
    )
    try:
        return _report(json.loads(done.stdout))
    except ValueError:
        return unreadable("quá nặng hoặc bị hỏng nên không đọc được")


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
