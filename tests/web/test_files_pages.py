from __future__ import annotations

import datetime as dt
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from PIL import Image

from vinhdanh.records.content import FileContent
from vinhdanh.records.enums import DocumentKind, FileFormat
from vinhdanh.records.services.documents import issue_document

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune

    from vinhdanh.records.models import DocumentFile

TITLE = "Kế hoạch 11/KH-UBND"


@cache
def pdf() -> bytes:
    """One page; made once, because it bears the second it was made in."""
    data = BytesIO()
    Image.new("RGB", (210, 297), "white").save(data, format="PDF")
    return data.getvalue()


def kept(commune: Commune, ending: FileFormat = FileFormat.PDF, data: bytes = b"") -> DocumentFile:
    content = FileContent(ending, f"{TITLE}.{ending}", data or pdf())
    document = issue_document(
        actor=commune.clerk,
        kind=DocumentKind.PLAN,
        symbol="KH-UBND",
        abstract="Công tác thi đua",
        issued_on=dt.date(2024, 1, 10),
        render=lambda _: [content],
    )
    return document.files.get()


def test_a_file_is_taken_away_under_its_name(commune: Commune, client: Client) -> None:
    found = kept(commune)
    client.force_login(commune.village_head.user)

    response = client.get(reverse("file", args=[found.pk]))

    assert response.content == pdf()
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == (
        "attachment; filename*=utf-8''K%E1%BA%BF%20ho%E1%BA%A1ch%2011-KH-UBND.pdf"
    )
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "private, max-age=0"


def test_a_pdf_can_be_read_in_the_browser(commune: Commune, client: Client) -> None:
    found = kept(commune)
    client.force_login(commune.village_head.user)

    response = client.get(reverse("file", args=[found.pk]), {"xem": "1"})

    assert response["Content-Disposition"].startswith("inline;")
    assert "Content-Security-Policy" not in response


@pytest.mark.parametrize("ending", [FileFormat.DOCX, FileFormat.TXT, FileFormat.OTHER])
def test_other_files_are_never_shown(commune: Commune, client: Client, ending: FileFormat) -> None:
    found = kept(commune, ending, b"<script>alert(1)</script>")
    client.force_login(commune.clerk.user)

    response = client.get(reverse("file", args=[found.pk]), {"xem": "1"})

    assert response["Content-Disposition"].startswith("attachment;")
    assert "html" not in response["Content-Type"]
    assert "Content-Security-Policy" in response


def test_a_page_is_drawn(commune: Commune, client: Client) -> None:
    found = kept(commune)
    client.force_login(commune.clerk.user)
    url = reverse("page_image", args=[found.pk, 1])

    small, large = client.get(url), client.get(url, {"lon": "1"})

    assert small["Content-Type"] == "image/png"
    assert small.content.startswith(b"\x89PNG")
    assert Image.open(BytesIO(small.content)).width < Image.open(BytesIO(large.content)).width
    assert "private" in small["Cache-Control"]


def test_what_is_no_page_is_not_found(commune: Commune, client: Client) -> None:
    whole, word = kept(commune), kept(commune, FileFormat.DOCX, b"PK")
    broken = kept(commune, FileFormat.PDF, b"%PDF-1.7 nothing follows")
    client.force_login(commune.clerk.user)

    statuses = [
        client.get(reverse("page_image", args=[file.pk, page])).status_code
        for file, page in ((whole, 0), (whole, 2), (word, 1), (broken, 1))
    ]

    assert statuses == [404, 404, 404, 404]


def test_an_outsider_finds_nothing(commune: Commune, client: Client) -> None:
    found = kept(commune)
    client.force_login(commune.outsider.user)

    assert client.get(reverse("file", args=[found.pk])).status_code == 404
    assert client.get(reverse("page_image", args=[found.pk, 1])).status_code == 404


def test_nobody_in_is_asked_to_sign_in(commune: Commune, client: Client) -> None:
    response = client.get(reverse("file", args=[kept(commune).pk]))

    assert response.status_code == 302
    assert response["Location"].startswith(reverse("sign_in"))


def test_files_are_only_read(commune: Commune, client: Client) -> None:
    found = kept(commune)
    client.force_login(commune.clerk.user)

    assert client.post(reverse("file", args=[found.pk])).status_code == 405
    assert client.post(reverse("page_image", args=[found.pk, 1])).status_code == 405
