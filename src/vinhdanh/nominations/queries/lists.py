"""What a whole list shows that no nomination of it does: ratios, ceilings, doubles."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING

from django.db.models import prefetch_related_objects

from vinhdanh.kernel.text import fold
from vinhdanh.lawbook import Collective, FactsError, Household, Individual, LawbookError
from vinhdanh.lawbook.facts import read_facts
from vinhdanh.lawbook.lists import Entry, ListFinding, Severity, check_list
from vinhdanh.nominations.enums import NominationState
from vinhdanh.nominations.queries.assessments import last_of
from vinhdanh.organizations.enums import RecipientKind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from vinhdanh.lawbook import Facts
    from vinhdanh.nominations.models import Assessment, Nomination, Submission

log = logging.getLogger(__name__)

NOTHING_KNOWN: Mapping[str, Facts] = {
    RecipientKind.INDIVIDUAL: Individual(),
    RecipientKind.COLLECTIVE: Collective(),
    RecipientKind.HOUSEHOLD: Household(),
}


def list_findings(
    submission: Submission, nominations: Iterable[Nomination], *, as_of: dt.date
) -> list[ListFinding]:
    """Hold a list as a whole against the law, the gravest first, in three queries.

    Advice: nothing is refused by it. Where the list cannot be judged, that is the one finding.

    Args:
        submission: the list, with its body.
        nominations: its rows, with recipient and person; the facts are those of their last
            assessments, which every record writes anew.
        as_of: the day whose law is asked.
    """
    rows = [each for each in nominations if each.state != NominationState.WITHDRAWN]
    prefetch_related_objects(rows, "initiatives", "recipient__person__positions")
    law = last_of(rows)
    collectives = {
        unit: str(each.recipient_id)
        for each in rows
        if (unit := each.recipient.unit_id) is not None
    }
    entries = [
        Entry(
            key=str(each.recipient_id),
            label=each.recipient.name,
            honour=each.honour,
            facts=_facts(each, law.get(each.pk)),
            achievements=(fold(each.achievement),),
            initiatives=tuple(one.title for one in each.initiatives.all()),
            unit=_unit(each, collectives, as_of),
            year=submission.year,
        )
        for each in rows
    ]
    try:
        return check_list(entries, as_of, submission.body.province, received=submission.sent_on)
    except LawbookError as problem:
        log.warning("List %s was not held against the law: %s", submission.pk, problem)
        told = f"Chưa xét được cả danh sách: {problem}"
        return [ListFinding("unjudged", Severity.WARNING, told, ())]


def _facts(nomination: Nomination, assessment: Assessment | None) -> Facts:
    """Return what the last answer rests on; nothing is known where there is none to read."""
    unknown = NOTHING_KNOWN[nomination.recipient.kind]
    if assessment is None:
        return unknown
    try:
        return read_facts(json.loads(assessment.receipt)["inputs"]["facts"], as_of=assessment.as_of)
    except FactsError:  # its own dossier says why
        return unknown


def _unit(nomination: Nomination, collectives: Mapping[int, str], as_of: dt.date) -> str:
    """Return the key of the collective of the list in which a person holds a post."""
    person = nomination.recipient.person
    posts = person.positions.all() if person else ()
    held = (each.unit_id for each in posts if each.valid_to is None or each.valid_to > as_of)
    return next((collectives[unit] for unit in held if unit in collectives), "")
