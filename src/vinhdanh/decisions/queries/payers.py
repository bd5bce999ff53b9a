"""Who pays the prize of an honour that came from another office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.lawbook import LawbookError, default_corpus
from vinhdanh.lawbook import honour as honour_on
from vinhdanh.lawbook.enums import Level
from vinhdanh.lawbook.rules.money import FundRule

if TYPE_CHECKING:
    from vinhdanh.decisions.models import Honour

STATE_LEVELS: Final = frozenset({Level.PRESIDENT, Level.GOVERNMENT, Level.PRIME_MINISTER})


@dataclass(frozen=True, slots=True)
class Payer:
    """What the law of the day of the decision says."""

    sentence: str
    citation: str


def payer_of(honour: Honour) -> Payer | None:
    """Return who pays by the law; none for the body's own, and where no text read says it."""
    if honour.decision.is_of_body:
        return None
    topic = "payer-of-state-honours" if _is_of_state(honour) else "payer"
    law = default_corpus().on(honour.decided_on, honour.body.province)
    for rule in law.all(FundRule):
        if rule.content.topic == topic:
            return Payer(rule.content.text, str(rule.citation))
    return None


def _is_of_state(honour: Honour) -> bool:
    try:
        law = honour_on(honour.honour, as_of=honour.decided_on, province=honour.body.province)
    except LawbookError:
        return False
    return law.deciding_level in STATE_LEVELS
