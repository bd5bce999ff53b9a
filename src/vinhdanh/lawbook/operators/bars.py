"""Tests that stand before an honour: holds, discipline, absence, recruitment, once only."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.lawbook.enums import Verdict
from vinhdanh.lawbook.facts.model import Collective, Household
from vinhdanh.lawbook.operators.base import CLERK, STAFF, Case, Missing, Outcome, decided, unknown
from vinhdanh.lawbook.operators.honours import HISTORY
from vinhdanh.lawbook.operators.people import vouched

if TYPE_CHECKING:
    from vinhdanh.lawbook.facts.model import Discipline

HOLDS = {
    "discipline": "đang xem xét kỷ luật",
    "investigation": "đang điều tra",
    "inspection": "đang thanh tra, kiểm tra có dấu hiệu vi phạm",
    "complaint": "đang xác minh khiếu nại",
    "denunciation": "đang xác minh tố cáo",
    "press": "đang xác minh phản ánh của báo chí",
    "ky-luat": "đang xem xét kỷ luật",
    "dieu-tra": "đang điều tra",
    "thanh-tra": "đang thanh tra có dấu hiệu vi phạm",
    "kiem-tra": "đang kiểm tra có dấu hiệu vi phạm",
    "khieu-nai": "đang xác minh khiếu nại",
    "to-cao": "đang xác minh tố cáo",
    "bao-chi": "đang xác minh phản ánh của báo chí",
}
"""Words of the kinds we know. Another kind is a hold as well, and is shown as it was written."""


LONGEST_YEARS = 2
"""No disciplinary period is longer; one begun in December reaches into the second year after."""


@dataclass(frozen=True, slots=True)
class NoHold:
    """Nothing is being looked into on the day."""

    def check(self, case: Case) -> Outcome:
        """Return what the facts of the case say."""
        holds = case.facts.holds
        if holds is None:
            if case.facts.attested and isinstance(case.facts, Collective | Household):
                return vouched()
            return unknown("Có đang bị xem xét kỷ luật, thanh tra, khiếu nại, tố cáo không", STAFF)
        standing = [each for each in holds if each.is_open(case.as_of)]
        if not standing:
            return decided(True, "Không có việc nào đang xem xét, xác minh")
        return decided(False, *(HOLDS.get(each.kind, each.kind).capitalize() for each in standing))


@dataclass(frozen=True, slots=True)
class DisciplineEnded:
    """Achievements count from the end of a disciplinary period on."""

    def check(self, case: Case) -> Outcome:
        """Return what the facts of the case say."""
        every = case.facts.discipline
        if every is None:
            if isinstance(case.facts, Collective | Household):
                return decided(True, "Không áp dụng cho tập thể, hộ gia đình")
            return unknown("Có bị kỷ luật không, đến ngày nào hết thời hạn", STAFF)
        outcomes = [self._one(each, case) for each in every]
        for outcome in outcomes:
            if outcome.verdict is Verdict.NOT_MET:
                return outcome
        missing = tuple(one for outcome in outcomes for one in outcome.missing)
        if missing:
            told = tuple(words for outcome in outcomes for words in outcome.evidence)
            return Outcome(Verdict.UNDETERMINED, told, missing)
        return decided(True, "Không có kỷ luật trong thời gian tính thành tích")

    def _one(self, one: Discipline, case: Case) -> Outcome:
        words = f"Kỷ luật {one.level.words}" if one.level else "Kỷ luật"
        year_end = dt.date(case.year, 12, 31)
        started = one.since.year if one.since else one.year
        if started is not None and started > case.year:
            return decided(True)
        if one.until is None:
            if started is not None and started + LONGEST_YEARS < case.year:
                return decided(True)
            return unknown("Ngày hết thời hạn chịu kỷ luật", STAFF, words)
        if one.until < dt.date(case.year, 1, 1):
            return decided(True)
        until = f"{words} đến hết ngày {one.until:%d/%m/%Y}"
        if one.until >= min(year_end, case.as_of):
            return decided(False, until)
        missing = Missing(
            f"{until}: thành tích từ sau ngày đó có đủ để xét cho năm {case.year} không", STAFF
        )
        return Outcome(Verdict.UNDETERMINED, (until,), (missing,))


@dataclass(frozen=True, slots=True)
class AbsenceBelow:
    """Absence in the year stayed below so many months, maternity leave not counted."""

    months: int

    def check(self, case: Case) -> Outcome:
        """Return what the facts of the case say; too long an absence asks a person."""
        record = case.record(case.year)
        if record is None or record.absent_months is None:
            return unknown(f"Số tháng nghỉ trong năm {case.year}", STAFF)
        counted = record.absent_months - record.maternity_months
        told = f"Nghỉ {counted:g} tháng trong năm {case.year}"
        if record.maternity_months:
            told += f", không tính {record.maternity_months:g} tháng thai sản"
        if counted < self.months:
            return decided(True, told)
        return unknown(
            f"Nghỉ từ {self.months} tháng trở lên: quy định của tỉnh có cho xét không", CLERK, told
        )


@dataclass(frozen=True, slots=True)
class RecruitedAtLeast:
    """Recruited so many months before the end of the year; the unit's word does where unknown."""

    months: int

    def check(self, case: Case) -> Outcome:
        """Return what the facts of the case say."""
        months = case.individual().recruited_months
        if months is None:
            if case.facts.attested:
                return vouched()
            return unknown("Thời gian công tác tính từ ngày tuyển dụng", STAFF)
        return decided(months >= self.months, f"Tuyển dụng được {months} tháng")


@dataclass(frozen=True, slots=True)
class NeverHeld:
    """An honour given once only was not given before."""

    honour: str

    def check(self, case: Case) -> Outcome:
        """Return what the facts of the case say."""
        if case.facts.honours is None:
            return unknown(HISTORY, CLERK)
        held = [str(each.year) for each in case.facts.honours if each.honour == self.honour]
        return decided(
            not held, f"Đã được tặng năm {', '.join(held)}" if held else "Chưa được tặng"
        )
