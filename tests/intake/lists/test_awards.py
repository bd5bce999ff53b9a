"""Nominations and old decisions: recipients, titles and forms, papers and money."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from tests.intake.lists.files import codes, said, xlsx

from vinhdanh.intake.lists import HONOURS, NOMINATIONS, ListRow, ListSchema, read_list

HEAD = ["STT", "Tên", "Danh hiệu", "Hình thức khen thưởng", "Chức vụ, đơn vị"]

OF_PROVINCE = "Bằng khen của Chủ tịch Ủy ban nhân dân cấp tỉnh"


def row_of(*cells: Any, head: list[str] | None = None, schema: ListSchema = NOMINATIONS) -> ListRow:
    (row,) = read_list(xlsx([head or HEAD, [1, *cells]]), "a.xlsx", schema=schema).rows
    return row


@pytest.mark.parametrize(
    ("title", "form", "expected", "told"),
    [
        ("Giỏi", None, ("Giỏi", ""), ["unknown_honour"]),
        ("giấy khen", None, ("", "Giấy khen"), ["wrong_column"]),
        (None, "Chiến sĩ thi đua cơ sở", ("Chiến sĩ thi đua cơ sở", ""), ["wrong_column"]),
        ("GK", "LĐTT", ("Lao động tiên tiến", "Giấy khen"), ["abbreviation", "wrong_column"] * 2),
        ("CSTĐCS", "BK", ("Chiến sĩ thi đua cơ sở", "Bằng khen"), ["abbreviation"] * 2),
        ("TTLĐTT", None, ("Tập thể lao động tiên tiến", ""), ["abbreviation"]),
        ("GĐVH", None, ("Gia đình văn hóa", ""), ["abbreviation"]),
        ("Lao động tiên tiến", "Giấy khen", ("Lao động tiên tiến", "Giấy khen"), []),
        ("LĐTT, CSTĐCS", None, ("Lao động tiên tiến; Chiến sĩ thi đua cơ sở", ""),
         ["abbreviation", "several_honours"]),
        (None, "Giấy khen của Chủ tịch UBND xã", ("", "Giấy khen"), []),
        (None, "GK của CT UBND xã", ("", "Giấy khen"), ["abbreviation"]),
        (None, "Bằng khen UBND tỉnh", ("", OF_PROVINCE), ["abbreviation"]),
        (None, "BK của Chủ tịch UBND tỉnh Hưng Yên", ("", OF_PROVINCE), ["abbreviation"]),
        (None, "Bằng khen tỉnh", ("", OF_PROVINCE), ["abbreviation"]),
        (None, "Bằng khen Tỉnh đoàn", ("", "Bằng khen Tỉnh đoàn"), []),
        (None, "Giấy khen của Giám đốc Sở", ("", "Giấy khen của Giám đốc Sở"), []),
        (None, None, ("", ""), ["no_honour"]),
    ],
)  # fmt: skip
def test_titles_and_forms_find_their_column(
    title: str | None, form: str | None, expected: tuple[str, str], told: list[str]
) -> None:
    row = row_of("Ông Nguyễn Văn An", title, form)
    assert (row.values["title"], row.values["form"]) == expected
    assert sorted(codes(row)) == sorted(told)


def test_one_column_for_both() -> None:
    head = ["STT", "Họ và tên", "Danh hiệu, hình thức khen thưởng"]
    row = row_of("Nguyễn Văn An", "LĐTT; Giấy khen", head=head)
    assert (row.values["title"], row.values["form"]) == ("Lao động tiên tiến", "Giấy khen")


@pytest.mark.parametrize(
    ("name", "kind", "stored"),
    [
        ("Mái ấm tình thương", "", "Mái ấm tình thương"),
        ("Bàn Văn Đoàn", "individual", "Bàn Văn Đoàn"),
        ("Đoàn Phương Anh", "individual", "Đoàn Phương Anh"),
        ("Đoàn xã Minh Tiến", "collective", "Đoàn xã Minh Tiến"),
        ("Ông NGUYỄN VĂN AN", "individual", "Nguyễn Văn An"),
        ("Trần Thị Hội", "individual", "Trần Thị Hội"),
        ("Thôn Phạm Xá", "collective", "Thôn Phạm Xá"),
        ("Hội Nông dân xã", "collective", "Hội Nông dân xã"),
        ("Tập thể Trường Mầm non", "collective", "Tập thể Trường Mầm non"),
        ("Trường Tiểu học Minh Tiến", "collective", "Trường Tiểu học Minh Tiến"),
        ("Hộ ông Lê Văn Cường", "household", "Lê Văn Cường"),
        ("Gia đình ông (bà) Lê Văn Cường", "household", "Lê Văn Cường"),
        ("Hộ ông/bà: LÊ VĂN CƯỜNG", "household", "Lê Văn Cường"),
        ("Gia đình bà TRẦN THỊ BÌNH", "household", "Trần Thị Bình"),
    ],
)
def test_kind_of_recipient_is_told_by_the_name_or_asked_for(
    name: str, kind: str, stored: str
) -> None:
    row = row_of(name, None, "Giấy khen")
    assert (row.values["kind"], row.values["name"]) == (kind, stored)
    assert ("unknown_kind" in codes(row)) is (kind == "")


@pytest.mark.parametrize(
    ("title", "kind"),
    [("TTLĐTT", "collective"), ("LĐTT", "individual"), ("GĐVH", "household"), ("Cờ thi đua", "")],
)
def test_title_tells_the_kind_where_the_name_does_not(title: str, kind: str) -> None:
    row = row_of("Mái ấm tình thương", title)
    assert row.values["kind"] == kind
    assert ("kind_by_honour" in codes(row)) is (kind != "")


def test_groups_give_kind_and_honour() -> None:
    def draw(_: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["STT", "Tên", "Chức vụ, đơn vị"])
        sheet.merge_range(1, 0, 1, 2, "A. DANH HIỆU LAO ĐỘNG TIÊN TIẾN")
        sheet.merge_range(2, 0, 2, 2, "I. Cá nhân")
        sheet.write_row(3, 0, [1, "Ông Lê Văn An", "Trưởng thôn, thôn Phạm Xá"])
        sheet.merge_range(4, 0, 4, 2, "B. TẶNG GIẤY KHEN")
        sheet.write_row(5, 0, ["I", "Tập thể: 01"])
        sheet.write_row(6, 0, [1, "Thôn Đông"])

    first, second = read_list(xlsx(draw), "a.xlsx", schema=NOMINATIONS).rows
    assert said(first) == {
        "name": "Lê Văn An",
        "kind": "individual",
        "sex": "male",
        "detail": "Trưởng thôn, thôn Phạm Xá",
        "position": "Trưởng thôn",
        "unit": "thôn Phạm Xá",
        "title": "Lao động tiên tiến",
    }
    assert said(second) == {"name": "Thôn Đông", "kind": "collective", "form": "Giấy khen"}


def test_one_recipient_twice_for_one_honour() -> None:
    data = xlsx(
        [
            ["STT", "Họ và tên", "Danh hiệu", "Thời gian"],
            [1, "Lê Văn An", "LĐTT", "2023"],
            [2, "Lê Văn An", "Lao động tiên tiến", "2023"],
            [3, "Lê Văn An", "CSTĐCS", "2023"],
        ]
    )
    rows = read_list(data, "a.xlsx", schema=NOMINATIONS).rows
    assert ["duplicate" in codes(row) for row in rows] == [False, True, False]


def test_old_decisions_with_number_day_and_money() -> None:
    head = ["STT", "Họ và tên", "Hình thức", "Số QĐ", "Mức thưởng"]
    row = row_of(
        "Bà Lê Thị Cúc", "GK", "Số 125 /QĐ-UBND ngày 12/12/2023", "447.000 đ",
        head=head, schema=HONOURS,
    )  # fmt: skip
    assert row.values["decision_number"] == "125/QĐ-UBND"
    assert row.values["decided_on"] == dt.date(2023, 12, 12)
    assert row.values["prize"] == 447_000
    odd = row_of("Lê Văn An", "GK", "không nhớ", "nhiều", head=head, schema=HONOURS)
    assert {"odd_number", "bad_number"} <= set(codes(odd))


def test_number_and_day_of_a_decision_in_two_header_rows() -> None:
    def draw(_: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["STT", "Họ và tên", "Danh hiệu"])
        sheet.merge_range(0, 3, 0, 4, "Quyết định khen thưởng")
        sheet.write_row(1, 3, ["Số", "Ngày"])
        sheet.write_row(2, 0, [1, "Lê Văn An", "LĐTT", "10/QĐ-UBND", "5/1/2023"])

    (row,) = read_list(xlsx(draw), "a.xlsx", schema=HONOURS).rows
    assert row.values["decision_number"] == "10/QĐ-UBND"
    assert row.values["decided_on"] == dt.date(2023, 1, 5)
