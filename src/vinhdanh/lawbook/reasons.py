"""A verdict in one Vietnamese sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from vinhdanh.lawbook.enums import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vinhdanh.lawbook.findings import Finding
    from vinhdanh.lawbook.operators.base import Missing

_NAME: Final = re.compile(
    r"(?:Luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư)(?: số)? \d"
    r"|Luật [A-ZĐ]|Ủy ban|Mặt trận|Hội đồng (?:nhân dân|Thi đua)|Văn phòng (?:Chính|Quốc|Trung)"
    r"|Chính phủ|Quốc hội|Thủ tướng|Nhà nước|Bộ (?:trưởng )?[A-ZĐ]|Sở [A-ZĐ]"
    r"|Huân chương|Huy chương|Bằng khen|Giấy khen|Cờ thi đua|Anh hùng|Chiến sĩ thi đua"
    r"|Quân (?:đội|kỳ)|Công an|Việt Nam|Đảng|[A-ZĐ]{2}"
)
"""Beginnings that are names of laws, bodies and honours, and abbreviations."""


def reason_for(verdict: Verdict, findings: Iterable[Finding]) -> str:
    """Return why: the conditions that fail, or what must be verified."""
    found = tuple(findings)
    if verdict is Verdict.MET:
        return "Đủ các điều kiện theo quy định."
    if verdict is Verdict.NOT_MET:
        failed = [each for each in found if each.verdict is Verdict.NOT_MET]
        parts = [f"{lower(each.text)} ({each.citation})" for each in failed]
        return f"Chưa đủ: không đạt điều kiện {'; '.join(parts)}."
    facts = dict.fromkeys(each.fact.rstrip(".") for each in all_missing(found))
    return f"Cần xác minh: {'; '.join(facts)}."


def all_missing(findings: Iterable[Finding]) -> Iterator[Missing]:
    """Yield what undetermined conditions lack, each once."""
    seen = set()
    for each in findings:
        if each.verdict is not Verdict.UNDETERMINED:
            continue
        for one in (*each.missing, *all_missing(each.conditions)):
            if one not in seen:
                seen.add(one)
                yield one


def lower(text: str) -> str:
    """Return a sentence to stand inside another; a name at its beginning keeps its capital."""
    told = text.rstrip(".")
    return told if _NAME.match(told) else told[:1].lower() + told[1:]
