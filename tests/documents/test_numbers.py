from __future__ import annotations

import pytest

from vinhdanh.documents import DocumentError, numbers


@pytest.mark.parametrize(
    ("number", "written"),
    [(5, "05/QĐ-UBND"), (10, "10/QĐ-UBND"), (128, "128/QĐ-UBND")],
)
def test_document_numbers_below_ten_take_a_zero(number: int, written: str) -> None:
    assert numbers.document_number(number, "QĐ-UBND") == written


def test_number_of_a_draft_is_room_for_a_pen() -> None:
    assert numbers.document_number(None, "QĐ-UBND") == "\u00a0" * 6 + "/QĐ-UBND"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi bốn"),
        (30, "ba mươi"),
        (101, "một trăm linh một"),
        (115, "một trăm mười lăm"),
        (1_000, "một nghìn"),
        (1_005, "một nghìn không trăm linh năm"),
        (351_000, "ba trăm năm mươi mốt nghìn"),
        (2_530_000, "hai triệu năm trăm ba mươi nghìn"),
        (1_000_000_000, "một tỷ"),
        (1_000_000_015, "một tỷ không trăm mười lăm"),
    ],
)
def test_numbers_in_words(value: int, words: str) -> None:
    assert numbers.in_words(value) == words


def test_money() -> None:
    assert numbers.money(2_530_000) == "2.530.000 đồng"
    assert numbers.money(0) == "0 đồng"
    assert numbers.money_in_words(351_000) == "Ba trăm năm mươi mốt nghìn đồng"


def test_counts_in_figures_and_words() -> None:
    assert numbers.counted(3) == "03 (ba)"
    assert numbers.counted(12) == "12 (mười hai)"


@pytest.mark.parametrize(
    ("part", "whole", "written"),
    [(6, 7, "85,71%"), (7, 8, "87,5%"), (8, 8, "100%"), (0, 8, "0%"), (0, 0, "0%")],
)
def test_shares(part: int, whole: int, written: str) -> None:
    assert numbers.percent(part, whole) == written


def test_labels() -> None:
    assert [numbers.roman(n) for n in (1, 4, 9, 14, 40)] == ["I", "IV", "IX", "XIV", "XL"]
    assert [numbers.point_letter(n) for n in range(1, 8)] == ["a", "b", "c", "d", "đ", "e", "g"]


@pytest.mark.parametrize("value", [-1, 10**18])
def test_a_number_nobody_means_is_refused(value: int) -> None:
    with pytest.raises(DocumentError, match="không viết được bằng chữ"):
        numbers.in_words(value)
