"""Votes and councils."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Denominator(StrEnum):
    """Of whom a share of votes is taken."""

    MEMBERS = "members"
    PRESENT = "present"

    @property
    def words(self) -> str:
        """Return the denominator in Vietnamese."""
        return {
            "members": "tổng số thành viên Hội đồng",
            "present": "số thành viên có mặt",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Vote:
    """Share of votes an honour needs; None where the text was not read."""

    honours: tuple[str, ...]
    percent: int | None
    body: str
    denominator: Denominator = Denominator.MEMBERS
    candidate_percent: int | None = None
    """What other texts support where the clause itself was not read."""

    def settles(self) -> tuple[str, ...]:
        """Return the honours."""
        return self.honours


@dataclass(frozen=True, slots=True)
class VoteForm:
    """How a vote is taken, such as by ballot."""

    honours: tuple[str, ...]
    form: str
    text: str

    def settles(self) -> tuple[str, ...]:
        """Return the honours."""
        return self.honours


class CouncilTopic(StrEnum):
    """What the program asks about councils."""

    ABSENT = "absent"
    COMPOSITION = "composition"
    DECISION = "decision"
    INITIATIVE_COUNCIL = "initiative-council"
    MEETINGS = "meetings"
    MEMBERS = "members"
    OVER_QUOTA = "over-quota"
    QUORUM = "quorum"
    QUORUM_ANH_HUNG = "quorum-anh-hung"
    QUORUM_AWARD = "quorum-award"
    ROLE = "role"
    STANDING_BODY = "standing-body"
    TASKS = "tasks"
    VOTE_ANH_HUNG = "vote-anh-hung"
    WRITTEN = "written"


class CouncilLevel(StrEnum):
    """Whose council a rule speaks of."""

    COMMUNE = "commune"
    PROVINCE = "province"
    MINISTRY = "ministry"
    CENTRAL = "central"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class CouncilRule:
    """Composition, quorum, absent members, ranking over a quota, rhythm of meetings."""

    topic: CouncilTopic
    level: CouncilLevel
    text: str
    share: str | None = None
    """A share of all members, such as 2/3 or 80/100."""

    def settles(self) -> tuple[tuple[CouncilTopic, CouncilLevel], ...]:
        """Return topic and level."""
        return ((self.topic, self.level),)
