"""Every name that some version of the law gives a meaning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.operators.people import NoViolation
from vinhdanh.lawbook.rules import Bar, CommendationKind, Honour, Standard, walk
from vinhdanh.lawbook.rules.honours import Period

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vinhdanh.lawbook.rules import Rule

PUT_TO_PERSON = ("quy-dinh", "tieu-chuan")
"""Last parts of the ids of what the texts themselves leave to a person."""


@dataclass(frozen=True, slots=True)
class Names:
    """Slugs of honours, kinds and exclusions, and ids of conditions, of all versions."""

    honours: frozenset[str]
    yearly: frozenset[str]
    """Honours that have only ever been given once a year."""
    commendation_kinds: frozenset[str]
    violations: frozenset[str]
    conditions: frozenset[str]


def names_of(rules: Iterable[Rule[Any]]) -> Names:
    """Return the names that rules define."""
    contents = [rule.content for rule in rules]
    honours = [each for each in contents if isinstance(each, Honour)]
    slugs = frozenset(each.slug for each in honours)
    conditions = [
        condition
        for each in contents
        if isinstance(each, Standard | Bar)
        for condition in walk(each.conditions)
    ]
    return Names(
        honours=slugs,
        yearly=slugs - {each.slug for each in honours if each.period is not Period.YEARLY},
        commendation_kinds=frozenset(
            each.slug for each in contents if isinstance(each, CommendationKind)
        ),
        violations=frozenset(
            kind
            for each in conditions
            if isinstance(each.test, NoViolation)
            for kind in each.test.kinds
        ),
        conditions=frozenset(each.id for each in conditions)
        | {f"{slug}/{last}" for slug in slugs for last in PUT_TO_PERSON},
    )
