"""What a check answers: a verdict, one sentence, and no more than the paper itself shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """What a paper is worth."""

    GENUINE = "genuine"
    CHANGED = "changed"
    REVOKED = "revoked"
    UNKNOWN = "unknown"


TITLES = {
    Standing.GENUINE: "Đúng là bản thật",
    Standing.CHANGED: "Đã bị thay đổi",
    Standing.REVOKED: "Không còn giá trị",
    Standing.UNKNOWN: "Không tìm thấy",
}
NOTICES = {
    Standing.GENUINE: "good",
    Standing.CHANGED: "stop",
    Standing.REVOKED: "stop",
    Standing.UNKNOWN: "care",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer of a check."""

    standing: Standing
    sentence: str
    facts: tuple[tuple[str, str], ...] = ()
    """Name and value, as they are printed on the paper."""
    signatures: tuple[str, ...] = ()
    """One sentence for each digital signature."""

    @property
    def title(self) -> str:
        """The verdict in words."""
        return TITLES[self.standing]

    @property
    def notice(self) -> str:
        """The kind of notice it is shown in."""
        return NOTICES[self.standing]
