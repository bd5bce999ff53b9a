"""The road of a nomination as a page draws it: past, present, next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.kernel.wording import day
from vinhdanh.nominations.enums import NominationState as State
from vinhdanh.nominations.enums import Procedure

if TYPE_CHECKING:
    from vinhdanh.nominations.models import Nomination

Station = tuple[str, str, frozenset[State]]
WRITING: Station = ("Soạn", "send", frozenset({State.DRAFT, State.RETURNED}))
APPRAISING: Station = (
    "Thẩm định", "appraise", frozenset({State.SENT, State.RECEIVED, State.IN_APPRAISAL}),
)  # fmt: skip
COUNCIL: Station = (
    "Hội đồng", "approve", frozenset({State.APPRAISED, State.BEFORE_COUNCIL, State.DEFERRED}),
)  # fmt: skip
CHAIR: Station = ("Chủ tịch duyệt", "approve_directly", frozenset({State.APPRAISED}))
HERE: Station = ("Quyết định", "decide", frozenset({State.APPROVED}))
ABOVE: Station = (
    "Cấp trên", "decide_above",
    frozenset({State.APPROVED, State.FORWARDED, State.RETURNED_ABOVE}),
)  # fmt: skip
KEPT: Station = ("Vào sổ", "", frozenset({State.DECIDED}))
ENDED = (State.WITHDRAWN, State.NOT_APPROVED, State.REFUSED_ABOVE)
_NEXT = {
    State.DRAFT: "đơn vị gửi đề nghị",
    State.RETURNED: "đơn vị bổ sung rồi gửi lại",
    State.SENT: "công chức phụ trách tiếp nhận, thẩm định",
    State.RECEIVED: "công chức phụ trách thẩm định",
    State.IN_APPRAISAL: "công chức phụ trách đang thẩm định",
    State.APPRAISED: "đưa vào phiên họp Hội đồng",
    State.BEFORE_COUNCIL: "Hội đồng biểu quyết",
    State.DEFERRED: "đưa vào phiên họp sau",
    State.APPROVED: "Chủ tịch ký quyết định",
    State.FORWARDED: "cấp trên trả lời",
    State.RETURNED_ABOVE: "bổ sung rồi trình lại",
}


def stepper_of(nomination: Nomination) -> list[dict[str, str]]:
    """Return the road of a nomination: past with day and person, present, next with who acts."""
    taken = {step.name: step for step in nomination.steps.all()}
    state, road = State(nomination.state), _road(nomination)
    here = next((at for at, (_, _, states) in enumerate(road) if state in states), len(road))
    if state == State.DECIDED:
        here = len(road)
    steps = []
    for at, (label, name, _) in enumerate(road):
        step = taken.get(name)
        place = "past" if at < here else "present" if at == here else "next"
        if state in ENDED and not step:
            place = "next"
        is_past = bool(step) and place == "past"
        steps.append(
            {
                "label": label,
                "state": place,
                "when": day(step.at.astimezone().date()) if step and is_past else "",
                "who": step.actor_name
                if step and is_past
                else _next(nomination, state)
                if place == "present"
                else "",
            }
        )
    return steps


def returned_for(nomination: Nomination) -> str:
    """Return why a nomination was sent back; nothing while it is not."""
    if nomination.state not in (State.RETURNED, State.RETURNED_ABOVE):
        return ""
    back = [step for step in nomination.steps.all() if step.target == nomination.state]
    return back[-1].reason if back else ""


def _road(nomination: Nomination) -> tuple[Station, ...]:
    judging = CHAIR if nomination.procedure == Procedure.SIMPLIFIED else COUNCIL
    deciding = ABOVE if nomination.is_decided_above else HERE
    return (WRITING, APPRAISING, judging, deciding, KEPT)


def _next(nomination: Nomination, state: State) -> str:
    if state == State.APPRAISED and nomination.procedure == Procedure.SIMPLIFIED:
        return "Chủ tịch xem, đồng ý hoặc không"
    if state == State.APPROVED and nomination.is_decided_above:
        return "trình cấp trên"
    return _NEXT.get(state, "")
