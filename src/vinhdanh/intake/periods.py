"""Time expressions of plans: quarters, months, deadlines, standing duties."""

from __future__ import annotations

import re

from vinhdanh.kernel.text import squeeze

_ROMAN_QUARTER = r"(?:IV|I{1,3}|[1-4])"
_YEAR = r"(?:19|20)\d{2}"
_OF_YEAR = rf"(?:\s*[/\-–.,]\s*{_YEAR}|\s+(?:năm\s+)?{_YEAR}|\s+(?:hằng|hàng)\s+năm)?"
_LIST = r"\s*(?:[,;&\-–]|và|đến|hoặc)\s*"
_WORD_TAIL = r"(?:\s+[^\s;|]+){0,14}"
_EDGE = r"(?:(?:ngay|trong|đến|hết|đầu|cuối|giữa|từ|trước|sau|chậm nhất|hoàn thành|xong|vào|dự kiến"
_EDGE += r"|là|khoảng|chậm nhất là|nửa)\s+)*"

_ATOMS = (
    rf"qu[ýíyi]́?\s*{_ROMAN_QUARTER}(?:{_LIST}(?:qu[ýí]\s*)?{_ROMAN_QUARTER}(?![\w/]))*{_OF_YEAR}",
    rf"tháng\s*\d{{1,2}}(?:{_LIST}(?:tháng\s*)?\d{{1,2}}(?![\d/]))*{_OF_YEAR}",
    rf"ngày\s*\d{{1,2}}\s*tháng\s*\d{{1,2}}(?:\s*năm\s*{_YEAR})?",
    rf"(?:ngày\s*)?\d{{1,2}}\s*[/.]\s*\d{{1,2}}(?:\s*[/.]\s*{_YEAR})?(?:\s+(?:hằng|hàng)\s+năm)?",
    r"ngày\s*\d{1,2}(?:\s+(?:hằng|hàng)\s+tháng)?",
    rf"\d{{1,2}}\s*[/\-]\s*{_YEAR}",
    rf"(?:giai\s+đoạn\s+)?{_YEAR}\s*[-–]\s*{_YEAR}",
    rf"(?:năm\s*)?{_YEAR}(?:\s+và\s+(?:các|những)\s+năm\s+tiếp\s+theo)?",
    rf"(?:(?:6|sáu|9|chín|3|ba)\s+tháng(?:\s+(?:đầu|cuối))?(?:\s+năm)?(?:\s+{_YEAR})?)",
    rf"(?:cả|trong|hết|đầu|cuối|giữa)\s+(?:năm|quý|tháng)(?:\s+(?:học\s+)?{_YEAR})?",
    r"năm\s+học\s+\d{4}\s*[-–]\s*\d{4}",
    r"thường\s+xuyên(?:\s+trong\s+năm)?",
    r"(?:hằng|hàng)\s+(?:năm|quý|tháng|tuần|ngày)",
    rf"định\s+kỳ{_WORD_TAIL}",
    r"đột\s+xuất(?:\s+khi\s+có\s+yêu\s+cầu)?",
    (
        r"theo\s+(?:kế\s+hoạch|quy\s+định|tiến\s+độ|yêu\s+cầu|chỉ\s+đạo|hướng\s+dẫn|lịch|thực\s+tế"
        rf"|văn\s+bản|thời\s+gian|từng|đợt){_WORD_TAIL}"
    ),
    rf"(?:ngay\s+)?sau\s+(?:khi|hội\s+nghị|ngày){_WORD_TAIL}",
    rf"khi\s+(?:có|được|phát\s+sinh|cấp|hoàn|kết){_WORD_TAIL}",
    rf"(?:dịp|nhân\s+dịp|đợt){_WORD_TAIL}",
    rf"tuần\s+(?:\d|thứ|đầu|cuối){_WORD_TAIL}",
    r"các\s+năm\s+tiếp\s+theo",
)
_ATOM = re.compile(_EDGE + "(?:" + "|".join(_ATOMS) + ")(?![\\w/])", re.IGNORECASE)
_GLUE = re.compile(r"\s*(?:[,;:()–\-.]|và|đến|hoặc|tới|đến ngày)?\s*", re.IGNORECASE)
_QUARTERS = re.compile(
    rf"(?:qu[ýí]\s*|(?<!\w)q\.?)((?:{_ROMAN_QUARTER}(?![\w]))(?:{_LIST}(?:qu[ýí]\s*)?{_ROMAN_QUARTER}(?![\w/]))*)",
    re.IGNORECASE,
)
_MONTHS = re.compile(
    rf"(?:tháng\s*|(?<!\w)T\.?)(\d{{1,2}}(?!\d)(?:(?:/{_YEAR})?{_LIST}(?:tháng\s*)?\d{{1,2}}(?![\d/]))*)"
    rf"|(?<![\d/])(?:\d{{1,2}}[/.])?(\d{{1,2}})[/.]{_YEAR}(?!\d)"
    r"|(?<![\d/])\d{1,2}/(\d{1,2})(?![\d/])",
    re.IGNORECASE,
)
_RANGE = re.compile(r"[IV\d]\s*(?:[-–]|đến)\s*(?:qu|tháng|[IV\d])", re.IGNORECASE)
_QUARTER_OF = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def match_period(text: str, at: int = 0) -> int:
    """Return where the time expression that begins at `at` ends, or `at` if there is none."""
    end = at
    while (atom := _ATOM.match(text, end)) is not None and atom.end() > end:
        end = atom.end()
        glue = _GLUE.match(text, end)
        following = glue.end() if glue else end
        if _ATOM.match(text, following) is None:
            break
        end = following
    return end


def is_period(text: str) -> bool:
    """Tell whether the whole text is one time expression.

    >>> is_period("Quý II/2024"), is_period("Trước ngày 30/11/2025"), is_period("UBND xã")
    (True, True, False)
    """
    text = squeeze(text).rstrip(".;,").strip("() ")
    return bool(text) and match_period(text) == len(text)


def quarters_of(period: str) -> frozenset[int]:
    """Return the quarters a time expression names, by quarter or by month."""
    found: set[int] = set()
    for match in _QUARTERS.finditer(period):
        parts = re.findall(_ROMAN_QUARTER, match.group(1).upper())
        found.update(_QUARTER_OF[part] for part in parts)
    if not found:
        months: list[int] = []
        for match in _MONTHS.finditer(period):
            named = re.sub(_YEAR, "", match.group(1) or match.group(2) or match.group(3))
            months.extend(int(month) for month in re.findall(r"\d+", named))
        found.update((month + 2) // 3 for month in months if 1 <= month <= 12)  # noqa: PLR2004
    if len(found) == 2 and _RANGE.search(period):  # noqa: PLR2004 - its two ends
        found.update(range(min(found), max(found)))
    return frozenset(found)


def years_of(text: str) -> tuple[int, ...]:
    """Return the years a text names, in order."""
    return tuple(int(year) for year in re.findall(rf"(?<!\d)({_YEAR})(?!\d|/[^\W\d])", text))
