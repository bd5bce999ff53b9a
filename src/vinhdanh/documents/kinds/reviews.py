"""What reports on a half year and on a year share: their facts, results and prospect."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.documents.kinds.common import Paper
from vinhdanh.documents.kinds.passages import EMPTY, Passage, sections
from vinhdanh.documents.model import Heading, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vinhdanh.documents.model import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewContext:
    """Facts of a report on a period, in the order they are printed.

    A section left empty says in one sentence that nothing occurred.
    """

    paper: Paper
    year: int
    situation: Passage
    leadership: Passage
    movements: Passage
    commendation: Passage
    supervision: Passage
    shortcomings: Passage
    tasks: Passage
    proposals: Passage = EMPTY
    addressees: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()


def results(context: ReviewContext, period: str) -> Iterator[Block]:
    """Write the first part; period in capitals: "NĂM 2024"."""
    title = f"KẾT QUẢ CÔNG TÁC THI ĐUA, KHEN THƯỞNG {period}"
    yield Heading(Level.PART, "Phần thứ nhất", title)
    yield from sections(
        ("ĐẶC ĐIỂM, TÌNH HÌNH", context.situation),
        ("CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO", context.leadership),
        ("KẾT QUẢ CÁC PHONG TRÀO THI ĐUA", context.movements),
        ("CÔNG TÁC KHEN THƯỞNG", context.commendation),
        ("CÔNG TÁC KIỂM TRA, GIẢI QUYẾT ĐƠN THƯ, KIẾN NGHỊ", context.supervision),
        ("HẠN CHẾ, NGUYÊN NHÂN", context.shortcomings),
    )


def prospect(context: ReviewContext, period: str) -> Iterator[Block]:
    """Write the second part; period in capitals: "NĂM 2025"."""
    yield Heading(Level.PART, "Phần thứ hai", f"PHƯƠNG HƯỚNG, NHIỆM VỤ {period}")
    titled = [("NHIỆM VỤ TRỌNG TÂM", context.tasks)]
    if context.proposals != EMPTY:
        titled.append(("KIẾN NGHỊ, ĐỀ XUẤT", context.proposals))
    yield from sections(*titled)
