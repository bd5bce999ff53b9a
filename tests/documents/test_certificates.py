from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.documents.reading import MM, missing_in_order, pdf_pages, plumbed, squashed
from tests.documents.samples import CERTIFICATE

from vinhdanh.documents import A4_LANDSCAPE, A5_LANDSCAPE, DocumentError, render_certificates

if TYPE_CHECKING:
    from vinhdanh.documents import CertificateLayout

LONG_NAME = (
    "Ban Chỉ đạo phong trào Toàn dân đoàn kết xây dựng đời sống văn hóa và Ban Công tác Mặt trận "
    "thôn Kim Phương Thượng"
)
THREE = (
    CERTIFICATE,
    replace(
        CERTIFICATE,
        honour="Lao động tiên tiến",
        grant="TẶNG DANH HIỆU",
        recipient="Trần Văn Bình",
        salutation="Ông",
    ),
    replace(
        CERTIFICATE,
        recipient=LONG_NAME,
        salutation="",
        position=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        citation="Đã có nhiều cách làm sáng tạo trong vận động Nhân dân hiến đất, góp công " * 4,
    ),
)


def test_every_recipient_has_one_page_with_the_whole_text() -> None:
    pages = [squashed(text) for text in pdf_pages(render_certificates(THREE))]
    expected = [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MINH TIẾN",
        "TẶNG",
        "GIẤY KHEN",
        "Bà Nguyễn Thị Hoa",
        "Trưởng thôn Kim Phương",
        "Đã có thành tích xuất sắc trong phong trào thi đua năm 2023",
        "Quyết định số: 05/QĐ-UBND ngày 08 tháng 3 năm 2024",
        "Số sổ vàng: 0001",
        "Minh Tiến, ngày 08 tháng 3 năm 2024",
        "CHỦ TỊCH",
        "Ngô Văn Quyên",
    ]
    assert pages[0] == squashed("".join(expected))
    assert (
        missing_in_order(["TẶNG DANH HIỆU", "LAO ĐỘNG TIÊN TIẾN", "Ông Trần Văn Bình"], pages[1])
        == []
    )
    assert missing_in_order([LONG_NAME, "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], pages[2]) == []


def test_page_is_a4_across_and_text_stays_inside_the_frame() -> None:
    with plumbed(render_certificates(THREE)) as pdf:
        for page in pdf.pages:
            assert (page.width, page.height) == pytest.approx((297 * MM, 210 * MM), abs=0.1)
            assert min(char["x0"] for char in page.chars) > 20 * MM
            assert max(char["x1"] for char in page.chars) < 277 * MM
            assert max(char["bottom"] for char in page.chars) < 190 * MM


def test_a_long_name_shrinks_and_touches_neither_honour_nor_post() -> None:
    with plumbed(render_certificates([THREE[2]])) as pdf:
        lines = pdf.pages[0].extract_text_lines()
    tops = {squashed(line["text"]): (line["top"], line["bottom"]) for line in lines}
    honour = tops["GIẤYKHEN"]
    post = tops["TrưởngthônKimPhương"]
    name = [box for text, box in tops.items() if text in squashed(LONG_NAME)]
    assert len(name) == 2
    assert honour[1] <= name[0][0] + 3
    assert name[1][1] <= post[0] + 1


def test_the_honour_is_the_largest_and_red() -> None:
    with plumbed(render_certificates([CERTIFICATE])) as pdf:
        chars = pdf.pages[0].chars
    largest = max(chars, key=lambda char: float(char["size"]))
    assert largest["text"] in "GIẤY KHEN"
    red = tuple(value / 255 for value in (0x9E, 0x1B, 0x23))
    reds = "".join(
        c["text"] for c in chars if c["non_stroking_color"] == pytest.approx(red, abs=0.01)
    )
    assert squashed(reds) == squashed("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MINH TIẾN GIẤY KHEN")


def test_there_is_room_to_sign() -> None:
    with plumbed(render_certificates([THREE[2]])) as pdf:
        words = pdf.pages[0].extract_words(keep_blank_chars=True)
    found = {word["text"]: word for word in words}
    free = found["Ngô Văn Quyên"]["top"] - found["PHÓ CHỦ TỊCH"]["bottom"]
    assert free >= 28 * MM


def test_overlay_prints_only_what_a_blank_lacks_and_is_shifted() -> None:
    full = render_certificates([CERTIFICATE])
    over = render_certificates([CERTIFICATE], A4_LANDSCAPE.overlay(offset_x=2, offset_y=-1))
    (text,) = pdf_pages(over)
    assert squashed(text).startswith("BàNguyễnThịHoa")
    with plumbed(full) as one, plumbed(over) as two:
        assert two.pages[0].rects == []
        before = next(w for w in one.pages[0].extract_words() if w["text"] == "Ngô")
        after = next(w for w in two.pages[0].extract_words() if w["text"] == "Ngô")
    assert after["x0"] - before["x0"] == pytest.approx(2 * MM, abs=0.1)
    assert after["top"] - before["top"] == pytest.approx(-1 * MM, abs=0.1)


def test_gia_dinh_van_hoa_is_a5() -> None:
    family = replace(CERTIFICATE, honour="Gia đình văn hóa", grant="TẶNG DANH HIỆU")
    with plumbed(render_certificates([family], A5_LANDSCAPE)) as pdf:
        page = pdf.pages[0]
        assert (page.width, page.height) == pytest.approx((210 * MM, 148 * MM), abs=0.1)
        assert max(char["bottom"] for char in page.chars) < 140 * MM


def test_an_official_emblem_takes_the_place_of_the_lotus() -> None:
    space = b'xmlns="http://www.w3.org/2000/svg"'
    emblem = b'<svg %s width="9" height="9"><rect width="9" height="9"/></svg>' % space
    layout = replace(A4_LANDSCAPE, emblem=emblem).with_flags()
    assert len(pdf_pages(render_certificates([CERTIFICATE], layout))) == 1


def test_markup_prints_as_it_stands() -> None:
    (text,) = pdf_pages(render_certificates([replace(CERTIFICATE, recipient="#panic() $x$ *a*")]))
    assert "Bà#panic()$x$*a*" in squashed(text)


def test_no_recipient_is_refused() -> None:
    with pytest.raises(DocumentError, match="Chưa có ai để in giấy khen"):
        render_certificates([])


def test_the_same_recipients_give_the_same_bytes() -> None:
    assert render_certificates(THREE) == render_certificates(THREE)


CODED = replace(
    CERTIFICATE, check_address="https://xa.vn/kiem-tra/1F-7KQ2M9X4TB", check_code="1F-7KQ2M9X4TB"
)


@pytest.mark.parametrize("layout", [A4_LANDSCAPE, A5_LANDSCAPE, A4_LANDSCAPE.overlay()])
def test_the_check_code_stands_in_letters_under_the_picture(layout: CertificateLayout) -> None:
    assert layout.qr
    with plumbed(render_certificates([CODED], layout)) as pdf:
        (code,) = [w for w in pdf.pages[0].extract_words() if w["text"] == CODED.check_code]
        decision = next(w for w in pdf.pages[0].extract_words() if w["text"] == "Quyết")
    assert code["x0"] >= layout.qr.x * MM - 0.1
    assert code["x1"] <= (layout.qr.x + layout.qr.side) * MM + 0.1
    assert (layout.qr.y + layout.qr.side) * MM - 1 <= code["top"] < code["bottom"]
    assert code["bottom"] <= decision["top"] + 1
    assert code["bottom"] <= (layout.qr.y + layout.qr.height) * MM + 1


def test_without_a_code_no_letters_are_printed() -> None:
    (text,) = pdf_pages(render_certificates([replace(CODED, check_code="")]))
    assert "7KQ2M9X4TB" not in text


def test_a_code_that_would_be_too_small_to_read_is_refused() -> None:
    with pytest.raises(DocumentError, match="quá dài để in dưới mã QR"):
        render_certificates([replace(CODED, check_code="7KQ2M9X4TB" * 4)])


def test_it_tells_how_many_are_set() -> None:
    told: list[int] = []
    render_certificates(THREE, A4_LANDSCAPE, told.append)
    assert told == [1, 2, 3]
