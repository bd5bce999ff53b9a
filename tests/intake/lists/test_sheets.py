"""What stands around and between the rows of a sheet."""

from __future__ import annotations

from functools import partial
from typing import Any

from tests.intake.lists.files import codes, names, said, xlsx

from vinhdanh.intake.lists import HOUSEHOLDS, NOMINATIONS, PEOPLE, read_list

HEAD = ["STT", "Họ và tên", "Năm sinh", "Đơn vị"]
AN, BINH, CUC = ["Nguyễn Văn An", 1975], ["Trần Thị Bình", 1980], ["Lê Thị Cúc", 1990]


def test_letterhead_totals_and_signatures_are_no_people() -> None:
    data = xlsx(
        [
            ["ỦY BAN NHÂN DÂN XÃ MINH TIẾN", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
            [None],
            ["DANH SÁCH CÁN BỘ, CÔNG CHỨC"],
            ["(Kèm theo Công văn số 15/CV-UBND ngày 05/6/2024 của UBND xã Minh Tiến)"],
            [],
            HEAD,
            ["(1)", "(2)", "(3)", "(4)"],
            [1, *AN, "Văn phòng"],
            [2, *BINH, "Văn phòng"],
            [None, "Tổng cộng: 02 người"],
            ["Danh sách này gồm 02 người"],
            [None, None, None, "Minh Tiến, ngày 5 tháng 6 năm 2024"],
            [None, "NGƯỜI LẬP", None, "CHỦ TỊCH"],
            [],
            [None, "Lê Văn Lập", None, "Phạm Văn Ký"],
        ]
    )
    draft = read_list(data, "a.xlsx", schema=PEOPLE)
    assert names(draft) == ["Nguyễn Văn An", "Trần Thị Bình"]
    assert [row.number for row in draft.rows] == [8, 9]
    assert draft.facts.number == "15/CV-UBND"
    assert str(draft.facts.issued_on) == "2024-06-05"
    assert draft.facts.issuer == "Ủy ban nhân dân xã Minh Tiến"


def test_offices_in_a_column_do_not_end_a_list_without_numbers() -> None:
    rows: list[list[Any]] = [
        ["Họ và tên", "Chức vụ", "Đơn vị"],
        ["Tống Công Minh", "CHỦ TỊCH", "UBND xã"],
        ["Lê Văn An", "Chủ tịch", "Hội Nông dân"],
        ["Lê Thị Cúc", "Bí thư", "Đoàn xã"],
        ["Cộng: 03"],
        ["Người lập", None, "CHỦ TỊCH"],
        ["Lê Văn Lập", None, "Phạm Văn Ký"],
    ]
    draft = read_list(xlsx(rows), "a.xlsx", schema=PEOPLE)
    assert names(draft) == ["Tống Công Minh", "Lê Văn An", "Lê Thị Cúc"]
    assert codes(draft) == ["end"]


def test_numbered_rows_below_a_signature_are_read() -> None:
    rows: list[list[Any]] = [HEAD, [1, *AN], [None, "NGƯỜI LẬP"], [None, "Lê Lập"], [2, *BINH]]
    assert len(read_list(xlsx(rows), "a.xlsx", schema=PEOPLE).rows) == 2


def test_headings_repeated_at_a_page_break() -> None:
    data = xlsx([HEAD, [1, *AN], [2, *BINH], HEAD, ["1", "2", "3", "4"], [3, *CUC]])
    draft = read_list(data, "a.xlsx", schema=PEOPLE)
    assert len(draft.rows) == 3
    assert draft.findings == ()


def test_second_table_of_a_sheet_has_its_own_columns() -> None:
    data = xlsx(
        [
            ["STT", "Tên tập thể", "Hình thức khen thưởng"],
            [1, "Thôn Phạm Xá", "Giấy khen"],
            [],
            ["STT", "Họ và tên", "Chức vụ", "Đơn vị", "Danh hiệu"],
            [1, "Ông Nguyễn Văn An", "Trưởng thôn", "Thôn Phạm Xá", "LĐTT"],
        ]
    )
    first, second = read_list(data, "a.xlsx", schema=NOMINATIONS).rows
    assert (first.values["kind"], first.values["form"]) == ("collective", "Giấy khen")
    assert (second.values["unit"], second.values["title"]) == ("Thôn Phạm Xá", "Lao động tiên tiến")


def test_unit_merged_down_a_column() -> None:
    def draw(_: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, HEAD)
        for at in range(3):
            sheet.write_row(at + 1, 0, [at + 1, *(AN, BINH, CUC)[at]])
        sheet.merge_range(1, 3, 2, 3, "Thôn Phạm Xá")
        sheet.write(3, 3, "Thôn Đông")

    rows = read_list(xlsx(draw), "a.xlsx", schema=PEOPLE).rows
    assert [row.values["unit"] for row in rows] == ["Thôn Phạm Xá", "Thôn Phạm Xá", "Thôn Đông"]


def test_group_rows_give_the_unit_and_say_so() -> None:
    def draw(_: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, HEAD[:3])
        sheet.merge_range(1, 0, 1, 2, "I. THÔN PHẠM XÁ")
        sheet.write_row(2, 0, [1, *AN])
        sheet.write_row(3, 0, ["II", "Thôn Đông"])
        sheet.write_row(4, 0, [1, *BINH])
        sheet.merge_range(5, 0, 5, 2, "Những người khác")
        sheet.write_row(6, 0, [1, *CUC])

    draft = read_list(xlsx(draw), "a.xlsx", schema=PEOPLE)
    assert [row.values["unit"] for row in draft.rows] == ["Thôn Phạm Xá", "Thôn Đông", "Thôn Đông"]
    assert codes(draft) == ["group", "group", "unknown_row"]
    assert draft.findings[0].message.startswith("Dòng 2: “I. THÔN PHẠM XÁ” được hiểu là")


def test_two_header_rows_merged_and_not_merged() -> None:
    def draw(_: Any, sheet: Any, *, is_merged: bool = True) -> None:
        sheet.write_row(0, 0, ["STT", "Tên", None, "Thành tích", None, "Ghi chú"])
        if is_merged:
            for column in (0, 1, 5):
                sheet.merge_range(0, column, 1, column, ["STT", "Tên", 0, 0, 0, "Ghi chú"][column])
            sheet.merge_range(0, 3, 0, 4, "Thành tích")
        sheet.write_row(1, 2, ["Hình thức", "Năm 2022", "Năm 2023"])
        sheet.write_row(2, 0, [1, "Ông Lê Văn An", "Giấy khen", "LĐTT", "CSTĐCS", "a"])

    for is_merged in (True, False):
        data = xlsx(partial(draw, is_merged=is_merged))
        draft = read_list(data, "a.xlsx", schema=NOMINATIONS)
        (row,) = draft.rows
        assert read_list(data, "a.xlsx", schema=NOMINATIONS, mapping=draft.mapping) == draft
        assert row.number == 3
        assert row.values["form"] == "Giấy khen"
        assert row.values["achievement"] == "Năm 2022: LĐTT; Năm 2023: CSTĐCS"
        assert row.values["note"] == "a"


def test_hidden_rows_and_columns_are_read_and_told() -> None:
    def draw(_: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, HEAD)
        sheet.write_row(1, 0, [1, *AN, "A"])
        sheet.write_row(2, 0, [2, *BINH, "A"])
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_column(3, 3, None, None, {"hidden": True})

    draft = read_list(xlsx(draw), "a.xlsx", schema=PEOPLE)
    assert "hidden_row" in codes(draft.rows[1])
    assert "hidden_row" not in codes(draft.rows[0])
    assert codes(draft) == ["hidden_column"]


def test_of_several_sheets_those_that_fit_are_read() -> None:
    def hidden(_: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, HEAD)
        sheet.write_row(1, 0, [1, *CUC, "C"])
        sheet.hide()

    data = xlsx(
        [["Hướng dẫn"], ["Điền vào các cột"]],
        [HEAD, [1, *AN, "A"]],
        [HEAD, [1, *BINH, "B"]],
        hidden,
        names="Hướng dẫn;Thôn A;Thôn B;Cũ",
    )
    draft = read_list(data, "a.xlsx", schema=PEOPLE)
    assert draft.places == ("Trang tính “Thôn A”", "Trang tính “Thôn B”")
    assert draft.other_places == ("Trang tính “Hướng dẫn”", "Trang tính “Cũ”")
    assert [row.place for row in draft.rows] == list(draft.places)
    assert "trang tính “Cũ”" in draft.findings[0].message
    again = read_list(data, "a.xlsx", schema=PEOPLE, places=["Trang tính “Cũ”"])
    assert names(again) == ["Lê Thị Cúc"]
    assert "hidden_sheet" in codes(again)


def test_households() -> None:
    data = xlsx(
        [
            ["TT", "Họ và tên chủ hộ", "Thôn", "Số khẩu", "CMND"],
            [1, "Hộ ông Nguyễn Văn An", "Phạm Xá", "4", "1"],
            [2, "Gia đình bà Trần Thị Bình", "Phạm Xá", "bốn", None],
            [3, "Nguyễn Văn An", "Phạm Xá"],
        ]
    )
    first, second, third = read_list(data, "a.xlsx", schema=HOUSEHOLDS).rows
    assert said(first) == {
        "head_name": "Nguyễn Văn An", "unit": "Phạm Xá", "members": 4, "sex": "male",
    }  # fmt: skip
    assert codes(second) == ["bad_number"]
    assert codes(third) == ["duplicate"]
