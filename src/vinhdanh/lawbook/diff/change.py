"""One change of the law, as people read it and as programs do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.lawbook.citations import Citation


class Happened(StrEnum):
    """What became of a rule."""

    NEW = "new"
    ENDED = "ended"
    CHANGED = "changed"
    UNREAD = "unread"
    """The text that followed was not read there: nobody knows whether it still applies."""
    UNCONFIRMED = "unconfirmed"
    """It says the same, but must be verified from now on."""
    WHOLE = "whole"
    """A whole text must be verified from now on."""
    READ = "read"
    """It says the same, and the text was read now."""
    REBASED = "rebased"
    """It says the same, in another text."""


GROUPS = {
    "authority": "Thẩm quyền quyết định",
    "honour": "Danh hiệu, hình thức khen thưởng",
    "standard": "Tiêu chuẩn",
    "bar": "Điều kiện chung",
    "prize": "Tiền thưởng",
    "base_salary": "Lương cơ sở",
    "prize_rule": "Cách tính tiền thưởng",
    "deadline": "Thời hạn",
    "vote": "Tỷ lệ phiếu",
    "vote_form": "Cách bỏ phiếu",
    "dossier": "Hồ sơ",
    "simplified": "Thủ tục đơn giản",
    "council": "Hội đồng",
    "limit": "Giới hạn tỷ lệ",
    "delegation": "Nội dung giao địa phương quy định",
    "transition": "Chuyển tiếp",
    "basis": "Căn cứ ban hành quyết định",
    "certificate": "Hiện vật khen thưởng",
    "commendation_kind": "Loại hình khen thưởng",
    "other_authority": "Thẩm quyền của người đứng đầu khác",
    "fund": "Quỹ thi đua, khen thưởng",
    "retention": "Lưu hồ sơ",
    "revocation": "Hủy bỏ, thu hồi",
    "principle": "Nguyên tắc, trách nhiệm",
}
"""Kind of rule → heading, in the order of a report."""
TEXT = "text"
HEADINGS = {TEXT: "Văn bản phải xác minh", **GROUPS}
"""What a change is about → heading; whole texts before single rules."""


@dataclass(frozen=True, slots=True)
class Change:
    """What changed in one matter, with the article now and the one before."""

    group: str
    """Kind of rule, or `text` for a whole text."""
    happened: Happened
    sentence: str
    honours: tuple[str, ...]
    citation: Citation | None
    before: Citation | None
    is_commune: bool
    """Whether it touches what a commune does."""

    @property
    def heading(self) -> str:
        """Return the heading it stands under."""
        return HEADINGS[self.group]

    @property
    def cited(self) -> str:
        """Return the article it rests on, in words; the ended one where nothing follows."""
        if self.citation is not None:
            return str(self.citation)
        return f"trước đó: {self.before}"

    def as_json(self) -> dict[str, Any]:
        """Return plain values."""
        return {
            "group": self.group,
            "happened": self.happened.value,
            "sentence": self.sentence,
            "honours": list(self.honours),
            "citation": self.citation.as_json() if self.citation else None,
            "before": self.before.as_json() if self.before else None,
            "commune": self.is_commune,
        }


@dataclass(frozen=True, slots=True)
class Diff:
    """Changes between two days: those that touch a commune first, then by group."""

    before: dt.date
    after: dt.date
    regimes: tuple[str, str]
    changes: tuple[Change, ...]

    def as_json(self) -> dict[str, Any]:
        """Return plain values."""
        return {
            "from": self.before.isoformat(),
            "to": self.after.isoformat(),
            "regimes": list(self.regimes),
            "changes": [each.as_json() for each in self.changes],
        }
