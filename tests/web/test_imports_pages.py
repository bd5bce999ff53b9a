"""Pages of lists that come in from files and go out as files."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.factories.organizations import make_person
from tests.web.reading import words

from vinhdanh.decisions.models import Decision
from vinhdanh.intake.lists import HONOURS, PEOPLE, SCHEMAS, YEAR_RECORDS, read_list, write_list
from vinhdanh.organizations.models import ListImport, Person
from vinhdanh.web.import_page import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.test import Client
    from tests.scenarios.commune import Commune


def upload(client: Client, *rows: Mapping[str, object], name: str = "ds.xlsx") -> ListImport:
    data = write_list(PEOPLE, [{"unit": "Thôn Phạm Xá", **row} for row in rows])
    response = client.post(
        reverse("import_new", args=["con-nguoi"]), {"file": SimpleUploadedFile(name, data)}
    )
    assert response.status_code == 302
    return ListImport.objects.latest("pk")


@pytest.fixture
def clerk(commune: Commune, client: Client) -> Client:
    client.force_login(commune.clerk.user)
    return client


def test_a_file_that_cannot_be_read_is_told_at_its_field(clerk: Client) -> None:
    response = clerk.post(
        reverse("import_new", args=["con-nguoi"]), {"file": SimpleUploadedFile("a.xlsx", b"PK")}
    )
    assert response.status_code == 200
    assert response.context["form"].non_field_errors()
    assert clerk.get(reverse("import_new", args=["gi-do"])).status_code == 404


def test_lists_of_another_are_not_there(commune: Commune, clerk: Client) -> None:
    listing = upload(clerk, {"name": "Lê Văn Mới"})
    clerk.force_login(commune.outsider.user)
    for name in ("import", "import_columns", "import_left"):
        assert clerk.get(reverse(name, args=[listing.pk])).status_code == 404
    assert clerk.post(reverse("import_confirm", args=[listing.pk])).status_code == 404


def test_a_list_goes_from_file_to_records(commune: Commune, clerk: Client) -> None:
    make_person(commune.body, "Lê Văn Bền", post="Tổ viên", unit=commune.other_village)
    listing = upload(
        clerk, {"name": "Lê Văn Mới"}, {"name": "Lê Văn Bền"}, {"name": "Lê Sai", "unit": "Đâu"}
    )
    page = clerk.get(reverse("import", args=[listing.pk])).content.decode()
    assert "1 dòng nhập được, 2 dòng cần sửa" in page
    assert "Người mới, chưa có trong sổ" in page
    assert "Tổ viên, Thôn Kim Phương" in page
    row = listing.rows.get(number=3)
    known = Person.objects.get(full_name="Lê Văn Bền")
    clerk.post(
        reverse("import_choose", args=[row.pk]),
        {"choice": str(known.pk), "version": listing.version},
    )
    form = clerk.get(reverse("import_row", args=[row.pk])).content.decode()
    assert "Lê Văn Bền" in form
    listing.refresh_from_db()
    clerk.post(reverse("import_confirm", args=[listing.pk]), {"version": listing.version})
    page = clerk.get(reverse("import", args=[listing.pk])).content.decode()
    assert "Đã nhập 2 dòng (1 mới, 1 đã có), để lại 1 dòng." in page
    left = clerk.get(reverse("import_left", args=[listing.pk])).content
    again = read_list(left, "lai.xlsx", schema=PEOPLE)
    assert [each.values["name"] for each in again.rows] == ["Lê Sai"]
    assert again.mapping["Vì sao chưa nhập"] == ""


def test_the_unit_of_a_row_is_chosen_among_those_of_the_body(clerk: Client) -> None:
    row = upload(clerk, {"name": "Lê Sai", "unit": "Đâu"}).rows.get()
    page = clerk.get(reverse("import_row", args=[row.pk])).content.decode()
    assert 'list="known-units"' in page
    assert '<option value="Thôn Kim Phương">' in page.split('<datalist id="known-units">')[1]


def test_a_unit_is_mended_in_all_rows_that_wrote_it(clerk: Client) -> None:
    rows = [{"name": f"Lê Văn {name}", "unit": "Đâu"} for name in ("Một", "Hai", "Ba")]
    listing = upload(clerk, *rows, {"name": "Lê Văn Khác", "unit": "Đấy"})
    first, *_, other = listing.rows.all()
    offer = "Sửa đơn vị ở cả 2 dòng khác ghi “Đâu”"
    assert offer in clerk.get(reverse("import_row", args=[first.pk])).content.decode()
    lone = clerk.get(reverse("import_row", args=[other.pk])).content.decode()
    assert "dòng khác ghi" not in lone
    cells = {"name": "Lê Văn Một", "unit": "Thôn Phạm Xá", "version": listing.version}
    url = reverse("import_row", args=[first.pk])
    page = clerk.post(url, cells | {"unit_for_all": "on"}, follow=True).content.decode()
    assert "Đã sửa dòng 2 và đơn vị ở 2 dòng khác." in page
    assert "3 dòng nhập được, 1 dòng cần sửa" in page


def test_a_unit_is_mended_however_its_capitals_and_blanks_were_written(clerk: Client) -> None:
    units = ("Đâu Đó", "ĐÂU ĐÓ", "Đâu  đó", "Đấu Đó")
    listing = upload(clerk, *({"name": f"Lê {at}", "unit": each} for at, each in enumerate(units)))
    page = clerk.get(reverse("import_row", args=[listing.rows.all()[0].pk])).content.decode()
    assert "Sửa đơn vị ở cả 2 dòng khác ghi “Đâu Đó”" in page


def test_a_unit_without_its_kind_is_recognised(clerk: Client) -> None:
    listing = upload(clerk, {"name": "Lê Văn Một", "unit": "phạm xá"}, {"name": "Lê Văn Hai"})
    assert [row.status for row in listing.rows.all()] == ["new", "new"]
    wrong = upload(clerk, {"name": "Lê Văn Một", "unit": "Minh Tiến"})
    assert "Sổ chưa có đơn vị “Minh Tiến”" in wrong.rows.get().told


def test_a_unit_a_letter_off_is_offered(clerk: Client) -> None:
    rows = [{"name": f"Lê Văn {name}", "unit": "Thôn Phạn Xa"} for name in ("Một", "Hai")]
    listing = upload(clerk, *rows)
    url = reverse("import_row", args=[listing.rows.all()[0].pk])
    assert "Có phải Thôn Phạm Xá?" in words(clerk.get(url))
    sent = {"name": "Lê Văn Một", "unit": "Thôn Phạn Xa", "version": str(listing.version)}
    near = {"unit_near": "Thôn Phạm Xá", "unit_for_all": "on"}
    told = words(clerk.post(url, sent | near, follow=True))
    assert "Đã sửa dòng 2 và đơn vị ở 1 dòng khác." in told
    assert "Có phải" not in words(clerk.get(url))
    assert {row.values["unit"] for row in listing.rows.all()} == {"Thôn Phạm Xá"}


def test_a_unit_typed_anew_goes_before_the_one_offered(clerk: Client) -> None:
    listing = upload(clerk, {"name": "Lê Văn Một", "unit": "Thôn Phạn Xa"})
    row = listing.rows.get()
    sent = {"name": "Lê Văn Một", "unit": "Thôn Kim Phương", "unit_near": "Thôn Phạm Xá"}
    clerk.post(reverse("import_row", args=[row.pk]), sent | {"version": str(listing.version)})
    row.refresh_from_db()
    assert row.values["unit"] == "Thôn Kim Phương"


def test_a_correction_that_did_not_help_says_so(clerk: Client) -> None:
    listing = upload(clerk, {"name": "Lê Văn Một", "unit": "Đâu"})
    cells = {"name": "Lê Văn Một", "unit": "Đấy", "version": str(listing.version)}
    url = reverse("import_row", args=[listing.rows.get().pk])
    told = words(clerk.post(url, cells, follow=True))
    assert "Chưa sửa được dòng 2: Sổ chưa có đơn vị “Đấy”" in told
    assert "Đã sửa" not in told


def test_a_date_that_cannot_be_read_stays_in_its_box(clerk: Client) -> None:
    rows = [{"name": f"Lê Văn {name}", "unit": "Đâu"} for name in ("Một", "Hai")]
    listing = upload(clerk, *rows)
    first, second = (reverse("import_row", args=[row.pk]) for row in listing.rows.all())
    cells = {"name": "Lê Văn Một", "unit": "Đâu", "birth_date": "31/02/1980"}
    clerk.post(first, cells | {"version": listing.version})
    assert 'value="31/02/1980"' in clerk.get(first).content.decode()
    listing.refresh_from_db()
    cells = {"name": "Lê Văn Hai", "unit": "Thôn Phạm Xá", "unit_for_all": "on"}
    sent = cells | {"version": str(listing.version)}
    page = clerk.post(second, sent, follow=True).content.decode()
    assert "1 dòng nhập được, 1 dòng cần sửa" in page, "mending its unit mends no date"
    assert 'value="31/02/1980"' in clerk.get(first).content.decode()


def test_a_list_that_waits_stands_in_the_day_of_who_read_it_in(
    commune: Commune, client: Client, clerk: Client
) -> None:
    listing = upload(clerk, {"name": "Lê Văn Mới"})
    text = words(clerk.get(reverse("today")))
    assert f"Danh sách “{listing.source_name.removesuffix('.xlsx')}” đang chờ xác nhận" in text
    assert "Danh sách con người, đọc ngày 24/06/2024" in text
    upload(clerk, {"name": "Lê Văn Hai"})
    assert "Hai danh sách từ tệp đang chờ xác nhận" in words(clerk.get(reverse("today")))
    for other in (commune.chair, commune.village_head, commune.outsider):
        client.force_login(other.user)
        assert "đang chờ xác nhận" not in words(client.get(reverse("today")))


def test_a_list_mended_meanwhile_is_confirmed_by_nobody_who_did_not_see_it(clerk: Client) -> None:
    listing = upload(clerk, {"name": "Lê Văn Mới"}, {"name": "Lê Văn Hai"})
    first, second = listing.rows.all()
    seen = {"version": listing.version}
    page = clerk.get(reverse("import", args=[listing.pk])).content.decode()
    assert page.count(f'name="version" value="{listing.version}"') >= 3  # both rows, the button
    clerk.post(reverse("import_choose", args=[first.pk]), seen | {"skip": "1"})
    stale = "Danh sách vừa được sửa"
    for url, facts in (
        (reverse("import_choose", args=[second.pk]), {"skip": "1"}),
        (reverse("import_row", args=[second.pk]), {"name": "Lê Văn Ba", "unit": "Thôn Phạm Xá"}),
        (reverse("import_confirm", args=[listing.pk]), {}),
    ):
        assert stale in clerk.post(url, seen | facts, follow=True).content.decode()
    listing.refresh_from_db()
    assert (listing.is_open, listing.version) == (True, seen["version"] + 1)
    assert not listing.rows.get(pk=second.pk).is_skipped
    assert not Person.objects.filter(full_name="Lê Văn Hai").exists()


def test_columns_are_chosen_on_their_page(clerk: Client) -> None:
    listing = upload(clerk, {"name": "Lê Văn Mới", "position": "Tổ trưởng"})
    url = reverse("import_columns", args=[listing.pk])
    form = clerk.get(url).context["form"]
    data = {name: form[name].value() for name in form.fields}
    at = list(listing.mapping).index("Chức vụ")
    assert clerk.post(url, data | {f"column_{at}": ""}).status_code == 302
    assert "position" not in listing.rows.get().values


def test_the_preview_costs_the_same_for_one_row_and_for_many(clerk: Client) -> None:
    counts = []
    for size in (1, 60):
        listing = upload(clerk, *({"name": f"Lê Văn Số {at}"} for at in range(size)))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            clerk.get(reverse("import", args=[listing.pk]))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_year_is_asked_for_with_its_list(clerk: Client) -> None:
    url = reverse("import_new", args=["danh-gia-nam"])
    row = {"name": "Phạm Văn Đức", "unit": "Thôn Phạm Xá", "kind": "individual",
           "completion": "hoan-thanh-tot"}  # fmt: skip
    file = SimpleUploadedFile("xl.xlsx", write_list(YEAR_RECORDS, [row]))
    assert "Chưa ghi năm" in clerk.post(url, {"file": file, "year": ""}).content.decode()
    file.seek(0)
    clerk.post(url, {"file": file, "year": "2022"})
    listing = ListImport.objects.latest("pk")
    page = clerk.get(reverse("import", args=[listing.pk])).content.decode()
    assert "Năm: 2022." in page
    data = {"year": "2023", "version": listing.version}
    clerk.post(reverse("import_details", args=[listing.pk]), data)
    assert listing.rows.get().told == "Ghi năm 2023."
    assert clerk.get(reverse("import_places", args=[listing.pk])).status_code == 200


def test_a_scan_stays_with_the_decision_of_its_list(commune: Commune, clerk: Client) -> None:
    url = reverse("import_new", args=["quyet-dinh-cu"])
    row = {"name": "Phạm Văn Đức", "kind": "individual", "unit": "Thôn Phạm Xá",
           "form": "Giấy khen", "achievement": "đã hiến đất", "period": "Năm 2020"}  # fmt: skip
    file = SimpleUploadedFile("cu.xlsx", write_list(HONOURS, [row]))
    odd = SimpleUploadedFile("a.pdf", b"MZ")
    assert (
        "không phải PDF, JPG hay PNG"
        in clerk.post(url, {"file": file, "scan": odd}).content.decode()
    )
    file.seek(0)
    clerk.post(url, {"file": file, "scan": SimpleUploadedFile("qd.pdf", b"%PDF-1.7 quet")})
    listing = ListImport.objects.latest("pk")
    data = {"number": "15/QĐ-UBND", "issued_on": "05/02/2021", "version": listing.version}
    clerk.post(reverse("import_details", args=[listing.pk]), data)
    page = clerk.get(reverse("import", args=[listing.pk])).content.decode()
    assert "15/QĐ-UBND, ngày 05/02/2021, cơ quan của mình, bản chụp qd.pdf" in page
    listing.refresh_from_db()
    clerk.post(reverse("import_confirm", args=[listing.pk]), {"version": listing.version})
    decision = Decision.objects.get(external_code="15/QĐ-UBND")
    url = reverse("decision_scan", args=[decision.pk])
    assert url in clerk.get(reverse("decision", args=[decision.pk])).content.decode()
    assert clerk.get(url).content == b"%PDF-1.7 quet"
    clerk.force_login(commune.outsider.user)
    assert clerk.get(url).status_code == 404


def test_what_goes_out_can_be_read_back(commune: Commune, clerk: Client) -> None:
    data = clerk.get(reverse("export_people")).content
    draft = read_list(data, "nguoi.xlsx", schema=PEOPLE)
    assert len(draft.rows) == Person.objects.filter(body=commune.body).count()
    for kind in KINDS:
        assert clerk.get(reverse("import_form", args=[kind])).status_code == 200
    for name in ("export_households", "export_years", "export_initiatives"):
        assert clerk.get(reverse(name)).status_code == 200
    assert io.BytesIO(clerk.get(reverse("export_honours")).content).read(2) == b"PK"
    assert set(SCHEMAS) >= {"people", "households", "honours", "nominations"}
