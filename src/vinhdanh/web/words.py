"""Sentences of state that stand under page titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vinhdanh.planning.queries.plans import Quarter


def board_state(quarters: Sequence[Quarter]) -> str:
    """Return "11 nhiệm vụ, 6 xong, 1 quá hạn."."""
    found = [status for quarter in quarters for status in quarter.statuses]
    done = sum(status.is_done for status in found)
    overdue = sum(status.is_overdue for status in found)
    late = f"{overdue} quá hạn" if overdue else "không việc nào quá hạn"
    return f"{len(found)} nhiệm vụ, {done} xong, {late}."
