"""The clerk on the page of today: what came in, what can go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from vinhdanh.accounts.enums import Role
from vinhdanh.decisions.queries.decisions import meetings_to_decide
from vinhdanh.emulation.enums import RegistrationState
from vinhdanh.emulation.queries.registrations import registrations_for
from vinhdanh.kernel.wording import count
from vinhdanh.nominations.enums import (
    WITH_CLERK,
    CommendationKind,
    NominationState,
    Procedure,
)
from vinhdanh.nominations.queries.assessments import undetermined
from vinhdanh.nominations.queries.nominations import nominations_for
from vinhdanh.planning.enums import PlanState
from vinhdanh.planning.models import Evidence
from vinhdanh.planning.queries.plans import plans_for, tasks_for
from vinhdanh.web.lines import Line, first_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vinhdanh.accounts.actor import Actor

BEFORE_THE_VOTE = (
    *WITH_CLERK,
    NominationState.APPRAISED,
    NominationState.DEFERRED,
    NominationState.BEFORE_COUNCIL,
)


def office_lines(actor: Actor, year: int) -> Iterator[Line]:
    """Tell the clerk what came in and what can go on."""
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
            "file-pen-line", detail=first_names(waiting),
        )  # fmt: skip
    unsure = undetermined(nominations.filter(state__in=BEFORE_THE_VOTE))
    if open_ones := list(unsure.order_by("submission_id", "order")):
        yield Line(
            f"{count(len(open_ones)).capitalize()} hồ sơ cần xác minh điều kiện theo quy định",
            reverse("nomination", args=[open_ones[0].pk]) + "#dieu-kien", "Xác minh", "scale",
            detail=first_names(open_ones),
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
