"""Targets of a registration or a pledge: what is to be reached, by which measure, how much."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.documents.model import Column, GroupRow, Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One target; targets of one group stand together under its name."""

    content: str
    unit: str = ""
    """"%", "hộ", "triệu đồng/người"."""
    plan: str = ""
    note: str = ""
    group: str = ""


def target_table(targets: tuple[Target, ...], plan: str) -> Table:
    """Return "STT | Nội dung chỉ tiêu | Đơn vị tính | plan | Ghi chú"; unused notes go."""
    with_notes = any(one.note for one in targets)
    columns = (
        Column("STT", 13, "center"),
        Column("Nội dung chỉ tiêu", 74 if with_notes else 100),
        Column("Đơn vị tính", 24, "center"),
        Column(plan, 28, "center"),
        *((Column("Ghi chú", 26),) if with_notes else ()),
    )
    return Table(columns, tuple(_rows(targets, with_notes=with_notes)))


def _rows(targets: tuple[Target, ...], *, with_notes: bool) -> Iterator[Row | GroupRow]:
    group = ""
    for at, one in enumerate(targets, start=1):
        if one.group and one.group != group:
            group = one.group
            yield GroupRow(group)
        cells = (str(at), one.content, one.unit, one.plan)
        yield Row((*cells, one.note) if with_notes else cells)
