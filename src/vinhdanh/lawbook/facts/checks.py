"""Facts that cannot be: more than all, less than none, years to come."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from vinhdanh.lawbook.errors import FactsError
from vinhdanh.lawbook.facts.model import Collective, Facts, Individual

if TYPE_CHECKING:
    from collections.abc import Iterable

MONTHS = 12
FIRST_YEAR = 1945
INITIATIVE_KINDS = ("initiative", "research", "combat")


def check_facts(facts: Facts, *, as_of: dt.date) -> None:
    """Raise FactsError for the first impossible fact."""
    for path, year in _years(facts):
        if not FIRST_YEAR <= year <= as_of.year:
            raise FactsError(
                f"Mục “{path}” ghi năm {year}: phải từ {FIRST_YEAR} đến {as_of.year}, năm của ngày"
                " xét."
            )
    _check_year_records(facts)
    if isinstance(facts, Collective):
        _check_members(facts)
    if isinstance(facts, Individual):
        for at, one in enumerate(facts.initiatives or ()):
            if one.kind not in INITIATIVE_KINDS:
                raise FactsError(
                    f"Mục “initiatives[{at}].kind”: ghi một trong {', '.join(INITIATIVE_KINDS)}."
                )


def _years(facts: Facts) -> Iterable[tuple[str, int]]:
    if facts.for_year is not None:
        yield "for_year", facts.for_year
    for name in ("years", "honours", "achievements", "initiatives"):
        for at, one in enumerate(getattr(facts, name, None) or ()):
            yield f"{name}[{at}].year", one.year


def _check_year_records(facts: Facts) -> None:
    seen: set[int] = set()
    for at, one in enumerate(facts.years or ()):
        if one.year in seen:
            raise FactsError(f"Mục “years” ghi năm {one.year} hai lần: hãy giữ một.")
        seen.add(one.year)
        absent = one.absent_months
        if absent is not None and not 0 <= absent <= MONTHS:
            raise FactsError(f"Mục “years[{at}].absent_months” phải từ 0 đến 12 tháng.")
        if not 0 <= one.maternity_months <= (absent if absent is not None else MONTHS):
            raise FactsError(
                f"Mục “years[{at}].maternity_months” phải từ 0 đến số tháng nghỉ trong năm."
            )


def _check_members(facts: Collective) -> None:
    members = facts.members
    if members is not None and members < 1:
        raise FactsError("Mục “members” phải là số người của tập thể, ít nhất là 1.")
    counts = {
        "members_completing": facts.members_completing,
        "women": facts.women,
        **{f"member_titles.{name}": count for name, count in (facts.member_titles or {}).items()},
    }
    for path, count in counts.items():
        if count is not None and (count < 0 or (members is not None and count > members)):
            raise FactsError(
                f"Mục “{path}” ghi {count}: phải từ 0 đến tổng số thành viên"
                + (f" ({members})." if members is not None else ".")
            )
