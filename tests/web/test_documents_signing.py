"""Signing on the page of a document: who is offered it, what is said at which field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.records.test_drafts import issue, signed
from tests.records.test_signing import BODY, NAME, root
from tests.web.reading import told, words

from vinhdanh.documents.signing.specimens import specimen_seal
from vinhdanh.documents.signing.testing_ca import TESTING_PASSPHRASE
from vinhdanh.web.views.documents_signing import MOST_BYTES

if TYPE_CHECKING:
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
    document = issue(commune, signed(commune))
    client.force_login(commune.chair.user)
    url = reverse("document_sign", args=[document.pk])
    page = client.post(url, form(root, "person", passphrase="sai-roi"))
    assert page.status_code == 422
    assert page.context["signing_form"].errors.keys() == {"passphrase"}
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
    document = issue(commune, signed(commune))
    client.force_login(commune.chair.user)
    page = client.post(
        reverse("document_sign", args=[document.pk]), form(root, "person", **changes)
    )
    assert field in page.context["signing_form"].errors
    assert document.files.count() == 2


def test_another_body_and_a_get_do_not_sign(commune: Commune, client: Client) -> None:
    document = issue(commune, signed(commune))
    client.force_login(commune.village_head.user)
    assert client.get(reverse("document_sign", args=[document.pk])).status_code == 405
    page = client.get(reverse("document", args=[document.pk]))
    assert page.context["signing_form"] is None


def test_a_form_from_elsewhere_is_refused(commune: Commune) -> None:
    document = issue(commune, signed(commune))
    client = Client(enforce_csrf_checks=True)
    client.force_login(commune.chair.user)
    assert client.post(reverse("document_sign", args=[document.pk])).status_code == 403


def test_the_chair_signs_then_the_clerk_seals(
    commune: Commune, root: Issuer, client: Client
) -> None:
    document = issue(commune, signed(commune))
    page_url = reverse("document", args=[document.pk])
    url = reverse("document_sign", args=[document.pk])
    client.force_login(commune.clerk.user)
    assert client.get(page_url).context["signing_form"] is None

    client.force_login(commune.chair.user)
    page = client.post(url, form(root, "person"), follow=True)
    assert told(page) == ["Đã ký số Công văn số 01/UBND-VP: chữ ký đã được kiểm tra và lưu."]
    assert f"{NAME} ({BODY}) ký số lúc" in words(page)

    client.force_login(commune.clerk.user)
    assert "Ký số và đóng dấu" in words(client.get(page_url))
    seal = SimpleUploadedFile("dau.png", specimen_seal())
    page = client.post(url, form(root, "body", image=seal), follow=True)
    assert "ký số Công văn số 01/UBND-VP bằng chứng thư của" in words(page)
    assert page.context["signing_form"] is None
    assert sum(file.role == "signed" for file in page.context["files"]) == 1
