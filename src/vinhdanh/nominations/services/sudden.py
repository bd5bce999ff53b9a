"""A sudden deed, proposed in one stroke."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.text import squeeze
from vinhdanh.kernel.wording import day, joined
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
    from collections.abc import Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.nominations.models import Nomination, Submission
    from vinhdanh.organizations.models import Recipient, Unit

MOST_NAMED = 2
"""So many names stand in the title of the list."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What happened, when and where; with a photo where there is one."""

    what: str
    happened_on: dt.date
    place: str
    photo_name: str = ""
    photo: bytes = b""


@dataclass(frozen=True, slots=True)
class Doer:
    """Who did it, and their post or address."""

    recipient: Recipient
    detail: str


@transaction.atomic
def propose_suddenly(
    *, actor: Actor, unit: Unit, doers: Sequence[Doer], honour: str, deed: Deed
) -> list[Nomination]:
    """Write a list of one sudden deed and send it at once; nothing is left where a part fails.

    Individuals, collectives and households may be commended for it (Law 06/2022/QH15, Article 8);
    everybody gets a nomination of their own, with the same words and photo.

    Args:
        actor: head of the proposing unit.
        unit: that unit.
        doers: who did it, each once.
        honour: what is proposed.
        deed: the five lines and the photo.

    Raises:
        DomainError: nobody or somebody twice is named, the day lies ahead, the place is missing,
            or a part is refused.
    """
    today = clock.today()
    _require_each_once(doers)
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
        title=f"Đề nghị khen thưởng đột xuất {named([each.recipient.name for each in doers])}",
    )
    nominations = [
        _added(actor, submission, _proposal(one, honour, deed), deed, as_of=today) for one in doers
    ]
    send_submission(actor=actor, submission=submission)
    for nomination in nominations:
        nomination.refresh_from_db()
    return nominations


def named(names: list[str]) -> str:
    """Return a few names, or the first with how many others there are."""
    if len(names) <= MOST_NAMED:
        return joined(names)
    return f"{names[0]} và {len(names) - 1} trường hợp khác"


def _require_each_once(doers: Sequence[Doer]) -> None:
    if not doers:
        raise DomainError(
            "Chưa ghi ai: hãy ghi ít nhất một người, hộ hoặc tập thể.", field="recipient"
        )
    counted = Counter(each.recipient for each in doers)
    recipient, times = counted.most_common(1)[0]
    if times > 1:
        raise DomainError(
            f"{recipient.name} được ghi {times} lần: hãy để lại một dòng.",
            field="recipient",
        )


def _proposal(doer: Doer, honour: str, deed: Deed) -> Proposal:
    return Proposal(
        recipient=doer.recipient,
        detail=doer.detail,
        honour=honour,
        achievement=deed.what,
        period=f"ngày {day(deed.happened_on)}",
        happened_on=deed.happened_on,
        place=deed.place,
    )


def _added(
    actor: Actor, submission: Submission, proposal: Proposal, deed: Deed, *, as_of: dt.date
) -> Nomination:
    nomination = add_nomination(actor=actor, submission=submission, proposal=proposal, as_of=as_of)
    if deed.photo:
        add_evidence(
            actor=actor,
            nomination=nomination,
            name=deed.photo_name,
            data=deed.photo,
            note="Ảnh tại chỗ",
        )
    return nomination
