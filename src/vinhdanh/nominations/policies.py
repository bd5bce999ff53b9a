"""Who may take a step on a nomination, and why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.accounts.enums import Act, Role
from vinhdanh.kernel.verdict import YES, Verdict, no
from vinhdanh.nominations.enums import (
    FINAL_STATES,
    OPEN_TO_UNIT,
    WITH_CLERK,
    NominationState,
    Procedure,
)

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor
    from vinhdanh.nominations.models import Nomination
    from vinhdanh.nominations.workflow import Transition


def may_take(step: Transition, nomination: Nomination, actor: Actor) -> Verdict:
    """Tell whether the actor may take a step on a nomination as it now stands."""
    if nomination.body_id != actor.body.pk:
        return no("Hồ sơ này thuộc cơ quan khác.")
    right = actor.may(step.act)
    if not right:
        return right
    unit = nomination.submission.unit
    if step.by_own_unit and not actor.heads(unit):
        return no(f"Việc này của người phụ trách {unit.name}.")
    own = nomination.table.step(step.name)
    if own is None:
        how = Procedure(nomination.procedure).label.lower()
        return no(f"Hồ sơ của {nomination.recipient.name} theo cách “{how}” nên không có bước này.")
    if nomination.state not in own.sources:
        now = NominationState(nomination.state).label.lower()
        return no(f"Hồ sơ của {nomination.recipient.name} đang ở bước “{now}”.")
    return _decided_there(step, nomination)


def _decided_there(step: Transition, nomination: Nomination) -> Verdict:
    """Tell whether the step is one of the level that decides the honour."""
    what = f"{nomination.honour_name} của {nomination.recipient.name}"
    if step.decided_here and nomination.is_decided_above:
        return no(f"{what} do cấp trên quyết định: hãy trình cấp trên.")
    if step.decided_above and not nomination.is_decided_above:
        return no(f"{what} do cơ quan mình quyết định nên không trình cấp trên.")
    return YES


def may_choose_procedure(nomination: Nomination, actor: Actor) -> Verdict:
    """Tell whether the actor may choose the procedure: unit, then clerk, until it is judged."""
    if nomination.body_id != actor.body.pk:
        return no("Hồ sơ này thuộc cơ quan khác.")
    unit = nomination.submission.unit
    if nomination.state in OPEN_TO_UNIT and actor.heads(unit):
        return YES
    if nomination.state in (*WITH_CLERK, NominationState.APPRAISED):
        return actor.may(Act.APPRAISE)
    now = NominationState(nomination.state).label.lower()
    return no(f"Hồ sơ của {nomination.recipient.name} {now} nên không đổi thủ tục được ở đây.")


def may_rewrite(nomination: Nomination, actor: Actor) -> Verdict:
    """Tell whether the actor may change what a nomination holds: its unit, before it is sent."""
    if not (right := actor.may(Act.NOMINATE)):
        return right
    unit = nomination.submission.unit
    if not actor.heads(unit):
        return no(f"Anh/chị không phụ trách {unit.name} nên không sửa được.")
    if nomination.state not in OPEN_TO_UNIT:
        return no(
            f"Hồ sơ của {nomination.recipient.name} đã gửi nên không sửa được: hãy nhờ công chức"
            " phụ trách thi đua trả lại."
        )
    return YES


def may_keep_facts(nomination: Nomination, actor: Actor) -> Verdict:
    """Tell whether the actor may record facts the nomination is judged by."""
    if not (right := actor.may(Act.KEEP_FACTS)):
        return right
    unit = nomination.submission.unit
    if Role.CLERK not in actor.roles and not actor.heads(unit):
        return no(f"Việc này của người phụ trách {unit.name} hoặc công chức phụ trách thi đua.")
    return _is_open(nomination)


def may_attest(nomination: Nomination, actor: Actor) -> Verdict:
    """Tell whether the actor may give the proposing unit's word."""
    if not (right := actor.may(Act.NOMINATE)):
        return right
    unit = nomination.submission.unit
    if not actor.heads(unit):
        return no(f"Việc này của người phụ trách {unit.name}.")
    return _is_open(nomination)


def may_settle(act: Act, nomination: Nomination, actor: Actor) -> Verdict:
    """Tell whether the actor may do an act of the office on a nomination that is not over."""
    return actor.may(act) and _is_open(nomination)


def _is_open(nomination: Nomination) -> Verdict:
    if nomination.state in FINAL_STATES:
        now = NominationState(nomination.state).label.lower()
        return no(f"Hồ sơ của {nomination.recipient.name} {now} nên không ghi thêm được.")
    return YES
