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

if TYPE_CHECKING:
    from collections.abc import Callable


def test_decomposed_text_is_composed_and_steering_signs_go() -> None:
    given = replace(PLAN, opening=("Cha\u0300o\u200b mư\u0300ng\tnăm\nmới\x07.",))
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


def test_a_certificate_names_the_field() -> None:
    with pytest.raises(DocumentError, match="Ký tự “☑” ở phần thành tích"):
        render_certificates([replace(CERTIFICATE, citation="Đã có ☑ thành tích")])
