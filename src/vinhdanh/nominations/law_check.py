"""A nomination's facts against the law: the answer, and what the unit is asked to attest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vinhdanh.lawbook import Assessment, Verdict, assess, default_corpus
from vinhdanh.lawbook.facts.writing import write_facts
from vinhdanh.nominations.facts import known_conditions

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from vinhdanh.lawbook import Facts, Finding

NOT_JUDGED = "Chưa xét được"
MERITS = ("judged", "achieved")
"""Operators of merits that a unit must name one by one."""


@dataclass(frozen=True, slots=True)
class Case:
    """Which honour, by which days."""

    honour: str
    as_of: dt.date
    received: dt.date | None
    province: str = ""

    def assess(self, facts: Facts) -> Assessment:
        """Hold facts against the law.

        Raises:
            LawbookError: the lawbook has no such honour or day.
            FactsError: the facts do not fit the honour.
        """
        return assess(
            self.honour, facts, as_of=self.as_of, received=self.received, province=self.province
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """What only people judge, by condition id, in the words of the law's paraphrase."""

    together: Mapping[str, str]
    """Attested in one stroke: spirit, solidarity, exemplary conduct."""
    singly: Mapping[str, str]
    """Merits among alternatives, of which the one that holds must be named."""

    @property
    def ids(self) -> set[str]:
        """Every id that may be attested."""
        return {*self.together, *self.singly}


def asked_of_the_unit(case: Case, facts: Facts) -> Asked:
    """Return what the unit is asked to attest, by judging with and without its word."""
    bare = replace(facts, attested=False, attestations={})
    open_ids = {each.id for each in flat(case.assess(bare).conditions) if _is_open(each)}
    whole = list(flat(case.assess(replace(bare, attested=True)).conditions))
    return Asked(
        together={each.id: each.text for each in whole if each.id in open_ids and each.attested},
        singly={each.id: each.text for each in whole if _is_open(each) and each.operator in MERITS},
    )


def answer(case: Case, facts: Facts, attested: Iterable[str]) -> tuple[Assessment, Facts]:
    """Return the law's answer and the facts it rests on.

    Args:
        case: the honour and the days.
        facts: what the records say, without attestations.
        attested: ids of the conditions the unit attested. They count for what was shown to it
            only: where another text asks for more, the unit is asked again.
    """
    ids = known_conditions() & set(attested)
    if ids:
        asked = asked_of_the_unit(case, facts)
        facts = replace(
            facts,
            attested=bool(asked.together) and set(asked.together) <= ids,
            attestations=dict.fromkeys(sorted(ids), True),
        )
    return case.assess(facts), facts


def unjudged(case: Case, facts: Facts, problem: Exception) -> dict[str, Any]:
    """Return the receipt of a question the lawbook could not answer, with its sentence.

    It has the shape of `lawbook.receipts.receipt`, so pages and queries read both alike.
    """
    asked = {
        "honour": case.honour,
        "as_of": case.as_of.isoformat(),
        "received": case.received.isoformat() if case.received else None,
        "province": case.province or None,
    }
    verdict = Verdict.UNDETERMINED.value
    return {
        "corpus": default_corpus().digest,
        "inputs": {**asked, "facts": write_facts(facts)},
        "articles": [],
        "verdict": verdict,
        "trace": {
            **asked,
            "verdict": verdict,
            "reason": f"{NOT_JUDGED}: {problem}",
            "regime": None,
            "conditions": [],
            "authority": None,
            "prize": None,
            "notes": [],
        },
    }


def flat(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings with those inside them."""
    for each in findings:
        yield each
        yield from flat(each.conditions)


def _is_open(finding: Finding) -> bool:
    return finding.verdict is Verdict.UNDETERMINED
