"""Where a file sits, with whom, and how many working days are left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.lawbook import CalendarError, working_days_left
from vinhdanh.nominations.deadlines import limit_now
from vinhdanh.nominations.enums import FINAL_STATES
from vinhdanh.nominations.enums import NominationState as State

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.nominations.models import Nomination

OFFICE = "Công chức phụ trách thi đua, khen thưởng"
WITH = {
    State.SENT: OFFICE,
    State.RECEIVED: OFFICE,
    State.IN_APPRAISAL: OFFICE,
    State.BEFORE_COUNCIL: "Hội đồng Thi đua - Khen thưởng",
    State.DEFERRED: OFFICE,
    State.FORWARDED: "Cấp trên",
    State.RETURNED_ABOVE: OFFICE,
}
NOT_NAMED = "Quy định đã đọc không nêu thời hạn cho bước này."
NOT_COUNTED = "Chưa có lịch nghỉ lễ của năm đó nên chưa đếm được ngày làm việc."


@dataclass(frozen=True, slots=True)
class Clock:
    """One nomination's clock; left is None where nobody can say."""

    with_whom: str
    since: dt.date | None
    due_on: dt.date | None = None
    left: int | None = None
    """Working days to the last day; negative when it has passed."""
    what: str = ""
    source: str = ""
    unknown: str = ""


def clock_of(nomination: Nomination, *, as_of: dt.date) -> Clock | None:
    """Return the clock of a nomination with its source, None when its way has ended."""
    if nomination.state in FINAL_STATES:
        return None
    whom, since = holder_of(nomination), nomination.state_since
    limit = limit_now(nomination, as_of=nomination.state_since or as_of)
    if limit is None:
        return Clock(whom, since, unknown=NOT_NAMED)
    if limit.due_on is None:
        return Clock(whom, since, what=limit.what, source=limit.source, unknown=limit.unconfirmed)
    left = days_left(limit.due_on, as_of=as_of)
    unknown = NOT_COUNTED if left is None else ""
    return Clock(whom, since, limit.due_on, left, limit.what, limit.source, unknown)


def holder_of(nomination: Nomination) -> str:
    """Return who must act next, as people call them."""
    state = State(nomination.state)
    if state in (State.DRAFT, State.RETURNED):
        return str(nomination.submission.unit.name)
    if state == State.APPRAISED:
        return "Chủ tịch" if nomination.procedure == "simplified" else OFFICE
    if state == State.APPROVED:
        return OFFICE if nomination.is_decided_above else "Chủ tịch"
    return WITH.get(state, "")


def days_left(due_on: dt.date | None, *, as_of: dt.date) -> int | None:
    """Return the working days to a day, None where there is no day or no calendar."""
    if due_on is None:
        return None
    try:
        return working_days_left(as_of, due_on)
    except CalendarError:
        return None
