"""What a bundle says, as plain frozen facts."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - read at run time from the type hints
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What the deciding level says of one case."""

    GRANTED = "granted"
    REFUSED = "refused"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Office:
    """A body as a bundle names it."""

    name: str
    place: str = ""
    province: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One nomination, as it stood when it was sent."""

    key: str
    """Names the case in the answer; unchanged when it is sent again."""
    recipient_kind: str
    recipient: str
    detail: str
    honour: str
    honour_name: str
    achievement: str
    period: str
    year: int
    kind: str
    birth_date: dt.date | None = None
    votes: str = ""
    """The council's result in words, e.g. "7/7 (trên 50 %)"; empty by the simplified procedure."""
    missing: tuple[str, ...] = ()
    """Papers the law asks for that are not in the bundle, as the sender says."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A letter to a superior with its list."""

    letter: str
    """Number and symbol."""
    letter_on: dt.date
    cases: tuple[Case, ...]
    round: int = 1
    """Which sending this is; a supplemented proposal is sent again."""
    answer_by: dt.date | None = None
    """The day the letter asks for an answer."""


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """What became of one case."""

    key: str
    verdict: Verdict
    reason: str = ""
    decision: str = ""
    """Number and symbol of the decision that grants it."""
    decided_on: dt.date | None = None
    issuer: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a proposal."""

    proposal: str
    """Id of the bundle it answers."""
    rows: tuple[AnswerRow, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A file inside a bundle: its path there, what it is called, its bytes."""

    path: str
    title: str
    data: bytes
    case: str = ""
    """Key of the case it belongs to; empty for papers of the whole list."""


@dataclass(frozen=True, slots=True)
class Content:
    """Everything a bundle says."""

    id: str
    """Unique among all installations: a UUID."""
    made_at: dt.datetime
    sender: Office
    receiver: Office
    proposal: Proposal | None = None
    answer: Answer | None = None

    def __post_init__(self) -> None:
        if (self.proposal is None) == (self.answer is None):
            raise ValueError("A bundle holds either a proposal or an answer.")
