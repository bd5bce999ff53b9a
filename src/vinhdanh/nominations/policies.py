"""Who may take a step on a nomination, and why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.accounts.enums import Act, Role
from vinhdanh.kernel.verdict import YES, Verdict, no
from vinhdanh.nominations.enums import FINAL_STATES, NominationState

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
    if nomination.state not in step.sources:
        now = NominationState(nomination.state).label.lower()
        return no(f"Hồ sơ của {nomination.recipient.name} đang ở bước “{now}”.")
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
