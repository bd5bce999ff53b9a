"""Time limits, the simplified procedure, and which text a file in progress follows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What a time limit counts in."""

    WORKING_DAYS = "working_days"
    DAYS = "days"
    IMMEDIATELY = "immediately"
    DATE = "date"

    @property
    def words(self) -> str:
        """Return the unit in Vietnamese."""
        return {
            "working_days": "ngày làm việc",
            "days": "ngày",
            "immediately": "ngay",
            "date": "trước ngày",
        }[self.value]


class Stage(StrEnum):
    """Where in the work a time limit stands."""

    SUBMIT = "submit"
    APPRAISE = "appraise"
    DECIDE = "decide"
    POST = "post"
    NOTIFY = "notify"
    SUPPLEMENT = "supplement"
    REVOKE = "revoke"
    RETURN = "return"
    COMPLAINT = "complaint"
    DENUNCIATION = "denunciation"
    OBJECT = "object"
    OPINION = "opinion"

    @property
    def words(self) -> str:
        """Return the stage in Vietnamese."""
        return _STAGES[self.value]


_STAGES = {
    "submit": "Nộp hồ sơ",
    "appraise": "Thẩm định",
    "decide": "Quyết định",
    "post": "Công khai",
    "notify": "Thông báo",
    "supplement": "Bổ sung hồ sơ",
    "revoke": "Hủy bỏ, thu hồi",
    "return": "Trả hồ sơ",
    "complaint": "Khiếu nại",
    "denunciation": "Tố cáo",
    "object": "Hiện vật",
    "opinion": "Lấy ý kiến",
}


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time limit; value is None where the text leaves it or was not read."""

    id: str
    what: str
    stage: Stage
    unit: Unit
    value: int | None = None
    date: str | None = None
    """MM-DD, for limits that are a day of the year."""
    honours: tuple[str, ...] = ()
    complex_value: int | None = None
    remote_value: int | None = None
    remote_complex_value: int | None = None
    is_pattern: bool = False
    """A ministry's or another province's rule, shown as an example only."""
    note: str = ""

    def settles(self) -> tuple[str, ...]:
        """Return the id."""
        return (self.id,)


@dataclass(frozen=True, slots=True)
class SimplifiedCase:
    """A case in which the simplified procedure applies."""

    id: str
    text: str

    def settles(self) -> tuple[str, ...]:
        """Return the id."""
        return (self.id,)


class Topic(StrEnum):
    """What an assessment asks the law, each of which a transition may hold back."""

    STANDARD = "standard"
    AUTHORITY = "authority"
    PRIZE = "prize"
    PROCEDURE = "procedure"


@dataclass(frozen=True, slots=True)
class Transition:
    """A file received before a change goes on under the earlier text, for some topics."""

    id: str
    at: dt.date
    keeps: tuple[Topic, ...]
    text: str
    favourable: bool = False
    """The new rule applies after all where it is more favourable."""
    honours: tuple[str, ...] = ()
    """Only for these; empty for all."""
    fills: str = ""
    """The delegation this overlay rule fills."""

    def settles(self) -> tuple[str, ...]:
        """Return the id."""
        return (self.id,)
