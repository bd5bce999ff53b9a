"""A sudden deed, proposed in one stroke."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.text import squeeze
from vinhdanh.kernel.wording import day
from vinhdanh.nominations.enums import CommendationKind
from vinhdanh.nominations.services.evidence import add_evidence
from vinhdanh.nominations.services.submissions import (
    Proposal,
    add_nomination,
    open_submission,
    send_submission,
)

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.nominations.models import Nomination
    from vinhdanh.organizations.models import Recipient, Unit


@dataclass(frozen=True, slots=True)
class Deed:
    """What happened, when and where; with a photo where there is one."""

    what: str
    happened_on: dt.date
    place: str
    photo_name: str = ""
    photo: bytes = b""


@transaction.atomic
def propose_suddenly(
    *, actor: Actor, unit: Unit, recipient: Recipient, detail: str, honour: str, deed: Deed
) -> Nomination:
    """Write a list of one sudden deed and send it at once; nothing is left where a part fails.

    Args:
        actor: head of the proposing unit.
        unit: that unit.
        recipient: who did it.
        detail: their post or address.
        honour: what is proposed.
        deed: the five lines and the photo.

    Raises:
        DomainError: the day lies ahead, the place is missing, or a part is refused.
    """
    today = clock.today()
    if deed.happened_on > today:
        raise DomainError(
            f"Ngày {day(deed.happened_on)} chưa tới: hãy ghi ngày việc đó xảy ra.",
            field="happened_on",
        )
    if not squeeze(deed.place):
        raise DomainError("Chưa ghi nơi xảy ra: hãy ghi thôn, đường hoặc khúc sông.", field="place")
    submission = open_submission(
        actor=actor,
        unit=unit,
        year=today.year,
        kind=CommendationKind.SUDDEN,
        title=f"Đề nghị khen thưởng đột xuất {recipient.name}",
    )
    nomination = add_nomination(
        actor=actor,
        submission=submission,
        proposal=Proposal(
            recipient=recipient,
            detail=detail,
            honour=honour,
            achievement=deed.what,
            period=f"ngày {day(deed.happened_on)}",
            happened_on=deed.happened_on,
            place=deed.place,
        ),
        as_of=today,
    )
    if deed.photo:
        add_evidence(
            actor=actor,
            nomination=nomination,
            name=deed.photo_name,
            data=deed.photo,
            note="Ảnh tại chỗ",
        )
    send_submission(actor=actor, submission=submission)
    nomination.refresh_from_db()
    return nomination
