"""What the bundle of a forwarding says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.decisions.bundle import Case, Content, Office, Proposal
from vinhdanh.decisions.forwarding_papers import votes_in_words
from vinhdanh.kernel import clock

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vinhdanh.councils.models import AgendaItem
    from vinhdanh.decisions.models import ForwardedCase, Forwarding
    from vinhdanh.nominations.models import Nomination


def content_of(
    forwarding: Forwarding, cases: Sequence[ForwardedCase], items: Mapping[int, AgendaItem]
) -> Content:
    """Return the content of a forwarding's bundle.

    Args:
        forwarding: with its letter.
        cases: with their nominations.
        items: what the council approved, by nomination.
    """
    body = forwarding.body
    return Content(
        id=str(forwarding.bundle_id),
        made_at=clock.now(),
        sender=Office(body.name, body.place, body.province),
        receiver=Office(forwarding.superior_name),
        proposal=Proposal(
            letter=forwarding.letter.code,
            letter_on=forwarding.sent_on,
            round=forwarding.round,
            answer_by=forwarding.answer_by,
            cases=tuple(_case(each, items.get(each.nomination_id)) for each in cases),
        ),
    )


def _case(case: ForwardedCase, item: AgendaItem | None) -> Case:
    row: Nomination = case.nomination
    person = row.recipient.person
    return Case(
        key=case.key,
        recipient_kind=row.recipient.kind,
        recipient=row.recipient.name,
        detail=row.recipient_detail,
        honour=row.honour,
        honour_name=row.honour_name,
        achievement=row.achievement,
        period=row.period,
        year=row.submission.year,
        kind=row.submission.kind,
        birth_date=person.birth_date if person else None,
        votes=votes_in_words(item),
        missing=tuple(case.missing),
    )
