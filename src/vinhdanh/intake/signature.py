"""The end of the document: recipients and signer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vinhdanh.intake.draft import Signer
from vinhdanh.intake.side_by_side import read_columns
from vinhdanh.intake.text_marks import is_rule, is_upper, join_wrapped

if TYPE_CHECKING:
    from vinhdanh.intake.blocks import Line

_RECIPIENTS = re.compile(r"^\s*(?:\d\.\s*)?Nơi (?:nhận|gửi)\s*:?\s*(.*)$", re.IGNORECASE)
_AUTHORITY = re.compile(
    r"^(?:(?:T\s*/?\s*M|K\s*/?\s*T|T\s*/?\s*L|TUQ|Q)\s*[./]|(?:T/M|K/T|T/L|TM|KT|TL)\s)\s*"
)
_POSITION = re.compile(
    r"^(?:Q\.\s*)?(?:PHÓ |QUYỀN )?(?:CHỦ (?:TỊCH|NHIỆM)|GIÁM ĐỐC|TRƯỞNG|BÍ THƯ|CHÁNH|HIỆU TRƯỞNG"
    r"|THỦ TRƯỞNG|CHỈ HUY|TỔNG|CỤC TRƯỞNG"
    r"|CHI CỤC|VIỆN TRƯỞNG|ỦY VIÊN|UỶ VIÊN|ĐỘI TRƯỞNG|PHÓ$|TỔ TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|CÔNG "
    r"CHỨC|NGƯỜI|VIỆN|PHÓ)(?!\w)"
)
_NAME = re.compile(
    r"^(?:(?:Thạc sĩ|Tiến sĩ|Ths\.?|TS\.?|BS\.?|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Thượng "
    r"úy)\s+)?[^\W\d_]+(?:\s+[^\W\d_]+){1,5}$"
)
_SIGNED = re.compile(r"^\W*(?:đã ký|ký tên|ký, đóng dấu|chữ ký|signed)", re.IGNORECASE)
_END = re.compile(r"^\s*(?:PHỤ LỤC|Phụ lục|DANH MỤC|BIỂU|KẾ HOẠCH\b)")
_MAX_LINES = 80
_MAX_NAME = 5


def find_signature(lines: list[Line], start: int) -> tuple[int, int] | None:
    """Return where the block of recipients and signer begins and ends."""
    for at in range(start, len(lines)):
        if _RECIPIENTS.search(lines[at].text) or re.search(r"\s{3,}Nơi nhận\s*:", lines[at].text):
            begin = _with_signer_above(lines, at, start)
            return begin, _end_of(lines, at)
    for at in range(start, len(lines)):
        if _AUTHORITY.match(lines[at].text.strip()) and is_upper(lines[at].text):
            return at, _end_of(lines, at)
    return None


def read_signature(lines: list[Line]) -> tuple[tuple[str, ...], Signer]:
    """Return recipients and signer out of the lines of the block."""
    texts = read_columns(lines)
    at = next((at for at, text in enumerate(texts) if _RECIPIENTS.match(text)), None)
    if at is None:
        return (), _signer_of(texts)
    recipients, rest = _recipients_of(texts, at)
    signer = _signer_of(texts[rest:])
    if signer.name is None and signer.position is None:
        signer = _signer_of(texts[:at])
    return recipients, signer


def _with_signer_above(lines: list[Line], at: int, start: int) -> int:
    for above in range(at - 1, max(start, at - 14) - 1, -1):
        text = lines[above].text.strip()
        if _AUTHORITY.match(text) and is_upper(text):
            return above
    return at


def _end_of(lines: list[Line], start: int) -> int:
    for at in range(start + 1, min(len(lines), start + _MAX_LINES)):
        if _END.match(lines[at].text):
            return at
    return min(len(lines), start + _MAX_LINES)


def _recipients_of(texts: list[str], at: int) -> tuple[tuple[str, ...], int]:
    match = _RECIPIENTS.match(texts[at])
    first = match.group(1) if match else ""
    items = [first] if first else []
    end = at + 1
    while end < len(texts):
        text = texts[end]
        if is_rule(text):
            end += 1
            continue
        bullet = re.match(r"^[-–+•*]\s*", text)
        if not bullet and (_AUTHORITY.match(text) or (is_upper(text) and _POSITION.match(text))):
            break
        if not bullet and items and _closes_list(items, text):
            break
        if bullet or not items or (items[-1].endswith((";", ".")) and not text[:1].islower()):
            items.append(text[bullet.end() :] if bullet else text)
        else:
            items[-1] = join_wrapped(items[-1], text)
        end += 1
    cleaned = (item.strip().rstrip(".;,").strip() for item in items)
    return tuple(item for item in cleaned if item), end


def _closes_list(items: list[str], text: str) -> bool:
    """Tell whether a line without a dash is past the list of recipients."""
    is_open = items[-1].count("(") > items[-1].count(")")
    ended = items[-1].endswith(".") or "Lưu" in items[-1]
    return (
        ended
        and not is_open
        and (is_upper(text) or _reads_as_name(text) or bool(_SIGNED.match(text)))
    )


def _signer_of(texts: list[str]) -> Signer:
    authority: list[str] = []
    position: list[str] = []
    current: list[str] | None = None
    name = None
    for text in texts:
        if is_rule(text) or _SIGNED.match(text):
            continue
        if _AUTHORITY.match(text) and (is_upper(text) or not authority):
            authority.append(text)
            current = authority
        elif _POSITION.match(text) or (not position and _is_plain_position(text)):
            position.append(text)
            current = position
        elif current is not None and _reads_as_name(text) and not is_upper(text):
            name = text
            break
        elif current is not None and is_upper(text):
            if (
                position
                and len(text.split(" ")) <= _MAX_NAME
                and _reads_as_name(text)
                and not _is_office(text)
            ):
                name = text
                break
            current[-1] = join_wrapped(current[-1], text)
    return Signer(" / ".join(authority) or None, " / ".join(position) or None, name)


def _is_plain_position(text: str) -> bool:
    """Tell whether an office is printed in small letters ("Chủ tịch")."""
    return _POSITION.match(text.upper()) is not None and not all(
        word[:1].isupper() for word in text.split(" ")
    )


def _is_office(text: str) -> bool:
    return (
        re.search(
            r"(?:UBND|HỘI|ỦY|XÃ|HUYỆN|PHƯỜNG|TỈNH|PHÒNG|BAN|ĐỒNG|TỊCH|KHEN|SỞ|DÂN)(?!\w)", text
        )
        is not None
    )


def _reads_as_name(text: str) -> bool:
    return _NAME.match(text) is not None and all(word[:1].isupper() for word in text.split(" "))
