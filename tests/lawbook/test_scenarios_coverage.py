"""Every criterion of the corpus is met in one scenario and missed in another."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any

from tests.lawbook.scenarios import scenarios
from tests.lawbook.test_scenarios import walk

from vinhdanh.lawbook import assess, default_corpus, read_facts
from vinhdanh.lawbook.rules import Bar, Standard
from vinhdanh.lawbook.rules import walk as parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vinhdanh.lawbook import Finding
    from vinhdanh.lawbook.rules import Condition

JUDGED = {"judged"}
ASKS = {"absence_below"}
"""Operators that are never missed: they ask people instead."""


@cache
def found() -> dict[str, set[str]]:
    """Return the verdicts that scenarios reach, by condition."""
    verdicts: defaultdict[str, set[str]] = defaultdict(set)
    for one in scenarios():
        if one.kind == "assess":
            for each in _findings(one.found):
                verdicts[each.id].add(each.verdict.value)
    return verdicts


def _findings(asked: dict[str, Any]) -> Iterator[Finding]:
    got = assess(
        asked["honour"],
        read_facts(asked["facts"], as_of=asked["as_of"]),
        as_of=asked["as_of"],
        received=asked.get("received"),
        province=asked.get("province", ""),
    )
    yield from walk(got.conditions)


def uncovered() -> list[str]:
    """Return the conditions that lack a scenario met, or one missed."""
    return [
        each.id
        for rule in default_corpus().rules
        if isinstance(rule.content, Standard | Bar)
        for each in parts_of(rule.content.conditions)
        if not _is_covered(each)
    ]


def _is_covered(condition: Condition) -> bool:
    verdicts = found().get(condition.id, set())
    leaves = {each.operator for each in parts_of([condition]) if not each.children}
    missed = {"not_met", "undetermined"} if leaves <= JUDGED or leaves & ASKS else {"not_met"}
    return "met" in verdicts and bool(verdicts & missed)


def test_every_criterion_is_met_and_missed() -> None:
    assert uncovered() == []
