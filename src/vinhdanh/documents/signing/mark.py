"""The text mark on attachments in files of their own: number, symbol, time of signing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.documents.cleaning import clean_text
from vinhdanh.documents.signing import measures as mm
from vinhdanh.documents.signing.lettering import TypesetContent, set_in_type
from vinhdanh.documents.signing.places import Box

if TYPE_CHECKING:
    from datetime import datetime


def mark_lines(number: str, at: datetime) -> tuple[str, str]:
    """Return what the mark says: number and symbol, then the time in Vietnam (ISO 8601)."""
    return (
        clean_text(number, "số và ký hiệu văn bản"),
        at.astimezone(mm.VIETNAM_TIME).isoformat(timespec="seconds"),
    )


def mark_content(lines: tuple[str, ...]) -> TypesetContent:
    """Return the lines set in 10 pt upright black."""
    data = {"lines": lines, "width": mm.MARK_WIDTH, "height": mm.MARK_HEIGHT}
    return TypesetContent(set_in_type("mark", data))


def mark_box(width: float, height: float) -> Box:
    """Return the mark's place at the top right of the first page of that size."""
    right, top = width - mm.MARK_RIGHT, height - mm.MARK_TOP
    return Box(0, right - mm.MARK_WIDTH, top - mm.MARK_HEIGHT, right, top)
