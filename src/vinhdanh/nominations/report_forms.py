"""The sections of reports of achievement, as the official forms have them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.nominations.enums import CommendationKind
from vinhdanh.organizations.enums import RecipientKind

if TYPE_CHECKING:
    from vinhdanh.nominations.models import Nomination

LONGEST = 12_000
"""Characters of one section; an official report has five pages in all."""


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its name in the code, its heading, what to write."""

    slug: str
    title: str
    hint: str


@dataclass(frozen=True, slots=True)
class ReportForm:
    """A form with the sections that people write; facts come from the records."""

    kind: str
    """Kind of paper (`documents.kinds`)."""
    sections: tuple[Section, ...]


INDIVIDUAL = ReportForm(
    "individual_achievement_report",
    (
        Section("duties", "Quyền hạn, nhiệm vụ được giao hoặc đảm nhận",
                "Đang làm việc gì, phụ trách phần nào."),
        Section("results", "Thành tích đạt được",
                "Việc đã làm, kết quả bằng số liệu, ai được lợi; nêu cả biện pháp đã dùng."),
    ),
)  # fmt: skip
COLLECTIVE = ReportForm(
    "collective_achievement_report",
    (
        Section("profile", "Đặc điểm, tình hình", "Cơ cấu, số người, thuận lợi và khó khăn."),
        Section("functions", "Chức năng, nhiệm vụ được giao", "Làm gì, theo văn bản nào."),
        Section("results", "Kết quả thực hiện nhiệm vụ",
                "Số liệu so với kế hoạch và với năm trước."),
        Section("measures", "Biện pháp, nguyên nhân đạt được thành tích; các phong trào thi đua",
                "Cách làm mới, phong trào đã tham gia."),
        Section("compliance", "Việc thực hiện chủ trương của Đảng, pháp luật của Nhà nước",
                "Chăm lo đời sống, phòng chống tham nhũng, tiết kiệm."),
        Section("organisations", "Hoạt động của tổ chức Đảng, đoàn thể", "Kết quả xếp loại."),
    ),
)  # fmt: skip
SUDDEN = ReportForm(
    "sudden_achievement_report",
    (
        Section("deed", "Nội dung thành tích đột xuất", "Việc gì xảy ra, đã làm gì, thế nào."),
        Section("effect", "Kết quả, ý nghĩa và phạm vi ảnh hưởng", "Cứu được ai, được gì."),
    ),
)


def form_of(nomination: Nomination) -> ReportForm:
    """Return the form of a nomination's report, by its kind and recipient."""
    if nomination.submission.kind == CommendationKind.SUDDEN:
        return SUDDEN
    if nomination.recipient.kind == RecipientKind.INDIVIDUAL:
        return INDIVIDUAL
    return COLLECTIVE
