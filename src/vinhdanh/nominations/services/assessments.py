"""Holding nominations against the law and keeping the receipts. Advice: it never blocks an act."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.kernel import clock
from vinhdanh.lawbook import FactsError, LawbookError
from vinhdanh.lawbook.receipts import receipt, receipt_text
from vinhdanh.nominations.enums import FINAL_STATES, Moment, NominationState
from vinhdanh.nominations.facts import facts_of
from vinhdanh.nominations.law_check import (
    Asked,
    Case,
    answer,
    asked_of_the_unit,
    unjudged,
)
from vinhdanh.nominations.models import Assessment, Nomination
from vinhdanh.nominations.queries.facts import with_records
from vinhdanh.nominations.sources import honours_held

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence
    from typing import Any

    from vinhdanh.lawbook.facts import HeldHonour
    from vinhdanh.organizations.models import Recipient

log = logging.getLogger(__name__)

MOMENTS = {"send": Moment.RECEIVED, "put_before_council": Moment.BEFORE_VOTE}
"""Steps of a nomination at which the law is asked."""
_STATES = {
    NominationState.DRAFT: Moment.DRAFTED,
    NominationState.RETURNED: Moment.DRAFTED,
    NominationState.BEFORE_COUNCIL: Moment.BEFORE_VOTE,
}


@transaction.atomic
def assess_nominations(
    nominations: Iterable[Nomination], *, as_of: dt.date, moment: Moment | None = None
) -> None:
    """Ask the law about nominations and keep one receipt each, in a fixed number of queries.

    Args:
        nominations: what to ask about; their records are read anew.
        as_of: the day whose law is asked: today, or the day of the meeting that will vote.
        moment: when in the work; left out, it follows from each nomination's state.
    """
    rows = list(with_records(nominations))
    held = honours_held([each.recipient_id for each in rows])
    Assessment.objects.bulk_create(
        _assessed(each, held.get(each.recipient_id, ()), as_of, moment) for each in rows
    )


def assess_recipient(recipient: Recipient, *, as_of: dt.date) -> None:
    """Ask the law anew about every nomination of a recipient that is not over."""
    assess_nominations(
        Nomination.objects.filter(recipient=recipient).exclude(state__in=FINAL_STATES), as_of=as_of
    )


def asked_about(nomination: Nomination, *, as_of: dt.date) -> Asked:
    """Return what the proposing unit is asked to attest of a nomination on a day."""
    (row,) = with_records([nomination])
    held = honours_held([row.recipient_id])
    facts = facts_of(row, as_of=as_of, honours=held.get(row.recipient_id, ()))
    try:
        return asked_of_the_unit(_case(row, as_of), facts)
    except (LawbookError, FactsError) as problem:
        _tell(row, problem)
        return Asked({}, {})


def _assessed(
    nomination: Nomination,
    honours: Sequence[HeldHonour],
    as_of: dt.date,
    moment: Moment | None,
) -> Assessment:
    kept = _receipt(nomination, honours, as_of)
    return Assessment(
        nomination=nomination,
        moment=moment or _STATES.get(NominationState(nomination.state), Moment.RECEIVED),
        as_of=as_of,
        verdict=kept["verdict"],
        receipt=receipt_text(kept),
        corpus=kept["corpus"],
        made_at=clock.now(),
    )


def _receipt(
    nomination: Nomination, honours: Sequence[HeldHonour], as_of: dt.date
) -> dict[str, Any]:
    """Return the law's answer; where it cannot answer, why: a nomination is never passed over."""
    case = _case(nomination, as_of)
    facts = facts_of(nomination, as_of=as_of, honours=honours)
    attestations = list(nomination.attestations.all())
    try:
        found, used = answer(case, facts, attestations[-1].conditions if attestations else ())
    except (LawbookError, FactsError) as problem:
        _tell(nomination, problem)
        return unjudged(case, facts, problem)
    return receipt(found, used)


def _case(nomination: Nomination, as_of: dt.date) -> Case:
    return Case(nomination.honour, as_of, nomination.submission.sent_on, nomination.body.province)


def _tell(nomination: Nomination, problem: Exception) -> None:
    log.warning("Nomination %s was not held against the law: %s", nomination.pk, problem)
