"""PDF files with text, read in a process of its own so that a bad file can be stopped."""

from __future__ import annotations

from typing import Any, Final

from vinhdanh.intake.blocks import Block, Line, Table
from vinhdanh.intake.errors import UnreadableFileError
from vinhdanh.intake.sources.pdf_pages import extract
from vinhdanh.kernel.isolation import OutOfBoundsError, run_apart

TIME_LIMIT = 60.0
_MEMORY: Final = 2 * 1024**3
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
    try:
        return dict(run_apart(extract, data, seconds=time_limit, memory=_MEMORY))
    except TimeoutError:
        raise UnreadableFileError(
            f"Tệp PDF “{name}” mất quá nhiều thời gian để đọc nên đã dừng lại; "
            "hãy dùng bản Word gốc hoặc tách bớt trang."
        ) from None
    except OutOfBoundsError:
        return {"error": "memory"}
