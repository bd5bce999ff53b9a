"""The body of the plan as numbered clauses."""

from __future__ import annotations

import re

from vinhdanh.intake.draft import Clause
from vinhdanh.intake.text_marks import CLAUSE_MARK, DASH_MARK, PART_MARK, POINT_MARK, is_upper

_MAX_HEADING = 260
_DUTIES = re.compile(
    r"tổ chức\s+(?:và\s+)?(?:triển khai\s+)?thực hiện|phân công (?:nhiệm vụ|thực hiện)|trách "
    r"nhiệm thực hiện",
    re.IGNORECASE,
)
_TASKS = re.compile(r"nội dung|nhiệm vụ|giải pháp|hoạt động|công việc|công tác", re.IGNORECASE)
_NOT_TASKS = re.compile(
    r"mục đích|yêu cầu|mục tiêu|kinh phí|đối tượng|căn cứ|tổ chức (?:triển khai )?thực hiện",
    re.IGNORECASE,
)


def clauses_of(paragraphs: list[str]) -> tuple[Clause, ...]:
    """Return the paragraphs of the body with their addresses ("II.1.a")."""
    clauses: list[Clause] = []
    part = clause = point = ""
    for text in paragraphs:
        level, label, rest = _mark_of(text, part)
        if level == 1:
            part, clause, point = label.rstrip(".)-–/ "), "", ""
        elif level == 2:  # noqa: PLR2004 - levels are named in Clause
            clause, point = label.rstrip(".)/ "), ""
        elif level == 3:  # noqa: PLR2004
            point = label.rstrip(".) ")
        address = ".".join(step for step in (part, clause, point) if step)
        if re.fullmatch(r"\d+(?:\.\d+)+", clause) and level in {2, 3}:
            address = ".".join(step for step in (part, clause, point) if step)
        is_heading = level in {1, 2, 3} and _reads_as_heading(rest, level)
        clauses.append(
            Clause(level, address, label, rest if is_heading else "", "" if is_heading else rest)
        )
    return tuple(clauses)


def parts_of(body: tuple[Clause, ...]) -> dict[str, list[Clause]]:
    """Return the clauses below each part, by the part's number ("" before the first)."""
    parts: dict[str, list[Clause]] = {"": []}
    current = ""
    for clause in body:
        if clause.level == 1:
            current = clause.number
            parts[current] = []
        parts[current].append(clause)
    return parts


def is_duties_part(heading: str) -> bool:
    """Tell whether a part says who does what ("Tổ chức thực hiện")."""
    return _DUTIES.search(heading) is not None


def is_task_part(heading: str) -> bool:
    """Tell whether a part lists what is to be done ("Nội dung", "Nhiệm vụ, giải pháp")."""
    return _TASKS.search(heading) is not None and _NOT_TASKS.search(heading) is None


def heading_of(part: list[Clause]) -> str:
    """Return the heading of a part."""
    return (part[0].heading or part[0].text) if part and part[0].level == 1 else ""


def _mark_of(text: str, part: str) -> tuple[int, str, str]:
    match = PART_MARK.match(text)
    if match and (is_upper(text[match.end() :]) or _follows(part, match.group(1))):
        return 1, text[: match.end()].strip(), text[match.end() :].strip()
    for level, mark in ((2, CLAUSE_MARK), (3, POINT_MARK), (4, DASH_MARK)):
        match = mark.match(text)
        if match:
            return level, text[: match.end()].strip(), text[match.end() :].strip()
    return 0, "", text


def _follows(part: str, label: str) -> bool:
    order = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
    return part in order[:-1] and label == order[order.index(part) + 1]


def _reads_as_heading(text: str, level: int) -> bool:
    if level == 1:
        return True
    return len(text) <= _MAX_HEADING and not re.search(r"[.;,]$", text) and not text.endswith("./")
