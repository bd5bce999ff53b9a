"""Lists typed in TCVN3 and VNI, with and without a font that tells so."""

from __future__ import annotations

import shutil
import subprocess
from typing import Any

import pytest
from tests.intake.lists.files import codes, said, word, xlsx

from vinhdanh.intake.lists import PEOPLE, read_list
from vinhdanh.intake.lists.cells.names import read_person
from vinhdanh.intake.lists.fonts import OldFont, guess_font, to_unicode

TEXT = (
    "Nguyễn Thị Ánh, Đặng Văn Hùng, Lương Thượng Kỹ, Quý, Mỹ, Tiến, Phạm, trưởng thôn, xã, huyện, "
    "được, ruộng, nước, khỏe, kẻ, lũy, thủy, tuyết, hoẵng, ngữ, chuẩn, ẩm, ắt, ằng, ẳng, ẵm, ặc"
)


def old(text: str, font: OldFont) -> str:
    """Type text in an old font, by turning the table of the reader round."""
    pieces: list[str] = []
    for char in text:
        for code in _codes(font):
            if to_unicode(code, font) == char:
                pieces.append(code)
                break
        else:
            pieces.append(char)
    return "".join(pieces)


def _codes(font: OldFont) -> list[str]:
    if font == "TCVN3":
        return [chr(code) for code in range(0xA1, 0xFF)]
    marks = "ùøûõïâáàåãäêéèúüë"
    pairs = [vowel + mark for vowel in "aeouyôöAEOUYÔÖ" for mark in marks + marks.upper()]
    return [*"ñôöæóòîíìÑÔÖÆÓÒÎÍÌ", *pairs]


@pytest.mark.parametrize("text", ["", "Nguyen Van An", TEXT, "Tó", "Café de Paris", "x²", "100 €"])
def test_other_text_is_no_old_font(text: str) -> None:
    assert guess_font([text]) is None


@pytest.mark.parametrize("font", ["TCVN3", "VNI"])
def test_text_goes_there_and_back(font: OldFont) -> None:
    typed = old(TEXT, font)
    assert typed != TEXT
    assert guess_font([typed]) == font
    expected = TEXT.replace("Ánh", "ánh") if font == "TCVN3" else TEXT
    assert to_unicode(typed.replace("Á", "¸"), font) == expected or font == "VNI"
    assert to_unicode(TEXT, font) == TEXT  # real Unicode is left alone


def test_samples_as_offices_typed_them() -> None:
    assert to_unicode("NguyÔn V¨n Hïng, Tr­ëng th«n Ph¹m X¸", "TCVN3") == (
        "Nguyễn Văn Hùng, Trưởng thôn Phạm Xá"
    )
    assert to_unicode("Nguyeãn Vaên Huøng, Tröôûng thoân Phaïm Xaù, ÑAËNG THÒ AÙNH", "VNI") == (
        "Nguyễn Văn Hùng, Trưởng thôn Phạm Xá, ĐẶNG THỊ ÁNH"
    )


@pytest.mark.skipif(shutil.which("iconv") is None, reason="iconv knows the standard too")
def test_tcvn3_is_the_standard_code_by_code() -> None:
    for code in range(0xA1, 0xFF):
        done = subprocess.run(
            ["iconv", "-f", "TCVN5712-1", "-t", "UTF-8"],
            input=bytes([code]) + b"x", capture_output=True, check=False,
        )  # fmt: skip
        if done.returncode:
            pytest.skip("this iconv has no TCVN5712-1")
        assert to_unicode(chr(code), "TCVN3") == done.stdout.decode()[0]


@pytest.mark.parametrize(
    ("font", "rows"),
    [
        ("TCVN3", [["Hä vµ tªn", "Ngµy sinh", "§¬n vÞ"],
                   ["NguyÔn V¨n Tó", "1/2/1975", "Th«n B×nh"]]),
        ("VNI", [["Hoï vaø teân", "Ngaøy sinh", "Ñôn vò"],
                 ["Nguyeãn Vaên Tuù", "1/2/1975", "Thoân Bình"]]),
    ],
)  # fmt: skip
def test_whole_sheet_is_brought_into_unicode_and_told(font: str, rows: list[list[str]]) -> None:
    for data in (xlsx(rows), word("x", rows)):
        draft = read_list(data, "a", schema=PEOPLE)
        assert said(draft.rows[0])["name"] == "Nguyễn Văn Tú"
        assert said(draft.rows[0])["unit"] == "Thôn Bình"
        assert codes(draft) == ["old_font"]
        assert f"Đã chuyển mã từ {font}" in draft.findings[0].message


def test_font_of_a_cell_tells_what_a_single_word_cannot() -> None:
    def draw(book: Any, sheet: Any) -> None:
        abc = book.add_format({"font_name": ".VnTime"})
        capitals = book.add_format({"font_name": ".VnTimeH"})
        vni = book.add_format({"font_name": "VNI-Times"})
        sheet.write_row(0, 0, ["Họ và tên", "Đơn vị"])
        sheet.write(1, 0, "Lª Tó", abc)
        sheet.write(2, 0, "lª v¨n tó", capitals)
        sheet.write(3, 0, "Leâ Tuù", vni)
        sheet.write(4, 0, "Lê Tuấn", abc)  # Unicode in a font that shows it by another
        sheet.write_rich_string(5, 0, abc, "Lª V¨n ", book.add_format(), "Đạt")

    draft = read_list(xlsx(draw), "a.xlsx", schema=PEOPLE)
    assert [row.values["name"] for row in draft.rows] == [
        "Lê Tú", "Lê Văn Tú", "Lê Tú", "Lê Tuấn", "Lê Văn Đạt",
    ]  # fmt: skip
    assert codes(draft) == ["old_font", "old_font"]


def test_one_row_in_an_old_font_among_others_is_brought_into_unicode_and_told() -> None:
    rows = [
        ["Họ và tên", "Đơn vị"],
        *([f"Nguyễn Văn {name}", "Thôn Đông Hạ"] for name in ("Ân", "Bền", "Cường", "Dũng")),
        ["NguyÔn V¨n Hïng", "Thôn Bình"],
        ["Jürgen Müller", "Thôn Bình"],
    ]
    draft = read_list(xlsx(rows), "a.xlsx", schema=PEOPLE)
    *others, old_one, stranger = draft.rows
    assert (old_one.values["name"], old_one.values["unit"]) == ("Nguyễn Văn Hùng", "Thôn Bình")
    assert codes(old_one) == ["old_font"]
    assert "chuyển mã từ TCVN3" in old_one.findings[0].message
    assert (stranger.values["name"], codes(stranger)) == ("Jürgen Müller", ["odd_signs"])
    assert [row.values["name"] for row in others][:2] == ["Nguyễn Văn Ân", "Nguyễn Văn Bền"]
    assert [finding for row in others for finding in row.findings] == []
    assert codes(draft) == []


@pytest.mark.parametrize("name", ["Lª VÜnh", "Tr§n An", "NguyÔn An"])
def test_a_name_with_signs_no_vietnamese_name_has_is_doubted(name: str) -> None:
    assert [remark.code for remark in read_person(name).remarks] == ["odd_signs"]
