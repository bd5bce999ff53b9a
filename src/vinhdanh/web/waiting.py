"""What waits for a person: every line an act with a verb, most pressing first."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.urls import reverse

from vinhdanh.accounts.enums import Act, Role
from vinhdanh.councils.enums import MeetingState
from vinhdanh.councils.queries.meetings import items_awaiting, items_to_tally, meetings_for
from vinhdanh.decisions.enums import DecisionKind, DecisionState
from vinhdanh.decisions.queries.decisions import decisions_for, meetings_to_decide
from vinhdanh.emulation.enums import RegistrationState
from vinhdanh.emulation.models import Pledge
from vinhdanh.emulation.queries.registrations import registrations_for
from vinhdanh.kernel.wording import count
from vinhdanh.nominations.enums import (
    WITH_CLERK,
    CommendationKind,
    NominationState,
    Procedure,
)
from vinhdanh.nominations.queries.assessments import last_of, undetermined
from vinhdanh.nominations.queries.nominations import nominations_for
from vinhdanh.planning.enums import PlanState
from vinhdanh.planning.models import Evidence
from vinhdanh.planning.queries.plans import TaskStatus, plans_for, statuses, tasks_for
from vinhdanh.records.queries.documents import unread_by
from vinhdanh.reports.enums import ReportState
from vinhdanh.reports.queries.reports import reports_for
from vinhdanh.web.forwarding_lines import forwarding_lines
from vinhdanh.web.incoming_lines import incoming_lines
from vinhdanh.web.law_lines import law_check
from vinhdanh.web.lines import Line
from vinhdanh.web.sudden_lines import sudden_lines

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.nominations.models import Nomination

SOON = 21
"""Days before a task's date from which it is named."""
BEFORE_THE_VOTE = (
    *WITH_CLERK,
    NominationState.APPRAISED,
    NominationState.DEFERRED,
    NominationState.BEFORE_COUNCIL,
)
URGENCY = {"stop": 0, "care": 1, "waiting": 2, "neutral": 3}


def year_statuses(actor: Actor, *, year: int, today: dt.date) -> list[TaskStatus]:
    """Return the year's tasks with their progress, for the page of today."""
    tasks = tasks_for(actor).filter(plan__year=year, plan__state=PlanState.CONFIRMED)
    return statuses(tasks, as_of=today)


def lines_for(actor: Actor, found: list[TaskStatus], *, year: int) -> list[Line]:
    """Return what waits for a person, most pressing first; what a plan says twice, once."""
    first = [*_votes(actor), *sudden_lines(actor), *_signatures(actor)]
    lines = [
        *_tasks(actor, found),
        *_office(actor, year),
        *incoming_lines(actor),
        *forwarding_lines(actor),
        *_unit(actor, year),
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
                "Một dự thảo quyết định hủy bỏ khen thưởng chờ anh/chị ký"
                if decision.kind == DecisionKind.REVOCATION
                else "Một dự thảo quyết định khen thưởng chờ anh/chị ký",
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


def _office(actor: Actor, year: int) -> Iterator[Line]:
    if Role.CLERK not in actor.roles:
        return
    if drafts := plans_for(actor).filter(state=PlanState.DRAFT).first():
        yield Line(
            "Một kế hoạch vừa đọc chờ anh/chị xem lại và xác nhận",
            reverse("plan", args=[drafts.pk]), "Xem lại", "file-pen-line", detail=drafts.title,
        )  # fmt: skip
    sent = registrations_for(actor).filter(year=year, state=RegistrationState.SENT)
    if units := [each.unit.called for each in sent]:
        yield Line(
            f"{count(len(units)).capitalize()} bản đăng ký thi đua chờ tiếp nhận",
            reverse("emulation"), "Tiếp nhận", "inbox", detail=", ".join(units),
        )  # fmt: skip
    nominations = nominations_for(actor)
    arrived = nominations.filter(state__in=WITH_CLERK)
    if waiting := list(arrived.exclude(submission__kind=CommendationKind.SUDDEN)):
        yield Line(
            f"{count(len(waiting)).capitalize()} đề nghị khen thưởng chờ thẩm định",
            reverse("submission", args=[waiting[0].submission_id]), "Thẩm định",
            "file-pen-line", detail=_first_names(waiting),
        )  # fmt: skip
    unsure = undetermined(nominations.filter(state__in=BEFORE_THE_VOTE))
    if open_ones := list(unsure.order_by("submission_id", "order")):
        yield Line(
            f"{count(len(open_ones)).capitalize()} hồ sơ cần xác minh điều kiện theo quy định",
            reverse("nomination", args=[open_ones[0].pk]) + "#dieu-kien", "Xác minh", "scale",
            detail=_first_names(open_ones),
        )  # fmt: skip
    ready = nominations.filter(
        state__in=[NominationState.APPRAISED, NominationState.DEFERRED],
        procedure=Procedure.REGULAR,
    )
    if number := ready.count():
        yield Line(
            f"{count(number).capitalize()} hồ sơ đã thẩm định, chờ đưa ra Hội đồng",
            reverse("meeting_new"), "Lập phiên họp", "users",
        )  # fmt: skip
    for meeting in meetings_to_decide(actor):
        yield Line(
            "Hội đồng đã họp xong, chờ soạn quyết định khen thưởng",
            reverse("meeting", args=[meeting.pk]), "Soạn quyết định", "stamp",
            detail=meeting.title,
        )  # fmt: skip
    if pieces := Evidence.objects.filter(
        task__in=tasks_for(actor), accepted_at=None, refused_at=None
    ).first():
        yield Line(
            "Có minh chứng của nhiệm vụ chờ anh/chị chấp nhận",
            reverse("task", args=[pieces.task_id]), "Xem", "paperclip", detail=pieces.note,
        )  # fmt: skip


def _unit(actor: Actor, year: int) -> Iterator[Line]:
    if not actor.units:
        return
    registered = set(
        registrations_for(actor)
        .filter(year=year, unit__in=actor.units)
        .exclude(state=RegistrationState.DRAFT)
        .values_list("unit_id", flat=True)
    )
    for unit in actor.units:
        if unit.takes_part and unit.pk not in registered:
            yield Line(
                f"{unit.name} chưa đăng ký thi đua năm {year}",
                reverse("registration_form", args=[unit.pk]), "Đăng ký", "flag", "care",
            )  # fmt: skip
    pledges = Pledge.objects.filter(
        unit__in=actor.units, movement__year=year, signed_on=None
    ).select_related("movement")
    for pledge in pledges:
        yield Line(
            f"Phong trào “{pledge.movement.title}” chờ anh/chị ký giao ước",
            reverse("movement", args=[pledge.movement_id]), "Ký giao ước", "signature",
        )  # fmt: skip
    for receipt in unread_by(actor)[:5]:
        yield Line(
            f"{receipt.document} gửi tới {receipt.unit.called}, chưa xác nhận đã đọc",
            reverse("document", args=[receipt.document_id]), "Đọc", "file-text", "waiting",
            receipt.document.abstract,
        )  # fmt: skip
    yield from _facts_missing(actor)
    returned = nominations_for(actor).filter(
        state=NominationState.RETURNED, submission__unit__in=actor.units
    )
    for nomination in returned.prefetch_related("steps"):
        reason = nomination.steps.all()[len(nomination.steps.all()) - 1].reason
        yield Line(
            f"Hồ sơ của {nomination.recipient.name} bị trả lại",
            reverse("nomination", args=[nomination.pk]), "Bổ sung", "undo-2", "care",
            f"Lý do: {reason}",
        )  # fmt: skip


def _facts_missing(actor: Actor) -> Iterator[Line]:
    """Own nominations of which the law cannot say yet whether the conditions are met."""
    own = nominations_for(actor).filter(
        submission__unit__in=actor.units,
        state__in=[NominationState.DRAFT, NominationState.RETURNED],
    )
    rows = list(undetermined(own).order_by("submission_id", "order"))
    law = last_of(rows)
    by_list: dict[int, list[Nomination]] = defaultdict(list)
    for nomination in rows:
        check = law_check(law.get(nomination.pk), nomination, actor)
        if check and check.own_todos:
            by_list[nomination.submission_id].append(nomination)
    for pk, rows in by_list.items():
        yield Line(
            f"{count(len(rows)).capitalize()} đề nghị còn thiếu số liệu để kiểm tra điều kiện",
            reverse("submission", args=[pk]), "Bổ sung", "scale", detail=_first_names(rows),
        )  # fmt: skip


def _first_names(rows: list[Nomination]) -> str:
    return ", ".join(each.recipient.name for each in rows[:3])


def awaited_from_others(actor: Actor, *, year: int) -> list[Line]:
    """Return what somebody else must do before this person can go on."""
    lines: list[Line] = []
    if Role.CLERK in actor.roles:
        lines += [
            Line("Chủ tịch ký dự thảo quyết định khen thưởng",
                 reverse("decision", args=[each.pk]), "Xem", "signature",
                 detail=each.meeting.title if each.meeting else each.merit)
            for each in decisions_for(actor).filter(state=DecisionState.DRAFT)
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
