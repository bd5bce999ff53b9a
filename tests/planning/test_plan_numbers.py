from __future__ import annotations

import pytest

from vinhdanh.kernel.errors import DomainError
from vinhdanh.planning.services.plans import split_number


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("11/KH-UBND", (11, "KH-UBND")),
        (" 05 / KH-HĐTĐKT ", (5, "KH-HĐTĐKT")),
        ("123/KH-UBND-VP", (123, "KH-UBND-VP")),
        ("000123456/KH-UBND", (123456, "KH-UBND")),
        ("7/2024/KH-UBND", (7, "2024/KH-UBND")),
        ("", (None, "KH-UBND")),
        ("   ", (None, "KH-UBND")),
    ],
)
def test_a_number_is_split_from_its_symbol(code: str, parts: tuple[int | None, str]) -> None:
    assert split_number(code) == parts


@pytest.mark.parametrize(
    "code", ["11", "/KH-UBND", "11/", "KH-UBND", "0/KH-UBND", "-1/KH-UBND", "x/KH", "Số 11/KH"]
)
def test_what_is_no_number_says_how_to_write_one(code: str) -> None:
    with pytest.raises(DomainError) as caught:
        split_number(code)
    assert caught.value.message == (
        f"Số ký hiệu “{code.replace(' ', '')}” chưa đúng: hãy ghi như 11/KH-UBND, hoặc để trống"
        " để cấp số mới."
    )
    assert caught.value.field == "number"
