"""Saying of a row what confirming will do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.organizations.enums import RowStatus

if TYPE_CHECKING:
    from vinhdanh.organizations.models import ImportRow

LONGEST = 1000


class RowError(Exception):
    """A row cannot be entered as it is; the sentence says what to mend."""

    def __init__(self, told: str, *, target: int | None = None, asked: str = "") -> None:
        super().__init__(told)
        self.told, self.target, self.asked = told, target, asked


def refuse(row: ImportRow, problem: RowError) -> None:
    """Write why a row cannot be entered."""
    row.status, row.told = RowStatus.ERROR, problem.told[:LONGEST]
    row.target, row.asked = problem.target, problem.asked


def accept(
    row: ImportRow, told: str, *, target: int | None = None, is_warned: bool = False
) -> None:
    """Write what will be done; what the reader found odd makes it a warning."""
    row.status = RowStatus.MATCH if target else RowStatus.NEW
    if is_warned or any(severity == "warning" for severity, *_ in row.remarks):
        row.status = RowStatus.WARNING
    row.told, row.target, row.asked = told[:LONGEST], target, ""


def require_fits(text: str, limit: int, label: str) -> None:
    """Refuse a text that is longer than the records keep.

    Raises:
        RowError: it is.
    """
    if len(text) > limit:
        raise RowError(f"{label} dài {len(text)} ký tự, quá mức {limit} ký tự: hãy viết ngắn lại.")


def require_read(row: ImportRow) -> None:
    """Refuse a row the reader could not read.

    Raises:
        RowError: with the reader's sentences.
    """
    wrong = [sentence for severity, sentence, *_ in row.remarks if severity == "error"]
    if wrong:
        raise RowError(" ".join(wrong))
