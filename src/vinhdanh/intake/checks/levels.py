"""Levels of government that do not fit: acts of a higher body in a lower body's plan."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from vinhdanh.intake.checks.places import quote, row_of
from vinhdanh.intake.draft import Finding

if TYPE_CHECKING:
    from vinhdanh.intake.draft import PlanDraft

DISTRICTS_END_ON = dt.date(2025, 7, 1)
"""First day without district bodies (Law on Organisation of Local Government, 72/2025/QH15)."""

_LEVEL_OF = {
    "xã": 1, "phường": 1, "thị trấn": 1, "đặc khu": 1, "thôn": 1,
    "huyện": 2, "quận": 2, "thị xã": 2,
    "tỉnh": 3,
}  # fmt: skip
_LEVEL_NAMES = {1: "cấp xã", 2: "cấp huyện", 3: "cấp tỉnh"}
_LEVEL_WORD = re.compile(
    r"(?<!\w)(thị trấn|thị xã|đặc khu|xã|phường|huyện|quận|tỉnh)(?!\w)(?! hội| đội)", re.IGNORECASE
)
_OWNED = re.compile(
    r"(?P<owner>(?:của|(?:Hội đồng|Ủy ban|Uỷ ban|UBND|HĐND|Ban|Cụm|Khối|Phòng)[^,;.()]{0,45}?)\s+"
    r"(?P<level>huyện|quận|thị xã|tỉnh))(?!\w)"
)
_ADDRESSED = re.compile(
    r"(?:^|\s)(?:trình|gửi|báo cáo|đề nghị|với|theo (?:kế hoạch|quy định|chỉ đạo|hướng dẫn|yêu cầu"
    r"|văn bản)|tham gia|dự|do|hướng dẫn|chỉ đạo|thực hiện|hưởng ứng"
    r"|lên|văn bản|nghị quyết|quyết định|chỉ thị|công văn|kế hoạch số)\s",
    re.IGNORECASE,
)
_DISTRICT_BODY = re.compile(
    r"(?:UBND|HĐND|Ủy ban|Uỷ ban|Hội đồng|Phòng|Huyện|Công an|Mặt trận|MTTQ|Hội|Đoàn|Ban|Trung tâm"
    r"|Tòa án|Viện)[^,;()]{0,60}?\s(huyện|quận|thị xã)(?!\w)"
    r"|(?<!\w)Huyện ủy|(?<!\w)Quận ủy"
)
_MAKES = re.compile(
    r"^(?:xây dựng|ban hành|lập|kế hoạch|tổ chức|phát động|triển khai|họp|kiện toàn|hội nghị|sơ "
    r"kết|tổng kết)",
    re.IGNORECASE,
)


def check_levels(draft: PlanDraft) -> list[Finding]:
    """Say which rows speak of a higher level's act, and where district bodies no longer exist."""
    return [*_mismatches(draft), *_abolished(draft)]


def level_of(name: str | None) -> int | None:
    """Return the level (1 commune, 2 district, 3 province) that a body's name tells."""
    levels = [_LEVEL_OF[match.lower()] for match in _LEVEL_WORD.findall(name or "")]
    return max(levels) if levels else None


def _mismatches(draft: PlanDraft) -> list[Finding]:
    issuer = level_of(draft.issuing_body) or level_of(draft.superior_body)
    findings: list[Finding] = []
    for at, task in enumerate(draft.tasks):
        lead = level_of(task.lead) or issuer
        if lead is None or not _MAKES.match(task.content):
            continue
        for match in _OWNED.finditer(task.content):
            level = _LEVEL_OF[match.group("level")]
            if (
                level <= lead
                or match.group("owner").endswith(("cấp huyện", "cấp tỉnh"))
                or _is_addressed(task.content[: match.start()])
            ):
                continue
            row = row_of(task, at)
            message = (
                f"{row[:1].upper()}{row[1:]} nói đến việc {_LEVEL_NAMES[level]} "
                f"({quote(match.group('owner'))}) nhưng đơn vị "
                f"chủ trì là {quote(task.lead or draft.issuing_body or '')}, {_LEVEL_NAMES[lead]}; "
                "xin xem lại có phải chép từ kế hoạch của cấp trên không."
            )
            findings.append(Finding("LEVEL_MISMATCH", "warning", message, row))
            break
    return findings


def _is_addressed(before: str) -> bool:
    """Tell whether the higher body only receives, orders or hosts what the row is about."""
    return _ADDRESSED.search(re.split(r"[,;.]", before)[-1] + " ") is not None


def _abolished(draft: PlanDraft) -> list[Finding]:
    if draft.date is None or draft.date < DISTRICTS_END_ON:
        return []
    named: list[tuple[str, str]] = [("nơi nhận", text) for text in draft.recipients]
    named.append(("cơ quan ban hành", draft.issuing_body or ""))
    for at, task in enumerate(draft.tasks):
        row = row_of(task, at)
        named.extend((row, text) for text in (task.lead or "", *task.partners))
    findings: list[Finding] = []
    seen: set[str] = set()
    for where, text in named:
        if _DISTRICT_BODY.search(text) and text not in seen:
            seen.add(text)
            message = (
                f"{where[:1].upper()}{where[1:]} ghi {quote(text)}, nhưng từ ngày 01/7/2025 không "
                f"còn cấp huyện; "
                "xin xem lại tên cơ quan."
            )
            findings.append(Finding("DISTRICT_ABOLISHED", "warning", message, where))
    return findings
