"""Figures of a count on paper: what adds up, and how many papers there can be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.councils.services.entitled import entitled_rows, is_by_letter
from vinhdanh.kernel.errors import DomainError

if TYPE_CHECKING:
    from vinhdanh.councils.models import AgendaItem


@dataclass(frozen=True, slots=True)
class Papers:
    """What the tellers counted."""

    issued: int
    """Handed out in the room, and those that came by letter."""
    returned: int
    invalid: int
    votes_for: int
    votes_against: int
    votes_abstain: int
    by_letter: int = 0
    """Among those returned: of absent members who give their opinion in writing."""

    @property
    def opinions(self) -> int:
        """Papers that say something on the item."""
        return self.votes_for + self.votes_against + self.votes_abstain


def require_sums(papers: Papers, item: AgendaItem) -> None:
    """Refuse figures that contradict each other.

    Raises:
        DomainError: with both figures, at the field of the first.
    """
    figures = (
        ("returned", "Số phiếu thu về", papers.returned, "số phiếu phát ra", papers.issued),
        ("invalid", "Số phiếu không hợp lệ", papers.invalid, "số phiếu thu về", papers.returned),
        ("by_letter", "Số phiếu người vắng gửi về", papers.by_letter, "số phiếu thu về",
         papers.returned),
    )  # fmt: skip
    for field, what, less, other, more in figures:
        if not 0 <= less <= more:
            raise DomainError(
                f"{what} ({less}) lớn hơn {other} ({more}): hãy đếm lại.", field=field
            )
    if min(papers.votes_for, papers.votes_against, papers.votes_abstain) < 0:
        raise DomainError("Số phiếu không thể nhỏ hơn 0: hãy kiểm tra lại.", field="votes_for")
    valid = papers.returned - papers.invalid
    if papers.opinions != valid:
        raise DomainError(
            f"Đồng ý, không đồng ý và không có ý kiến cộng lại là {papers.opinions}, trong khi có"
            f" {valid} phiếu hợp lệ (thu về {papers.returned}, không hợp lệ {papers.invalid}) về hồ"
            f" sơ của {item.nomination.recipient.name}: hãy đếm lại.",
            field="votes_for",
        )


def require_handed_out(item: AgendaItem, *, issued: int, by_letter: int) -> None:
    """Refuse more papers than there are people: members in the room, members who write.

    Held against the attendance as it is now: it may change after the tellers have counted.

    Raises:
        DomainError: with both figures.
    """
    rows = entitled_rows(item)
    writers = sum(is_by_letter(row, item) for row in rows)
    name = item.nomination.recipient.name
    if by_letter > writers:
        raise DomainError(
            f"Số phiếu người vắng gửi về ({by_letter}) về hồ sơ của {name} lớn hơn số người vắng"
            f" cho ý kiến bằng văn bản ({writers}): hãy đếm lại hoặc xem lại điểm danh.",
            field="by_letter",
        )
    handed, voters = issued - by_letter, len(rows) - writers
    if handed > voters:
        raise DomainError(
            f"Số phiếu phát ra tại phiên họp ({handed}) về hồ sơ của {name} lớn hơn số người có mặt"
            f" được bỏ phiếu ({voters}): hãy đếm lại hoặc xem lại điểm danh.",
            field="issued",
        )
