"""June up to today: what waits for the clerk, the council and the units."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from vinhdanh.councils.enums import Choice
from vinhdanh.councils.services.meetings import call_meeting
from vinhdanh.demo.awards import appraise, open_with, propose, standing, vote
from vinhdanh.demo.moments import moment
from vinhdanh.demo.paperwork import task
from vinhdanh.demo.proposals import (
    BEING_WRITTEN,
    HAMLET,
    HEALTH,
    RESCUE,
    RETURNED,
    SCHOOL,
    SECURITY,
)
from vinhdanh.demo.rivalry import register
from vinhdanh.demo.upward import hear_from_the_district, hear_from_the_province
from vinhdanh.demo.waiting import leave_list_in_preview, propose_sudden_deed
from vinhdanh.nominations.enums import NominationState, Procedure
from vinhdanh.nominations.models import Nomination
from vinhdanh.nominations.services.procedures import choose_procedure
from vinhdanh.nominations.services.transitions import take_step
from vinhdanh.planning.services.evidence import add_evidence
from vinhdanh.reports.enums import ReportKind
from vinhdanh.reports.services.reports import open_report, write_report

if TYPE_CHECKING:
    from vinhdanh.councils.models import Meeting
    from vinhdanh.demo.commune import Commune
    from vinhdanh.nominations.models import Submission
    from vinhdanh.planning.models import Plan

ABSENT = "phochutich"
FIRST_VOTERS = ("vanphong", "mattran", "phunu", "nongdan", "congan", "ketoan")
SECOND_VOTERS = ("vanphong", "phunu", "ketoan")
WHY_RETURNED = (
    "Thành tích ghi còn chung: hãy ghi rõ việc đã làm, thời gian, kết quả và có xác nhận của"
    " Ban công tác Mặt trận thôn"
)
TRAINED = """Danh sách tham gia lớp tập huấn nghiệp vụ thi đua, khen thưởng
(Phòng Nội vụ huyện Phù Cừ, ngày 17 và 18/6/2024)

1. Nguyễn Thị Thanh Huyền, công chức Văn phòng – Thống kê
2. Trần Thị Thu Hà, công chức Văn hóa – Xã hội
"""
SITUATION = (
    "Xã Minh Tiến có 05 thôn, 03 trường học và 01 trạm y tế. Sáu tháng đầu năm 2024, cấp ủy, chính"
    " quyền quan tâm chỉ đạo công tác thi đua, khen thưởng ngay từ đầu năm; kế hoạch năm và văn"
    " bản chỉ đạo được ban hành trong Quý I."
)
SUPERVISION = "Trong kỳ không có đơn thư, kiến nghị về thi đua, khen thưởng."
SHORTCOMINGS = (
    "Chưa phát động được phong trào thi đua chuyên đề theo kế hoạch. Một số thôn đăng ký thi đua"
    " chậm. Tỷ lệ đề nghị khen thưởng người lao động trực tiếp ở một số ngành còn thấp."
)


def spend_june(commune: Commune, plan: Plan) -> None:
    """Do what was done between the first of June and this morning."""
    rescue, security = propose(commune, RESCUE), propose(commune, SECURITY)
    health, hamlet = propose(commune, HEALTH), propose(commune, HAMLET)
    hear_from_the_district(commune)
    with moment("2024-06-17T08:45"):
        _through_the_council(commune, rescue)
    with moment("2024-06-17T09:00"):
        ready = appraise(commune, rescue) + appraise(commune, security)
        appraise(commune, health)
        appraise(commune, hamlet, but=(RETURNED,))
    with moment("2024-06-18T14:15"):
        _return(commune, hamlet.nominations.get(recipient__name=RETURNED))
    with moment("2024-06-18T16:40"):
        _show_training(commune, plan)
    with moment("2024-06-19T10:30"):
        deferred = Nomination.objects.get(body=commune.body, state=NominationState.DEFERRED)
        meeting = _call(commune, [*ready, deferred])
    with moment("2024-06-19T15:20"):
        register(commune, "cuuchienbinh")
    with moment("2024-06-20T15:00"):
        _begin_report(commune)
    hear_from_the_province(commune)
    propose(commune, SCHOOL)
    leave_list_in_preview(commune)
    with moment("2024-06-21T19:45"):
        register(commune, "thon4")
    propose(commune, BEING_WRITTEN)
    propose_sudden_deed(commune)
    _open_today(commune, meeting)


def _through_the_council(commune: Commune, rescue: Submission) -> None:
    """A rescue could be decided by the chair; this one joins the Council's meeting of the week."""
    for nomination in rescue.nominations.all():
        choose_procedure(
            actor=commune.actor("vanphong"),
            nomination=nomination,
            procedure=Procedure.REGULAR,
            reason="Hội đồng họp ngày 24/6/2024, đưa ra xét cùng đợt",
        )


def _return(commune: Commune, nomination: Nomination) -> None:
    take_step(
        actor=commune.actor("vanphong"), nomination=nomination, name="return", reason=WHY_RETURNED
    )


def _show_training(commune: Commune, plan: Plan) -> None:
    add_evidence(
        actor=commune.actor("vanhoa"),
        task=task(plan, "9"),
        note="02 công chức đã dự lớp tập huấn do Phòng Nội vụ huyện tổ chức ngày 17 và 18/6/2024",
        file_name="danh-sach-tap-huan.txt",
        data=TRAINED.encode(),
    )


def _call(commune: Commune, nominations: list[Nomination]) -> Meeting:
    return call_meeting(
        actor=commune.actor("vanphong"),
        council=standing(commune),
        title="Xét khen thưởng đột xuất và thành tích 6 tháng đầu năm 2024",
        held_on=dt.date(2024, 6, 24),
        place="Phòng họp Ủy ban nhân dân xã",
        nominations=nominations,
    )


def _begin_report(commune: Commune) -> None:
    """Task 7: two parts are written; the tasks of the second half are still to come."""
    clerk = commune.actor("vanphong")
    report = open_report(actor=clerk, kind=ReportKind.SIX_MONTH, year=2024)
    write_report(
        actor=clerk,
        report=report,
        cut_off_on=dt.date(2024, 6, 20),
        situation=SITUATION,
        supervision=SUPERVISION,
        shortcomings=SHORTCOMINGS,
        next_steps="",
        expected_version=report.version,
    )


def _open_today(commune: Commune, meeting: Meeting) -> None:
    """The meeting is on: most have voted on the first item, some on the second."""
    with moment("2024-06-24T07:30"):
        meeting = open_with(commune, meeting, absent=ABSENT)
        first, second, *_ = meeting.items.order_by("order")
    with moment("2024-06-24T07:40"):
        vote(commune, first, FIRST_VOTERS)
    with moment("2024-06-24T07:45"):
        vote(commune, second, SECOND_VOTERS, other={"phunu": Choice.ABSTAIN})
