"""Days and years, in all the ways they are typed."""

from __future__ import annotations

import datetime as dt
import re

from vinhdanh.intake.lists.schema import CellType, Reading, Remark, Said

_DAY = re.compile(r"(\d{1,2})\s*([/.\-\s])\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00)?)?")
_WORDS = re.compile(r"(?:ngày\s*)?(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})", re.IGNORECASE)
_MONTH = re.compile(r"(?:tháng\s*)?(\d{1,2})\s*[/.\-]\s*(\d{4})")
_YEAR = re.compile(r"(?:năm\s*|sn\s*:?\s*)?(\d{4})(?:[.,]0)?", re.IGNORECASE)
_SERIAL = re.compile(r"\d{4,5}")
_SERIAL_ZERO = dt.date(1899, 12, 30)
_SERIALS = range(5000, 60_000)
"""Excel's numbers of the days from 1913 to 2064."""
_YEARS = range(1900, 2100)
_CENTURY = 30
"""Two digits up to here are of this century, later ones of the last."""


def read_day(said: Said) -> tuple[dt.date | None, int | None, tuple[Remark, ...]]:
    """Return (day, year when only that is known, remarks)."""
    if isinstance(said, dt.date):
        return said, None, ()
    text = said.strip(" .")
    for pattern in (_WORDS, _ISO, _DAY):
        if found := pattern.fullmatch(text):
            return _from_parts(text, found, is_iso=pattern is _ISO)
    if (found := _YEAR.fullmatch(text)) and int(found[1]) in _YEARS:
        return None, int(found[1]), ()
    if (found := _MONTH.fullmatch(text)) and int(found[2]) in _YEARS:
        return None, int(found[2]), (_only_month(text),)
    if _SERIAL.fullmatch(text) and int(text) in _SERIALS:
        day = _SERIAL_ZERO + dt.timedelta(days=int(text))
        return day, None, (_remark("date_serial", "info", text, f"là số ngày của Excel, tức ngày "
                           f"{day:%d/%m/%Y}; hãy đối chiếu lại"),)  # fmt: skip
    return None, None, (_unreadable(text),)


def _from_parts(
    text: str,
    found: re.Match[str],
    *,
    is_iso: bool,
) -> tuple[dt.date | None, int | None, tuple[Remark, ...]]:
    groups = [part for part in found.groups() if part.isdigit()]
    day, month, year = reversed(groups) if is_iso else groups
    remarks: list[Remark] = []
    whole = int(year)
    if len(year) == 2:  # noqa: PLR2004 - 75 for 1975
        whole += 2000 if whole <= _CENTURY else 1900
        remarks.append(
            _remark("short_year", "info", text, f"chỉ ghi hai số của năm, hiểu là {whole}; hãy "
                    "đối chiếu lại")
        )  # fmt: skip
    try:
        value = dt.date(whole, int(month), int(day))
    except ValueError:
        return None, None, (_impossible(text, int(day), int(month)),)
    return value, None, tuple(remarks)


def _remark(code: str, severity: str, text: str, rest: str) -> Remark:
    return Remark(code, severity, f"“{text}” {rest}.")  # type: ignore[arg-type]


def _only_month(text: str) -> Remark:
    return _remark("month_only", "warning", text, "thiếu ngày nên chỉ lấy năm; hãy ghi đủ "
                   "ngày/tháng/năm")  # fmt: skip


def _impossible(text: str, day: int, month: int) -> Remark:
    if month > 12 >= day:  # noqa: PLR2004 - month and day look exchanged
        return _remark("bad_date", "error", text, "có tháng lớn hơn 12, có thể ngày và tháng đã "
                       "đổi chỗ; hãy ghi lại theo thứ tự ngày/tháng/năm")  # fmt: skip
    return _remark("bad_date", "error", text, "không phải là ngày có thật; hãy sửa lại theo dạng "
                   "ngày/tháng/năm, ví dụ 12/03/1975")  # fmt: skip


def _unreadable(text: str) -> Remark:
    return _remark("bad_date", "error", text, "không đọc được thành ngày; hãy ghi theo dạng "
                   "ngày/tháng/năm, ví dụ 12/03/1975")  # fmt: skip


def _read_date(said: Said) -> Reading:
    day, year, remarks = read_day(said)
    if year is not None and not remarks:
        remarks = (_remark("year_only", "warning", str(said), "chỉ có năm; hãy ghi đủ "
                           "ngày/tháng/năm"),)  # fmt: skip
    return Reading(day, remarks=remarks)


def _read_birth(said: Said) -> Reading:
    day, year, remarks = read_day(said)
    if year is not None and not remarks:
        remarks = (_remark("year_only", "info", str(said), "chỉ có năm sinh; nếu biết hãy ghi đủ "
                           "ngày/tháng/năm để không nhầm người trùng tên"),)  # fmt: skip
    return Reading(day, {"birth_year": day.year if day else year}, remarks)


def _read_birth_year(said: Said) -> Reading:
    day, year, remarks = read_day(said)
    whole = day.year if day else year
    return Reading(whole, {"birth_date": day} if day else {}, remarks)


def _read_year(said: Said) -> Reading:
    day, year, remarks = read_day(said)
    return Reading(day.year if day else year, remarks=remarks)


def _born(sex: str) -> CellType:
    def read(said: Said) -> Reading:
        if isinstance(said, str) and said.strip().lower() in {"x", "✓", "v"}:
            return Reading(None, {"sex": sex})
        found = _read_birth(said)
        return Reading(None, {"birth_date": found.value, **found.also, "sex": sex}, found.remarks)

    return CellType(read=read)


def _write_day(value: object) -> str:
    return f"{value:%d/%m/%Y}" if isinstance(value, dt.date) else ""


DATE = CellType(read=_read_date, write=_write_day, empty=None)
BIRTH_DAY = CellType(read=_read_birth, write=_write_day, empty=None)
YEAR = CellType(read=_read_year, empty=None)
BIRTH_YEAR = CellType(read=_read_birth_year, empty=None)
BORN_MALE, BORN_FEMALE = _born("male"), _born("female")
"""The old form puts the year of birth under "Nam" or under "Nữ"."""
