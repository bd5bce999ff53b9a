"""Rows beside the recipients: they open a group or end the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.intake.lists.draft import ListFinding
from vinhdanh.intake.lists.grid import text_of
from vinhdanh.intake.lists.groups import group_values, is_mark, level_of
from vinhdanh.intake.lists.words import is_odd_case, name_case
from vinhdanh.kernel.text import squeeze

if TYPE_CHECKING:
    from vinhdanh.intake.lists.grid import GridRow
    from vinhdanh.intake.lists.schema import ListSchema, Said
    from vinhdanh.intake.lists.walk_state import Walk

_MIN_SPAN = 3


def end_list(state: Walk, row: GridRow) -> None:
    """Read no further until a numbered row comes, and say so once."""
    if not state.has_ended and state.rows:
        where = f"{state.grid.place}, dòng {row.number}"
        state.findings.append(
            ListFinding("end", "info", f"Từ dòng {row.number} được hiểu là phần ký nên không đọc; "
                        "nếu còn người ở dưới, hãy ghi số thứ tự cho các dòng đó.", where)
        )  # fmt: skip
    state.has_ended = True


def group_text(state: Walk, at: int, own: dict[int, Said], name: str) -> str | None:
    """Return what a group row says, or None if the row is no group."""
    texts = [text_of(value) for value in own.values()]
    if len(texts) > 1 and is_mark(texts[0]) and _is_bare(state, own):
        return squeeze(f"{texts[0].rstrip('.')}. {texts[1]}")
    if len(texts) != 1:
        return None
    column = min(own)
    is_wide = state.grid.spans.get((at, column), 1) >= min(_MIN_SPAN, state.grid.width)
    order = state.header.of("order")
    is_unnumbered = order is not None and order.at != column
    is_alone = not name and (column == 0 or not state.grid.can_continue)
    if is_wide or is_alone or (is_unnumbered and group_values(texts[0])):
        return squeeze(texts[0])
    return None


def _is_bare(state: Walk, own: dict[int, Said]) -> bool:
    """Tell whether a row fills no more than mark, name and a count or note."""
    keys = {heading.at: heading.key for heading in state.header.headings}
    told = [keys.get(at) for at in own]
    return sum(bool(key) and key not in {"order", "note"} for key in told) <= 1


def open_group(state: Walk, row: GridRow, text: str) -> None:
    """Take in what a group row says of the rows below, and say how it was understood."""
    level = level_of(text)
    state.groups = [group for group in state.groups if group[0] < level]
    told = group_values(text)
    if "unit" in told and is_odd_case(told["unit"]):
        told["unit"] = name_case(told["unit"])
    values = {key: value for key, value in told.items() if key in state.schema.group_keys}
    state.groups.append((level, values))
    where = f"{state.grid.place}, dòng {row.number}"
    if values:
        meaning = "; ".join(
            f"{state.schema.column(key).label.lower()} là “{_shown(state.schema, key, value)}”"
            for key, value in values.items()
        )
        state.findings.append(
            ListFinding("group", "info", f"Dòng {row.number}: “{text}” được hiểu là các dòng dưới "
                        f"có {meaning}; hãy đối chiếu lại.", where)
        )  # fmt: skip
    elif not told:
        state.findings.append(
            ListFinding("unknown_row", "warning", f"Dòng {row.number}: không rõ “{text}” nói gì "
                        "về các dòng dưới nên đã bỏ qua; nếu là đơn vị, hãy ghi vào cột đơn vị.",
                        where)
        )  # fmt: skip


def _shown(schema: ListSchema, key: str, value: str) -> str:
    return schema.column(key).type.write(value)
