"""Small facts that several pages share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.kernel.wording import day
from vinhdanh.nominations.enums import NominationState as State

if TYPE_CHECKING:
    from django.http import HttpRequest

    from vinhdanh.nominations.models import Nomination

ROWS = 50
"""Rows of a table page."""

STATE_PILLS = {
    State.DRAFT: "neutral",
    State.SENT: "waiting",
    State.RECEIVED: "waiting",
    State.IN_APPRAISAL: "waiting",
    State.RETURNED: "care",
    State.WITHDRAWN: "neutral",
    State.APPRAISED: "info",
    State.BEFORE_COUNCIL: "waiting",
    State.DEFERRED: "care",
    State.APPROVED: "good",
    State.NOT_APPROVED: "stop",
    State.FORWARDED: "waiting",
    State.RETURNED_ABOVE: "care",
    State.REFUSED_ABOVE: "stop",
    State.DECIDED: "good",
}
_ROAD = (
    ("Soạn", "send", {State.DRAFT, State.RETURNED}),
    ("Thẩm định", "appraise", {State.SENT}),
    ("Hội đồng", "approve", {State.APPRAISED, State.BEFORE_COUNCIL, State.DEFERRED}),
    ("Quyết định", "decide", {State.APPROVED}),
    ("Vào sổ", "", {State.DECIDED}),
)
_NEXT = {
    State.DRAFT: "đơn vị gửi đề nghị",
    State.RETURNED: "đơn vị bổ sung rồi gửi lại",
    State.SENT: "công chức phụ trách thẩm định",
    State.APPRAISED: "đưa vào phiên họp Hội đồng",
    State.BEFORE_COUNCIL: "Hội đồng biểu quyết",
    State.DEFERRED: "đưa vào phiên họp sau",
    State.APPROVED: "Chủ tịch ký quyết định",
}


def sent_number(request: HttpRequest, name: str) -> int:
    """Return a number a form carries along; 0, which nothing has, where it is none."""
    try:
        return int(request.POST.get(name, ""))
    except ValueError:
        return 0


def stepper_of(nomination: Nomination) -> list[dict[str, str]]:
    """Return the road of a nomination: past with day and person, present, next with who acts."""
    taken = {step.name: step for step in nomination.steps.all()}
    state = State(nomination.state)
    here = next((at for at, (_, _, states) in enumerate(_ROAD) if state in states), len(_ROAD))
    if state == State.DECIDED:
        here = len(_ROAD)
    steps = []
    for at, (label, name, _) in enumerate(_ROAD):
        step = taken.get(name)
        place = "past" if at < here else "present" if at == here else "next"
        if state in (State.WITHDRAWN, State.NOT_APPROVED) and not step:
            place = "next"
        steps.append(
            {
                "label": label,
                "state": place,
                "when": day(step.at.astimezone().date()) if step and place == "past" else "",
                "who": step.actor_name
                if step and place == "past"
                else _NEXT.get(state, "")
                if place == "present"
                else "",
            }
        )
    return steps


def returned_for(nomination: Nomination) -> str:
    """Return why a nomination was sent back; nothing while it is not."""
    if nomination.state != State.RETURNED:
        return ""
    back = [step for step in nomination.steps.all() if step.target == State.RETURNED]
    return back[-1].reason if back else ""
