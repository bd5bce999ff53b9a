"""The year of all members of a unit, typed as one table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.services.audit import record
from vinhdanh.organizations.hooks import facts_changed
from vinhdanh.organizations.keeping import Kept
from vinhdanh.organizations.models import Person, YearRecord
from vinhdanh.organizations.models.year import MONTHS
from vinhdanh.organizations.services.recipients import recipient_for_person

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from vinhdanh.organizations.enums import Completion
    from vinhdanh.organizations.keeping import Keeper
    from vinhdanh.organizations.models import Unit


@dataclass(frozen=True, slots=True)
class Grading:
    """What is known of somebody's year; empty is not known."""

    completion: Completion | str = ""
    absent_months: Decimal | None = None
    maternity_months: Decimal | int = 0


NOTHING = Grading()


@dataclass(frozen=True, slots=True)
class YearRow:
    """One line of the table: what is written now, and what its author saw before."""

    person: Person
    now: Grading
    seen: Grading = NOTHING


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Why a line was not kept: the column, and the sentence."""

    field: str
    message: str


@transaction.atomic
def keep_member_years(
    *, keeper: Keeper, unit: Unit, year: int, rows: Sequence[YearRow]
) -> tuple[int, dict[int, RowProblem]]:
    """Keep the changed lines of a unit's year; a wrong line never holds up a right one.

    Returns:
        How many lines were kept, and what is wrong with the others by the person's id.

    Raises:
        DomainError: the year is to come, or it is another unit.
    """
    keeper.require_keeping(Kept.FACTS, unit)
    if year > clock.today().year:
        raise DomainError(f"Năm {year} chưa tới: hãy chọn năm nay hoặc năm trước.")
    kept: list[YearRecord] = []
    problems: dict[int, RowProblem] = {}
    for row in rows:
        if row.now == row.seen:
            continue
        try:
            kept.append(_keep(row, year))
        except DomainError as problem:
            problems[row.person.pk] = RowProblem(problem.field, problem.message)
    if kept:
        facts_changed([each.recipient_id for each in kept])
        record(
            scope=keeper.scope,
            actor=keeper.name,
            action="unit.year",
            target=unit,
            sentence=f"ghi số liệu năm {year} của {len(kept)} người ở {unit.name}",
            details={str(each.recipient): each.completion for each in kept},
        )
    return len(kept), problems


def _keep(row: YearRow, year: int) -> YearRecord:
    _require_sense(row.now)
    recipient = recipient_for_person(row.person)
    found, _ = YearRecord.objects.select_for_update().get_or_create(recipient=recipient, year=year)
    there = grading_of(found)
    if there not in (row.seen, row.now):
        raise DomainError(
            f"Người khác vừa ghi {_told(there)}: hãy xem lại rồi lưu.", field="completion"
        )
    found.completion = row.now.completion
    found.absent_months = row.now.absent_months
    found.maternity_months = row.now.maternity_months
    found.save(update_fields=["completion", "absent_months", "maternity_months"])
    return found


def grading_of(row: YearRecord | None) -> Grading:
    """Return what a record says of a person's year."""
    if row is None:
        return NOTHING
    return Grading(row.completion, row.absent_months, row.maternity_months)


def _told(there: Grading) -> str:
    row = YearRecord(completion=there.completion)
    words = row.get_completion_display().lower() if there.completion else "chưa biết mức độ"
    months = "" if there.absent_months is None else f", nghỉ {float(there.absent_months):g} tháng"
    return f"“{words}{months}”"


def _require_sense(now: Grading) -> None:
    absent = now.absent_months
    if absent is not None and not 0 <= absent <= MONTHS:
        raise DomainError("Số tháng nghỉ phải từ 0 đến 12.", field="absent_months")
    if now.maternity_months < 0 or now.maternity_months > (absent or 0):
        raise DomainError(
            "Số tháng nghỉ thai sản nhiều hơn tổng số tháng nghỉ: hãy ghi cả thai sản vào số tháng"
            " nghỉ.",
            field="maternity_months",
        )
