from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from tests.web.law_reading import answer
from tests.web.reading import told

from vinhdanh.lawbook import Citation, add_days, add_working_days, default_corpus
from vinhdanh.lawbook.calendar import unconfirmed
from vinhdanh.lawbook.rules import Deadline
from vinhdanh.web.law.deadlines import BACKWARDS, counted, deadline_choices, due_by
from vinhdanh.web.law.ratios import Answer, Ratio, ratios

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune

    from vinhdanh.lawbook.library import View

DAY = dt.date(2025, 12, 31)
TITLE, BETTER, FORM = (
    "lao-dong-tien-tien:individual",
    "chien-si-thi-dua-co-so:individual",
    "giay-khen-ca-nhan:individual",
)


@pytest.fixture
def clerk(commune: Commune, client: Client) -> Client:
    """The clerk's window."""
    client.force_login(commune.clerk.user)
    return client


def ask(client: Client, name: str, **asked: str) -> str:
    asked.setdefault("ngay", DAY.isoformat())
    return answer(client.get(reverse(name), asked))


def law() -> View:
    return default_corpus().on(DAY)


# --- prize ---------------------------------------------------------------------------------------


def test_honours_of_different_recipients_are_not_added(clerk: Client) -> None:
    response = clerk.get(
        reverse("law_prize"),
        {"ngay": "2025-12-31", "danh_hieu": TITLE, "them": "giay-khen-tap-the:collective"},
    )
    assert any("dành cho đối tượng khác nhau" in each for each in told(response))
    assert response.context["payment"] is None


def test_an_honour_of_another_day_is_refused(clerk: Client) -> None:
    text = ask(clerk, "law_prize", danh_hieu="nha-phat-minh:individual")
    assert "Quy định ngày này không có danh hiệu, hình thức đã chọn" in text


def test_an_empty_question_is_no_error(clerk: Client) -> None:
    for name in ("law_prize", "law_deadline", "law_ratio"):
        response = clerk.get(reverse(name))
        assert told(response) == []


def test_a_prize_shows_how_it_came_about(clerk: Client) -> None:
    text = ask(clerk, "law_prize", danh_hieu=TITLE)
    assert "Được thưởng 710.000 đ" in text
    assert (
        "0,3 lần mức lương cơ sở 2.340.000 đồng = 702.000 đồng, làm tròn lên 710.000 đồng" in text
    )
    assert "Điều 50 Nghị định 152/2025/NĐ-CP · lương cơ sở: Điều 3 Nghị định 73/2024/NĐ-CP" in text
    assert "Tiền thưởng được làm tròn lên hàng chục nghìn đồng." in text


def test_of_several_titles_the_highest_alone_is_paid(clerk: Client) -> None:
    text = ask(clerk, "law_prize", danh_hieu=TITLE, them=BETTER)
    assert "Được thưởng 2.340.000 đ" in text
    assert text.count("không trả thêm") == 1
    assert "chỉ nhận mức thưởng cao nhất" in text


def test_a_form_is_paid_beside_a_title(clerk: Client) -> None:
    text = ask(clerk, "law_prize", danh_hieu=TITLE, them=BETTER, them_nua=FORM)
    assert "Được thưởng 3.050.000 đ" in text
    assert "thì nhận thưởng cả hai" in text


def test_the_same_honour_twice_counts_once(clerk: Client) -> None:
    assert "Được thưởng 710.000 đ" in ask(clerk, "law_prize", danh_hieu=TITLE, them=TITLE)


def test_what_no_text_settles_has_no_total(clerk: Client) -> None:
    text = ask(clerk, "law_prize", danh_hieu="gia-dinh-van-hoa:household")
    assert "Chưa tính được tổng" in text
    assert "Cần xác minh" in text
    text = ask(clerk, "law_prize", danh_hieu=FORM, them="bang-khen-tinh-ca-nhan:individual")
    assert "không nêu cách trả khi được nhiều hình thức khen thưởng" in text
    assert "Chưa tính được tổng" in text
    text = ask(clerk, "law_prize", ngay="2010-01-01", danh_hieu=TITLE, them=BETTER)
    assert "không nêu cách trả khi đạt nhiều danh hiệu" in text


# --- deadline ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"so_ngay": "-1"}, "Số này phải từ 0 trở lên."),
        ({"so_ngay": "mười"}, "Hãy ghi một số nguyên"),
        ({"so_ngay": "100000"}, "Số này quá lớn"),
        ({"han": "ngay-mai"}, "Quy định ngày này không có thời hạn đã chọn"),
        ({"ngay": "2027-12-25", "so_ngay": "300"}, "Chưa có lịch nghỉ lễ, tết năm 2028"),
    ],
)
def test_a_bent_period_is_refused(clerk: Client, asked: dict[str, str], sentence: str) -> None:
    text = ask(clerk, "law_deadline", **asked)
    assert "Chưa tính được" in text
    assert sentence in text
    assert "yaml" not in text


def test_a_limit_of_the_law_ends_on_its_working_day(clerk: Client) -> None:
    text = ask(clerk, "law_deadline", ngay="2026-01-25", han="cstdcs-commune")
    assert f"Hạn cuối: Thứ Sáu, {add_working_days(dt.date(2026, 1, 25), 20):%d/%m/%Y}" in text
    assert "Tết Nguyên đán Bính Ngọ 16/02/2026 – 20/02/2026" in text
    assert "Thứ Bảy, Chủ Nhật 8 ngày" in text
    assert "Quyết định 638/QĐ-BNV năm 2025" in text


def test_calendar_days_that_end_on_a_day_off_move_on(clerk: Client) -> None:
    text = ask(clerk, "law_deadline", ngay="2025-08-23", so_ngay="10", don_vi="days")
    assert f"{add_days(dt.date(2025, 8, 23), 10):%d/%m/%Y}" in text
    assert "Ngày cuối rơi vào ngày nghỉ nên dời một ngày." in text
    assert "Quốc khánh" in text


def test_days_that_are_not_certain_are_said(clerk: Client) -> None:
    start = dt.date(2026, 12, 20)
    reasons = unconfirmed(start, add_working_days(start, 40))
    assert reasons
    text = ask(clerk, "law_deadline", ngay=start.isoformat(), so_ngay="40", don_vi="working_days")
    assert [each for each in reasons if each not in text] == []


def test_a_day_of_the_year_is_the_next_one(clerk: Client) -> None:
    text = ask(clerk, "law_deadline", ngay="2025-11-24", han="gdvh-year-end")
    assert "Phải xong trước: Thứ Ba, 25/11/2025" in text
    text = ask(clerk, "law_deadline", ngay="2025-11-25", han="gdvh-year-end")
    assert "25/11/2026" in text


def test_a_limit_that_was_not_read_has_no_day(clerk: Client) -> None:
    text = ask(clerk, "law_deadline", han="giay-khen-commune")
    assert "Chưa tính được" in text
    assert "Thời hạn xét giấy khen ở cấp xã do quy định của tỉnh." in text


def test_a_harder_case_takes_longer(clerk: Client) -> None:
    plain = ask(clerk, "law_deadline", ngay="2025-10-01", han="complaint-first")
    harder = ask(
        clerk, "law_deadline", ngay="2025-10-01", han="complaint-first", truong_hop="complex_value"
    )
    start = dt.date(2025, 10, 1)
    assert f"{add_days(start, 30):%d/%m/%Y}" in plain
    assert f"{add_days(start, 45):%d/%m/%Y}" in harder


def test_every_limit_offered_can_be_counted() -> None:
    for day in (DAY, dt.date(2026, 7, 1)):
        view = default_corpus().on(day, "bac-ninh")
        offered = {slug for _, group in deadline_choices(view) for slug, _ in group}
        for rule in view.all(Deadline):
            if rule.content.id in offered:
                assert due_by(rule, day).sentence
            else:
                assert BACKWARDS in rule.content.what


@given(st.dates(dt.date(2024, 1, 1), dt.date(2026, 6, 30)), st.integers(1, 60))
def test_what_was_passed_over_explains_the_end(start: dt.date, number: int) -> None:
    due = counted(start, number, working=True)
    assert due.day == add_working_days(start, number)
    off = sum((each.last - each.first).days + 1 for each in due.passed)
    assert (due.day - start).days <= number + due.weekends + off


# --- ratio ---------------------------------------------------------------------------------------


def share(whole: int, part: int, *, percent: int = 70, is_ceiling: bool = False) -> Answer:
    ratio = Ratio("x", "x", percent, is_ceiling, Citation("1/2024"), None)
    return Answer(ratio, whole, part)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"tong": "20", "dat": "13"}, "Chưa chọn tỷ lệ."),
        ({"ty_le": "x", "tong": "20", "dat": "13"}, "Quy định ngày này không có tỷ lệ đã chọn"),
        ({"tong": "0", "dat": "0"}, "Số này phải từ 1 trở lên."),
        ({"tong": "3", "dat": "4"}, "Số đạt 4 nhiều hơn tổng số 3"),
        ({"tong": "20", "dat": ""}, "Chưa ghi số."),
    ],
)
def test_a_bent_ratio_is_refused(clerk: Client, asked: dict[str, str], sentence: str) -> None:
    text = ask(clerk, "law_ratio", **asked)
    assert "Chưa tính được" in text
    assert sentence in text


@pytest.mark.parametrize(
    ("whole", "part", "told", "is_met"),
    [
        (20, 13, "65%", False),
        (20, 14, "70%", True),
        (7, 4, "57,14…%", False),
        (7, 5, "71,42…%", True),
        (1000, 699, "69,9%", False),
        (100_000, 69_999, "69,99…%", False),
        (3, 3, "100%", True),
        (3, 0, "0%", False),
    ],
)
def test_a_share_is_never_rounded_up(whole: int, part: int, told: str, *, is_met: bool) -> None:
    found = share(whole, part)
    assert (found.share, found.is_met) == (told, is_met)
    assert found.is_met is (100 * part >= 70 * whole)


def test_how_many_are_lacking() -> None:
    assert share(20, 13).sentence == "Cần ít nhất 14; còn thiếu 1."
    assert share(20, 14).sentence == "Cần ít nhất 14; đã đạt."
    ceiling = share(13, 3, percent=15, is_ceiling=True)
    assert (ceiling.is_met, ceiling.sentence) == (
        False,
        "Được nhiều nhất 1, phần lẻ không tính; nhiều hơn 2.",
    )
    assert share(20, 3, percent=15, is_ceiling=True).is_met


def test_the_ratios_are_those_of_the_law(clerk: Client) -> None:
    found = {each.words: each for each in ratios(law())}
    one = next(each for words, each in found.items() if "Tập thể lao động tiên tiến" in words)
    assert one.percent == 70
    text = ask(clerk, "law_ratio", ty_le=one.id, tong="20", dat="13")
    assert "13/20 là 65%" in text
    assert "Chưa đạt Cần ít nhất 14; còn thiếu 1." in text
    assert "Điểm c khoản 1 Điều 28 Luật Thi đua, khen thưởng 2022" in text
    ids = [each.id for each in ratios(law())]
    assert len(ids) == len(set(ids))
    text = ask(clerk, "law_ratio", ngay="2023-12-31", tong="13", dat="2",
               ty_le=next(e.id for e in ratios(default_corpus().on(dt.date(2023, 12, 31)))
                          if e.is_ceiling))  # fmt: skip
    assert "Được nhiều nhất 1, phần lẻ không tính; nhiều hơn 1." in text
    assert "cần xác minh" in text
