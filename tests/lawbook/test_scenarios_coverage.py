"""Every criterion of what a commune decides or proposes is met in one scenario, missed in another.

What a commune sees once in years, and the Law of 2003, is owed: `uncovered.txt` names each
criterion, and the list only becomes shorter.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.lawbook.scenarios import scenarios
from tests.lawbook.test_scenarios import walk

from vinhdanh.lawbook import assess, default_corpus, read_facts
from vinhdanh.lawbook.enums import HonourForm
from vinhdanh.lawbook.rules import Bar, Honour, Standard
from vinhdanh.lawbook.rules import walk as parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vinhdanh.lawbook import Finding
    from vinhdanh.lawbook.rules import Condition, Rule

OWED = Path(__file__).with_name("uncovered.txt")
MOST_OWED = 505
RARE = {HonourForm.ORDER, HonourForm.MEDAL, HonourForm.STATE_TITLE, HonourForm.PRIZE}
"""The state gives these; a commune hands files on."""
JUDGED = {"judged"}
ASKS = {"absence_below"}
"""Operators that are never missed: they ask people instead."""
LAW_OF_2022 = "2024-01-01"


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


def uncovered() -> dict[str, Rule[Any]]:
    """Return the conditions that lack a scenario met, or one missed, with their rules."""
    return {
        each.id: rule
        for rule in default_corpus().rules
        if isinstance(rule.content, Standard | Bar)
        for each in parts_of(rule.content.conditions)
        if not _is_covered(each)
    }


def _is_covered(condition: Condition) -> bool:
    verdicts = found().get(condition.id, set())
    leaves = {each.operator for each in parts_of([condition]) if not each.children}
    missed = {"not_met", "undetermined"} if leaves <= JUDGED or leaves & ASKS else {"not_met"}
    return "met" in verdicts and bool(verdicts & missed)


def _is_rare(rule: Rule[Any]) -> bool:
    if isinstance(rule.content, Bar):
        return False
    view = default_corpus().on(rule.since, rule.province)
    honour = view.one(Honour, rule.content.honour)
    assert honour is not None
    return honour.content.form in RARE or str(rule.since) < LAW_OF_2022


def test_every_criterion_of_a_commune_is_met_and_missed() -> None:
    assert [id for id, rule in uncovered().items() if not _is_rare(rule)] == []  # noqa: A001


def test_what_is_owed_only_becomes_less() -> None:
    listed = OWED.read_text("utf-8").split()
    assert len(listed) == len(set(listed)) <= MOST_OWED
    assert sorted(id for id, rule in uncovered().items() if _is_rare(rule)) == listed  # noqa: A001
