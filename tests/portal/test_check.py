from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.records.test_documents import letter
from tests.records.test_signing import by_person, files, numbered, root, sealed, submitted
from tests.scenarios.commune import decided, drafted, one_row, opened, voted
from tests.web.reading import told, words

from vinhdanh.decisions.check_codes import check_address, check_code, honour_id
from vinhdanh.decisions.papers import certificate_context
from vinhdanh.kernel.files import load
from vinhdanh.portal.throttle import MOST
from vinhdanh.records.models import OfficialDocument
from vinhdanh.records.services.steps import take_step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client
    from django.test.client import _MonkeyPatchedWSGIResponse as Response
    from pytest_django import Settings
    from tests.scenarios.commune import Commune

    from vinhdanh.decisions.models import Honour
    from vinhdanh.documents.signing.testing_ca import Issuer

__all__ = ["root"]

URL = "/kiem-tra/"


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def honour(commune: Commune) -> Honour:
    decision = decided(commune, drafted(commune, voted(commune, opened(commune, one_row(commune)))))
    return decision.honours.get()


def upload(client: Client, data: bytes, name: str = "tệp.pdf") -> Response:
    return client.post(URL, {"file": SimpleUploadedFile(name, data)})


def issued_pdf(honour: Honour) -> bytes:
    document = honour.decision.document
    assert document
    return load(document.files.get(format="pdf").path)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({}, "Chưa có gì để kiểm tra: hãy gõ mã hoặc chọn tệp PDF."),
        (
            {"file": SimpleUploadedFile("ảnh.png", b"\x89PNG")},
            "Tệp ảnh.png không phải PDF: hãy chọn tệp PDF.",
        ),
        ({"code": "A" * 41}, "Mã dài quá: hãy gõ lại đúng mã trên giấy."),
    ],
)
@pytest.mark.django_db
def test_what_cannot_be_checked(client: Client, data: dict[str, object], sentence: str) -> None:
    assert any(sentence in each for each in told(client.post(URL, data)))


@pytest.mark.parametrize("code", ["0", "1-0000000000", "X", "1F-7KQ2M9X4TB", "đ", "9" * 30])
@pytest.mark.django_db
def test_unknown_codes(client: Client, code: str) -> None:
    response = client.get(f"{URL}{code}/")
    assert response.status_code == 404
    assert "Mã này không có trong sổ khen thưởng" in words(response)


def test_a_neighbours_code_cannot_be_guessed(honour: Honour) -> None:
    code = check_code(honour)
    assert honour_id(code) == honour.pk
    assert honour_id(code.lower()) == honour.pk
    number, seal = code.split("-")
    assert honour_id(f"{number}1-{seal}") is None
    assert honour_id(f"{number}-{seal[:-1]}") is None


def test_a_genuine_certificate_shows_what_is_printed_and_no_more(
    honour: Honour, client: Client
) -> None:
    page = words(client.get(f"{URL}{check_code(honour)}/"))
    for printed in (
        "Đúng là bản thật",
        "Phạm Văn Đức",
        honour.honour_name,
        "01/QĐ-UBND ngày 24/06",
    ):
        assert printed in page
    assert honour.achievement not in page
    assert "540.000" not in page


def test_a_code_that_was_typed_leads_to_its_page(honour: Honour, client: Client) -> None:
    code = check_code(honour)
    response = client.post(URL, {"code": f" {code.lower()} "}, follow=True)
    assert response.redirect_chain == [(reverse("check_honour", args=[code.lower()]), 302)]
    assert "Đúng là bản thật" in words(response)


def test_a_revoked_honour_says_so_with_the_revoking_decision(
    commune: Commune, honour: Honour, client: Client
) -> None:
    document = honour.decision.document
    assert document
    revoking = letter(commune)
    take_step(
        actor=commune.chair,
        document=document,
        name="recall",
        reason="Kê khai không đúng",
        successor=revoking,
        by_keeper=True,
    )
    page = words(client.get(f"{URL}{check_code(honour)}/"))
    assert "Không còn giá trị" in page
    assert "Quyết định số 01/QĐ-UBND đã bị thu hồi, hủy bỏ bằng" in page
    assert "bằng Công văn số 01/CV-UBND ngày 24/06/2024." in page
    assert "Kê khai" not in page
    assert "Không còn giá trị" in words(upload(client, issued_pdf(honour)))


def test_the_issued_file_is_genuine(honour: Honour, client: Client) -> None:
    page = words(upload(client, issued_pdf(honour)))
    assert "Đúng là bản thật" in page
    assert "Quyết định số 01/QĐ-UBND" in page


def test_one_flipped_byte_is_no_longer_it(honour: Honour, client: Client) -> None:
    data = bytearray(issued_pdf(honour))
    data[len(data) // 2] ^= 1
    page = words(upload(client, bytes(data)))
    assert "Đã bị thay đổi" in page
    assert "mang dấu nhận dạng của Quyết định số 01/QĐ-UBND nhưng không phải bản đã lưu" in page


@pytest.mark.parametrize("place", [b"<xmpMM:InstanceID>", b"/ID[("])
def test_one_of_two_marks_is_enough(honour: Honour, client: Client, place: bytes) -> None:
    data = bytearray(issued_pdf(honour))
    data[data.index(place) + len(place) + 2] ^= 1
    assert "Đã bị thay đổi" in words(upload(client, bytes(data)))


def test_a_cut_file_is_a_change(honour: Honour, client: Client) -> None:
    data = issued_pdf(honour)
    assert "Đã bị thay đổi" in words(upload(client, data[: data.rindex(b"%%EOF")]))


def test_a_draft_is_not_spoken_of(commune: Commune, client: Client) -> None:
    draft = submitted(commune)
    data = load(files(draft)[0].path)
    for sent in (data, data + b"\n"):
        assert "Không tìm thấy" in words(upload(client, sent))


def test_a_copy_without_its_number_is_not_the_paper(
    commune: Commune, root: Issuer, client: Client
) -> None:
    document = by_person(commune, root)
    copy = load(files(document)[0].path)
    assert "Đúng là bản thật" in words(upload(client, copy))
    document = sealed(commune, root, numbered(commune, document))
    page = words(upload(client, copy))
    assert "Đã bị thay đổi" in page
    assert "bản chưa đủ số và chữ ký" in page
    (kept,) = document.files.filter(role="signed")
    page = words(upload(client, load(kept.path)))
    assert "Đúng là bản thật" in page
    assert "Công văn số 01/UBND-VP" in page


def test_something_appended_to_the_issued_file_is_a_change(honour: Honour, client: Client) -> None:
    page = words(upload(client, issued_pdf(honour) + b"\n1 0 obj\n<<>>\nendobj\n%%EOF"))
    assert "Đã bị thay đổi" in page
    assert "Quyết định số 01/QĐ-UBND nhưng đã bị thêm nội dung" in page


@pytest.mark.django_db
def test_a_file_from_elsewhere_is_unknown(client: Client) -> None:
    assert "Không tìm thấy" in words(upload(client, b"%PDF-1.7\nnothing\n%%EOF"))
    assert "Không tìm thấy" in words(upload(client, b"%PDF-1.7\nnothing"))
    assert not OfficialDocument.objects.exists()


@pytest.mark.django_db
def test_programs_are_slowed_down(client: Client) -> None:
    statuses = [client.get(f"{URL}X/").status_code for _ in range(MOST + 1)]
    assert statuses == [404] * MOST + [429]
    assert "Hãy chờ mười phút" in words(client.get(f"{URL}X/"))


@pytest.mark.django_db
def test_the_page_needs_no_account_and_is_not_kept(client: Client) -> None:
    response = client.get(URL)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert b"<script" not in response.content


def test_the_certificate_carries_the_address(honour: Honour, settings: Settings) -> None:
    settings.CSRF_TRUSTED_ORIGINS = []
    assert check_address(honour) == ""
    settings.CSRF_TRUSTED_ORIGINS = ["https://thidua.example.vn"]
    address = f"https://thidua.example.vn/kiem-tra/{check_code(honour)}/"
    assert check_address(honour) == address
    assert certificate_context(honour).check_address == address
