"""Whose votes have not come when an item is to be counted: who is waited for, and how long.

Who is in the room votes or has their hand written down. Who is absent and gives an opinion in
writing is waited for to the end of the day set for opinions; where no day is set, until the chair
waits no longer. What is missing then stands in the minutes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.councils.services.entitled import entitled_rows, is_by_letter, rows_to_vote
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError

if TYPE_CHECKING:
    from vinhdanh.councils.models import AgendaItem, Attendance, Meeting, PaperTally


@dataclass(frozen=True, slots=True)
class Missing:
    """Who is entitled to vote on an item and has not."""

    in_room: list[Attendance]
    letters: list[Attendance]
    """Those whose opinion comes in writing."""


def missing_on(item: AgendaItem) -> Missing:
    """Return whose votes on an item have not come; on paper nobody's is known."""
    rows = rows_to_vote(item)
    return Missing(
        in_room=[row for row in rows if not is_by_letter(row, item)],
        letters=[row for row in rows if is_by_letter(row, item)],
    )


def are_letters_over(meeting: Meeting) -> bool:
    """Tell whether the day set for opinions in writing is over."""
    return meeting.opinions_by is not None and clock.today() > meeting.opinions_by


def require_voted(item: AgendaItem, *, without_letters: bool) -> str:
    """Refuse a count by name while somebody is waited for; return who is missing, in words.

    Raises:
        DomainError: with who is missing, and until when.
    """
    missing = missing_on(item)
    if missing.in_room:
        raise DomainError(
            f"Còn {len(missing.in_room)} người có mặt chưa biểu quyết hồ sơ của"
            f" {item.nomination.recipient.name}: {_names(missing.in_room)}. Hãy chờ hoặc ghi biểu"
            " quyết giơ tay của họ rồi chốt."
        )
    return _letters_given_up(
        item, _names(missing.letters), len(missing.letters), without_letters=without_letters
    )


def require_letters_in(item: AgendaItem, tally: PaperTally, *, without_letters: bool) -> str:
    """Refuse a count of papers while opinions in writing are waited for.

    Raises:
        DomainError: with how many are missing.
    """
    writers = [row for row in entitled_rows(item) if is_by_letter(row, item)]
    few = len(writers) - tally.by_letter
    names = _names(writers) if few == len(writers) else ""
    return _letters_given_up(item, names, max(few, 0), without_letters=without_letters)


def _letters_given_up(item: AgendaItem, names: str, few: int, *, without_letters: bool) -> str:
    """Return whose opinions are no longer waited for.

    Raises:
        DomainError: they are.
    """
    if not few:
        return ""
    meeting = item.meeting
    told = f"Còn {few} thành viên chưa cho ý kiến về hồ sơ của {item.nomination.recipient.name}"
    told += f": {names}." if names else "."
    if meeting.opinions_by and not are_letters_over(meeting):
        raise DomainError(
            f"{told} Hãy chờ đến hết ngày {meeting.opinions_by:%d/%m/%Y} hoặc ghi ý kiến của họ rồi"
            " chốt."
        )
    if not meeting.opinions_by and not without_letters:
        raise DomainError(
            f"{told} Hãy ghi ý kiến của họ, hoặc đánh dấu chốt không chờ ý kiến bằng văn bản; người"
            " không gửi ý kiến không được tính là đồng ý."
        )
    who = names or f"{few:02d} thành viên vắng mặt"
    return f"chưa có ý kiến bằng văn bản của {who}"


def missing_in_box(item: AgendaItem) -> tuple[int, int]:
    """Return of how many people no ballot came, and how many of them are still waited for.

    How many, never who.
    """
    missing = missing_on(item)
    letters = len(missing.letters)
    waited = 0 if are_letters_over(item.meeting) else letters
    return len(missing.in_room) + letters, len(missing.in_room) + waited


def _names(rows: list[Attendance]) -> str:
    return ", ".join(str(row.member) for row in rows)
