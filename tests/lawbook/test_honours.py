from __future__ import annotations

import datetime as dt

import pytest

from vinhdanh.lawbook import Citation, LawbookError, honour, honours

ALL = [
    "lao_dong_tien_tien",
    "chien_si_thi_dua_co_so",
    "tap_the_lao_dong_tien_tien",
    "thon_to_dan_pho_van_hoa",
    "gia_dinh_van_hoa",
    "giay_khen_chu_tich_xa",
]
MOVED = ["chien_si_thi_dua_co_so", "tap_the_lao_dong_tien_tien", "thon_to_dan_pho_van_hoa"]
KEPT = ["lao_dong_tien_tien", "gia_dinh_van_hoa", "giay_khen_chu_tich_xa"]


def test_an_unknown_slug_is_an_error_and_no_guess() -> None:
    with pytest.raises(LawbookError, match="huan_chuong"):
        honour("huan_chuong", as_of=dt.date(2024, 6, 24))


def test_the_catalogue_is_in_the_order_of_the_law() -> None:
    assert [each.slug for each in honours(as_of=dt.date(2024, 6, 24))] == ALL


@pytest.mark.parametrize("slug", MOVED)
@pytest.mark.parametrize(
    ("day", "level", "citation"),
    [
        ("2023-12-31", None, None),
        ("2024-01-01", "district", "Khoản 2 Điều 80 Luật Thi đua, khen thưởng 2022"),
        ("2025-06-30", "district", "Khoản 2 Điều 80 Luật Thi đua, khen thưởng 2022"),
        ("2025-07-01", "commune", "Điều 59 Nghị định 129/2025/NĐ-CP"),
        ("2026-09-30", "commune", "Điều 59 Nghị định 129/2025/NĐ-CP"),
        ("2026-10-01", None, None),
    ],
)
def test_three_honours_moved_from_district_to_commune(
    slug: str, day: str, level: str | None, citation: str | None
) -> None:
    law = honour(slug, as_of=dt.date.fromisoformat(day))
    assert law.deciding_level == level
    assert (str(law.authority) if law.authority else None) == citation


@pytest.mark.parametrize("slug", KEPT)
@pytest.mark.parametrize(
    ("day", "level"),
    [
        ("2023-12-31", None),
        ("2024-01-01", "commune"),
        ("2025-06-30", "commune"),
        ("2025-07-01", "commune"),
        ("2026-09-30", "commune"),
        ("2026-10-01", None),
    ],
)
def test_three_honours_are_the_communes_all_along(slug: str, day: str, level: str | None) -> None:
    assert honour(slug, as_of=dt.date.fromisoformat(day)).deciding_level == level


def test_who_can_receive_what() -> None:
    assert {each.slug: each.recipients for each in honours(as_of=dt.date(2024, 6, 24))} == {
        "lao_dong_tien_tien": ("individual",),
        "chien_si_thi_dua_co_so": ("individual",),
        "tap_the_lao_dong_tien_tien": ("collective",),
        "thon_to_dan_pho_van_hoa": ("collective",),
        "gia_dinh_van_hoa": ("household",),
        "giay_khen_chu_tich_xa": ("individual", "collective", "household"),
    }


def test_titles_forms_and_names() -> None:
    day = dt.date(2024, 6, 24)
    certificate = honour("giay_khen_chu_tich_xa", as_of=day)
    assert certificate.short_name == "Giấy khen"
    assert certificate.name == "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã"
    assert [each.slug for each in honours(as_of=day) if not each.is_title] == [certificate.slug]
    assert [each.slug for each in honours(as_of=day) if each.money_only] == [
        "lao_dong_tien_tien",
        "tap_the_lao_dong_tien_tien",
    ]


@pytest.mark.parametrize(
    ("citation", "words"),
    [
        (Citation("98/2023/NĐ-CP", 58, 1, "g"), "Điểm g khoản 1 Điều 58 Nghị định 98/2023/NĐ-CP"),
        (Citation("06/2022/QH15", 80, 3), "Khoản 3 Điều 80 Luật Thi đua, khen thưởng 2022"),
        (Citation("152/2025/NĐ-CP", 54), "Điều 54 Nghị định 152/2025/NĐ-CP"),
        (Citation("01/2026/QĐ-TTg"), "01/2026/QĐ-TTg"),
    ],
)
def test_a_citation_reads_as_officials_write_it(citation: Citation, words: str) -> None:
    assert str(citation) == words
