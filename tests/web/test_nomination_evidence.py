from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.nominations.test_evidence import PDF, add, draft, photo
from tests.web.reading import told, words

from vinhdanh.nominations.models import EvidenceFile
from vinhdanh.nominations.services.transitions import take_step

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune


def sending(data: bytes, name: str = "a.jpg") -> dict[str, object]:
    return {
        "minh-chung-file": SimpleUploadedFile(name, data),
        "minh-chung-note": "Xác nhận của thôn",
    }


def test_what_cannot_be_kept_is_said_at_its_field(commune: Commune, client: Client) -> None:
    nomination = draft(commune)
    client.force_login(commune.village_head.user)
    url = reverse("nomination_evidence", args=[nomination.pk])
    (sentence,) = told(client.post(url, sending(b"MZ", "virus.jpg")))
    assert sentence.startswith("Tệp hoặc ảnh chụp: Tệp virus.jpg không phải ảnh chụp")
    (sentence,) = told(client.post(url, {}))
    assert sentence == "Tệp hoặc ảnh chụp: Chưa chọn tệp: hãy chọn tệp hoặc chụp ảnh."
    assert not EvidenceFile.objects.exists()


@pytest.mark.parametrize("who", ["other_head", "outsider", "accountant"])
def test_others_do_not_see_it(commune: Commune, client: Client, who: str) -> None:
    nomination = draft(commune)
    piece = add(nomination, commune.village_head)
    client.force_login(getattr(commune, who).user)
    for name, pk in (("nomination_proof", piece.pk), ("nomination_evidence", nomination.pk)):
        method = client.get if name == "nomination_proof" else client.post
        assert method(reverse(name, args=[pk])).status_code == 404
    assert client.post(reverse("nomination_proof_remove", args=[piece.pk])).status_code == 404


def test_a_photo_is_shown_and_taken_away(commune: Commune, client: Client) -> None:
    nomination = draft(commune)
    client.force_login(commune.village_head.user)
    url = reverse("nomination_evidence", args=[nomination.pk])
    assert told(client.post(url, sending(photo()), follow=True)) == [
        "Đã thêm minh chứng vào hồ sơ."
    ]
    piece = EvidenceFile.objects.get()
    page = client.get(reverse("nomination", args=[nomination.pk]))
    assert "Xác nhận của thôn Ảnh chụp," in words(page)
    shown = client.get(reverse("nomination_proof", args=[piece.pk]) + "?xem=1")
    assert (shown["Content-Type"], shown["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    kept = client.get(reverse("nomination_proof", args=[piece.pk]))
    assert kept["Content-Disposition"].startswith("attachment")
    client.post(reverse("nomination_proof_remove", args=[piece.pk]))
    assert not EvidenceFile.objects.exists()


def test_the_office_reads_what_was_sent_and_removes_nothing(
    commune: Commune, client: Client
) -> None:
    nomination = draft(commune)
    piece = add(nomination, commune.village_head)
    take_step(actor=commune.village_head, nomination=nomination, name="send")
    nomination.submission.sent_on = nomination.submission.created_at.date()
    nomination.submission.save()
    client.force_login(commune.clerk.user)
    response = client.get(reverse("nomination_proof", args=[piece.pk]) + "?xem=1")
    assert response.content == PDF
    assert "Bỏ" not in words(client.get(reverse("nomination", args=[nomination.pk])))
    response = client.post(reverse("nomination_proof_remove", args=[piece.pk]), follow=True)
    assert told(response) == ["Anh/chị không phụ trách Thôn Phạm Xá nên không sửa được."]
    assert EvidenceFile.objects.exists()
