"""Signing on the page of a document: who is offered it, what is said at which field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.records.test_signing import BODY, NAME, numbered, root, submitted
from tests.web.reading import told, words

from vinhdanh.documents.signing.acts import sign_person
from vinhdanh.documents.signing.keys import open_pkcs12
from vinhdanh.documents.signing.places import find_signature_space
from vinhdanh.documents.signing.specimens import specimen_seal, specimen_signature
from vinhdanh.documents.signing.testing_ca import TESTING_PASSPHRASE
from vinhdanh.kernel import clock
from vinhdanh.kernel.files import load
from vinhdanh.web.views.documents_signing import MOST_BYTES

if TYPE_CHECKING:
    from pytest_django import Settings
    from tests.scenarios.commune import Commune

    from vinhdanh.documents.signing.testing_ca import Issuer

__all__ = ["root"]


def form(root: Issuer, hand: str, **changes: Any) -> dict[str, Any]:
    key = root.certify(NAME if hand == "person" else BODY, BODY)
    return {
        "hand": hand,
        "key_file": SimpleUploadedFile("khoa.p12", key),
        "passphrase": TESTING_PASSPHRASE,
    } | changes


def test_a_refusal_stands_at_its_field_and_gives_nothing_back(
    commune: Commune, root: Issuer, client: Client
) -> None:
    document = submitted(commune)
    client.force_login(commune.chair.user)
    url = reverse("document_sign", args=[document.pk])
    page = client.post(url, form(root, "person", passphrase="sai-roi"))
    assert page.status_code == 422
    assert page.context["signing_forms"][0].errors.keys() == {"passphrase"}
    assert "Chưa ký được văn bản" in words(page)
    assert "sai-roi" not in page.content.decode()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"key_file": ""}, "key_file"),
        ({"passphrase": ""}, "passphrase"),
        ({"key_file": SimpleUploadedFile("a.p12", b"x" * (MOST_BYTES + 1))}, "key_file"),
    ],
)
def test_what_is_missing_or_too_large_is_asked_for(
    commune: Commune, root: Issuer, client: Client, changes: dict[str, Any], field: str
) -> None:
    document = submitted(commune)
    client.force_login(commune.chair.user)
    page = client.post(
        reverse("document_sign", args=[document.pk]), form(root, "person", **changes)
    )
    assert field in page.context["signing_forms"][0].errors
    assert document.files.get().role == "draft"


def test_another_role_and_a_get_do_not_sign(commune: Commune, client: Client) -> None:
    document = submitted(commune)
    client.force_login(commune.village_head.user)
    assert client.get(reverse("document_sign", args=[document.pk])).status_code == 405
    assert client.get(reverse("document", args=[document.pk])).status_code == 404
    client.force_login(commune.clerk.user)
    assert client.get(reverse("document", args=[document.pk])).context["signing_forms"] == []


def test_a_token_is_asked_for_where_there_is_a_driver(
    commune: Commune, client: Client, settings: Settings
) -> None:
    settings.TOKEN_DRIVER = "/no/driver.so"
    document = submitted(commune)
    client.force_login(commune.chair.user)
    assert "Mã PIN của thiết bị" in words(client.get(reverse("document", args=[document.pk])))
    sent = {"hand": "person", "key": "token", "pin": "12-bí-mật"}
    page = client.post(reverse("document_sign", args=[document.pk]), sent)
    assert page.status_code == 422
    assert page.context["signing_forms"][1].errors.keys() == {"pin"}
    assert "12-bí-mật" not in page.content.decode()


def test_a_form_from_elsewhere_is_refused(commune: Commune) -> None:
    document = submitted(commune)
    client = Client(enforce_csrf_checks=True)
    client.force_login(commune.chair.user)
    assert client.post(reverse("document_sign", args=[document.pk])).status_code == 403


def test_the_chair_signs_the_clerk_numbers_and_seals(
    commune: Commune, root: Issuer, client: Client
) -> None:
    document = submitted(commune)
    page_url = reverse("document", args=[document.pk])
    url = reverse("document_sign", args=[document.pk])
    client.force_login(commune.chair.user)
    assert "chỉ còn ghi được số, ngày và tháng" in words(client.get(page_url))
    page = client.post(url, form(root, "person"), follow=True)
    assert told(page) == [
        "Đã ký số Dự thảo công văn “Tham gia hội thi”: chữ ký đã được kiểm tra và lưu."
    ]
    assert f"{NAME} ({BODY}) ký số lúc" in words(page)

    client.force_login(commune.clerk.user)
    issue_url = reverse("draft_issue", args=[document.pk])
    assert "Số và ngày được ghi vào bản" in words(client.get(issue_url))
    document.refresh_from_db()
    facts = {"issued_on": "24/06/2024", "version": document.version}
    page = client.post(issue_url, facts, follow=True)
    assert told(page) == ["Đã cấp số 01/UBND-VP, chờ chữ ký số của cơ quan."]
    assert "chờ chữ ký số và dấu của cơ quan" in words(page)
    assert "chưa xác nhận đã đọc" not in words(page)
    seal = SimpleUploadedFile("dau.png", specimen_seal())
    page = client.post(url, form(root, "body", image=seal), follow=True)
    assert "Đã ban hành" in words(page)
    assert page.context["signing_forms"] == []
    assert sum(file.role == "signed" for file in page.context["files"]) == 1


def test_a_file_signed_elsewhere_moves_the_paper_on(
    commune: Commune, root: Issuer, client: Client
) -> None:
    document = submitted(commune)
    blank = load(document.files.get().path)
    place = find_signature_space(blank, position="CHỦ TỊCH", name=NAME)
    key = open_pkcs12(root.certify(NAME, BODY), TESTING_PASSPHRASE)
    data = sign_person(blank, key=key, image=specimen_signature(), place=place, at=clock.now())
    client.force_login(commune.chair.user)
    sent = {"file": SimpleUploadedFile("ký.pdf", data)}
    page = client.post(reverse("document_attach", args=[document.pk]), sent, follow=True)
    assert told(page) == ["Đã bổ sung bản đã ký."]
    document.refresh_from_db()
    assert numbered(commune, document).state == "numbered"
