"""Facts that cannot be: more than all, less than none, years to come."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from vinhdanh.lawbook.errors import FactsError
from vinhdanh.lawbook.facts.model import Collective, Facts, Household, Individual

if TYPE_CHECKING:
    from collections.abc import Iterator

MONTHS = 12
FIRST_YEAR = 1945
LAST_YEAR = 2100
INITIATIVE_KINDS = ("initiative", "research", "combat")
COUNTS = ("recruited_months", "service_months", "existence_years")


def check_facts(facts: Facts, *, as_of: dt.date) -> None:
    """Raise FactsError for the first impossible fact."""
    for path, year in _years(facts):
        last = as_of.year if path == "for_year" else LAST_YEAR
        if not FIRST_YEAR <= year <= last:
            raise FactsError(f"Mục “{path}” ghi năm {year}: phải từ {FIRST_YEAR} đến {last}.")
    _check_year_records(facts)
    _check_days(facts)
    _check_confirmations(facts)
    for name in COUNTS:
        if (getattr(facts, name, None) or 0) < 0:
            raise FactsError(f"Mục “{name}” không thể nhỏ hơn 0.")
    if isinstance(facts, Collective | Household) and facts.members is not None:
        _check_at_least_one(facts.members, facts.recipient.words)
    if isinstance(facts, Collective):
        _check_shares(facts)
    if isinstance(facts, Individual):
        _check_initiatives(facts)


def _years(facts: Facts) -> Iterator[tuple[str, int]]:
    if facts.for_year is not None:
        yield "for_year", facts.for_year
    for name in ("years", "honours", "achievements", "initiatives", "discipline"):
        for at, one in enumerate(getattr(facts, name, None) or ()):
            if one.year is not None:
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


def _check_days(facts: Facts) -> None:
    for name in ("discipline", "holds"):
        for at, one in enumerate(getattr(facts, name) or ()):
            if one.since and one.until and one.until < one.since:
                raise FactsError(f"Mục “{name}[{at}]”: ngày kết thúc trước ngày bắt đầu.")


def _check_confirmations(facts: Facts) -> None:
    for name, said in facts.confirmations.items():
        if not said.by.strip() or not said.reason.strip():
            raise FactsError(
                f"Mục “confirmations.{name}” phải ghi người xác minh (by) và lý do (reason)."
            )


def _check_initiatives(facts: Individual) -> None:
    for at, one in enumerate(facts.initiatives or ()):
        if one.kind not in INITIATIVE_KINDS:
            raise FactsError(
                f"Mục “initiatives[{at}].kind”: ghi một trong {', '.join(INITIATIVE_KINDS)}."
            )


def _check_at_least_one(members: int, whose: str) -> None:
    if members < 1:
        raise FactsError(f"Mục “members” phải là số người của {whose}, ít nhất là 1.")


def _check_shares(facts: Collective) -> None:
    members = facts.members
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
