from __future__ import annotations

from vinhdanh.kernel.batches import MOST, parted


def test_nothing_is_asked_for_nothing() -> None:
    assert list(parted([])) == []


def test_every_value_is_in_one_part() -> None:
    assert list(parted([1, 2, 3, 4, 5], 2)) == [[1, 2], [3, 4], [5]]
    assert [len(part) for part in parted(range(MOST + 1))] == [MOST, 1]
