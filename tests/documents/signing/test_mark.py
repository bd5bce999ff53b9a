from __future__ import annotations

from datetime import UTC, datetime

from vinhdanh.documents.signing.mark import mark_box, mark_lines


def test_number_then_time_in_vietnam() -> None:
    at = datetime(2024, 1, 5, 18, 4, 9, 5, tzinfo=UTC)
    assert mark_lines("15/QĐ-UBND", at) == ("15/QĐ-UBND", "2024-01-06T01:04:09+07:00")


def test_top_right_of_either_page() -> None:
    for width, height in ((210, 297), (297, 210)):
        box = mark_box(width, height)
        assert (box.page, box.right, box.top) == (0, width - 15, height - 8)
