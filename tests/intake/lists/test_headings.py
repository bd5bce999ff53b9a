"""Headings as offices write them, each for the right column."""

from __future__ import annotations

from typing import Any

import pytest
from tests.intake.lists.files import names, xlsx

from vinhdanh.intake.lists import (
    HONOURS,
    HOUSEHOLDS,
    INITIATIVES,
    NOMINATIONS,
    PEOPLE,
    YEAR_RECORDS,
    ListSchema,
    read_list,
)

_HEADINGS = (
    (
        NOMINATIONS,
        {
            "TT": "order",
            "Họ tên hoặc tên tập thể": "name",
            "Chức vụ, đơn vị": "detail",
            "Tóm tắt thành tích": "achievement",
            "Hình thức đề nghị": "either",
        },
    ),
    (
        NOMINATIONS,
        {
            "STT": "order",
            "Phân loại khen thưởng": "occasion",
            "Tên tập thể/cá nhân/hộ gia đình": "name",
            "Chức vụ": "position",
            "Đơn vị công tác": "unit",
            "Danh hiệu/Hình thức": "either",
            "Phân loại đối tượng": "category",
            "Lĩnh vực hoạt động": "",
        },
    ),
    (
        NOMINATIONS,
        {
            "Stt": "order",
            "Ông (bà)": "sex",
            "Họ và tên": "name",
            "Chức vụ, đơn vị": "detail",
            "Thi đua": "title",
            "Khen thưởng": "form",
        },
    ),
    (
        NOMINATIONS,
        {
            "STT": "order",
            "Tên cá nhân/tập thể": "name",
            "Hình thức khen thưởng": "form",
            "Số phiếu": "",
        },
    ),
    (
        NOMINATIONS,
        {
            "S.T.T": "order",
            "HỌ VÀ TÊN": "name",
            "CHỨC VỤ (ĐƠN VỊ)": "detail",
            "DANH HIỆU ĐỀ NGHỊ:": "either",
            "GHI CHÚ": "note",
        },
    ),
    (
        HONOURS,
        {
            "STT": "order",
            "Họ và tên / tập thể": "name",
            "Chức vụ, đơn vị": "detail",
            "Mức thưởng": "prize",
        },
    ),
    (
        HONOURS,
        {
            "TT": "order",
            "Họ và tên": "name",
            "Danh hiệu": "title",
            "Số, ngày quyết định": "decision_number",
            "Tiền thưởng (đồng)": "prize",
        },
    ),
    (
        PEOPLE,
        {
            "TT": "order",
            "Họ, tên": "name",
            "Ngày, tháng, năm sinh": "birth_date",
            "Giới tính": "sex",
            "Chức vụ, chức danh": "position",
            "Cơ quan, đơn vị": "unit",
            "Trình độ": "",
            "Số CMND/CCCD": "identity",
            "Ký nhận": "signature",
        },
    ),
    (
        HOUSEHOLDS,
        {
            "STT": "order",
            "Họ và tên chủ hộ": "head_name",
            "Thôn, tổ dân phố": "unit",
            "Số nhân khẩu": "members",
            "Địa chỉ": "address",
        },
    ),
    (
        YEAR_RECORDS,
        {
            "TT": "order",
            "Họ và tên": "name",
            "Đơn vị": "unit",
            "Kết quả đánh giá, xếp loại chất lượng năm 2023": "completion",
            "Số tháng nghỉ": "absent_months",
        },
    ),
    (
        INITIATIVES,
        {
            "Stt": "order",
            "Họ và tên": "authors",
            "Chức vụ": "position",
            "Tên đề tài": "title",
            "Lĩnh vực": "",
            "Số quyết định": "recognised_by",
            "Ngày ký": "recognised_on",
        },
    ),
)


@pytest.mark.parametrize(("schema", "wanted"), _HEADINGS)
def test_headings_of_offices(schema: ListSchema, wanted: dict[str, str]) -> None:
    draft = read_list(xlsx([list(wanted), ["1", *["a"] * (len(wanted) - 1)]]), "a", schema=schema)
    assert draft.mapping == wanted


def test_name_split_over_two_columns() -> None:
    def merged(_: Any, sheet: Any) -> None:
        sheet.merge_range(0, 1, 0, 2, "Họ và tên")
        sheet.write_row(0, 3, ["Năm sinh"])
        sheet.write(0, 0, "STT")
        sheet.write_row(1, 0, [1, "Nguyễn Văn", "An", 1975])

    apart: list[list[Any]] = [["STT", "Họ đệm", "Tên", "Năm sinh"], [1, "Nguyễn Văn", "An", 1975]]
    below: list[list[Any]] = [
        ["STT", "Họ và tên", None, "Năm sinh"],
        [None, "Họ", "Tên"],
        [1, "Nguyễn Văn", "An", 1975],
    ]
    for data in (xlsx(merged), xlsx(apart), xlsx(below)):
        draft = read_list(data, "a.xlsx", schema=PEOPLE)
        assert names(draft) == ["Nguyễn Văn An"]
        assert draft.rows[0].values["birth_year"] == 1975
