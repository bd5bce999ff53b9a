"""The legal bases named before the body."""

from __future__ import annotations

import re

from vinhdanh.kernel.text import squeeze

_PAPERS = (
    r"Luật|Bộ luật|Nghị định|Nghị quyết|Quyết định|Kế hoạch|Chỉ thị|Thông tư|Công văn|Hướng dẫn"
    r"|Chương trình|Kết luận"
    r"|Văn bản|Quy định|Quy chế|Hiến pháp|Pháp lệnh|Đề án|Thông báo|Điều lệ|Công điện|Thông tri"
)
_START = re.compile(
    rf"^(?:[-–+•]\s*)?(?:Căn cứ\s*(?:vào\s+)?:?|Thực hiện|Thi hành|Triển khai(?: thực hiện)?"
    rf"|Theo)\s*(?:các\s+)?(?=(?:{_PAPERS})|[-–]|$)"
)
_LONE_START = re.compile(r"^Căn cứ\s*(?:vào\s+)?:?\s*")
_ISSUES = re.compile(
    r"[,.]?\s+(?=(?:Ủy ban|Uỷ ban|UBND|Hội đồng|HĐND|Đảng ủy|Sở|Phòng|Ban|Trường|Đảng bộ|Công an"
    r"|Văn phòng|Trung tâm)(?:(?![,;]).){0,110}?"
    r"\s(?:ban hành|xây dựng|triển khai|đề ra|lập)\s+(?:Kế|kế|Chương|chương))"
)
_PURPOSE = re.compile(r",\s+(?:nhằm|để)\s.*$")
_ASIDE = re.compile(r"\s*\((?:sau đây|gọi tắt|viết tắt|dưới đây)[^)]*\)\s*$")


def legal_bases_of(paragraphs: list[str]) -> tuple[str, ...]:
    """Return the bases named in the paragraphs between title and body."""
    bases: list[str] = []
    in_list = False
    for text in paragraphs:
        if _START.match(text) or _LONE_START.match(text):
            found = [_clean(piece) for piece in _split(_ISSUES.split(text, maxsplit=1)[0])]
            bases.extend(base for base in found if base)
            in_list = text.rstrip().endswith((";", ":")) or text.strip() == "Căn cứ"
        elif in_list and re.match(rf"^(?:[-–+•]\s*)?(?:{_PAPERS})\s", text):
            bases.extend(
                base for base in map(_clean, _split(_ISSUES.split(text, maxsplit=1)[0])) if base
            )
        else:
            in_list = False
    return tuple(dict.fromkeys(bases))


def _split(text: str) -> list[str]:
    pieces, depth, start = [], 0, 0
    for at, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if char == ";" and depth <= 0:
            pieces.append(text[start:at])
            start = at + 1
    return [*pieces, text[start:]]


def _clean(piece: str) -> str:
    text = squeeze(piece)
    start = _START.match(text) or _LONE_START.match(text)
    if start:
        text = text[start.end() :]
    text = re.sub(r"^(?:[-–+•]\s*|và\s+|Căn cứ\s+)", "", text)
    text = _PURPOSE.sub("", text.rstrip(" .,;:"))
    text = _ASIDE.sub("", text)
    return text if re.match(rf"(?:{_PAPERS}|các\s)", text) or start else ""
