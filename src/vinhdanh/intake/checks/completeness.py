"""What a plan must have and this one lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.intake.checks.places import listed, row_of, table_name
from vinhdanh.intake.draft import Finding

if TYPE_CHECKING:
    from vinhdanh.intake.draft import PlanDraft

_HEAD_FIELDS = (
    ("issuing_body", "tên cơ quan ban hành", "góc trên bên trái"),
    ("number", "số, ký hiệu văn bản", "dòng “Số: …/KH-…”"),
    ("date", "ngày ban hành", "dòng “…, ngày … tháng … năm …”"),
    ("title", "tên kế hoạch", "dưới chữ “KẾ HOẠCH”"),
)
_MAX_LISTED = 12


def check_completeness(draft: PlanDraft) -> list[Finding]:
    """Say which facts of the head, the signature and the tasks were not found."""
    findings = [
        Finding(
            "MISSING_FIELD",
            "warning",
            f"Không đọc được {what}; xin xem lại {where} và điền tay nếu cần.",
            "phần đầu văn bản",
        )
        for name, what, where in _HEAD_FIELDS
        if not getattr(draft, name)
    ]
    findings.extend(_check_signer(draft))
    findings.extend(_check_source(draft))
    findings.extend(_check_cells(draft))
    findings.extend(_check_gaps(draft))
    findings.extend(_check_tables(draft))
    return findings


def _check_signer(draft: PlanDraft) -> list[Finding]:
    missing = [
        what
        for value, what in ((draft.signer.position, "chức vụ"), (draft.signer.name, "họ tên"))
        if not value
    ]
    if not missing:
        return []
    message = f"Không đọc được {listed(missing)} người ký; xin xem lại phần chữ ký ở cuối văn bản."
    return [Finding("MISSING_FIELD", "warning", message, "phần chữ ký")]


def _check_source(draft: PlanDraft) -> list[Finding]:
    if not draft.tasks:
        message = (
            "Không tìm thấy nhiệm vụ nào trong kế hoạch; xin xem lại tệp có đủ phụ lục chưa, "
            "hoặc nhập các nhiệm vụ bằng tay."
        )
        return [Finding("NO_TASKS", "error", message, "toàn văn bản")]
    if draft.task_source == "labelled":
        message = (
            "Kế hoạch không có bảng phụ lục; các nhiệm vụ được đọc từ các mục có ghi chủ trì, "
            "phối hợp, "
            "thời gian, xin đối chiếu lại."
        )
        return [Finding("NO_TABLE", "info", message, "phần nội dung")]
    if draft.task_source == "duties":
        message = (
            "Kế hoạch không có bảng phụ lục; các nhiệm vụ được đọc từ phần “Tổ chức thực hiện”, "
            "xin đối chiếu lại và bổ sung thời gian."
        )
        return [Finding("NO_TABLE", "warning", message, "phần tổ chức thực hiện")]
    return []


def _check_cells(draft: PlanDraft) -> list[Finding]:
    findings: list[Finding] = []
    for name, what in (
        ("content", "nội dung"),
        ("lead", "đơn vị chủ trì"),
        ("period", "thời gian thực hiện"),
    ):
        if name == "period" and draft.task_source == "duties":
            continue
        rows = [row_of(task, at) for at, task in enumerate(draft.tasks) if not getattr(task, name)]
        if not rows:
            continue
        shown = listed(rows[:_MAX_LISTED]) + (
            " và các dòng khác" if len(rows) > _MAX_LISTED else ""
        )
        message = f"Chưa thấy {what} ở {shown} của {table_name(draft)}; xin bổ sung hoặc xem lại."
        severity = "error" if name == "content" else "warning"
        findings.append(Finding("MISSING_FIELD", severity, message, shown))  # type: ignore[arg-type]
    return findings


def _check_gaps(draft: PlanDraft) -> list[Finding]:
    return [
        Finding(
            "MISSING_ROWS",
            "warning",
            f"Có thể thiếu một số dòng ở {table_name(draft)}, {gap}: số thứ tự bị ngắt quãng; "
            "xin đối chiếu với bản gốc.",
            gap,
        )
        for gap in draft.gaps
    ]


def _check_tables(draft: PlanDraft) -> list[Finding]:
    return [
        Finding(
            "UNREAD_TABLE",
            "info" if draft.task_source == "table" else "warning",
            f"{name[:1].upper()}{name[1:]} không phải là bảng nhiệm vụ nên không được đọc; "
            "nếu trong đó có nhiệm vụ thì xin nhập thêm bằng tay.",
            name,
        )
        for name in draft.unread_tables[:_MAX_LISTED]
    ]
