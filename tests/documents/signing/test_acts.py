from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image
from pyhanko.pdf_utils.reader import PdfFileReader
from tests.documents.reading import plumbed
from tests.documents.signing.conftest import AT
from tests.documents.signing.flipping import locked

from vinhdanh.documents import DocumentError
from vinhdanh.documents.signing.acts import sign_attachment, sign_body, sign_person
from vinhdanh.documents.signing.keys import open_pkcs12
from vinhdanh.documents.signing.measures import POINTS_PER_MM
from vinhdanh.documents.signing.specimens import specimen_seal, specimen_signature
from vinhdanh.documents.signing.testing_ca import TESTING_PASSPHRASE

if TYPE_CHECKING:
    from tests.documents.signing.conftest import World

MM = POINTS_PER_MM


def refused(act: Any, pdf: bytes, **facts: Any) -> str:
    with pytest.raises(DocumentError) as caught:
        act(pdf, at=AT, **facts)
    return str(caught.value.message)


def rect(pdf: bytes, field: str) -> tuple[float, ...]:
    """Left, bottom, right, top of a signature in millimetres."""
    (found,) = (
        one for one in PdfFileReader(io.BytesIO(pdf)).embedded_signatures
        if one.field_name == field
    )  # fmt: skip
    return tuple(float(side) / MM for side in found.sig_field["/Rect"])


def test_the_order_is_person_then_body(world: World) -> None:
    seal, scribble = specimen_seal(), specimen_signature()
    assert "người ký, cấp số, rồi cơ quan" in refused(
        sign_body, world.pdf, key=world.body, image=seal
    )
    again = {"key": world.body, "image": seal}
    assert "đã có chữ ký số của cơ quan" in refused(sign_body, world.two, **again)
    late = {"key": world.person, "image": scribble, "place": world.place}
    assert "đã có chữ ký số của cơ quan" in refused(sign_person, world.two, **late)
    twice = {"key": world.body, "number": "15/QĐ-UBND"}
    assert "đã có chữ ký số của cơ quan" in refused(sign_attachment, world.two, **twice)


def test_files_that_cannot_be_signed(world: World) -> None:
    facts = {"key": world.person, "image": specimen_signature(), "place": world.place}
    for broken in (b"", b"hello", world.pdf[:-400], world.pdf[:500]):
        assert "bị hỏng hoặc không ký được" in refused(sign_person, broken, **facts)
    assert "đang đặt mật khẩu" in refused(sign_person, locked(world.pdf), **facts)


def test_pictures_that_are_none(world: World) -> None:
    facts = {"key": world.person, "place": world.place}
    jpeg = io.BytesIO()
    Image.new("RGB", (20, 20)).save(jpeg, "JPEG")
    for bad in (b"", b"GIF89a", jpeg.getvalue(), specimen_signature()[:300]):
        assert "Không đọc được ảnh chữ ký" in refused(sign_person, world.pdf, image=bad, **facts)


def test_a_seal_that_leaves_the_page(world: World) -> None:
    facts = {"key": world.body, "image": specimen_seal(), "width": 360}
    assert "Dấu rộng 360 mm không vừa trang" in refused(sign_body, world.one, **facts)


def test_a_certificate_outside_its_time(world: World) -> None:
    facts = {"image": specimen_signature(), "place": world.place}
    old = world.root.certify("Cũ", "Xã", valid_to=AT.replace(year=2023))
    assert "đã hết hạn ngày 20/12/2023" in refused(
        sign_person, world.pdf, key=open_pkcs12(old, TESTING_PASSPHRASE), **facts
    )
    new = world.root.certify("Mới", "Xã", valid_from=AT.replace(year=2025))
    assert "chỉ có hiệu lực từ ngày 20/12/2025" in refused(
        sign_person, world.pdf, key=open_pkcs12(new, TESTING_PASSPHRASE), **facts
    )


def test_nothing_before_a_signature_is_changed(world: World) -> None:
    assert world.one.startswith(world.pdf)
    assert world.two.startswith(world.one)


def test_the_signature_stands_between_position_and_name(world: World) -> None:
    left, bottom, right, top = rect(world.one, "ChuKyNguoi1")
    space = world.place
    assert (left + right) / 2 == pytest.approx(space.middle, abs=0.5)
    assert (bottom + top) / 2 == pytest.approx((space.bottom + space.top) / 2, abs=0.5)
    assert space.bottom < bottom < top < space.top
    assert (top - bottom) / (right - left) == pytest.approx(260 / 600, abs=0.02)


def test_the_seal_is_real_size_over_the_left_third(world: World) -> None:
    left, bottom, right, top = rect(world.two, "ChuKyCoQuan1")
    assert right - left == pytest.approx(36, abs=0.2)
    assert top - bottom == pytest.approx(36, abs=0.2)
    person = rect(world.two, "ChuKyNguoi1")
    assert right == pytest.approx(person[0] + (person[2] - person[0]) / 3, abs=0.5)
    assert (bottom + top) / 2 == pytest.approx((person[1] + person[3]) / 2, abs=0.5)


def test_two_persons_and_a_body(world: World) -> None:
    both = sign_person(
        world.one, key=world.person, image=specimen_signature(), place=world.place, at=AT
    )
    sealed = sign_body(both, key=world.body, image=specimen_seal(), at=AT, width=40)
    names = [one.field_name for one in PdfFileReader(io.BytesIO(sealed)).embedded_signatures]
    assert names == ["ChuKyNguoi1", "ChuKyNguoi2", "ChuKyCoQuan1"]
    left, _, right, _ = rect(sealed, "ChuKyCoQuan1")
    assert right - left == pytest.approx(40, abs=0.2)


def test_an_attachment_is_marked_in_words(world: World) -> None:
    marked = sign_attachment(world.pdf, key=world.body, number="15/QĐ-UBND", at=AT)
    left, bottom, right, top = rect(marked, "ChuKyCoQuan1")
    (found,) = PdfFileReader(io.BytesIO(marked)).embedded_signatures
    look = found.sig_field["/AP"]["/N"]
    (page,) = look["/Resources"]["/XObject"].values()
    resources = page.get_object()["/Resources"]
    assert "/XObject" not in resources
    (font,) = (one.get_object() for one in resources["/Font"].values())
    assert "LiberationSerif" in font["/BaseFont"]
    assert "Italic" not in font["/BaseFont"]
    with plumbed(marked) as document:
        sheet = document.pages[0]
        assert right == pytest.approx(float(sheet.width) / MM - 15, abs=0.5)
        assert top == pytest.approx(float(sheet.height) / MM - 8, abs=0.5)
    assert bottom > 297 - 20
    assert left < right


def test_the_mark_needs_letters_of_the_font(world: World) -> None:
    facts = {"key": world.body, "number": "15/\u4e2d-UBND"}
    assert "số và ký hiệu văn bản" in refused(sign_attachment, world.pdf, **facts)
