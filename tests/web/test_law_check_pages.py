from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from tests.scenarios.refusal import content
from tests.web.law_reading import answer
from tests.web.reading import told

from vinhdanh.lawbook import Level, Verdict, default_corpus, honours
from vinhdanh.web.law.needs import needs_of

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune

PERSON, UNIT, FAMILY = (
    "chien-si-thi-dua-co-so:individual",
    "tap-the-lao-dong-xuat-sac:collective",
    "gia-dinh-van-hoa:household",
)
KNOWN_PERSON = {
    "danh_hieu": PERSON, "nhom": "official", "muc_0": "hoan-thanh-xuat-sac", "nghi": "0",
    "tuyen_dung": "60", "khong_sang_kien": "on", "ky_luat": "khong", "xem_xet": "khong",
    "xac_nhan": "on",
}  # fmt: skip
KNOWN_UNIT = {
    "danh_hieu": UNIT, "tong": "20", "hoan_thanh": "20", "dat_lao-dong-tien-tien": "14",
    "dat_chien-si-thi-dua-co-so": "1", "nang_nhat": "khong", "muc_0": "hoan-thanh-xuat-sac",
    "xem_xet": "khong", "xac_nhan": "on",
}  # fmt: skip
ASKED = {
    "grade_at_least", "grades_in_a_row", "after_honour", "honours_in_a_row", "never_held",
    "no_hold", "group_in", "absence_below", "recruited_at_least", "served", "has_initiative",
    "discipline_ended", "discipline_below", "members_share", "members_holding",
    "members_all_complete", "no_violation",
}  # fmt: skip
"""Operators for whose facts the form has a field."""


@pytest.fixture
def clerk(commune: Commune, client: Client) -> Client:
    """The clerk's window."""
    client.force_login(commune.clerk.user)
    return client


def ask(client: Client, known: dict[str, str], **changes: str) -> Any:
    asked = {"ngay": "2025-12-31", "xet": "1"} | known | changes
    return client.get(reverse("law_check"), asked)


def verdict(client: Client, known: dict[str, str], **changes: str) -> Verdict:
    response = ask(client, known, **changes)
    assert told(response) == []
    found: Verdict = response.context["found"].verdict
    return found


@pytest.mark.parametrize(
    ("known", "wrong", "sentence"),
    [
        (KNOWN_PERSON, {"muc_0": "tuyet-voi"}, "tuyet-voi"),
        (KNOWN_PERSON, {"nghi": "13"}, "12"),
        (KNOWN_PERSON, {"nghi": "nan"}, "Số tháng nghỉ"),
        (KNOWN_PERSON, {"nghi": "2", "thai_san": "3"}, "nhiều hơn số tháng nghỉ trong năm"),
        (KNOWN_PERSON, {"sk_0": "initiative:grassroots"}, "Dòng này còn thiếu"),
        (KNOWN_PERSON, {"sk_0": "initiative:moon", "sk_nam_0": "2025"}, "Sáng kiến"),
        (KNOWN_PERSON, {"sk_nam_0": "2031", "sk_0": "initiative:province"}, "Số này quá lớn"),
        (
            KNOWN_PERSON,
            {"ky_luat": "khien-trach", "ky_luat_tu": "2025-05-02", "ky_luat_den": "2025-05-01"},
            "Ngày hết thời hạn trước ngày bắt đầu.",
        ),
        (KNOWN_PERSON, {"nhan": "2026-01-01"}, "Ngày nhận hồ sơ sau ngày quyết định"),
        (KNOWN_PERSON, {"nam": "2031"}, "Năm này sau năm của ngày quyết định"),
        (
            KNOWN_PERSON,
            {"sk_0": "initiative:province", "sk_nam_0": "2025"},
            "Ở trên đã ghi là có: hãy bỏ một trong hai.",
        ),
        (KNOWN_UNIT, {"hoan_thanh": "21"}, "21 nhiều hơn tổng số thành viên 20."),
        (KNOWN_UNIT, {"dat_lao-dong-tien-tien": "21"}, "21 nhiều hơn tổng số thành viên 20."),
        (KNOWN_UNIT, {"tong": "0"}, "Số này phải từ 1 trở lên."),
    ],
)
def test_what_cannot_be_is_told_and_not_judged(
    clerk: Client, known: dict[str, str], wrong: dict[str, str], sentence: str
) -> None:
    response = ask(clerk, known, **wrong)
    assert response.context["found"] is None
    text = " ".join(told(response))
    assert text
    assert sentence in text
    assert "[" not in text, "a place in a file is no place on a page"


def test_an_honour_nobody_knows_is_refused(clerk: Client) -> None:
    for chosen in ("chien-si:individual", "gia-dinh-van-hoa:individual", ":", "x"):
        response = ask(clerk, {"danh_hieu": chosen})
        assert response.context["found"] is None
        assert any("không có danh hiệu, hình thức đã chọn" in each for each in told(response))


def test_first_the_honour_is_chosen(clerk: Client) -> None:
    response = clerk.get(reverse("law_check"))
    assert response.context["form"].sections == []
    assert "Chương trình chỉ hỏi những điều mà tiêu chuẩn của danh hiệu ấy cần." in answer(response)


def test_nothing_known_must_be_verified_and_says_whom_to_ask(clerk: Client) -> None:
    for chosen in (PERSON, UNIT, FAMILY):
        response = ask(clerk, {"danh_hieu": chosen})
        assert response.context["found"].verdict is Verdict.UNDETERMINED
        text = answer(response)
        assert "Cần: " in text
        assert "Hỏi: " in text


def test_a_person_with_and_without_an_excellent_year(clerk: Client) -> None:
    assert verdict(clerk, KNOWN_PERSON) is Verdict.MET
    good = {"muc_0": "hoan-thanh-tot"}
    assert verdict(clerk, KNOWN_PERSON, **good) is Verdict.NOT_MET
    with_initiative = {"sk_0": "initiative:grassroots", "sk_nam_0": "2025", "khong_sang_kien": ""}
    assert verdict(clerk, KNOWN_PERSON, **good, **with_initiative) is Verdict.MET
    assert verdict(clerk, KNOWN_PERSON, nghi="3") is Verdict.UNDETERMINED, "a province may allow it"
    assert verdict(clerk, KNOWN_PERSON, nghi="3", thai_san="1") is Verdict.MET
    assert verdict(clerk, KNOWN_PERSON, xem_xet="complaint") is Verdict.NOT_MET
    assert verdict(clerk, KNOWN_PERSON, muc_0="") is Verdict.UNDETERMINED


def test_a_collective_on_both_sides_of_the_share(clerk: Client) -> None:
    assert verdict(clerk, KNOWN_UNIT) is Verdict.MET
    changes = {"dat_lao-dong-tien-tien": "13"}
    assert verdict(clerk, KNOWN_UNIT, **changes) is Verdict.NOT_MET
    changes = {"dat_lao-dong-tien-tien": "14", "dat_chien-si-thi-dua-co-so": ""}
    assert verdict(clerk, KNOWN_UNIT, **changes) is Verdict.UNDETERMINED


def test_discipline_inside_a_collective(clerk: Client) -> None:
    known = KNOWN_UNIT | {"danh_hieu": "tap-the-lao-dong-tien-tien:collective"}
    assert verdict(clerk, known) is Verdict.MET
    assert verdict(clerk, known, nang_nhat="khien-trach") is Verdict.MET
    assert verdict(clerk, known, nang_nhat="canh-cao") is Verdict.NOT_MET
    assert verdict(clerk, known, nang_nhat="") is Verdict.UNDETERMINED


def test_a_household(clerk: Client) -> None:
    known = {
        "danh_hieu": FAMILY,
        "khong_vi_pham": "on",
        "xac_nhan": "on",
        "xem_xet": "khong",
    }
    assert verdict(clerk, known) is not Verdict.NOT_MET
    del known["khong_vi_pham"]
    assert verdict(clerk, known, vi_pham="truy-cuu-hinh-su") is Verdict.NOT_MET


def test_honours_held_count_year_by_year(clerk: Client) -> None:
    known = {
        "danh_hieu": "chien-si-thi-dua-tinh:individual",
        "dh_0": "chien-si-thi-dua-co-so",
        "dh_nam_0": "2024",
        "dh_1": "chien-si-thi-dua-co-so",
        "dh_nam_1": "2024",
    }
    response = ask(clerk, known)
    assert any("đã ghi ở trên" in each for each in told(response))
    assert verdict(clerk, known, dh_nam_1="2023") is not Verdict.MET
    assert verdict(clerk, {"danh_hieu": known["danh_hieu"]}, chua_tang="on") is Verdict.NOT_MET


def test_a_file_received_earlier_follows_the_earlier_text(clerk: Client) -> None:
    late = {"ngay": "2026-10-15"}
    assert verdict(clerk, KNOWN_PERSON, **late, nam="2026") is Verdict.UNDETERMINED
    response = ask(clerk, KNOWN_PERSON, **late, nhan="2026-09-20", nam="2026")
    assert response.context["found"].verdict is Verdict.MET
    assert "theo quy định ngày 30/09/2026" in answer(response)


def test_nothing_is_stored(clerk: Client) -> None:
    before = content()
    ask(clerk, KNOWN_PERSON)
    assert content() == before


def test_every_honour_a_commune_decides_can_be_tried(clerk: Client) -> None:
    view = default_corpus().on(dt.date(2025, 12, 31))
    own = [each for each in honours(as_of=view.day) if each.deciding_level is Level.COMMUNE_CHAIR]
    for one in own:
        for kind in one.recipients:
            response = ask(clerk, {"danh_hieu": f"{one.slug}:{kind.value}", "xac_nhan": "on"})
            assert told(response) == [], one.slug
            assert response.context["found"] is not None, one.slug


def test_every_condition_of_every_honour_can_be_answered() -> None:
    asked = {"judged", "achieved", "all", "any", "not", "standard_of", *ASKED}
    for day in (dt.date(2023, 12, 31), dt.date(2025, 12, 31)):
        view = default_corpus().on(day, "bac-ninh" if day.year > 2023 else "")
        for one in honours(as_of=day):
            for kind in one.recipients:
                assert needs_of(one.slug, kind, view).operators <= asked, one.slug
