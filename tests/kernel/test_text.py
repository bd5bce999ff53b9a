from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vinhdanh.kernel.text import (
    fold,
    has_marks,
    initial_capital,
    name_sort_key,
    nfc,
    one_spelling,
    sort_key,
    squeeze,
)

VIETNAMESE = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
)
words = st.text(alphabet=VIETNAMESE + VIETNAMESE.upper() + "  -", max_size=30)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        ("   ", ""),
        ("Đức", "duc"),
        ("Đúc", "duc"),
        ("  ĐẶNG \t Thị\nƯỚC ", "dang thi uoc"),
        (unicodedata.normalize("NFD", "Nguyễn Văn Đượm"), "nguyen van duom"),
        ("Tổ 3, thôn Phạm Xá", "to 3, thon pham xa"),
    ],
)
def test_fold_takes_marks_case_and_spare_spaces_away(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text() | st.text(alphabet="ađ \u0301\u0323İ"))
@example("a \u0301 b")
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(words)
def test_fold_ignores_how_letters_are_composed(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@given(words)
def test_fold_leaves_plain_letters_of_vietnamese(text: str) -> None:
    assert fold(text).isascii()


@pytest.mark.parametrize(
    ("text", "marked"), [("duc", False), ("DUC", False), ("đuc", True), ("Dức", True), ("", False)]
)
def test_marks_are_noticed(text: str, marked: bool) -> None:  # noqa: FBT001
    assert has_marks(text) is marked


def test_texts_are_stored_composed_and_squeezed() -> None:
    assert nfc(unicodedata.normalize("NFD", "Tiến")) == "Tiến"
    assert squeeze(" Hiến \u00a0 120\n m2 ") == "Hiến 120 m2"


def test_only_the_first_letter_becomes_a_capital() -> None:
    assert initial_capital("đoàn Thanh niên") == "Đoàn Thanh niên"
    assert initial_capital("") == ""


def test_words_sort_by_letters_before_tones() -> None:
    ordered = [
        "An", "Án", "Ăn", "Ân", "Ba", "Dung", "Dũng", "Đan", "Đức", "Em", "Ên", "Hoa", "Hòa",
        "Hoan", "Ông", "Ở", "Uyên", "Ước", "Ý",
    ]  # fmt: skip
    assert sorted(sorted(ordered), key=sort_key) == ordered


def test_tones_sort_level_falling_asking_tumbling_rising_heavy() -> None:
    ordered = ["ma", "mà", "mả", "mã", "má", "mạ"]
    assert sorted(sorted(ordered), key=sort_key) == ordered


def test_people_sort_by_given_name_then_by_the_others() -> None:
    ordered = ["Nguyễn Văn An", "Bùi Thị Ân", "Lê Anh Đức", "Phạm Văn Đức", "Đỗ Minh Hạnh"]
    assert sorted(sorted(ordered), key=name_sort_key) == ordered


@given(words, words)
def test_sorting_does_not_look_at_case_or_composition(one: str, other: str) -> None:
    decomposed = unicodedata.normalize("NFD", other.upper())
    assert sort_key(other) == sort_key(decomposed)
    assert (sort_key(one) < sort_key(other)) == (sort_key(one) < sort_key(decomposed))


def test_one_word_has_one_spelling_wherever_its_tone_mark_stands() -> None:
    assert one_spelling("Hoà, Thuý, HOÁ, uỷ ban, hoè") == "hòa, thúy, hóa, ủy ban, hòe"
    assert one_spelling("hoàn quý toán khoẻ khoắn") == "hoàn quý toán khỏe khoắn"
