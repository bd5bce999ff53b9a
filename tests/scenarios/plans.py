"""The plan of the year: 11/KH-UBND of xã Minh Tiến, its eleven rows as printed.

`seed_draft()` is what a reader makes of it, `imported(commune)` the plan to look over,
`confirmed(commune)` the plan in force (its papers are rendered, which takes a moment).
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tests.scenarios.kept import kept

from vinhdanh.intake import Clause, Finding, PlanDraft, Signer, TaskDraft
from vinhdanh.planning.enums import FulfilmentKind
from vinhdanh.planning.services.plans import confirm_plan, import_plan

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.planning.models import Plan

PARTNERS = "Các ngành, đoàn thể, cán bộ, công chức, các thôn"
COMMITTEE, COUNCIL = "UBND xã", "Hội đồng TĐKT xã"
HALF_YEAR = "Báo cáo Sơ kết 6 tháng đầu năm và phương hướng nhiệm vụ 6 tháng cuối năm năm 2024"
YEAR_END = (
    "Xây dựng Báo cáo tổng kết công tác thi đua, khen thưởng năm 2024; phướng nhiệm vụ năm 2025"
)
SEED_ROWS = (
    (
        "Xây dựng Kế hoạch công tác thi đua, khen thưởng năm 2024 của UBND xã",
        COMMITTEE,
        "Quý I/2024",
        FulfilmentKind.PLAN_ISSUED,
    ),
    (
        "Công văn chỉ đạo đẩy mạnh các phát động phong trào thi đua yêu nước năm 2024",
        COMMITTEE,
        "Quý I/2024",
        FulfilmentKind.DOCUMENT_ISSUED,
    ),
    (
        "Đăng ký thi đua, khen thưởng năm 2024",
        COMMITTEE,
        "Quý I/2024",
        FulfilmentKind.REGISTRATIONS_COMPLETE,
    ),
    (
        "Triển khai nhiệm vụ và phát động phong trào thi đua yêu nước năm 2024",
        COMMITTEE,
        "Quý I/2024",
        FulfilmentKind.MOVEMENT_LAUNCHED,
    ),
    (
        "Xây dựng Kế hoạch hoạt động của Hội đồng Thi đua - Khen thưởng huyện năm 2024",
        COUNCIL,
        "Quý I/2024",
        FulfilmentKind.DOCUMENT_ISSUED,
    ),
    (
        "Kế hoạch phát động các phong trào thi đua chuyên đề, theo đợt của huyện năm 2024",
        COUNCIL,
        "Quý I/2024",
        FulfilmentKind.THEMATIC_LAUNCHED,
    ),
    (HALF_YEAR, COMMITTEE, "Quý II/2024", FulfilmentKind.SIX_MONTH_REPORT),
    (HALF_YEAR, COMMITTEE, "Quý II/2024", FulfilmentKind.SIX_MONTH_REPORT),
    (
        "Tham gia các lớp tập huấn nghiệp vụ công tác thi đua khen thưởng",
        COMMITTEE,
        "Quý III/2024",
        FulfilmentKind.EVIDENCE,
    ),
    (
        "Hướng dẫn xét khen thưởng công tác năm 2024",
        COMMITTEE,
        "Quý IV/2024",
        FulfilmentKind.DOCUMENT_ISSUED,
    ),
    (
        YEAR_END,
        COMMITTEE,
        "Quý IV/2024",
        FulfilmentKind.YEAR_REPORT,
    ),
)
"""Content, lead, period as printed, and how the task is measured."""


def seed_draft() -> PlanDraft:
    """Return the seed's plan as read from its file, with one finding."""
    return PlanDraft(
        issuing_body="Ủy ban nhân dân xã Minh Tiến",
        number="11/KH-UBND",
        date=dt.date(2024, 1, 10),
        title="Công tác thi đua, khen thưởng năm 2024",
        year=2024,
        tasks=tuple(
            TaskDraft(
                no=str(number),
                content=content,
                lead=lead,
                partners=tuple(PARTNERS.split(", ")),
                partners_raw=PARTNERS,
                period=period,
            )
            for number, (content, lead, period, _) in enumerate(SEED_ROWS, start=1)
        ),
        legal_bases=("Luật Thi đua, khen thưởng ngày 15/6/2022",),
        recipients=("Phòng Nội vụ huyện", "Các thôn", "Lưu: VT"),
        signer=Signer("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Ngô Văn Quyên"),
        body=(
            Clause(0, "", "", "", "UBND xã xây dựng kế hoạch như sau:"),
            Clause(1, "I", "I.", "MỤC ĐÍCH, YÊU CẦU", ""),
            Clause(2, "I.1", "1.", "Mục đích", ""),
            Clause(4, "", "-", "", "Đẩy mạnh phong trào thi đua yêu nước."),
            Clause(0, "", "", "", "Trên đây là Kế hoạch công tác thi đua, khen thưởng năm 2024."),
        ),
        findings=(Finding("duplicate_task", "warning", "Nhiệm vụ 7 và 8 trùng nhau.", "hàng 8"),),
        task_source="table",
    )


@kept
def imported(commune: Commune, draft: PlanDraft | None = None) -> Plan:
    """Return the plan as it waits to be looked over."""
    return import_plan(
        actor=commune.clerk,
        draft=draft or seed_draft(),
        source_name="ke-hoach-11.TXT",
        source=b"11/KH-UBND",
    )


@kept
def confirmed(commune: Commune, plan: Plan | None = None) -> Plan:
    """Return the plan in force."""
    plan = plan or imported(commune)
    return confirm_plan(actor=commune.chair, plan=plan, expected_version=plan.version)
