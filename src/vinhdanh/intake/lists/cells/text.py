"""Plain text, and columns that are not read on purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.intake.lists.grid import text_of
from vinhdanh.intake.lists.schema import CellType, Reading

if TYPE_CHECKING:
    from vinhdanh.intake.lists.schema import Said


def _read(said: Said) -> Reading:
    return Reading(text_of(said))


def _skip(said: Said) -> Reading:
    del said
    return Reading("")


TEXT = CellType(read=_read)
SKIPPED = CellType(read=_skip)
"""Known and left out: running numbers, identity numbers, signatures."""
