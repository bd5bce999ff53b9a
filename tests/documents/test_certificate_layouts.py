from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.documents.reading import pdf_pages, squashed
from tests.documents.samples import CERTIFICATE

from vinhdanh.documents import (
    A4_LANDSCAPE,
    DocumentError,
    TextBox,
    find_layout,
    layout_from_plain,
    layout_named,
    layout_names,
    plain_layout,
    render_certificates,
)
from vinhdanh.documents.certificate_layouts import layout_from
from vinhdanh.documents.fitting import fitted
from vinhdanh.documents.qr import qr_png

if TYPE_CHECKING:
    from pathlib import Path

BOX = TextBox(x=0, y=0, width=100, height=12, size=20, least=8)


@pytest.mark.parametrize("name", layout_names())
def test_every_layout_prints_and_keeps_its_boxes_on_the_page(name: str) -> None:
    layout = layout_named(name)
    assert layout.title
    for _box, box in layout.boxes:
        assert 0 <= box.x <= box.x + box.width <= layout.width
        assert 0 <= box.y <= box.y + box.height <= layout.height
    (page,) = pdf_pages(render_certificates([CERTIFICATE], layout))
    assert "BàNguyễnThịHoa" in squashed(page)


def test_a_file_of_the_commune_begins_with_ours(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('like = "a4"\noffset_x = 1.5\n[boxes.signer]\ny = 170\n', encoding="utf-8")
    own = find_layout(str(path))
    assert (own.offset_x, own.width, own.qr) == (1.5, 297, A4_LANDSCAPE.qr)
    assert dict(own.boxes)["signer"] == replace(dict(A4_LANDSCAPE.boxes)["signer"], y=170)


def test_a_page_of_another_size_scales_what_it_takes_over() -> None:
    small, large = layout_named("a5"), A4_LANDSCAPE
    factor = 210 / 297
    assert dict(small.boxes)["honour"].size == pytest.approx(
        dict(large.boxes)["honour"].size * factor
    )
    assert small.qr
    assert large.qr
    assert small.qr.side == pytest.approx(large.qr.side * factor)


def test_plain_data_reads_back_to_the_same() -> None:
    for name in layout_names():
        plain = json.loads(json.dumps(plain_layout(layout_named(name), like=name), sort_keys=True))
        assert layout_from_plain(plain) == layout_named(name)


def test_on_a_page_of_another_shape_the_boxes_stay_on_it() -> None:
    upright = A4_LANDSCAPE.fitted_to(210, 297)
    assert (upright.width, upright.height) == (210, 297)
    assert dict(upright.boxes)["honour"].width == pytest.approx(241 * 210 / 297)
    across = upright.fitted_to(297, 210)
    for _name, box in across.boxes:
        assert box.y + box.height <= 210


def test_a_box_can_be_left_out() -> None:
    boxes = dict(A4_LANDSCAPE.boxes)
    boxes["book"] = replace(boxes["book"], shown=False)
    layout = replace(A4_LANDSCAPE, boxes=tuple(boxes.items()))
    (page,) = pdf_pages(render_certificates([CERTIFICATE], layout))
    assert "Sốsổvàng" not in squashed(page)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("width =", "không phải TOML"),
        ('like = "a4"\nwide = 3', "Không có trường “wide”"),
        ('like = "a4"\nmode = "half"', "Trường “mode” phải là một trong"),
        ('like = "a4"\n[boxes.signer]\nx = "3"', "Trường “boxes → signer → x” phải là số"),
        ("width = " + "9" * 5_000, "không phải TOML"),
        ("width = 3", "Thiếu trường “height”"),
        ('like = "b5"', "các mẫu có sẵn: a4, a3, a4_blank, a5"),
    ],
)
def test_mistakes_of_a_layout_file(text: str, sentence: str) -> None:
    with pytest.raises(DocumentError, match=r"^[A-ZĐ]") as refused:
        layout_from(text)
    assert sentence in refused.value.message


def test_a_text_shrinks_until_it_fits_and_then_says_no() -> None:
    short, long = fitted("Nguyễn Thị Hoa", BOX), fitted("Ban Công tác Mặt trận " * 4, BOX)
    assert (short.lines, short.size, short.fits) == (("Nguyễn Thị Hoa",), 20, True)
    assert long.fits
    assert BOX.least <= long.size < BOX.size
    assert not fitted("Ban Công tác Mặt trận " * 30, BOX).fits


def test_lines_of_a_text_are_of_like_length() -> None:
    lines = fitted(
        "Đã có thành tích xuất sắc trong phong trào thi đua yêu nước năm 2024", BOX
    ).lines
    assert len(lines) == 2
    assert abs(len(lines[0]) - len(lines[1])) < 12


def test_a_citation_that_fits_no_box_is_refused_with_the_name() -> None:
    endless = replace(CERTIFICATE, citation="Đã có thành tích xuất sắc " * 60)
    with pytest.raises(DocumentError) as refused:
        render_certificates([endless])
    assert refused.value.message == (
        "Phần thành tích trên giấy khen của “Nguyễn Thị Hoa” quá dài, không vừa ô ngay cả ở cỡ "
        "chữ nhỏ nhất (9); hãy viết ngắn lại."
    )


def test_a_code_is_a_small_picture_and_a_long_address_is_refused() -> None:
    assert qr_png("https://xa.example.vn/kiem-tra/0001").startswith(b"\x89PNG")
    for length in (300, 30_000):
        with pytest.raises(DocumentError, match="quá dài để in thành mã QR"):
            qr_png("x" * length)
