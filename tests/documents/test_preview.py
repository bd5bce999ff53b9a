from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor

import pytest
from PIL import Image
from tests.documents.samples import CERTIFICATE, documents

from vinhdanh.documents import (
    DocumentError,
    page_count,
    preview_png,
    render_certificates,
    render_pdf,
)


def test_a_certificate_is_a_picture_with_a_red_and_gold_border_on_white() -> None:
    png = preview_png(render_certificates([CERTIFICATE]), dpi=72)
    with Image.open(io.BytesIO(png)) as opened:
        picture = opened.convert("RGB")
    assert picture.size == (842, 596)
    colours = {colour for _count, colour in picture.getcolors(maxcolors=1 << 20) or []}
    assert (0x9E, 0x1B, 0x23) in colours
    assert picture.getpixel((2, 2)) == (255, 255, 255)
    assert picture.getpixel((421, 420)) == (255, 255, 255)


def test_pages_are_counted_from_one_and_a_missing_page_is_refused() -> None:
    pdf = render_pdf(documents()["plan"])
    count = page_count(pdf)
    assert preview_png(pdf, count, dpi=20).startswith(b"\x89PNG")
    for wrong in (0, count + 1):
        with pytest.raises(DocumentError, match=f"không có trang {wrong}"):
            preview_png(pdf, wrong)


def test_many_threads_may_ask_at_once() -> None:
    pdf = render_pdf(documents()["plan"])
    with ThreadPoolExecutor(4) as pool:
        pictures = list(pool.map(lambda _n: preview_png(pdf, dpi=20), range(12)))
    assert len(set(pictures)) == 1
