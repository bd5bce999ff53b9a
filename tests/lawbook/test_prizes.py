from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vinhdanh.lawbook import base_salary, honours, prize

CERTIFICATE = "giay_khen_chu_tich_xa"
RECIPIENTS = ("individual", "collective", "household")


@pytest.mark.parametrize(
    ("day", "amount"),
    [
        ("2023-06-30", None),
        ("2023-07-01", 1_800_000),
        ("2024-06-30", 1_800_000),
        ("2024-07-01", 2_340_000),
        ("2026-06-30", 2_340_000),
        ("2026-07-01", 2_530_000),
    ],
)
def test_base_salary_changes_on_its_day(day: str, amount: int | None) -> None:
    assert base_salary(as_of=dt.date.fromisoformat(day)) == amount


@pytest.mark.parametrize(
    ("slug", "recipient", "day", "amount"),
    [
        # Nothing is known before the Law: no amount, no guess.
        (CERTIFICATE, "individual", "2023-12-31", None),
        # 0.15 × 1,800,000 = 270,000; from 1/7/2024 0.15 × 2,340,000 = 351,000, rounded up.
        (CERTIFICATE, "individual", "2024-01-01", 270_000),
        (CERTIFICATE, "individual", "2024-06-30", 270_000),
        (CERTIFICATE, "individual", "2024-07-01", 360_000),
        (CERTIFICATE, "individual", "2025-06-30", 360_000),
        # Decree 152/2025 doubles it: 0.3 × 2,340,000 = 702,000.
        (CERTIFICATE, "individual", "2025-07-01", 710_000),
        # 0.3 × 2,530,000 = 759,000.
        (CERTIFICATE, "individual", "2026-07-01", 760_000),
        (CERTIFICATE, "individual", "2026-10-01", None),
        (CERTIFICATE, "collective", "2024-06-30", 540_000),
        (CERTIFICATE, "collective", "2025-07-01", 1_410_000),
        # A household's money in the first regime is not in the texts read.
        (CERTIFICATE, "household", "2025-06-30", None),
        (CERTIFICATE, "household", "2025-07-01", 1_060_000),
        ("gia_dinh_van_hoa", "household", "2024-06-30", None),
        ("gia_dinh_van_hoa", "household", "2025-07-01", None),
        ("lao_dong_tien_tien", "individual", "2024-06-30", 540_000),
        ("lao_dong_tien_tien", "individual", "2024-07-01", 710_000),
        ("chien_si_thi_dua_co_so", "individual", "2024-06-30", 1_800_000),
        ("tap_the_lao_dong_tien_tien", "collective", "2025-07-01", 1_880_000),
        ("thon_to_dan_pho_van_hoa", "collective", "2024-06-30", 2_700_000),
        ("huan_chuong", "individual", "2024-06-30", None),
        ("lao_dong_tien_tien", "collective", "2024-06-30", None),
    ],
)
def test_a_prize_follows_the_day_of_the_decision(
    slug: str, recipient: str, day: str, amount: int | None
) -> None:
    money = prize(slug, recipient, as_of=dt.date.fromisoformat(day))
    assert (money.amount if money else None) == amount


def test_a_prize_says_what_it_was_computed_from() -> None:
    money = prize(CERTIFICATE, "individual", as_of=dt.date(2024, 7, 1))
    assert money is not None
    assert (money.multiple, money.base_salary) == (Decimal("0.15"), 2_340_000)
    assert str(money.citation) == "Điểm g khoản 1 Điều 58 Nghị định 98/2023/NĐ-CP"


@given(
    st.dates(dt.date(2023, 1, 1), dt.date(2028, 12, 31)),
    st.sampled_from([each.slug for each in honours(as_of=dt.date(2024, 6, 24))]),
    st.sampled_from(RECIPIENTS),
)
def test_a_prize_is_the_product_rounded_up_to_ten_thousand(
    day: dt.date, slug: str, recipient: str
) -> None:
    money = prize(slug, recipient, as_of=day)
    if money is None:
        return
    exact = money.multiple * money.base_salary
    assert money.base_salary == base_salary(as_of=day)
    assert money.amount % 10_000 == 0
    assert exact <= money.amount < exact + 10_000
