from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from django.urls import reverse
from tests.scenarios.commune import drafted, sent
from tests.web.reading import words

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune


@pytest.mark.parametrize("name", ["pack", "pack_zip"])
def test_strangers_and_unknown_kinds_find_nothing(
    commune: Commune, client: Client, name: str
) -> None:
    submission = sent(commune)
    client.force_login(commune.outsider.user)
    assert client.get(reverse(name, args=["de-nghi", submission.pk])).status_code == 404
    client.force_login(commune.clerk.user)
    assert client.get(reverse(name, args=["x", submission.pk])).status_code == 404
    assert client.get(reverse("pack_piece", args=["de-nghi", submission.pk, 99])).status_code == 404


def test_the_pack_of_a_submission_as_a_page_a_file_and_an_archive(
    commune: Commune, client: Client
) -> None:
    submission = sent(commune)
    client.force_login(commune.village_head.user)
    page = client.get(reverse("pack", args=["de-nghi", submission.pk]))
    assert "Hai giấy tờ, mỗi tên giống nhau ở mọi bản." in words(page)
    one = client.get(reverse("pack_piece", args=["de-nghi", submission.pk, 1]))
    assert one.content.startswith(b"%PDF")
    data = client.get(reverse("pack_zip", args=["de-nghi", submission.pk])).getvalue()
    assert len(ZipFile(BytesIO(data)).namelist()) == 4


def test_a_decision_pack_says_that_the_papers_agree(commune: Commune, client: Client) -> None:
    decision = drafted(commune)
    client.force_login(commune.chair.user)
    page = client.get(reverse("pack", args=["quyet-dinh", decision.pk]))
    assert "khớp nhau ở các giấy tờ đã đối chiếu" in words(page)
    meeting = client.get(reverse("pack", args=["phien-hop", decision.meeting_id]))
    assert "Biên bản họp" in words(meeting)
    client.force_login(commune.village_head.user)
    assert client.get(reverse("pack", args=["quyet-dinh", decision.pk])).status_code == 404
