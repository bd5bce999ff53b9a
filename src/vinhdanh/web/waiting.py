"""What waits for a person: every line an act with a verb, most pressing first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from vinhdanh.accounts.enums import Act, Role
from vinhdanh.councils.enums import MeetingState
from vinhdanh.councils.queries.meetings import (
    items_awaiting,
    items_to_tally,
    meetings_for,
    moved_meetings,
)
from vinhdanh.decisions.enums import DecisionState, ReissueState
from vinhdanh.decisions.queries.decisions import decisions_for
from vinhdanh.decisions.queries.honours import reissues_for
from vinhdanh.kernel.wording import count
from vinhdanh.nominations.enums import (
    WITH_CLERK,
    NominationState,
    Procedure,
)
from vinhdanh.nominations.queries.nominations import nominations_for
from vinhdanh.planning.enums import PlanState
from vinhdanh.planning.queries.plans import TaskStatus, statuses, tasks_for
from vinhdanh.reports.enums import ReportState
from vinhdanh.reports.queries.reports import reports_for
from vinhdanh.web.forwarding_lines import forwarding_lines
from vinhdanh.web.honour_lines import honour_lines
from vinhdanh.web.import_lines import import_lines
from vinhdanh.web.incoming_lines import incoming_lines
from vinhdanh.web.later_page import words_of
from vinhdanh.web.lines import Line
from vinhdanh.web.money_lines import money_lines
from vinhdanh.web.office_lines import office_lines
from vinhdanh.web.sudden_lines import sudden_lines
from vinhdanh.web.unit_lines import unit_lines

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from vinhdanh.accounts.actor import Actor

SOON = 21
"""Days before a task's date from which it is named."""
URGENCY = {"stop": 0, "care": 1, "waiting": 2, "neutral": 3}


def year_statuses(actor: Actor, *, year: int, today: dt.date) -> list[TaskStatus]:
    """Return the year's tasks with their progress, for the page of today."""
    tasks = tasks_for(actor).filter(plan__year=year, plan__state=PlanState.CONFIRMED)
    return statuses(tasks, as_of=today)


def lines_for(actor: Actor, found: list[TaskStatus], *, year: int) -> list[Line]:
    """Return what waits for a person, most pressing first; what a plan says twice, once."""
    first = [*_votes(actor), *_moved(actor), *sudden_lines(actor), *_signatures(actor)]
    lines = [
        *_tasks(actor, found),
        *office_lines(actor, year),
        *incoming_lines(actor),
        *forwarding_lines(actor),
        *money_lines(actor),
        *honour_lines(actor, year=year),
        *unit_lines(actor, year),
        *import_lines(actor),
    ]
    once: dict[tuple[str, dt.date | None], Line] = {}
    for line in lines:
        once.setdefault((line.sentence, line.due_on), line)
    return [*first, *sorted(once.values(), key=lambda line: URGENCY[line.state])]


def _votes(actor: Actor) -> Iterator[Line]:
    if not actor.may(Act.VOTE):
        return
    if papers := list(items_to_tally(actor)):
        yield Line(
            f"{count(len(papers)).capitalize()} hồ sơ chờ anh/chị nhập kết quả kiểm phiếu",
            reverse("meeting", args=[papers[0].meeting_id]), "Nhập kết quả", "list-checks", "care",
            f"Phiên họp: {papers[0].meeting.title}",
        )  # fmt: skip
    items = list(items_awaiting(actor))
    if items:
        meeting = items[0].meeting
        yield Line(
            f"{count(len(items)).capitalize()} hồ sơ chờ anh/chị biểu quyết",
            reverse("meeting", args=[meeting.pk]), "Biểu quyết", "vote", "care",
            f"Phiên họp: {meeting.title}",
        )  # fmt: skip


def _moved(actor: Actor) -> Iterator[Line]:
    for meeting in moved_meetings(actor):
        yield Line(
            f"Phiên họp Hội đồng dời sang {meeting.stands}",
            reverse("meeting", args=[meeting.pk]), "Xem", "calendar", "care", meeting.title,
        )  # fmt: skip


def _signatures(actor: Actor) -> Iterator[Line]:
    if actor.may(Act.OPEN_MEETING):
        for meeting in meetings_for(actor).filter(state=MeetingState.PLANNED):
            yield Line(
                f"Phiên họp Hội đồng: {meeting.title}", reverse("meeting", args=[meeting.pk]),
                "Mở phiên họp", "users", "waiting", due_on=meeting.held_on,
            )  # fmt: skip
    if actor.may(Act.SIGN_DECISION):
        for decision in decisions_for(actor).filter(state=DecisionState.DRAFT):
            yield Line(
                f"Một dự thảo {words_of(decision).name} chờ anh/chị ký",
                reverse("decision", args=[decision.pk]), "Xem và ký", "signature", "care",
                decision.meeting.title if decision.meeting else decision.merit,
            )  # fmt: skip
    if actor.may(Act.ISSUE_REPORT):
        written = reports_for(actor).filter(state=ReportState.DRAFT)
        for part in ("situation", "supervision", "shortcomings", "next_steps"):
            written = written.exclude(**{part: ""})
        for report in written:
            yield Line(
                f"{report} đã soạn xong, chờ anh/chị xem và ký",
                reverse("report", args=[report.pk]), "Xem và ký", "chart-column",
            )  # fmt: skip


def _tasks(actor: Actor, found: list[TaskStatus]) -> Iterator[Line]:
    whole = bool(actor.roles & {Role.CLERK, Role.CHAIR})
    for status in found:
        task = status.task
        if status.is_done or task.due_on is None:
            continue
        if not whole and not (task.lead_unit and actor.heads(task.lead_unit)):
            continue
        if (task.due_on - status.as_of).days > SOON:
            continue
        yield Line(
            task.content, reverse("task", args=[task.pk]), "Mở",
            "octagon-alert" if status.is_overdue else "calendar",
            "stop" if status.is_overdue else "care", status.progress.sentence, task.due_on,
        )  # fmt: skip


def awaited_from_others(actor: Actor, *, year: int) -> list[Line]:
    """Return what somebody else must do before this person can go on."""
    lines: list[Line] = []
    if Role.CLERK in actor.roles:
        lines += [
            Line(f"Chủ tịch ký dự thảo {words_of(each).name}",
                 reverse("decision", args=[each.pk]), "Xem", "signature",
                 detail=each.meeting.title if each.meeting else each.merit)
            for each in decisions_for(actor).filter(state=DecisionState.DRAFT)
        ]  # fmt: skip
        lines += [
            Line(f"Chủ tịch trả lời đề nghị {each.get_kind_display().lower()} bằng của"
                 f" {each.honour.recipient_name}",
                 reverse("honour", args=[each.honour_id]), "Xem", "award")
            for each in reissues_for(actor).filter(state=ReissueState.ASKED)
        ]  # fmt: skip
        lines += [
            Line(f"Chủ tịch duyệt {each.honour_name} cho {each.recipient.name} theo thủ tục đơn"
                 " giản",
                 reverse("nomination", args=[each.pk]), "Xem", "star")
            for each in nominations_for(actor).filter(
                state=NominationState.APPRAISED, procedure=Procedure.SIMPLIFIED
            )
        ]  # fmt: skip
        lines += [
            Line(f"{each.submission.unit.called} bổ sung hồ sơ của {each.recipient.name}",
                 reverse("nomination", args=[each.pk]), "Xem", "undo-2")
            for each in nominations_for(actor).filter(state=NominationState.RETURNED)
        ]  # fmt: skip
    elif actor.units:
        waiting = nominations_for(actor).filter(
            submission__unit__in=actor.units,
            submission__year=year,
            state__in=[
                *WITH_CLERK, NominationState.APPRAISED, NominationState.BEFORE_COUNCIL,
                NominationState.APPROVED, NominationState.DEFERRED, NominationState.FORWARDED,
            ],
        )  # fmt: skip
        lines += [
            Line(f"{each.recipient.name}: {NominationState(each.state).label.lower()}",
                 reverse("nomination", args=[each.pk]), "Xem", "hourglass",
                 detail=each.honour_name)
            for each in waiting[:8]
        ]  # fmt: skip
    return lines
