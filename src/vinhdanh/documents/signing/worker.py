"""The process that examines one file: `python -m vinhdanh.documents.signing.worker FILE`.

The roots and the moment come on the standard input, the report leaves on the standard output.
"""

from __future__ import annotations

import base64
import json
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from vinhdanh.documents.signing.report import unreadable

if TYPE_CHECKING:
    from vinhdanh.documents.signing.report import Report

_MEMORY: Final = 1536 * 1024**2
_SECONDS: Final = 30


def main(name: str) -> None:
    """Examine a file and print the report."""
    _bound()
    from vinhdanh.documents.signing.examining import examine  # noqa: PLC0415 - within the bounds

    question = json.loads(sys.stdin.read())
    roots = [base64.b64decode(one) for one in question["roots"]]
    lists = [base64.b64decode(one) for one in question["lists"]]
    try:
        report = examine(
            Path(name).read_bytes(),
            roots,
            at=datetime.fromisoformat(question["at"]),
            lists=lists,
            responders=question["responders"],
        )
    except MemoryError:
        report = unreadable("quá nặng")
    json.dump(as_data(report), sys.stdout)


def as_data(report: Report) -> dict[str, Any]:
    """Return a report as plain data."""
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


def _bound() -> None:
    """Give back memory and time beyond what a real file needs; Windows has no such limits."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS + 1))


if __name__ == "__main__":
    main(sys.argv[1])
