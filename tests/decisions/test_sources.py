"""What the register tells the lawbook of a unit that has changed, and of two records of one."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tests.scenarios.commune import decided

from vinhdanh.decisions.sources import registered_honours
from vinhdanh.organizations.queries.successions import doubtful_predecessors
from vinhdanh.organizations.services.recipients import recipient_for_unit
from vinhdanh.organizations.services.successions import Change, merge_units, rename_unit

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

CHANGE = Change(dt.date(2024, 6, 1), "Nghị quyết 12/NQ-HĐND")
LATER = Change(dt.date(2024, 6, 2), "Nghị quyết 13/NQ-HĐND")


def test_honours_stay_with_a_unit_under_its_new_name_but_not_after_a_merger(
    commune: Commune,
) -> None:
    decided(commune)
    old = recipient_for_unit(commune.village)
    (given,) = registered_honours([old.pk])[old.pk]
    unit = rename_unit(keeper=commune.clerk, unit=commune.village, name="Thôn Xanh", change=CHANGE)
    renamed = recipient_for_unit(unit)
    assert registered_honours([renamed.pk]) == {renamed.pk: [given]}
    assert doubtful_predecessors(unit) == []
    both = [unit, commune.other_village]
    merged = merge_units(keeper=commune.clerk, units=both, name="Thôn Chung", change=LATER)
    assert registered_honours([recipient_for_unit(merged).pk]) == {}
    assert {each.name for each in doubtful_predecessors(merged)} == {
        "Thôn Xanh", "Thôn Phạm Xá", "Thôn Kim Phương",
    }  # fmt: skip
