"""What a row means once all its cells are read."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from vinhdanh.intake.lists.cells.numbers import decimal_text, number_in
from vinhdanh.intake.lists.cells.papers import Author
from vinhdanh.intake.lists.schema import Remark
from vinhdanh.intake.lists.words import names_unit

_KIND_BY_HONOUR = {
    "Tập thể": "collective",
    "Thôn": "collective",
    "Gia đình": "household",
    "Lao động": "individual",
    "Chiến sĩ": "individual",
}
_COMMA = re.compile(r"\s*[,;]\s*")
_PLACE = re.compile(r"(?:xã|phường|thị trấn|đặc khu)(?!\w)", re.IGNORECASE)


def settle_nomination(values: dict[str, object]) -> tuple[Remark, ...]:
    """Part "Chức vụ, đơn vị" and ask for what a nomination cannot do without."""
    return (*_part_detail(values), *settle_kind(values), *_honour_missing(values))


def settle_kind(values: dict[str, object]) -> tuple[Remark, ...]:
    """Ask for the kind of recipient where neither cell, group nor name told it."""
    honour = str(values.get("title") or "")
    for beginning, kind in _KIND_BY_HONOUR.items():
        if not values["kind"] and honour.startswith(beginning):
            values["kind"] = kind
            return (Remark("kind_by_honour", "info", f"loại đối tượng được hiểu theo danh hiệu "
                    f"“{honour}”; hãy đối chiếu lại."),)  # fmt: skip
    if values["name"] and not values["kind"]:
        return (Remark("unknown_kind", "warning", f"không rõ “{values['name']}” là cá nhân, tập "
                "thể hay hộ gia đình; hãy ghi thêm hoặc chọn khi nhập."),)  # fmt: skip
    return ()


def _part_detail(values: dict[str, object]) -> tuple[Remark, ...]:
    detail = str(values["detail"])
    if not detail or values["position"] or values["unit"] or values["kind"] != "individual":
        return ()
    for comma in _COMMA.finditer(detail):
        first, rest = detail[: comma.start()], detail[comma.end() :]
        if names_unit(rest) or _PLACE.match(rest):
            values["position"], values["unit"] = first, rest
            return (Remark("parted", "info", f"“{detail}” được tách thành chức vụ “{first}” và "
                    f"đơn vị “{rest}”; hãy đối chiếu lại."),)  # fmt: skip
    return ()


def _honour_missing(values: dict[str, object]) -> tuple[Remark, ...]:
    if values["title"] or values["form"]:
        return ()
    return (Remark("no_honour", "warning", "không ghi danh hiệu hay hình thức khen thưởng; hãy ghi "
            "thêm hoặc chọn khi nhập."),)  # fmt: skip


def settle_year(values: dict[str, object]) -> tuple[Remark, ...]:
    """Hold the figures of a year against one another."""
    remarks = list(settle_kind(values))
    absent, maternity = values["absent_months"], values["maternity_months"]
    if isinstance(maternity, Decimal) and maternity:
        if not isinstance(absent, Decimal):
            remarks.append(Remark("bad_number", "error", "có số tháng nghỉ thai sản mà không có số "
                                  "tháng nghỉ; hãy ghi tổng số tháng nghỉ."))  # fmt: skip
        elif maternity > absent:
            remarks.append(
                Remark("bad_number", "error", f"nghỉ thai sản {decimal_text(maternity)} tháng mà "
                       f"tổng số chỉ nghỉ {decimal_text(absent)} tháng; hãy sửa cho khớp.")
            )  # fmt: skip
    members = values["members"]
    for key in ("members_completing", "members_advanced", "members_exemplary"):
        count = values[key]
        if isinstance(members, int) and isinstance(count, int) and count > members:
            remarks.append(
                Remark("bad_number", "error", f"có {count} người mà tổng số chỉ {members} người; "
                       "hãy sửa cho khớp.")
            )  # fmt: skip
    return tuple(remarks)


def settle_initiative(values: dict[str, object]) -> tuple[Remark, ...]:
    """Give a share of its own column to the only author of the row."""
    authors = values["authors"]
    share = number_in(str(values["share"])) if values["share"] else None
    if not isinstance(authors, tuple) or len(authors) != 1 or share is None:
        return ()
    if 0 < share <= 1 and "%" not in str(values["share"]):
        share *= 100
    if authors[0].share is None:
        values["authors"] = (Author(authors[0].name, share),)
    return ()


def odd_births(values: dict[str, object], as_of: dt.date) -> tuple[Remark, ...]:
    """Refuse births after the day, or more than 110 years before it."""
    born = values.get("birth_date")
    year = born.year if isinstance(born, dt.date) else values.get("birth_year")
    if not isinstance(year, int):
        return ()
    is_future = born > as_of if isinstance(born, dt.date) else year > as_of.year
    if is_future or year < as_of.year - 110:
        return (Remark("odd_birth", "error", f"năm sinh {year} không thể đúng; hãy kiểm tra "
                "lại."),)  # fmt: skip
    return ()
