"""Reading the cells of a row into values, with what is to be said of them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from vinhdanh.intake.lists.draft import ListFinding, ListRow
from vinhdanh.intake.lists.grid import BROKEN, text_of
from vinhdanh.intake.lists.schema import Reading, Remark

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from vinhdanh.intake.lists.columns import Heading
    from vinhdanh.intake.lists.schema import Column, ListSchema, Said
    from vinhdanh.intake.lists.walk_state import RawRow

_BROKEN = Remark(
    "broken_formula",
    "error",
    "ô có công thức bị lỗi hoặc chưa được tính; hãy mở bằng Excel, ghi giá trị rồi lưu lại.",
)

_FIRST = frozenset({"kind"})
"""What a group tells better than a name does."""


class _Values:
    """The values of one row as they come together."""

    def __init__(self, schema: ListSchema, raw: RawRow) -> None:
        self.schema = schema
        self.number = raw.number
        self.place = raw.place
        self.values = {column.key: column.type.empty for column in schema.valued}
        self.said: dict[str, str] = {}
        self.findings: list[ListFinding] = []

    def say(self, remark: Remark, key: str, heading: str = "") -> None:
        """Add a finding about a cell, or about the row where no heading is given."""
        where = f"dòng {self.number}, cột “{heading}”" if heading else f"dòng {self.number}"
        self.findings.append(
            ListFinding(
                remark.code,
                remark.severity,
                f"{where[0].upper()}{where[1:]}: {remark.text}",
                f"{self.place}, {where}",
                key,
            )
        )


def read_row(schema: ListSchema, raw: RawRow) -> ListRow:
    """Return a row with its values and findings."""
    row = _Values(schema, raw)
    told: list[tuple[str, object, str]] = []
    for heading in raw.header.headings:
        value = heading.text_in(raw.said)
        if not heading.key or value is None:
            continue
        column = schema.column(heading.key)
        reading = _read(column, value)
        for remark in reading.remarks:
            row.say(remark, column.key, heading.text)
        told.extend((key, also, heading.text) for key, also in reading.also.items())
        _keep(row, column, heading, value, reading)
    _under_groups(row, raw, _FIRST)
    _take_in(row, told)
    _under_groups(row, raw, raw.group.keys() - _FIRST)
    _finish(row, raw)
    return ListRow(raw.number, raw.place, row.values, row.said, tuple(row.findings))


def _read(column: Column, value: Said) -> Reading:
    if isinstance(value, str) and value in BROKEN:
        return Reading(column.type.empty, remarks=(_BROKEN,))
    if isinstance(value, str) and not column.type.keeps_lines:
        value = value.replace("\n", " ")
    return _read_alike(column, value)


@lru_cache(maxsize=16_384)
def _read_alike(column: Column, value: Said) -> Reading:
    """Most cells of a column say what others say."""
    return column.type.read(value)


def _keep(row: _Values, column: Column, heading: Heading, value: Said, reading: Reading) -> None:
    text = text_of(value)
    if column.is_read_only:
        return
    before = row.values[column.key]
    if isinstance(reading.value, str) and (heading.sub or before):
        part = f"{heading.sub}: {reading.value}" if heading.sub else reading.value
        row.values[column.key] = f"{before}; {part}" if before else part
        text = f"{row.said[column.key]}; {text}" if column.key in row.said else text
    else:
        row.values[column.key] = reading.value
    row.said[column.key] = text


def _take_in(row: _Values, told: list[tuple[str, object, str]]) -> None:
    """Add what cells tell beside their own value; a cell of its own column goes before."""
    for key, value, heading in told:
        column = row.schema.column(key)
        if row.values[key] in {None, ""}:
            row.values[key] = value
        elif key == "kind" and row.values[key] == "household" and value == "individual":
            continue  # a household is named by its head
        elif value not in {None, ""} and row.values[key] != value:
            write = column.type.write
            row.say(
                Remark("conflict", "warning", f"ô này cho biết {column.label.lower()} là "
                       f"“{write(value)}” nhưng ô khác ghi “{write(row.values[key])}”; hãy sửa cho "
                       "khớp."),
                key, heading,
            )  # fmt: skip


def _under_groups(row: _Values, raw: RawRow, keys: AbstractSet[str]) -> None:
    for key, value in raw.group.items():
        if key not in keys:
            continue
        if row.values.get(key) in {None, ""} and not _has_other(row, key):
            row.values[key] = value


def _has_other(row: _Values, key: str) -> bool:
    """A row that names its own title needs none of the group, nor a form, and so on."""
    pair = {"title": "form", "form": "title"}
    return bool(key in pair and row.values.get(pair[key]))


def _finish(row: _Values, raw: RawRow) -> None:
    for column in row.schema.columns:
        if column.is_required and not row.values[column.key]:
            heading = raw.header.of(column.key)
            row.say(
                Remark("missing", "error", f"thiếu {column.label.lower()}; hãy ghi vào hoặc xóa "
                       "dòng này."),
                column.key, heading.text if heading else "",
            )  # fmt: skip
    if row.schema.settle:
        for remark in row.schema.settle(row.values):
            row.say(remark, "")
    if raw.is_hidden:
        row.say(Remark("hidden_row", "warning", "đang ẩn trong tệp nhưng vẫn được đọc; nếu không "
                       "dùng, hãy bỏ dòng này."), "")  # fmt: skip
    if raw.old_font:
        row.say(Remark("old_font", "warning", f"được chuyển mã từ {raw.old_font} sang Unicode; hãy "
                       "đối chiếu lại tên người và chữ in hoa có dấu."), "")  # fmt: skip
    if raw.is_joined:
        row.say(Remark("joined_row", "info", "được nối từ hai dòng do ngắt trang; hãy đối chiếu "
                       "lại."), "")  # fmt: skip
