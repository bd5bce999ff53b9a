"""What is to be said of the file as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.intake.lists.draft import ListFinding

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vinhdanh.intake.draft import Severity
    from vinhdanh.intake.lists.columns import Heading
    from vinhdanh.intake.lists.draft import ListRow
    from vinhdanh.intake.lists.grid import Grid
    from vinhdanh.intake.lists.schema import ListSchema
    from vinhdanh.intake.lists.tables import Found
    from vinhdanh.intake.lists.walk_state import RawRow


def _say(code: str, severity: Severity, text: str, where: str = "", key: str = "") -> ListFinding:
    return ListFinding(code, severity, text, where, key)


def about_places(read: list[Found], others: tuple[str, ...]) -> Iterable[ListFinding]:
    """Say what was read and what was passed over."""
    if others:
        yield _say(
            "passed_over", "info", f"Đã đọc {_joined(table.grid.place for table in read)}; không "
            f"đọc {_joined(others)} vì không giống danh sách này. Nếu cần, hãy chọn lại."
        )  # fmt: skip
    for table in read:
        if table.grid.is_hidden:
            yield _say("hidden_sheet", "warning", f"{table.grid.place} đang ẩn trong tệp nhưng vẫn "
                       "được đọc; hãy kiểm tra có đúng danh sách cần dùng không.",
                       table.grid.place)  # fmt: skip


def about_columns(table: Found) -> Iterable[ListFinding]:
    """Say which columns are not read, and why."""
    for heading in table.header.headings:
        yield from _about_column(table, heading)


def _about_column(table: Found, heading: Heading) -> Iterable[ListFinding]:
    where = f"{table.grid.place}, cột “{heading.text}”"
    if heading.key == "identity":
        yield _say("identity", "info", f"Cột “{heading.text}” không được đọc: số căn cước không "
                   "cần cho việc này và không được lưu.", where, heading.key)  # fmt: skip
    elif not heading.key:
        yield _say("unused_column", "info", f"Cột “{heading.text}” không được dùng; nếu cần, hãy "
                   "chọn ý nghĩa cho cột này.", where)  # fmt: skip
    elif heading.at in table.grid.hidden_columns and heading.key != "order":
        yield _say(
            "hidden_column", "warning", f"Cột “{heading.text}” đang ẩn trong tệp nhưng vẫn được "
            "đọc; nếu không dùng, hãy bỏ chọn cột này.", where, heading.key,
        )  # fmt: skip


def about_kinds(raw: Sequence[RawRow], rows: Sequence[ListRow]) -> Iterable[ListFinding]:
    """Say for how many rows the name alone told the kind of recipient."""
    told = sum(
        bool(row.values.get("kind")) and "kind" not in row.said and "kind" not in one.group
        for one, row in zip(raw, rows, strict=True)
    )
    if told:
        yield _say(
            "kind_by_name", "info", f"Loại đối tượng (cá nhân, tập thể, hộ) của {told} dòng được "
            "hiểu theo tên; hãy xem lại.", key="kind",
        )  # fmt: skip


def about_required(schema: ListSchema, tables: list[Found]) -> Iterable[ListFinding]:
    """Say that the column without which there is no list was not found."""
    if any(table.header.has_required for table in tables):
        return
    names = _joined(f"“{column.label}”" for column in schema.columns if column.is_required)
    places = _joined(table.grid.place for table in tables) or "tệp"
    yield _say("no_list", "error", f"Không thấy cột {names} trong {places}; hãy chọn cột nào là "
               f"{names}, hoặc sửa dòng tiêu đề của bảng rồi tải lên lại.")  # fmt: skip


def about_fonts(grids: Iterable[Grid], lines_font: str | None) -> Iterable[ListFinding]:
    """Say what was brought into Unicode."""
    fonts = {font for grid in grids for font in grid.old_fonts} | {lines_font or ""}
    for font in sorted(fonts - {""}):
        yield _say("old_font", "info", f"Đã chuyển mã từ {font} sang Unicode; hãy đối chiếu lại "
                   "tên người và chữ in hoa có dấu.")  # fmt: skip


def _joined(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(f"{name[0].lower()}{name[1:]}" for name in names))
