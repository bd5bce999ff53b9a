"""What is written is read back alike."""

from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from tests.intake.lists.files import xlsx

from vinhdanh.intake.lists import (
    HONOURS,
    HOUSEHOLDS,
    INITIATIVES,
    NOMINATIONS,
    PEOPLE,
    SCHEMAS,
    YEAR_RECORDS,
    ListSchema,
    read_list,
    write_list,
)
from vinhdanh.intake.lists.cells.papers import Author

_WORDS = st.sampled_from(["Nguyễn", "Trần", "Lê", "Văn", "Thị", "An", "Cúc", "Ánh", "Ước", "Hằng"])
_NAME = st.lists(_WORDS, min_size=2, max_size=4).map(" ".join)
_TEXT = st.sampled_from(["", "Trưởng thôn", "=1+1", "Tốt; 5% & “hay” <a>", "01", "1/2", "x"])
_UNIT = st.sampled_from(["", "Thôn Phạm Xá", "Văn phòng", "Hội Nông dân"])
_DAY = st.none() | st.dates(dt.date(1930, 1, 1), dt.date(2024, 1, 1))
_YEAR = st.none() | st.integers(1930, 2024)
_COUNT = st.none() | st.integers(0, 99_999)
_SEX = st.sampled_from(["", "male", "female"])
_KIND = st.sampled_from(["individual", "collective", "household"])
_TITLE = st.sampled_from(["", "Lao động tiên tiến", "Chiến sĩ thi đua cơ sở"])
_FORM = st.sampled_from(["", "Giấy khen", "Bằng khen"])
_MONTHS = st.sampled_from([None, Decimal(0), Decimal("1.5"), Decimal(12)])
_TWO = (Author("Lê Văn An", Decimal(60)), Author("Lê Thị Cúc", Decimal(40)))
_AUTHORS = st.sampled_from([(), (Author("Lê Văn An"),), _TWO])
_NUMBER = st.sampled_from(["", "12/QĐ-UBND", "125/2023/QĐ-CT"])

_FIELDS: dict[str, Any] = {
    "name": _NAME, "head_name": _NAME, "birth_date": _DAY, "birth_year": _YEAR, "sex": _SEX,
    "position": _TEXT, "unit": _UNIT, "note": _TEXT, "category": _TEXT,
    "effect": _TEXT, "occasion": _TEXT,
    "address": _TEXT, "detail": st.just(""),
    "group": st.sampled_from(["", "official", "worker", "armed"]),
    "is_direct_worker": st.sampled_from([None, True, False]), "members": _COUNT, "kind": _KIND,
    "title": _TITLE, "form": _FORM, "achievement": _TEXT, "period": _TEXT,
    "decision_number": _NUMBER, "decided_on": _DAY, "prize": _COUNT, "year": _YEAR,
    "completion": st.sampled_from(["", "hoan-thanh-tot", "khong-hoan-thanh"]),
    "absent_months": _MONTHS, "maternity_months": st.none(), "members_completing": st.none(),
    "members_advanced": st.none(), "members_exemplary": st.none(), "discipline": _TEXT,
    "authors": _AUTHORS, "share": st.just(""), "recognised_by": _NUMBER, "recognised_on": _DAY,
    "scope": st.sampled_from(["", "grassroots", "province", "national"]),
    "sort": st.sampled_from(["", "initiative", "research", "combat"]),
}  # fmt: skip


def _agreeing(row: dict[str, Any]) -> dict[str, Any]:
    """A day of birth says the year too."""
    if row.get("birth_date") and "birth_year" in row:
        row["birth_year"] = row["birth_date"].year
    return row


def _rows(schema: ListSchema) -> st.SearchStrategy[list[dict[str, Any]]]:
    fields = {column.key: _FIELDS[column.key] for column in schema.valued}
    if schema is INITIATIVES:
        fields["title"] = st.sampled_from(["Số hóa sổ", "Tưới nhỏ giọt"])
    return st.lists(st.fixed_dictionaries(fields).map(_agreeing), max_size=5)


@pytest.mark.parametrize("key", list(SCHEMAS))
def test_rows_come_back_as_they_were(key: str) -> None:
    schema = SCHEMAS[key]

    @settings(max_examples=20, deadline=None)
    @given(_rows(schema))
    def check(rows: list[dict[str, Any]]) -> None:
        draft = read_list(write_list(schema, rows), "a.xlsx", schema=schema)
        assert [row.values for row in draft.rows] == rows
        assert not [finding for finding in draft.findings if finding.severity != "info"]

    check()


@pytest.mark.parametrize("schema", [PEOPLE, HOUSEHOLDS, NOMINATIONS, HONOURS, YEAR_RECORDS])
def test_empty_form_is_read_as_an_empty_list(schema: ListSchema) -> None:
    draft = read_list(write_list(schema, []), "a.xlsx", schema=schema)
    assert draft.rows == ()
    assert draft.mapping["STT"] == "order"
    assert set(draft.mapping.values()) == {c.key for c in schema.valued} | {"order"}


def test_cells_are_text_and_nothing_is_a_formula() -> None:
    data = write_list(PEOPLE, [{"name": "=HYPERLINK(1)", "birth_date": dt.date(1980, 1, 2)}])
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    row = book.get_sheet_by_index(0).to_python()[1]
    assert row[:3] == ["1", "=HYPERLINK(1)", "02/01/1980"]
    assert b"<f>" not in data


def test_every_heading_names_one_column_only() -> None:
    for schema in SCHEMAS.values():
        heads = [column.label for column in schema.valued]
        draft = read_list(xlsx([heads, ["x"] * len(heads)]), "a.xlsx", schema=schema)
        assert list(draft.mapping.values()) == [column.key for column in schema.valued]
