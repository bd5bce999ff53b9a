"""Letterheads and signature blocks: two columns printed side by side, read one after the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vinhdanh.kernel.text import squeeze

if TYPE_CHECKING:
    from vinhdanh.intake.blocks import Line

_GAP = re.compile(r"\s{3,}")
_RIGHT_SHARE = 0.4


def read_columns(lines: list[Line]) -> list[str]:
    """Return the texts of the left column, then those of the right one."""
    pieces = [_pieces(line.text) for line in lines]
    if not any(len(row) > 1 for row in pieces):
        return [squeeze(line.text) for line in lines if line.text.strip()]
    width = max(len(line.text.rstrip()) for line in lines)
    left: list[str] = []
    right: list[str] = []
    for row in pieces:
        for position, (start, text) in enumerate(row):
            is_right = position > 0 or start > _RIGHT_SHARE * width
            (right if is_right else left).append(text)
    return left + right


def _pieces(text: str) -> list[tuple[int, str]]:
    """Return the parts of a line between wide gaps, each with its position."""
    pieces: list[tuple[int, str]] = []
    at = len(text) - len(text.lstrip())
    for part in _GAP.split(text.strip()):
        start = text.find(part, at)
        if part:
            pieces.append((start, squeeze(part)))
        at = start + len(part)
    return pieces
