from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.documents.signing.conftest import NAME, POSITION

from vinhdanh.documents import DocumentError, kind_named, paragraph, render_pdf
from vinhdanh.documents.layout import DECREE_30
from vinhdanh.documents.signing.places import find_signature_space

if TYPE_CHECKING:
    from tests.documents.signing.conftest import World

    from vinhdanh.documents import OfficialDocument


def decision() -> OfficialDocument:
    kind = kind_named("award_decision")
    return kind.build(kind.read(kind.example_json()))


def refusal(pdf: bytes, position: str = POSITION, name: str = NAME) -> str:
    with pytest.raises(DocumentError) as caught:
        find_signature_space(pdf, position=position, name=name)
    return str(caught.value.message)


def test_no_such_place(world: World) -> None:
    assert refusal(world.pdf, name="Không Ai Cả").startswith("Không tìm thấy chỗ ký")
    assert refusal(world.pdf, position="BÍ THƯ").startswith("Không tìm thấy chỗ ký")
    # both are there, but no position stands above this line
    assert refusal(world.pdf, name="Minh Tiến, ngày").startswith("Không tìm thấy chỗ ký")


def test_what_is_no_pdf() -> None:
    for data in (b"", b"hello", b"%PDF-1.7\n%%EOF"):
        assert refusal(data).startswith("Không đọc được tệp PDF")


def test_a_page_turned_on_its_side(world: World) -> None:
    turned = re.sub(rb"/Rotate 0|/MediaBox ?\[0 0 595", b"/MediaBox [9 9 595", world.pdf, count=9)
    assert turned != world.pdf
    assert "bị xoay hoặc bị cắt lệch" in refusal(turned)


def test_no_room_between(world: World) -> None:
    crowded = render_pdf(decision(), replace(DECREE_30, signature_space=6))
    assert "chỉ cao 7 mm, không đủ để ký" in refusal(crowded)


def test_the_space_is_what_the_layout_leaves(world: World) -> None:
    place = world.place
    assert place.height == pytest.approx(28, abs=2)
    assert place.middle > 105
    assert place.page == 0


def test_the_last_place_counts_and_appendices_do_not_hide_it() -> None:
    document = decision()
    named = (paragraph(f"{NAME} đã báo cáo."), paragraph("x " * 3000), *document.blocks)
    longer = render_pdf(replace(document, blocks=named))
    place = find_signature_space(longer, position=POSITION, name=NAME)
    first = find_signature_space(render_pdf(document), position=POSITION, name=NAME)
    assert place.page > first.page
    assert place.height == pytest.approx(first.height, abs=0.1)


def test_a_note_under_the_position_is_kept_free() -> None:
    document = decision()
    assert document.signature is not None
    noted = replace(document, signature=replace(document.signature, note="(Ký, ghi rõ họ tên)"))
    place = find_signature_space(render_pdf(noted), position=POSITION, name=NAME)
    assert place.height == pytest.approx(28, abs=2)
