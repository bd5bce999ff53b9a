"""Who takes part in a session, and the sentences that all minutes share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.documents import dates
from vinhdanh.documents.model import Paragraph, paragraph

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody in the room, with the post to be written."""

    name: str
    post: str


@dataclass(frozen=True, slots=True)
class Absence:
    """A member who did not come, why, and how they took part all the same."""

    name: str
    post: str
    reason: str
    instead: str = ""
    """"được lấy ý kiến bằng văn bản"."""


def moment(when: datetime) -> str:
    """Return "8 giờ 00 phút, ngày 05 tháng 12 năm 2024"."""
    return f"{dates.clock(when.time())}, {dates.long_date(when.date())}"


def called(person: Attendee) -> str:
    """Return "Đỗ Thị Lan, Hiệu trưởng"."""
    return f"{person.name}, {person.post}"


def missing(one: Absence) -> str:
    """Return an absent person with the reason, and how they took part all the same."""
    reason = f" (lý do: {one.reason})" if one.reason else ""
    return f"{one.name}, {one.post}{reason}{f', {one.instead}' if one.instead else ''}"


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
