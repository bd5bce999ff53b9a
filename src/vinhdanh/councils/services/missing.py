"""Whose votes have not come when an item is to be counted: who is waited for, and how long.

Who is in the room votes or has their hand written down. Who is absent and gives an opinion in
writing is waited for to the end of the day set for opinions; where no day is set, or one before the
meeting opened, until the chair waits no longer. What is missing then stands in the minutes.
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
    """Tell whether opinions in writing are waited for no longer, because their day is over."""
    return meeting.letters_until is not None and clock.today() > meeting.letters_until


def are_letters_late(meeting: Meeting) -> bool:
    """Tell whether an opinion in writing that comes today comes after its last day."""
    return meeting.opinions_by is not None and clock.today() > meeting.opinions_by


def letters_out(item: AgendaItem, by_letter: int) -> int:
    """Return how many of those who write sent no paper, where so many papers came by letter."""
    return max(sum(is_by_letter(row, item) for row in entitled_rows(item)) - by_letter, 0)


def require_none_to_come(item: AgendaItem, by_letter: int, *, without_letters: bool) -> int:
    """Refuse figures of papers while a letter may still come; return how many will not.

    Figures with the letter less figures without it would tell what it says.

    Raises:
        DomainError: with how many are waited for, and until when.
    """
    few, meeting = letters_out(item, by_letter), item.meeting
    if not few or are_letters_over(meeting) or (without_letters and not meeting.letters_until):
        return few
    told = (
        f"Còn {few} người vắng chưa gửi phiếu về hồ sơ của {item.nomination.recipient.name}: nhập"
        " bây giờ rồi sửa khi phiếu tới thì lộ ý kiến của họ."
    )
    if last := meeting.letters_until:
        raise DomainError(
            f"{told} Hãy nhập khi đủ phiếu, hoặc sau ngày {last:%d/%m/%Y}.", field="by_letter"
        )
    raise DomainError(
        f"{told} Hãy nhập khi đủ phiếu, hoặc đánh dấu không chờ ý kiến bằng văn bản nếu chủ trì cho"
        " chốt.",
        field="by_letter",
    )


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
    few = letters_out(item, tally.by_letter)
    names = _names(writers) if few == len(writers) else ""
    return _letters_given_up(item, names, few, without_letters=without_letters)


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
    if meeting.letters_until and not are_letters_over(meeting):
        raise DomainError(
            f"{told} Hãy chờ đến hết ngày {meeting.letters_until:%d/%m/%Y} hoặc ghi ý kiến của họ"
            " rồi chốt."
        )
    if not meeting.letters_until and not without_letters:
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
