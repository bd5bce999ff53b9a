"""Whatever stands in the cells, a list is read or refused, and every sentence is whole."""

# ruff: noqa: E501 - pieces of cells read better side by side

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.lists.files import xlsx

from vinhdanh.intake import UnreadableFileError
from vinhdanh.intake.lists import SCHEMAS, read_list

_PIECES = [
    "STT", "Họ và tên", "Đơn vị", "1", "2.", "(1)", "I", "II.", "A.", "Cá nhân", "II. Tập thể",
    "Thôn Phạm Xá", "Ông Nguyễn Văn An", "Bà", "Đ/c ", "Hộ ông", "31/02/1975", "99/99/9999", "0/0/0",
    "1975", "12.03.75", "LĐTT", "Giấy khen,", "; ;", "%", "60%", "Lê Văn An 60%; 40%", "999999999999",
    "1e5", "-1", "Tổng cộng", "Nơi nhận:", "CHỦ TỊCH", "ngày 5 tháng 6 năm 2024", "#N/A", "x", "–",
    "Kèm theo Quyết định số 12/QĐ-UBND ngày 31/02/2024", "NguyÔn ThÞ", "Nguyeãn Thò", "Năm sinh", "Nam",
    "Nữ", "Danh hiệu", "Hình thức", "Mức thưởng", "Tác giả", "Tên sáng kiến", "Chủ hộ", "Xếp loại", "\n",
]  # fmt: skip
_CELL = st.one_of(
    st.none(),
    st.sampled_from(_PIECES),
    st.text(max_size=12).filter(lambda text: "\ufffe" not in text and "\uffff" not in text),
    st.integers(-(10**9), 10**12),
    st.floats(allow_nan=False, allow_infinity=False),
)


@pytest.mark.parametrize("key", list(SCHEMAS))
def test_any_cells_are_read_or_refused(key: str) -> None:
    schema = SCHEMAS[key]
    heads = [column.label for column in schema.valued[:6]]

    @settings(max_examples=40, deadline=None)
    @given(st.lists(st.lists(_CELL, max_size=7), max_size=8), st.booleans())
    def check(rows: list[list[object]], has_head: bool) -> None:  # noqa: FBT001
        data = xlsx([heads, *rows] if has_head else rows)
        try:
            draft = read_list(data, "a.xlsx", schema=schema)
        except UnreadableFileError:
            return
        assert set(draft.mapping.values()) <= {c.key for c in schema.columns} | {""}
        for row in draft.rows:
            assert row.values.keys() == {column.key for column in schema.valued}
        for finding in (*draft.findings, *(f for row in draft.rows for f in row.findings)):
            assert finding.message.endswith("."), finding
            assert finding.severity in {"error", "warning", "info"}

    check()
