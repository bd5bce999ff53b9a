"""PDF files with text, read in a process of its own so that a bad file can be stopped."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import vinhdanh
from vinhdanh.intake.blocks import Block, Line, Table
from vinhdanh.intake.errors import UnreadableFileError

TIME_LIMIT = 60.0
_REASONS = {
    "encrypted": "đang đặt mật khẩu nên không mở được; hãy bỏ mật khẩu rồi tải lên lại",
    "no_text": (
        "chỉ có ảnh chụp, không có chữ; hãy dùng bản Word gốc hoặc bản PDF xuất từ Word, "
        "nếu chỉ có bản quét thì cần nhận dạng chữ (OCR) trước"
    ),
    "too_many_pages": "có quá nhiều trang; hãy tách riêng phần kế hoạch và phụ lục rồi tải lên lại",
    "broken": "bị hỏng nên không mở được; hãy xuất lại bản PDF từ Word rồi tải lên lại",
    "memory": "quá nặng nên không đọc được; hãy dùng bản Word gốc hoặc tách bớt trang",
}


def read_pdf(data: bytes, name: str, *, time_limit: float = TIME_LIMIT) -> list[Block]:
    """Return lines and ruled tables of a PDF in reading order."""
    result = _extract(data, name, time_limit)
    if "error" in result:
        raise UnreadableFileError(
            f"Tệp PDF “{name}” {_REASONS.get(result['error'], _REASONS['broken'])}."
        )
    blocks: list[Block] = []
    for item in result["blocks"]:
        if isinstance(item, str):
            blocks.append(Line(item))
        else:
            blocks.append(Table(tuple(tuple(row) for row in item)))
    return blocks


def _extract(data: bytes, name: str, time_limit: float) -> dict[str, Any]:
    if getattr(sys, "frozen", False):
        from vinhdanh.intake.sources.pdf_worker import extract  # noqa: PLC0415 - slow to import

        return extract(data)
    handle, path = tempfile.mkstemp(suffix=".pdf")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        return _run_worker(path, time_limit)
    except subprocess.TimeoutExpired:
        raise UnreadableFileError(
            f"Tệp PDF “{name}” mất quá nhiều thời gian để đọc nên đã dừng lại; "
            "hãy dùng bản Word gốc hoặc tách bớt trang."
        ) from None
    finally:
        Path(path).unlink(missing_ok=True)


def _run_worker(path: str, time_limit: float) -> dict[str, Any]:
    source = str(Path(vinhdanh.__file__).resolve().parent.parent)
    known = os.environ.get("PYTHONPATH")
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, (source, known))),
        "PYTHONUTF8": "1",
    }
    command = [
        sys.executable,
        "-m",
        "vinhdanh.intake.sources.pdf_worker",
        path,
        str(int(time_limit) + 1),
    ]
    done = subprocess.run(  # noqa: S603 - our own interpreter and module
        command,
        capture_output=True,
        timeout=time_limit,
        check=False,
        env=environment,
        stdin=subprocess.DEVNULL,
    )
    try:
        result = json.loads(done.stdout)
    except ValueError:
        return {"error": "memory" if done.returncode < 0 else "broken"}
    return result if isinstance(result, dict) else {"error": "broken"}
