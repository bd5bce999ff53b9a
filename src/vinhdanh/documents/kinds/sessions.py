"""Sentences that minutes of units and villages share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.documents import dates
from vinhdanh.documents.model import Paragraph, paragraph

if TYPE_CHECKING:
    from datetime import datetime

    from vinhdanh.documents.kinds.meeting_minutes import Absence, Attendee


def moment(when: datetime) -> str:
    """Return "8 giờ 00 phút, ngày 05 tháng 12 năm 2024"."""
    return f"{dates.clock(when.time())}, {dates.long_date(when.date())}"


def called(person: Attendee) -> str:
    """Return "Đỗ Thị Lan, Hiệu trưởng"."""
    return f"{person.name}, {person.post}"


def missing(one: Absence) -> str:
    """Return an absent person with the reason."""
    return f"{one.name}, {one.post}" + (f" (lý do: {one.reason})" if one.reason else "")


def ending(session: str, started: datetime, ended: datetime | None) -> Paragraph:
    """Return the last sentence of minutes, with room for a pen while the end is not known."""
    when = f"{dates.GAP}giờ{dates.GAP}phút cùng ngày"
    if ended:
        is_same_day = ended.date() == started.date()
        when = f"{dates.clock(ended.time())} cùng ngày" if is_same_day else moment(ended)
    return paragraph(
        f"{session} kết thúc vào {when}. Biên bản đã được đọc lại cho những người dự họp cùng nghe "
        "và nhất trí thông qua."
    )
