"""Titles and forms of commendation, put into the right column whichever they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.intake.lists.grid import text_of
from vinhdanh.intake.lists.honour_words import honours_in
from vinhdanh.intake.lists.schema import CellType, Reading, Remark
from vinhdanh.kernel.text import fold

if TYPE_CHECKING:
    from vinhdanh.intake.lists.honour_words import Sort
    from vinhdanh.intake.lists.schema import Said

_COLUMN = {"title": "danh hiệu thi đua", "form": "hình thức khen thưởng"}


def _type(own: Sort | None) -> CellType:
    def read(said: Said) -> Reading:
        text = text_of(said)
        found = honours_in(text)
        if found is None:
            return Reading(text, {}, (_unknown(text),))
        by_sort: dict[str, list[str]] = {"title": [], "form": []}
        for name, sort in found:
            by_sort[sort].append(name)
        values = {sort: "; ".join(names) for sort, names in by_sort.items() if names}
        remarks = (*_spelled(text, found), *_several(by_sort), *_astray(own, by_sort))
        return Reading(values.pop(own, "") if own else "", values, remarks)

    return CellType(read=read, keeps_lines=True)


def _unknown(text: str) -> Remark:
    return Remark("unknown_honour", "warning", f"không nhận ra danh hiệu hay hình thức “{text}”; "
                  "hãy ghi tên đầy đủ, ví dụ “Lao động tiên tiến” hoặc “Giấy khen”.")  # fmt: skip


def _spelled(text: str, found: list[tuple[str, Sort]]) -> tuple[Remark, ...]:
    names = "; ".join(name for name, _ in found)
    if any(fold(name) in fold(text) for name, _ in found):
        return ()
    return (Remark("abbreviation", "info", f"“{text}” được hiểu là “{names}”; hãy đối chiếu lại."),)


def _several(by_sort: dict[str, list[str]]) -> tuple[Remark, ...]:
    return tuple(
        Remark("several_honours", "warning", f"một ô ghi nhiều {_COLUMN[sort]}: {'; '.join(names)};"
               " mỗi đề nghị chỉ nên một, hãy tách thành các dòng riêng.")
        for sort, names in by_sort.items()
        if len(names) > 1
    )  # fmt: skip


def _astray(own: Sort | None, by_sort: dict[str, list[str]]) -> tuple[Remark, ...]:
    if own is None:
        return ()
    other = "form" if own == "title" else "title"
    return tuple(
        Remark("wrong_column", "warning", f"“{name}” là {_COLUMN[other]} nhưng ghi ở cột "
               f"{_COLUMN[own]}, đã chuyển sang đúng cột; hãy đối chiếu lại.")
        for name in by_sort[other]
    )  # fmt: skip


TITLE, FORM, EITHER = _type("title"), _type("form"), _type(None)
