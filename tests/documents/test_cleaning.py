from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.documents.samples import AWARD, CERTIFICATE, PLAN, person

from vinhdanh.documents import (
    DocumentError,
    OfficialDocument,
    award_decision,
    document_text,
    plan,
    render_certificates,
    render_docx,
    render_pdf,
)
from vinhdanh.documents.cleaning import clean_text

if TYPE_CHECKING:
    from collections.abc import Callable


def test_decomposed_text_is_composed_and_signs_between_letters_go() -> None:
    given = replace(PLAN, opening=("Cha\u0300o\u200b mư\u0300ng\tnăm\nmới\ufeff.",))
    assert "Chào mừng năm mới." in document_text(plan(given))


@pytest.mark.parametrize("render", [render_pdf, render_docx])
def test_a_character_no_font_has_is_refused_with_its_place(
    render: Callable[[OfficialDocument], bytes],
) -> None:
    given = award_decision(replace(AWARD, individuals=(person("Nguyễn 😀 An"), person())))
    with pytest.raises(DocumentError) as refused:
        render(given)
    assert refused.value.message == (
        "Ký tự “😀” ở phần bảng, trong “Nguyễn 😀 An”, không có trong phông chữ của văn bản; "
        "hãy xóa hoặc thay bằng chữ khác."
    )


@pytest.mark.parametrize("char", ["\0", "\x07", "\u061c", "\u200e", "\u202e", "\u2066", "\ud800"])
def test_a_sign_that_cannot_be_seen_is_refused_by_its_number(char: str) -> None:
    with pytest.raises(DocumentError) as refused:
        clean_text(f"Nguyễn {char}An", "người ký")
    assert refused.value.message == (
        f"Ký tự U+{ord(char):04X} ở phần người ký, trong “Nguyễn An”, không in được; "
        "hãy xóa ký tự đó."
    )


def test_a_certificate_names_the_field() -> None:
    with pytest.raises(DocumentError, match="Ký tự “☑” ở phần thành tích"):
        render_certificates([replace(CERTIFICATE, citation="Đã có ☑ thành tích")])
