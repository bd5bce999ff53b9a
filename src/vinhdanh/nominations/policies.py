"""Who may take a step on a nomination, and why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.kernel.verdict import YES, Verdict, no
from vinhdanh.nominations.enums import NominationState

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
