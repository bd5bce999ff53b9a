"""What a meeting and a vote must reach, from the law or the council's own rules; never typed."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from django.db.models import Count, Q

from vinhdanh.councils.enums import VoteBase, VoteForm
from vinhdanh.lawbook import ballot_required, vote_rule
from vinhdanh.lawbook import quorum as quorum_in_law

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.councils.models import Council, Meeting
    from vinhdanh.lawbook import Citation
    from vinhdanh.nominations.models import Nomination

UNCONFIRMED = "(cần xác minh)"


@dataclass(frozen=True, slots=True)
class Quorum:
    """The share of members who must attend."""

    share: Fraction
    source: str

    def of(self, members: int) -> int:
        """Return how many of so many must attend, rounded up."""
        return -(-members * self.share.numerator // self.share.denominator)

    @property
    def words(self) -> str:
        """Return "2/3"; a percentage where the text has one."""
        if self.share.denominator in (5, 10, 20):
            return f"{self.share.numerator * 100 // self.share.denominator}%"
        return f"{self.share.numerator}/{self.share.denominator}"


def quorum_for(council: Council, *, as_of: dt.date) -> Quorum:
    """Return the quorum of a session on awards: the law's where a text names one."""
    law = quorum_in_law(council.tier, as_of=as_of, province=council.body.province)
    if law:
        share, citation = law
        return Quorum(share, str(citation))
    own = Fraction(council.quorum_numerator, council.quorum_denominator)
    return Quorum(own, council.rule_source)


@dataclass(frozen=True, slots=True)
class Roll:
    """How many take part in a meeting, and how many must."""

    members: int
    present: int
    quorum: Quorum

    @property
    def needed(self) -> int:
        """How many must attend."""
        return self.quorum.of(self.members)

    @property
    def is_enough(self) -> bool:
        """Whether so many attend."""
        return self.present >= self.needed


def roll_of(meeting: Meeting) -> Roll:
    """Return how many take part in a meeting as it stands."""
    counted = meeting.attendance.aggregate(
        members=Count("pk"), present=Count("pk", filter=Q(is_present=True))
    )
    return Roll(quorum=quorum_for(meeting.council, as_of=meeting.held_on), **counted)


@dataclass(frozen=True, slots=True)
class Threshold:
    """The share of votes an honour needs."""

    percent: int
    must_exceed: bool
    """More than the percentage; otherwise at least."""
    denominator: int
    base: VoteBase
    """Of whom the denominator counts."""
    words: str
    source: str

    def is_met(self, votes_for: int) -> bool:
        """Tell whether so many votes suffice; exact arithmetic, no rounding."""
        if self.denominator == 0:
            return False
        share = Fraction(votes_for, self.denominator)
        needed = Fraction(self.percent, 100)
        return share > needed if self.must_exceed else share >= needed


def threshold_for(
    *, nomination: Nomination, council: Council, members: int, recused: int, as_of: dt.date
) -> Threshold:
    """Return the threshold for a nomination, by the text its file goes on under.

    Where the law names a percentage, it counts all members. Elsewhere the council's majority
    counts the members entitled to vote, which those recused are not.

    Args:
        nomination: what is voted on, with its submission and body.
        council: whose rules count where the law names none.
        members: all members of the council.
        recused: members who stay out of this vote.
        as_of: the day of the meeting.
    """
    submission = nomination.submission
    law = vote_rule(
        nomination.honour,
        as_of=as_of,
        received=submission.sent_on,
        province=submission.body.province,
    )
    if law:
        return Threshold(
            percent=law.percent,
            must_exceed=False,
            denominator=members,
            base=VoteBase.MEMBERS,
            words=f"từ {law.percent}% trên tổng số {members} thành viên",
            source=str(law.citation) if law.is_confirmed else f"{law.citation} {UNCONFIRMED}",
        )
    entitled = members - recused
    return Threshold(
        percent=council.pass_percent,
        must_exceed=True,
        denominator=entitled,
        base=VoteBase.ENTITLED,
        words=f"trên {council.pass_percent}% trong {entitled} thành viên được biểu quyết",
        source=council.rule_source,
    )


def ballot_asked_by_law(nomination: Nomination, *, as_of: dt.date) -> Citation | None:
    """Return where the law asks for a ballot on a nomination, None where hands may be raised."""
    submission = nomination.submission
    return ballot_required(
        nomination.honour,
        as_of=as_of,
        received=submission.sent_on,
        province=submission.body.province,
    )


def usual_form(nomination: Nomination, *, as_of: dt.date) -> VoteForm:
    """Return how a nomination is voted on where nobody chose: secretly where the law asks."""
    return VoteForm.SECRET if ballot_asked_by_law(nomination, as_of=as_of) else VoteForm.OPEN
