"""Gradings and initiatives."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from tests.intake.lists.files import codes, said, xlsx

from vinhdanh.intake.lists import INITIATIVES, YEAR_RECORDS, ListRow, ListSchema, read_list
from vinhdanh.intake.lists.cells.papers import Author


def row_of(schema: ListSchema, **cells: Any) -> ListRow:
    data = xlsx([list(cells), list(cells.values())])
    (row,) = read_list(data, "a.xlsx", schema=schema).rows
    return row


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"Xếp loại": "Giỏi"}, "unknown_word"),
        ({"Số tháng nghỉ": "13"}, "bad_number"),
        ({"Số tháng nghỉ": "vài"}, "bad_number"),
        ({"Số tháng nghỉ": "1", "Thai sản": "6"}, "bad_number"),
        ({"Thai sản": "6"}, "bad_number"),
        ({"Tổng số người": "5", "Số LĐTT": "6"}, "bad_number"),
    ],
)
def test_figures_that_cannot_be_are_errors(cells: dict[str, str], told: str) -> None:
    row = row_of(YEAR_RECORDS, **{"Họ và tên": "Lê Văn An", **cells})
    assert (told, "error") in [(each.code, each.severity) for each in row.findings]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("HTXSNV", "hoan-thanh-xuat-sac"),
        ("Hoàn thành XS nhiệm vụ".replace("XS", "xuất sắc"), "hoan-thanh-xuat-sac"),
        ("HTTNV", "hoan-thanh-tot"),
        ("hoàn thành tốt nhiệm vụ", "hoan-thanh-tot"),
        ("HTNV", "hoan-thanh"),
        ("Không hoàn thành nhiệm vụ", "khong-hoan-thanh"),
    ],
)
def test_gradings(typed: str, value: str) -> None:
    row = row_of(
        YEAR_RECORDS,
        **{"Họ và tên": "Lê Văn An", "Năm": 2023, "Kết quả xếp loại": typed, "Tháng nghỉ": 1.5},
    )
    assert row.values["completion"] == value
    assert row.values["year"] == 2023
    assert row.values["absent_months"] == Decimal("1.5")
    assert row.findings == ()


@pytest.mark.parametrize(
    ("typed", "authors", "told"),
    [
        ("Lê Văn An", (Author("Lê Văn An"),), []),
        ("Lê Văn An, Lê Thị Cúc", (Author("Lê Văn An"), Author("Lê Thị Cúc")), ["no_shares"]),
        ("Ông Lê Văn An (60%); bà Lê Thị Cúc (40%)",
         (Author("Lê Văn An", Decimal(60)), Author("Lê Thị Cúc", Decimal(40))), []),
        ("Lê Văn An: 62,5%\nLê Thị Cúc: 37,5%",
         (Author("Lê Văn An", Decimal("62.5")), Author("Lê Thị Cúc", Decimal("37.5"))), []),
        ("Lê Văn An\nLê Thị\nCúc", (Author("Lê Văn An Lê Thị Cúc"),), []),
        ("Ông Lê Văn An\nBà Lê Thị Cúc", (Author("Lê Văn An"), Author("Lê Thị Cúc")),
         ["no_shares"]),
        ("Lê Văn An, 60% và Lê Thị Cúc, 50%",
         (Author("Lê Văn An", Decimal(60)), Author("Lê Thị Cúc", Decimal(50))), ["odd_shares"]),
    ],
)  # fmt: skip
def test_authors_and_their_shares(typed: str, authors: tuple[Author, ...], told: list[str]) -> None:
    row = row_of(INITIATIVES, **{"Tên sáng kiến": "Số hóa sổ", "Tác giả": typed})
    assert row.values["authors"] == authors
    assert codes(row) == told


def test_share_in_a_column_of_its_own() -> None:
    for share in ("100%", "100", 1):
        row = row_of(
            INITIATIVES,
            **{"Tên đề tài": "Số hóa sổ", "Họ và tên": "Lê Văn An", "Tỷ lệ đóng góp (%)": share},
        )
        assert row.values["authors"] == (Author("Lê Văn An", Decimal(100)),)


def test_recognition() -> None:
    row = row_of(
        INITIATIVES,
        **{
            "Tên sáng kiến": "Số hóa sổ",
            "Phạm vi": "cấp cơ sở",
            "Quyết định công nhận": "QĐ số 45/QĐ-UBND ngày 20/11/2023",
        },
    )
    assert said(row) == {
        "title": "Số hóa sổ",
        "scope": "grassroots",
        "recognised_by": "45/QĐ-UBND",
        "recognised_on": dt.date(2023, 11, 20),
    }
