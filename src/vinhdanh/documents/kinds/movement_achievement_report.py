"""Báo cáo thành tích chuyên đề: merits in one movement, at its interim or final review."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents.forms import decree_98, decree_152
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.achievement import Honour, received, said, titled
from vinhdanh.documents.kinds.deeds import DeedContext, deed_report
from vinhdanh.documents.kinds.passages import EMPTY, Passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vinhdanh.documents.model import Block, OfficialDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementAchievementReportContext(DeedContext):
    """Facts of merits in a movement.

    Honours received are asked for only by some awards: without any, the section is left out.
    """

    movement: str
    """Name of the movement, with who launched it."""
    period: str = ""
    results: Passage = EMPTY
    measures: Passage = EMPTY
    titles: tuple[Honour, ...] = ()
    awards: tuple[Honour, ...] = ()


def movement_achievement_report(context: MovementAchievementReportContext) -> OfficialDocument:
    """Return the report (Decree 98/2023, form 08; Decree 152/2025, form 08)."""
    return deed_report(context, _achieved(context))


def _achieved(context: MovementAchievementReportContext) -> Iterator[Block]:
    yield said("Phong trào, chuyên đề thi đua", context.movement)
    yield said("Thời gian lập thành tích", context.period)
    yield from titled("1.", "Kết quả thực hiện các chỉ tiêu, nội dung thi đua", context.results)
    yield from titled("2.", "Biện pháp, giải pháp và kinh nghiệm", context.measures)
    if context.titles or context.awards:
        yield from received("III.", context.titles, context.awards, context.date)


KIND: Final = Kind(
    slug="movement_achievement_report",
    name="Báo cáo thành tích theo chuyên đề, phong trào",
    context=MovementAchievementReportContext,
    build=movement_achievement_report,
    forms=(decree_98("Mẫu số 08"), decree_152("Mẫu số 08")),
)
