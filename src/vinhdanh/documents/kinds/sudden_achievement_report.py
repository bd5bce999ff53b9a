"""Báo cáo thành tích đột xuất: a deed nobody planned, told in one or two pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents.forms import decree_98, decree_152
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.achievement import said, titled
from vinhdanh.documents.kinds.deeds import DeedContext, deed_report
from vinhdanh.documents.kinds.passages import EMPTY, Passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vinhdanh.documents.model import Block, OfficialDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class SuddenAchievementReportContext(DeedContext):
    """Facts of a deed."""

    happened: str = ""
    """Time and place of the deed."""
    deed: Passage = EMPTY
    effect: Passage = EMPTY


def sudden_achievement_report(context: SuddenAchievementReportContext) -> OfficialDocument:
    """Return the report (Decree 98/2023, form 07; Decree 152/2025, form 06)."""
    return deed_report(context, _achieved(context))


def _achieved(context: SuddenAchievementReportContext) -> Iterator[Block]:
    yield said("Thời gian, địa điểm", context.happened)
    yield from titled("1.", "Nội dung thành tích đột xuất", context.deed)
    yield from titled("2.", "Kết quả, ý nghĩa và phạm vi ảnh hưởng", context.effect)


KIND: Final = Kind(
    slug="sudden_achievement_report",
    name="Báo cáo thành tích đột xuất",
    context=SuddenAchievementReportContext,
    build=sudden_achievement_report,
    forms=(decree_98("Mẫu số 07"), decree_152("Mẫu số 06")),
)
