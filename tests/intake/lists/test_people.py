"""Lists of people as they come from offices: the untidy ones first."""

from __future__ import annotations

import datetime as dt
import unicodedata
from typing import Any

import pytest
from tests.intake.lists.files import codes, names, said, xlsx

from vinhdanh.intake.lists import NOT_USED, PEOPLE, ListRow, read_list

HEAD = ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Đơn vị"]


def people(*rows: list[Any], head: list[str] | None = None) -> list[ListRow]:
    data = xlsx([head or HEAD, *rows])
    return list(read_list(data, "ds.xlsx", schema=PEOPLE, as_of=dt.date(2024, 6, 24)).rows)


def person(*cells: Any, head: list[str] | None = None) -> ListRow:
    (row,) = people([1, *cells], head=head)
    return row


@pytest.mark.parametrize(
    ("typed", "code", "words"),
    [
        ("31/02/1975", "bad_date", "không phải là ngày có thật"),
        ("12/25/1975", "bad_date", "đã đổi chỗ"),
        ("không rõ", "bad_date", "không đọc được thành ngày"),
        ("1/1/2030", "odd_birth", "2030 không thể đúng"),
        ("1/1/1901", "odd_birth", "1901 không thể đúng"),
        ("#N/A", "broken_formula", "công thức"),
    ],
)
def test_birth_dates_that_cannot_be_are_errors(typed: str, code: str, words: str) -> None:
    row = person("Nguyễn Văn An", typed)
    (finding,) = row.findings
    assert finding.severity == "error"
    assert finding.code == code
    assert words in finding.message
    assert finding.message.startswith("Dòng 2")
    assert finding.message.endswith(".")
    assert finding.where.startswith("Trang tính “Sheet1”, dòng 2")


@pytest.mark.parametrize(
    ("typed", "day", "year", "told"),
    [
        ("12/3/1975", dt.date(1975, 3, 12), 1975, []),
        ("12-03-1975", dt.date(1975, 3, 12), 1975, []),
        (" 12 / 3 / 1975 ", dt.date(1975, 3, 12), 1975, []),
        ("ngày 12 tháng 3 năm 1975", dt.date(1975, 3, 12), 1975, []),
        ("1975-03-12", dt.date(1975, 3, 12), 1975, []),
        ("12.03.75", dt.date(1975, 3, 12), 1975, ["short_year"]),
        ("1/2/05", dt.date(2005, 2, 1), 2005, ["short_year"]),
        ("1975", None, 1975, ["year_only"]),
        (1975, None, 1975, ["year_only"]),
        ("3/1975", None, 1975, ["month_only"]),
        (27465, dt.date(1975, 3, 12), 1975, ["date_serial"]),
        ("27465", dt.date(1975, 3, 12), 1975, ["date_serial"]),
    ],
)
def test_birth_dates_are_read_as_they_are_typed(
    typed: object, day: dt.date | None, year: int, told: list[str]
) -> None:
    row = person("Nguyễn Văn An", typed)
    assert (row.values["birth_date"], row.values["birth_year"]) == (day, year)
    assert codes(row) == told


def test_excel_days_and_years_in_day_format() -> None:
    def draw(book: Any, sheet: Any) -> None:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, HEAD)
        sheet.write_row(1, 0, [1, "Nguyễn Văn An"])
        sheet.write_datetime(1, 2, dt.datetime(1975, 3, 12), day)  # noqa: DTZ001
        sheet.write_row(2, 0, [2, "Trần Thị Bình"])
        sheet.write_number(2, 2, 1980, day)  # Excel shows 02/06/1905

    first, second = read_list(xlsx(draw), "a.xlsx", schema=PEOPLE).rows
    assert first.values["birth_date"] == dt.date(1975, 3, 12)
    assert (second.values["birth_date"], second.values["birth_year"]) == (None, 1980)


@pytest.mark.parametrize(
    ("typed", "name", "sex", "told"),
    [
        ("  Ông   Nguyễn Văn  An ", "Nguyễn Văn An", "male", []),
        ("Bà: Trần Thị Bình", "Trần Thị Bình", "female", []),
        ("Đ/c Bà Trần Thị Bình", "Trần Thị Bình", "female", []),
        ("Đồng chí Lê Văn Cường", "Lê Văn Cường", "", []),
        ("Ông (bà) Lê Văn Cường", "Lê Văn Cường", "", []),
        ("Ông Văn An", "Ông Văn An", "", []),
        ("NGUYỄN VĂN AN", "Nguyễn Văn An", "", ["name_case"]),
        ("nguyễn văn an", "Nguyễn Văn An", "", ["name_case"]),
        ("1. Nguyễn Văn An", "Nguyễn Văn An", "", []),
        (unicodedata.normalize("NFD", "Nguyễn Văn Ước"), "Nguyễn Văn Ước", "", []),
        ("An", "An", "", ["odd_name"]),
        ("0912345678", "0912345678", "", ["odd_name"]),
    ],
)
def test_names_lose_their_title_and_tell_the_sex(
    typed: str, name: str, sex: str, told: list[str]
) -> None:
    row = person(typed)
    assert (row.values["name"], row.values["sex"]) == (name, sex)
    assert codes(row) == told


def test_title_and_column_that_contradict_are_told() -> None:
    row = person("Bà Trần Thị Bình", "1/1/1980", "Nam")
    assert row.values["sex"] == "male"
    (finding,) = row.findings
    assert finding.severity == "warning"
    assert "“Nữ”" in finding.message
    assert "“Nam”" in finding.message


def test_unknown_word_for_the_sex_names_the_choices() -> None:
    (finding,) = person("Lê Văn An", None, "khác").findings
    assert finding.message == (
        "Dòng 2, cột “Giới tính”: không hiểu “khác”; hãy ghi một trong: “Nữ”; “Nam”."
    )


def test_row_without_a_name_is_an_error_not_lost() -> None:
    rows = people([1, "Lê Văn An"], [2, None, "1/1/1980", "Nam"])
    assert not rows[0].findings
    assert [(each.code, each.severity) for each in rows[1].findings] == [("missing", "error")]


def test_year_of_birth_under_male_or_female() -> None:
    def draw(_: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["TT", "Họ tên", None, None, "Thôn"])
        sheet.merge_range(0, 2, 0, 3, "Năm sinh")
        sheet.write_row(1, 2, ["Nam", "Nữ"])
        sheet.write_row(2, 0, [1, "Nguyễn Văn An", 1975, None, "Phạm Xá"])
        sheet.write_row(3, 0, [2, "Trần Thị Bình", None, "12/3/1980", "Phạm Xá"])

    draft = read_list(xlsx(draw), "a.xlsx", schema=PEOPLE)
    first, second = draft.rows
    assert draft.mapping["Năm sinh – Nam"] == "born_male"
    assert (first.values["sex"], first.values["birth_year"]) == ("male", 1975)
    assert (second.values["sex"], second.values["birth_date"]) == ("female", dt.date(1980, 3, 12))


def test_marks_under_male_and_female() -> None:
    rows = people(
        [1, "Lê An", "x", None], [2, "Lê Bình", None, "X"], head=["STT", "Họ và tên", "Nam", "Nữ"]
    )
    assert [row.values["sex"] for row in rows] == ["male", "female"]


def test_identity_numbers_are_not_read() -> None:
    head = ["Số CCCD", "Họ và tên", "Lao động trực tiếp", "Nhóm"]
    draft = read_list(
        xlsx([head, ["027075001234", "Lê Văn An", "x", "Công chức"]]), "a.xlsx", schema=PEOPLE
    )
    (row,) = draft.rows
    assert "027075001234" not in repr(row)
    assert codes(draft) == ["identity"]
    assert (row.values["is_direct_worker"], row.values["group"]) == (True, "official")


def test_same_people_are_found_and_namesakes_told_apart() -> None:
    rows = people(
        [1, "Nguyễn Văn An", "1/1/1980"],
        [2, "Nguyễn Văn An", "2/2/1990"],
        [3, "nguyễn văn an", "01/01/1980"],
        [4, "Lê Thị Hoà", None, "Nữ", "Thôn A"],
        [5, "Lê Thị Hòa", None, "Nữ", "Thôn A"],
    )
    assert ["duplicate" in codes(row) for row in rows] == [False, False, True, False, True]
    assert "dòng 2" in rows[2].findings[-1].message


def test_columns_in_any_order_and_a_person_may_overrule() -> None:
    data = xlsx(
        [
            ["Ghi chú", "Nơi công tác", "Họ tên khai sinh", "Cột lạ"],
            ["a", "Trạm Y tế", "Lê Văn An", "b"],
        ]
    )
    draft = read_list(data, "a.xlsx", schema=PEOPLE)
    assert draft.mapping == {
        "Ghi chú": "note",
        "Nơi công tác": "unit",
        "Họ tên khai sinh": "name",
        "Cột lạ": NOT_USED,
    }
    assert codes(draft) == ["unused_column"]
    again = read_list(
        data, "a.xlsx", schema=PEOPLE, mapping={"Cột lạ": "position", "Ghi chú": NOT_USED}
    )
    assert said(again.rows[0]) == {"name": "Lê Văn An", "unit": "Trạm Y tế", "position": "b"}


def test_unknown_headings_wait_for_a_person() -> None:
    data = xlsx([["Num.", "Full name", "Born"], [1, "Lê Văn An", "1/1/1980"]])
    draft = read_list(data, "a.xlsx", schema=PEOPLE)
    assert draft.rows == ()
    assert draft.findings[0].code == "no_list"
    assert "Full name" in draft.mapping
    again = read_list(
        data, "a.xlsx", schema=PEOPLE, mapping={"Full name": "name", "Born": "birth_date"}
    )
    assert names(again) == ["Lê Văn An"]
    assert again.rows[0].values["birth_date"] == dt.date(1980, 1, 1)


def test_alike_headings_are_told_apart() -> None:
    data = xlsx([["Họ và tên", "Ghi chú", "Ghi chú", None], ["Lê Văn An", "a", "b", "c"]])
    draft = read_list(data, "a.xlsx", schema=PEOPLE)
    assert list(draft.mapping) == ["Họ và tên", "Ghi chú", "Ghi chú (cột C)", "(cột D)"]
    assert draft.rows[0].values["note"] == "a"
