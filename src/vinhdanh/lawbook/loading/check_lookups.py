"""What the program looks up by name stands in the law that ships with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.lawbook.errors import CorpusError
from vinhdanh.lawbook.rules import CouncilRule, Principle, PrizeRule

if TYPE_CHECKING:
    from vinhdanh.lawbook.library import Corpus

PRINCIPLES = ("single-reward", "one-initiative-once")
"""Principles that the checks of lists cite."""
PRIZES = ("rounding", "same_period_titles", "title_and_form")
"""Rules of prizes that are computed with."""
COUNCILS = ("quorum", "composition")
"""Rules of councils that meetings ask for."""


def check_lookups(corpus: Corpus) -> None:
    """Raise CorpusError where a name that the program asks for is settled nowhere."""
    contents = [rule.content for rule in corpus.rules]
    _require("principle", PRINCIPLES, {e.id for e in contents if isinstance(e, Principle)})
    _require("prize_rule", PRIZES, {e.topic for e in contents if isinstance(e, PrizeRule)})
    _require("council", COUNCILS, {e.topic for e in contents if isinstance(e, CouncilRule)})


def _require(kind: str, wanted: tuple[str, ...], found: set[str]) -> None:
    for name in wanted:
        if name not in found:
            raise CorpusError(
                f"no `rule: {kind}` settles {name!r}, which the program looks up.",
                file="national",
                line=1,
                key="topic" if kind != "principle" else "id",
                fix="add it, or correct its name.",
            )
