"""Download, sign elsewhere, upload: what is kept, what is refused, what a citizen is told."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.records.test_drafts import issue, signed
from tests.scenarios.refusal import refused
from tests.web.reading import words

from vinhdanh.documents.signing.acts import sign_person
from vinhdanh.documents.signing.keys import open_pkcs12
from vinhdanh.documents.signing.measures import VIETNAM_TIME
from vinhdanh.documents.signing.places import find_signature_space
from vinhdanh.documents.signing.specimens import specimen_signature
from vinhdanh.documents.signing.testing_ca import TESTING_PASSPHRASE, new_root
from vinhdanh.kernel.files import load
from vinhdanh.records.content import FileContent
from vinhdanh.records.enums import FileFormat, FileRole
from vinhdanh.records.services.hand import attach_signed

if TYPE_CHECKING:
    from pathlib import Path

    from django.test import Client
    from pytest_django import Settings
    from tests.scenarios.commune import Commune

    from vinhdanh.records.models import OfficialDocument

NAME, AT = "Ngô Văn Quyên", datetime(2024, 6, 24, 9, 30, tzinfo=VIETNAM_TIME)


@pytest.fixture
def trusted(settings: Settings, tmp_path: Path) -> bytes:
    """A key file whose root the administrator trusts."""
    root = new_root()
    (tmp_path / "roots").mkdir()
    (tmp_path / "roots" / "root.pem").write_bytes(root.pem())
    settings.DATA = tmp_path
    cache.clear()
    return root.certify(NAME, "Ủy ban nhân dân xã Minh Tiến")


def pdf_of(document: OfficialDocument) -> bytes:
    return load(document.files.get(format=FileFormat.PDF, role=FileRole.GENERATED).path)


def signed_outside(pdf: bytes, key_file: bytes) -> bytes:
    return sign_person(
        pdf,
        key=open_pkcs12(key_file, TESTING_PASSPHRASE),
        image=specimen_signature(),
        place=find_signature_space(pdf, position="CHỦ TỊCH", name=NAME),
        at=AT,
    )


def paper(data: bytes) -> FileContent:
    return FileContent(FileFormat.PDF, "đã ký.pdf", data, role=FileRole.SIGNED)


def test_one_flipped_byte_is_refused_and_told(
    commune: Commune, trusted: bytes, client: Client
) -> None:
    document = issue(commune, signed(commune))
    data = bytearray(signed_outside(pdf_of(document), trusted))
    data[len(pdf_of(document)) // 2] ^= 1
    with refused(
        "Tệp đã ký.pdf đã bị sửa sau khi ký nên không lưu được: hãy ký lại từ bản tải về của Công"
        " văn số 01/UBND-VP.",
        field="file",
    ):
        attach_signed(actor=commune.clerk, document=document, content=paper(bytes(data)))
    response = client.post(reverse("check"), {"file": SimpleUploadedFile("a.pdf", bytes(data))})
    assert "Đã bị thay đổi" in words(response)


def test_the_signature_of_another_paper_is_refused(commune: Commune, trusted: bytes) -> None:
    document = issue(commune, signed(commune))
    other = issue(commune, signed(commune))
    with refused(
        "Tệp đã ký.pdf không phải bản đã ban hành của Công văn số 01/UBND-VP: hãy tải bản PDF ở"
        " trang này, ký số lên chính tệp đó rồi gửi lại.",
        field="file",
    ):
        attach_signed(
            actor=commune.clerk,
            document=document,
            content=paper(signed_outside(pdf_of(other), trusted)),
        )


def test_the_issued_paper_signed_outside_is_kept_and_genuine(
    commune: Commune, trusted: bytes, client: Client
) -> None:
    document = issue(commune, signed(commune))
    data = signed_outside(pdf_of(document), trusted)
    response = client.post(reverse("check"), {"file": SimpleUploadedFile("a.pdf", data)})
    assert "Tệp là bản đã ban hành, được ký số thêm" in words(response)

    client.force_login(commune.clerk.user)
    url = reverse("document_attach", args=[document.pk])
    page = client.post(url, {"file": SimpleUploadedFile("đã ký.pdf", data)}, follow=True)

    kept = document.files.get(role=FileRole.SIGNED)
    assert kept.manifest["signatures"]["verdict"] == "genuine"
    assert f"{NAME} (Ủy ban nhân dân xã Minh Tiến) ký số lúc 09:30:00 ngày 24/06/2024" in words(
        page
    )
    assert document.files.count() == 3
    response = client.post(reverse("check"), {"file": SimpleUploadedFile("a.pdf", data)})
    assert "Tệp giống từng ký tự với bản đã lưu" in words(response)


def test_a_scan_needs_no_digital_signature(commune: Commune, trusted: bytes) -> None:
    document = issue(commune, signed(commune))
    attach_signed(actor=commune.clerk, document=document, content=paper(pdf_of(document)))
    assert document.files.get(role=FileRole.SIGNED).manifest == {}
