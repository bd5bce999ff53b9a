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
from vinhdanh.nominations.law_check import Asked, Case, answer, asked_of_the_unit
from vinhdanh.nominations.models import Assessment, Nomination
from vinhdanh.nominations.queries.facts import with_records
from vinhdanh.nominations.sources import honours_held

if TYPE_CHECKING:
    from collections.abc import Iterable

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
def assess_nominations(nominations: Iterable[Nomination], *, moment: Moment | None = None) -> None:
    """Ask the law about nominations and keep one receipt each.

    Args:
        nominations: what to ask about; their records are read anew.
        moment: when in the work; left out, it follows from each nomination's state.
    """
    rows = list(with_records(nominations))
    held = honours_held([each.recipient_id for each in rows])
    found = (_assessed(each, held.get(each.recipient_id, ()), moment) for each in rows)
    Assessment.objects.bulk_create(each for each in found if each)


def assess_recipient(recipient: Recipient) -> None:
    """Ask the law anew about every nomination of a recipient that is not over."""
    assess_nominations(
        Nomination.objects.filter(recipient=recipient).exclude(state__in=FINAL_STATES)
    )


def asked_about(nomination: Nomination) -> Asked:
    """Return what the proposing unit is asked to attest of a nomination today."""
    (row,) = with_records([nomination])
    held = honours_held([row.recipient_id])
    try:
        return asked_of_the_unit(
            _case(row), facts_of(row, as_of=clock.today(), honours=held.get(row.recipient_id, ()))
        )
    except (LawbookError, FactsError) as problem:
        _tell(row, problem)
        return Asked({}, {})


def _assessed(
    nomination: Nomination, honours: Iterable[HeldHonour], moment: Moment | None
) -> Assessment | None:
    today = clock.today()
    facts = facts_of(nomination, as_of=today, honours=tuple(honours))
    attestations = list(nomination.attestations.all())
    try:
        found, used = answer(
            _case(nomination), facts, attestations[-1].conditions if attestations else ()
        )
    except (LawbookError, FactsError) as problem:
        _tell(nomination, problem)
        return None
    kept = receipt(found, used)
    return Assessment(
        nomination=nomination,
        moment=moment or _STATES.get(NominationState(nomination.state), Moment.RECEIVED),
        as_of=today,
        verdict=found.verdict.value,
        receipt=receipt_text(kept),
        corpus=kept["corpus"],
        made_at=clock.now(),
    )


def _case(nomination: Nomination) -> Case:
    return Case(
        nomination.honour, clock.today(), nomination.submission.sent_on, nomination.body.province
    )


def _tell(nomination: Nomination, problem: Exception) -> None:
    log.warning("Nomination %s was not held against the law: %s", nomination.pk, problem)
