"""The head of an official document: who issues it, number, date, title."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from vinhdanh.intake.text_marks import is_rule, is_upper, join_all
from vinhdanh.kernel.text import initial_capital, squeeze

if TYPE_CHECKING:
    from vinhdanh.intake.blocks import Line
    from vinhdanh.intake.capitals import UsualLetters

_TYPE = re.compile(
    r"^\s*(KẾ\s*HOẠCH|CHƯƠNG\s+TRÌNH|K\s?Ế\s+H\s?O\s?Ạ\s?C\s?H|Kế hoạch)(?!\w)[\s:]*(.*)$"
)
_NUMBER = re.compile(
    r"(?:^|\s)Số\s*[:.]?\s*(\d+\w*\s*[-–/]\s*[A-ZĐ][\w&.]*(?:\s*[-–/]\s*[A-ZĐ][\w&.]*)*)"
)
_DATE = re.compile(r"ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})", re.IGNORECASE)
_SHORT_DATE = re.compile(r"ngày\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})", re.IGNORECASE)
_ATTACHED = re.compile(r"(?:Kèm theo|kèm theo).{0,40}?(\d+\w*[-/][A-ZĐ][\w&./-]*)\s+(ngày.{0,40})")
_MOTTO = re.compile(
    r"^(?:CỘNG H|XÃ HỘI CHỦ|HỘI CHỦ NGHĨA|CHỦ NGHĨA VIỆT|ĐẢNG CỘNG SẢN VIỆT|VIỆT NAM$|NGHĨA VIỆT)"
)
_UPPER_HEAD = re.compile(
    r"^(?:[UỦ][YỶ] BAN|UỶ BAN|UBND|HỘI|HĐND|HỘI ĐỒNG|SỞ|PHÒNG|BAN|ĐẢNG [UỦ][YỶ]|ĐẢNG UỶ|HUYỆN [UỦ]"
    r"|TỈNH [UỦ]|THÀNH [UỦ]"
    r"|VĂN PHÒNG|TRƯỜNG|CÔNG AN|BỘ|CHI CỤC|CỤC|TRUNG TÂM|ĐOÀN|LIÊN ĐOÀN|MẶT TRẬN|UBMTTQ|MTTQ|BCH"
    r"|TRẠM|ĐẢNG BỘ|CHI BỘ"
    r"|CÔNG ĐOÀN|TỔNG|VIỆN|THANH TRA|HĐTĐKT|QUỐC HỘI|CHÍNH PHỦ)(?!\w)"
)
_PREAMBLE = re.compile(
    r"^(?:Căn cứ|Thực hiện (?:các )?(?:Kế hoạch|Quyết định|Nghị|Luật|Chỉ thị|Công văn|Hướng dẫn"
    r"|Chương trình|Thông tư"
    r"|Kết luận|ý kiến|Văn bản)|Để |Nhằm |Triển khai thực hiện|Xét |Theo |Thi hành|Tiếp tục"
    r"|[IA][.\-/]\s|1\.\s|\(|Phát huy|Trên cơ sở)"
)
_SHORT_NAMES = (
    ("UBND", "ỦY BAN NHÂN DÂN"),
    ("HĐND", "HỘI ĐỒNG NHÂN DÂN"),
    ("UỶ", "ỦY"),
    ("UBMTTQ", "ỦY BAN MTTQ"),
)
_MAX_TITLE_LINES = 8


def find_title(lines: list[Line]) -> int | None:
    """Return the index of the line that names the type of document, or None."""
    for at, line in enumerate(lines[:400]):
        match = _TYPE.match(line.text)
        if (
            match
            and (is_upper(line.text) or not match.group(2))
            and "hoạch" in line.text.lower() + "hoạch"
        ):
            return at
    return None


def issuing_bodies(head: list[str], letters: UsualLetters) -> list[str]:
    """Return the bodies of the letterhead, the superior first, in usual letters."""
    names: list[list[str]] = []
    for text in head:
        if (
            _MOTTO.match(text)
            or not is_upper(text)
            or is_rule(text)
            or re.match(r"^(?:SỐ|DỰ THẢO)\b", text)
        ):
            continue
        if re.search(r"\d|^/|^[A-Z]+\s*/", text) or not re.search(r"[^\W\d_]{2}", text):
            continue
        if _UPPER_HEAD.match(text) and not (names and _is_wrapped(names[-1], text)):
            names.append([text])
        elif names:
            names[-1].append(text)
    return [_usual_name(join_all(parts), letters) for parts in names]


def number_of(head: list[str]) -> str | None:
    """Return the number of the document ("11/KH-UBND")."""
    for text in [*head, join_all(head)]:
        match = _NUMBER.search(text)
        if match:
            return re.sub(r"\s+", "", match.group(1)).replace("–", "-").rstrip(".")
    return None


def date_of(head: list[str]) -> dt.date | None:
    """Return the date of the document."""
    text = squeeze(" ".join(head))
    for pattern in (_DATE, _SHORT_DATE):
        for match in pattern.finditer(text):
            try:
                return dt.date(int(match.group(3)), int(match.group(2)), int(match.group(1)))
            except ValueError:
                continue
    return None


def attached_to(lines: list[Line]) -> tuple[str | None, dt.date | None]:
    """Return number and date as an annex repeats them ("Kèm theo Kế hoạch số …")."""
    for at, line in enumerate(lines):
        if "èm theo" in line.text:
            text = join_all([one.text for one in lines[at : at + 4]])
            match = _ATTACHED.search(text)
            if match:
                return match.group(1), date_of([match.group(2)])
    return None, None


def read_title(lines: list[Line], at: int, letters: UsualLetters) -> tuple[str | None, int]:
    """Return the title that follows the type line at `at`, and where the text goes on."""
    match = _TYPE.match(lines[at].text)
    said = [match.group(2).strip()] if match and match.group(2).strip() else []
    end = at + 1
    while end < len(lines) and len(said) < _MAX_TITLE_LINES:
        text = squeeze(lines[end].text)
        if is_rule(text):
            if said and len(text) > 2:  # noqa: PLR2004 - a drawn line closes the title
                break
            end += 1
            continue
        if said and not _continues_title(said, text):
            break
        if (
            not said
            and _PREAMBLE.match(text)
            and not is_upper(text)
            and not text.startswith("Thực hiện")
        ):
            break
        said.append(text)
        end += 1
    title = join_all(said).rstrip(" .")
    return (initial_capital(letters.restore(title)) or None), end


def _continues_title(said: list[str], text: str) -> bool:
    if is_upper(said[-1]):
        return is_upper(text)
    if is_upper(text):
        return False
    return not _PREAMBLE.match(text) and (
        text[:1].islower()
        or text[:1].isdigit()
        or (len(said) < 2 and len(text) < 70 and text[-1] not in ".;:,")  # noqa: PLR2004
    )


def _is_wrapped(parts: list[str], text: str) -> bool:
    """Tell whether a line that looks like a new body only continues a broken name."""
    before = " ".join(parts)
    return bool(
        re.search(r"(?:[-–,]| VÀ| THI ĐUA| NHÂN| CHẤP HÀNH| NAM)$", before)
        or (before.endswith("ỦY") and text.startswith("BAN"))
    )


def _usual_name(name: str, letters: UsualLetters) -> str:
    for short, whole in _SHORT_NAMES:
        name = re.sub(rf"^{short}(?!\w)", whole, name)
    restored = re.sub(
        r"(?<=\s)(?:Xã|Phường|Thị trấn|Huyện|Quận|Thị xã|Tỉnh|Thành phố|Đặc khu)(?=\s)",
        lambda match: match.group().lower(),
        letters.restore(name),
    )
    if "hồ chí minh" in restored.lower():
        return restored.replace("thành phố Hồ", "Thành phố Hồ")
    return restored
