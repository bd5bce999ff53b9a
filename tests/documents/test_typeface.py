from __future__ import annotations

import unicodedata

import pytest

from vinhdanh.documents.typeface import FONT_DIR, STYLES, Style, face

_BARE = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")


def vietnamese_letters() -> list[str]:
    """The 73 letters beyond plain ASCII and the bare vowels, in both cases: 146."""
    vowels = {unicodedata.normalize("NFC", vowel + tone) for vowel in _BARE for tone in _TONES}
    lower = sorted(vowels | {"đ"})
    return [*lower, *(letter.upper() for letter in lower)]


def test_every_vietnamese_letter_is_in_every_face() -> None:
    letters = vietnamese_letters()
    assert len(letters) == 146
    assert [(s, c) for s in STYLES for c in letters if not face(s).has(c)] == []


def test_the_folder_holds_four_faces_and_their_licence() -> None:
    names = sorted(path.name for path in FONT_DIR.iterdir())
    assert names == [*sorted(f"LiberationSerif-{style}.ttf" for style in STYLES), "OFL.txt"]
    assert "SIL OPEN FONT LICENSE" in (FONT_DIR / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "style", "size", "width"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Bold", 13, 95.7),
        ("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", "Bold", 12, 77.2),
        ("Độc lập - Tự do - Hạnh phúc", "Bold", 14, 60.5),
    ],
)
def test_widths_are_those_of_times(text: str, style: Style, size: float, width: float) -> None:
    assert face(style).width_mm(text, size) == pytest.approx(width, abs=0.3)


def test_an_emoji_and_a_chinese_sign_are_not_held() -> None:
    assert not face().has("😀")
    assert not face().has("褒")
