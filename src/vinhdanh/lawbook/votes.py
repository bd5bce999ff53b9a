"""Shares of votes that the law itself asks for; elsewhere the council's own rules count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.lawbook.corpus_files import corpus, in_force
from vinhdanh.lawbook.honours import Citation, citation_of

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True)
class VoteRule:
    """At least this percentage of all members must agree."""

    percent: int
    citation: Citation
    is_confirmed: bool
    """Whether the clause was read; otherwise the share is to be verified."""


def vote_rule(slug: str, *, as_of: dt.date) -> VoteRule | None:
    """Return the law's threshold for an honour, or None where the law names none."""
    for row in corpus("honours"):
        if row["slug"] == slug and (rules := in_force(row.get("vote", []), as_of=as_of)):
            return VoteRule(
                percent=rules[0]["percent"],
                citation=citation_of(rules[0]),
                is_confirmed=not rules[0].get("needs_confirmation", False),
            )
    return None
