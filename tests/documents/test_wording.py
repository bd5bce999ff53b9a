from __future__ import annotations

import pytest

from vinhdanh.documents.wording import official_capitals, signer_name


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("vận động nhân dân hiến đất", "vận động Nhân dân hiến đất"),
        ("ủy ban nhân dân xã", "ủy ban nhân dân xã"),
        ("Hội đồng nhân dân và nhân dân", "Hội đồng nhân dân và Nhân dân"),
        ("chính sách của nhà nước", "chính sách của Nhà nước"),
        ("quản lý nhà nước về thi đua", "quản lý nhà nước về thi đua"),
        ("theo điểm a khoản 2 điều 5", "theo Điểm a Khoản 2 Điều 5"),
        ("chương III, phụ lục II", "Chương III, Phụ lục II"),
        ("những điều kiện, một khoản tiền", "những điều kiện, một khoản tiền"),
        ("điểm số, thời điểm này", "điểm số, thời điểm này"),
        ("dịp tết nguyên đán", "dịp Tết Nguyên đán"),
    ],
)
def test_capitals_of_annex_two(given: str, written: str) -> None:
    assert official_capitals(given) == written


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("Nguyễn Văn An", "Nguyễn Văn An"),
        ("Ông Nguyễn Văn An", "Nguyễn Văn An"),
        ("PGS. TS. Trần Thị Bà", "Trần Thị Bà"),
        ("Tsàn A Lộc", "Tsàn A Lộc"),
        ("Bàn Thị Kim", "Bàn Thị Kim"),
    ],
)
def test_a_signer_has_no_title(given: str, written: str) -> None:
    assert signer_name(given) == written
