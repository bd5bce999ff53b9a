"""From lists of nominees to votes: the acts shared by the rounds of May and June."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from vinhdanh.councils.enums import Choice
from vinhdanh.councils.models import AgendaItem, Council
from vinhdanh.councils.services.ballots import cast_ballot
from vinhdanh.councils.services.meetings import open_meeting, take_attendance
from vinhdanh.demo.moments import moment
from vinhdanh.nominations.enums import FactList, LawVerdict
from vinhdanh.nominations.queries.assessments import findings_of, last_assessment
from vinhdanh.nominations.services.achievement import write_report
from vinhdanh.nominations.services.answers import call_whole, verify
from vinhdanh.nominations.services.submissions import (
    Proposal,
    add_nomination,
    open_submission,
    send_submission,
)
from vinhdanh.nominations.services.transitions import take_step
from vinhdanh.organizations.enums import RecipientKind
from vinhdanh.organizations.services.recipients import (
    recipient_for_household,
    recipient_for_person,
    recipient_for_unit,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import Meeting
    from vinhdanh.demo.commune import Commune
    from vinhdanh.demo.proposals import ListOfNominees, Nominee
    from vinhdanh.nominations.models import Nomination, Submission
    from vinhdanh.organizations.models import Recipient

NOTHING_AGAINST = (FactList.DISCIPLINE, FactList.HOLDS)
COMMENDATION = {
    RecipientKind.INDIVIDUAL: "giay-khen-ca-nhan",
    RecipientKind.COLLECTIVE: "giay-khen-tap-the",
    RecipientKind.HOUSEHOLD: "giay-khen-ho-gia-dinh",
}
"""What a commune's chair gives in the middle of 2024."""

CHECKED = "đã đối chiếu bản giấy với sổ của đơn vị, thành tích đúng như đề nghị"


def propose(commune: Commune, wanted: ListOfNominees) -> Submission:
    """Write a unit's list, and send it where it has a day of sending."""
    actor = commune.actor(wanted.account)
    opened_on = dt.datetime.fromisoformat(wanted.opened_at).date()
    with moment(wanted.opened_at):
        submission = open_submission(
            actor=actor,
            unit=commune.units[wanted.account],
            year=opened_on.year,
            kind=wanted.kind,
            title=wanted.title,
        )
        for nominee in wanted.nominees:
            proposal = Proposal(
                recipient=_recipient(commune, nominee),
                detail=nominee.detail,
                honour=nominee.honour or COMMENDATION[nominee.kind],
                achievement=nominee.achievement,
                period=wanted.period,
            )
            nomination = add_nomination(
                actor=actor, submission=submission, proposal=proposal, as_of=opened_on
            )
            if nominee.report:
                sections = dict(nominee.report)
                write_report(
                    actor=actor, nomination=nomination, sections=sections, expected_version=0
                )
    if wanted.sent_at:
        with moment(wanted.sent_at):
            send_submission(actor=actor, submission=submission)
    return submission


def appraise(
    commune: Commune, submission: Submission, *, but: Collection[str] = ()
) -> list[Nomination]:
    """Find the rows of a list fit for the council, all but some recipients; return those."""
    clerk = commune.actor("vanphong")
    rows = list(submission.nominations.exclude(recipient__name__in=but))
    for row in rows:
        _hold_against_the_law(clerk, row)
    return [take_step(actor=clerk, nomination=row, name="appraise", reason=CHECKED) for row in rows]


def open_with(commune: Commune, meeting: Meeting, *, absent: str) -> Meeting:
    """Take attendance with one member absent, and open."""
    missing = commune.users[absent].person
    present = meeting.attendance.exclude(member__person=missing)
    take_attendance(
        actor=commune.actor("vanphong"),
        meeting=meeting,
        present=list(present.values_list("pk", flat=True)),
    )
    return open_meeting(actor=commune.actor("chutich"), meeting=meeting)


def vote(
    commune: Commune,
    item: AgendaItem,
    accounts: Iterable[str],
    *,
    other: Mapping[str, Choice] | None = None,
    raised_hands: Collection[str] = (),
) -> None:
    """Let members vote, for the nominee unless named otherwise.

    Args:
        commune: the commune.
        item: what they vote on.
        accounts: who votes; members who are recused are passed over.
        other: whose choice is another one.
        raised_hands: whose vote the clerk enters for them.
    """
    recused = set(item.recusals.values_list("member__person__user__username", flat=True))
    members = {
        member.person.user.username: member
        for member in item.meeting.council.members.select_related("person__user")
    }
    for account in accounts:
        if account in recused:
            continue
        cast_ballot(
            actor=commune.actor("vanphong" if account in raised_hands else account),
            item=item,
            member=members[account],
            choice=(other or {}).get(account, Choice.FOR),
        )


def item_of(meeting: Meeting, recipient_name: str) -> AgendaItem:
    """Return what is decided about a recipient."""
    return meeting.items.get(nomination__recipient__name=recipient_name)


def standing(commune: Commune) -> Council:
    """Return the commune's council."""
    return Council.objects.get(body=commune.body)


def _hold_against_the_law(clerk: Actor, row: Nomination) -> None:
    """Say that nothing stands in the way, and by which rules a giấy khen is given."""
    call_whole(actor=clerk, nomination=row, lists=NOTHING_AGAINST, among=NOTHING_AGAINST)
    for found in findings_of(last_assessment(row)):
        if found["verdict"] == LawVerdict.UNDETERMINED and found["id"].endswith("/tieu-chuan"):
            verify(
                actor=clerk,
                nomination=row,
                condition=found["id"],
                answer=True,
                reason="Đủ tiêu chuẩn theo Quy chế thi đua, khen thưởng của xã",
            )


def _recipient(commune: Commune, nominee: Nominee) -> Recipient:
    if nominee.kind == RecipientKind.INDIVIDUAL:
        return recipient_for_person(commune.people[nominee.who])
    if nominee.kind == RecipientKind.COLLECTIVE:
        return recipient_for_unit(commune.units[nominee.who])
    return recipient_for_household(commune.households[nominee.who])
