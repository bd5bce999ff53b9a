from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import html  # type: ignore[import-untyped]
from PIL import Image
from tests.scenarios.refusal import content
from tests.web.reading import MOST_QUERIES, acts, queries, told, words

from vinhdanh.decisions.services.layouts import copy_layout
from vinhdanh.documents import layout_from_plain
from vinhdanh.web import scans

if TYPE_CHECKING:
    from django.test import Client
    from django.test.client import _MonkeyPatchedWSGIResponse as Response
    from tests.scenarios.commune import Commune

    from vinhdanh.decisions.models import CertificateLayout

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def own(commune: Commune) -> CertificateLayout:
    return copy_layout(actor=commune.clerk, key="a4", name="Phôi 2024")


@pytest.fixture
def clerk(commune: Commune, client: Client) -> Client:
    client.force_login(commune.clerk.user)
    return client


def at(own: CertificateLayout, name: str = "layout") -> str:
    return reverse(name, args=[own.pk])


def typed(client: Client, own: CertificateLayout, **changes: str) -> dict[str, Any]:
    """Return what the editor would send, with changes; two underscores stand for a hyphen."""
    page = html.fromstring(client.get(at(own)).content.decode())
    (form,) = page.xpath("//form[@id='layout-form']")
    return dict(form.form_values()) | {
        key.replace("__", "-"): value for key, value in changes.items()
    }


def scan_file(size: tuple[int, int] = (60, 40), mode: str = "RGB") -> SimpleUploadedFile:
    out = BytesIO()
    Image.new(mode, size).save(out, "PNG")
    return SimpleUploadedFile("phoi.png", out.getvalue())


# --- who may -----------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["chair", "village_head", "accountant"])
def test_others_read_and_change_nothing(
    commune: Commune, client: Client, own: CertificateLayout, who: str
) -> None:
    client.force_login(getattr(commune, who).user)
    for url in (reverse("layouts"), at(own), reverse("layout", args=["a5"])):
        response = client.get(url)
        assert response.status_code == 200
        assert not {url for url in acts(response) if "mau-bang" in url}
        assert "layout-form" not in response.content.decode()
    before = content()
    for name in ("layout", "layout_scan_drop", "layout_reset", "layout_delete"):
        response = client.post(at(own, name), {"version": "1"}, follow=True)
        assert name == "layout" or told(response)[0].startswith(
            "Anh/chị chưa có quyền in giấy khen"
        )
    client.post(reverse("layout_copy"), {"layout": "a4", "name": "Mẫu"})
    client.post(at(own, "layout_scan_keep"), {"version": "1", "scan": scan_file()})
    assert content() == before


def test_another_communes_layouts_are_not_there(
    commune: Commune, client: Client, own: CertificateLayout
) -> None:
    client.force_login(commune.outsider.user)
    assert "Phôi 2024" not in words(client.get(reverse("layouts")))
    for name in ("layout", "layout_picture", "layout_grid", "layout_scan"):
        assert client.get(at(own, name)).status_code == 404
    for name in ("layout", "layout_preview", "layout_reset", "layout_delete"):
        assert client.post(at(own, name)).status_code == 404


def test_ours_are_not_changed(clerk: Client) -> None:
    for name in ("layout", "layout_preview", "layout_reset", "layout_delete", "layout_scan_keep"):
        assert clerk.post(reverse(name, args=["a4"])).status_code == 404
    for name in ("layout", "layout_picture", "layout_grid"):
        assert clerk.get(reverse(name, args=["b5"])).status_code == 404


# --- refusals ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": ""}, "Mẫu bằng chưa có tên: hãy đặt tên để còn chọn khi in."),
        (
            {"signer__x": "xa"},
            "“Cách mép trái (mm)” của ô “Tên người ký” chưa phải là số: hãy ghi như 12 hoặc 12,5.",
        ),
        (
            {"signer__y": ""},
            "Chưa ghi “Cách mép trên (mm)” của ô “Tên người ký”: hãy ghi một số.",
        ),
        (
            {"signer__y": "250,5"},
            "Ô “Tên người ký” kéo tới 256,5 mm, quá khổ giấy 210 mm: hãy dời hoặc thu nhỏ ô.",
        ),
        (
            {"paper": "khac", "width": ""},
            "Chưa ghi kích thước khổ giấy: hãy ghi số mi-li-mét.",
        ),
        (
            {"paper": "khac", "width": "0", "height": "0"},
            "Khổ giấy là 0 mm: hãy ghi từ 50 đến 600 mm.",
        ),
    ],
)
def test_a_wrong_value_is_one_sentence_at_its_field(
    clerk: Client, own: CertificateLayout, changes: dict[str, str], sentence: str
) -> None:
    response = clerk.post(at(own), typed(clerk, own, **changes))
    assert response.status_code == 422
    line = told(response)[0]
    assert line.partition("): ")[2] == sentence or line == f"Tên mẫu: {sentence}"
    own.refresh_from_db()
    assert own.version == 1


def test_a_stale_page_is_told_so(clerk: Client, own: CertificateLayout) -> None:
    data = typed(clerk, own)
    clerk.post(at(own), data, follow=True)
    (sentence,) = told(clerk.post(at(own), data))
    assert sentence.startswith("Nguyễn Thị Hạnh vừa sửa mẫu “Phôi 2024”")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"%PDF-1.7", "Tệp phoi.png không phải ảnh JPG hay PNG"),
        (PNG + b"hong", "Ảnh phoi.png bị hỏng nên không mở được"),
    ],
)
def test_what_is_no_picture_is_refused(
    clerk: Client, own: CertificateLayout, data: bytes, sentence: str
) -> None:
    file = SimpleUploadedFile("phoi.png", data)
    response = clerk.post(at(own, "layout_scan_keep"), {"version": "1", "scan": file})
    assert sentence in told(response)[0]


def test_a_picture_of_too_many_points_is_refused(
    clerk: Client, own: CertificateLayout, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scans, "MOST_PIXELS", 100)
    response = clerk.post(at(own, "layout_scan_keep"), {"version": "1", "scan": scan_file()})
    assert "Ảnh phoi.png lớn quá (60 × 40 điểm ảnh)" in told(response)[0]


def test_a_text_that_does_not_fit_is_said_and_not_drawn(
    clerk: Client, own: CertificateLayout
) -> None:
    data = typed(clerk, own, recipient__width="8", recipient__height="4")
    response = clerk.post(at(own, "layout_preview"), data)
    assert "Chưa vẽ được bản in. Phần tên người nhận" in words(response)
    assert "blank-print" not in response.content.decode()
    refused = clerk.post(at(own, "layout_preview"), typed(clerk, own, mode="nua"))
    assert "Chưa vẽ được bản in." in words(refused)


# --- what works --------------------------------------------------------------------------------


def test_the_list_leads_to_ours_and_own(clerk: Client, own: CertificateLayout) -> None:
    response = clerk.get(reverse("layouts"))
    for word in ("Một mẫu của cơ quan, bốn mẫu có sẵn.", "Phôi 2024", "Giấy khen A4"):
        assert word in words(response)
    assert queries(clerk, reverse("layouts")) <= MOST_QUERIES
    made = clerk.post(reverse("layout_copy"), {"layout": "a5", "name": "Gia đình"}, follow=True)
    assert told(made) == ["Đã lập mẫu “Gia đình”; hãy dời các ô cho khớp phôi."]
    again = clerk.post(reverse("layout_copy"), {"layout": "a5", "name": "Gia đình"}, follow=True)
    assert told(again) == ["Đã có mẫu bằng tên “Gia đình”: hãy đặt tên khác."]


def test_typed_numbers_are_tried_and_then_kept(clerk: Client, own: CertificateLayout) -> None:
    changes = {"recipient__y": "88,5", "book__printing": "khong", "mode": "overlay"}
    data = typed(clerk, own, **changes, offset_x="-1,5")
    tried = clerk.post(at(own), data | {"thu": "1"})
    assert tried.status_code == 200
    assert _picture(clerk, tried) != _picture(clerk, clerk.get(at(own)))
    own.refresh_from_db()
    assert own.version == 1

    saved = clerk.post(at(own), data, follow=True)
    assert told(saved) == ["Đã lưu mẫu bằng; lần in sau theo mẫu này."]
    own.refresh_from_db()
    page = layout_from_plain(own.content)
    boxes = dict(page.boxes)
    assert (page.mode, page.offset_x, boxes["recipient"].y) == ("overlay", -1.5, 88.5)
    assert (boxes["book"].shown, boxes["nation"].preprinted) == (False, True)
    assert typed(clerk, own)["recipient-y"] == "88,5"


def test_another_paper_takes_the_boxes_with_it(clerk: Client, own: CertificateLayout) -> None:
    clerk.post(at(own), typed(clerk, own, paper="210x148"))
    own.refresh_from_db()
    page = layout_from_plain(own.content)
    assert (page.width, page.height) == (210, 148)
    assert dict(page.boxes)["signer"].y < 130
    clerk.post(at(own), typed(clerk, own, paper="khac", width="300", height="215,5"))
    own.refresh_from_db()
    assert layout_from_plain(own.content).height == 215.5
    assert typed(clerk, own)["height"] == "215,5"


def test_a_scan_lies_under_the_print(clerk: Client, own: CertificateLayout) -> None:
    assert clerk.get(at(own, "layout_scan")).status_code == 404
    data = {"version": "1", "scan": scan_file((3000, 2000), "RGBA")}
    shown = clerk.post(at(own, "layout_scan_keep"), data, follow=True)
    assert told(shown) == ["Đã đặt ảnh phôi dưới các ô."]
    assert "blank-scan" in shown.content.decode()
    picture = clerk.get(at(own, "layout_scan"))
    assert picture["Content-Type"] == "image/jpeg"
    assert Image.open(BytesIO(picture.content)).size == (2000, 1333)
    gone = clerk.post(at(own, "layout_scan_drop"), {"version": "2"}, follow=True)
    assert told(gone) == ["Đã bỏ ảnh phôi."]


def test_a_layout_is_put_back_and_dropped(clerk: Client, own: CertificateLayout) -> None:
    clerk.post(at(own), typed(clerk, own, recipient__y="90"), follow=True)
    back = clerk.post(at(own, "layout_reset"), {"version": "2"}, follow=True)
    assert told(back) == ["Đã trả các ô về mẫu có sẵn."]
    assert typed(clerk, own)["recipient-y"] == "84,5"
    stale = clerk.post(at(own, "layout_reset"), {"version": "hai"}, follow=True)
    assert told(stale)[0].startswith("Nguyễn Thị Hạnh vừa sửa")
    dropped = clerk.post(at(own, "layout_delete"), follow=True)
    assert told(dropped) == ["Đã bỏ mẫu “Phôi 2024”; những bản đã in giữ nguyên."]


def test_the_test_page_is_a_pdf(clerk: Client, own: CertificateLayout) -> None:
    for key in (own.pk, "a5"):
        grid = clerk.get(reverse("layout_grid", args=[key]))
        assert grid.content.startswith(b"%PDF-")
        assert grid["Content-Disposition"].startswith("inline;")


def test_a_picture_of_impossible_numbers_is_not_there(
    clerk: Client, own: CertificateLayout
) -> None:
    url = at(own, "layout_picture")
    assert clerk.get(url, {"mode": "full"}).status_code == 404
    small, wide = clerk.get(url, {"nho": "1"}), clerk.get(url)
    assert (_width(small), _width(wide)) == (480, 1404)


def _picture(client: Client, response: Response) -> bytes:
    page = html.fromstring(response.content.decode())
    (address,) = page.xpath("//img[@class='blank-print']/@src")
    return client.get(address).content


def _width(response: Response) -> int:
    return Image.open(BytesIO(response.content)).width
