"""The one way a nomination changes its state."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.kernel.wording import joined
from vinhdanh.lawbook import LawbookError, honour
from vinhdanh.nominations.models import NominationStep, Submission
from vinhdanh.nominations.offers import is_given_here
from vinhdanh.nominations.policies import may_take
from vinhdanh.nominations.queries.appraisal import STEP, missing_for_appraisal
from vinhdanh.nominations.services.assessments import MOMENTS, assess_nominations
from vinhdanh.nominations.services.clocks import set_clock
from vinhdanh.nominations.services.locking import hold, locked
from vinhdanh.nominations.workflow import transition

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.nominations.models import Nomination

DECIDER_ASKED = ("send", "put_before_council", "approve", "approve_directly")
"""Steps at which the law of their day is asked anew who decides: a text may have moved it."""


@transaction.atomic
def take_step(
    *,
    actor: Actor,
    nomination: Nomination,
    name: str,
    reason: str = "",
    expected_version: int | None = None,
) -> Nomination:
    """Take one step of the workflow and write it into the history.

    Args:
        actor: who takes it.
        nomination: whose state changes.
        name: the step's name in the workflow table.
        reason: the sentence that goes with it, where the step asks for one; an appraisal asks for
            it where conditions or papers are missing.
        expected_version: the version the actor saw; None inside a larger act that holds the row.

    Raises:
        StaleError: somebody else took a step in between; the message says who and which.
        DomainError: the step is not the actor's, does not fit the state, or lacks its reason.
    """
    _note_receipt([nomination], name)
    taken = _take(
        actor=actor,
        nomination=nomination,
        name=name,
        reason=reason,
        expected_version=expected_version,
    )
    _ask_the_law([taken], name, as_of=clock.today())
    return taken


@transaction.atomic
def take_steps(
    *, actor: Actor, nominations: Iterable[Nomination], name: str, as_of: dt.date
) -> list[Nomination]:
    """Take one step with each of some nominations, then ask the law about all of them at once.

    Args:
        actor: who takes it.
        nominations: whose state changes.
        name: the step's name in the workflow table.
        as_of: the day whose law is asked.

    Raises:
        DomainError: the step is not the actor's, or does not fit a state.
    """
    rows = list(nominations)
    _note_receipt(rows, name)
    hold(rows)
    taken = [
        _take(actor=actor, nomination=each, name=name, reason="", expected_version=None)
        for each in rows
    ]
    _ask_the_law(taken, name, as_of=as_of)
    return taken


def _take(
    *,
    actor: Actor,
    nomination: Nomination,
    name: str,
    reason: str,
    expected_version: int | None,
) -> Nomination:
    step = transition(name)
    nomination = locked(nomination, expected_version)
    verdict = may_take(step, nomination, actor)
    if not verdict:
        raise DomainError(verdict.reason)
    reason = squeeze(reason)
    if step.needs_reason and not reason:
        raise DomainError(
            f"Cần ghi lý do trước khi {step.label.lower()}: đơn vị sẽ đọc câu này.", field="reason"
        )
    if name == STEP and not reason:
        _require_whole(nomination)
    require_fits(NominationStep, "reason", reason)
    source = nomination.state
    nomination.state = step.target
    nomination.version += 1
    if name in DECIDER_ASKED:
        _ask_who_decides(nomination)
    set_clock(nomination, as_of=clock.today())
    nomination.save(
        update_fields=[
            "state", "version", "is_decided_above", "state_since", "arrived_on", "due_on"
        ]
    )  # fmt: skip
    NominationStep.objects.create(
        nomination=nomination,
        name=name,
        source=source,
        target=step.target,
        actor=actor.user,
        actor_name=actor.name,
        at=clock.now(),
        reason=reason,
    )
    record(
        scope=actor.scope,
        actor=actor.name,
        action=f"nomination.{name}",
        target=nomination,
        sentence=f"{step.told} hồ sơ của {nomination.recipient.name}"
        + (f" vì: {reason}" if reason else ""),
        details={"from": source, "to": str(step.target), "version": nomination.version},
    )
    return nomination


def _require_whole(nomination: Nomination) -> None:
    """Refuse to find a nomination ready without a word while something is missing."""
    if missing := missing_for_appraisal(nomination):
        raise DomainError(
            f"Hồ sơ của {nomination.recipient.name} còn {joined(missing)}: hãy ghi một câu vì sao"
            " vẫn đủ điều kiện trình, hoặc trả lại để bổ sung.",
            field="reason",
        )


def _note_receipt(nominations: Sequence[Nomination], name: str) -> None:
    """The first row that is sent sends its list: the law goes by the day of receipt.

    The list is held before its rows, as by everybody else who holds both.
    """
    if name == "send":
        lists = Submission.objects.filter(pk__in={each.submission_id for each in nominations})
        lists.filter(sent_on=None).update(sent_on=clock.today())


def _ask_who_decides(nomination: Nomination) -> None:
    """Set anew whether others decide; what the law of today no longer knows stays as it was."""
    province = nomination.body.province
    with suppress(LawbookError):
        law = honour(nomination.honour, as_of=clock.today(), province=province)
        nomination.is_decided_above = not is_given_here(law)


def _ask_the_law(nominations: Sequence[Nomination], name: str, *, as_of: dt.date) -> None:
    if moment := MOMENTS.get(name):
        assess_nominations(nominations, as_of=as_of, moment=moment)
