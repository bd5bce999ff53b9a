"""Which facts an honour asks for, so that a form asks for no others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.lookups import honour_rule, standards_of
from vinhdanh.lawbook.operators.members import MembersHolding, MembersShare
from vinhdanh.lawbook.operators.people import Judged, NoViolation
from vinhdanh.lawbook.rules import Bar, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vinhdanh.lawbook import RecipientKind
    from vinhdanh.lawbook.library import View
    from vinhdanh.lawbook.rules import Condition, Rule

OVER_YEARS = frozenset({"grades_in_a_row", "after_honour"})
"""Operators that look at gradings of several years."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What must be known to judge one honour for one kind of recipient."""

    slug: str
    recipient: RecipientKind
    operators: frozenset[str]
    by_group: bool
    """Whether the standard differs by group of people."""
    titles: tuple[str, ...]
    """Titles whose holders among the members are counted."""
    exclusions: dict[str, str]
    """What excludes a household: slug → words."""
    merits: dict[str, str]
    """Conditions that must be named one by one: id → text."""

    def asks(self, *operators: str) -> bool:
        """Tell whether some condition is tested by one of these operators."""
        return not self.operators.isdisjoint(operators)


def needs_of(slug: str, recipient: RecipientKind, view: View) -> Needs:
    """Return what an honour asks for.

    Raises:
        LawbookError: no text of the day knows the honour.
    """
    found = list(_conditions(slug, recipient, view, set()))
    rules = [each for each in standards_of(slug, view) if recipient in each.content.recipients]
    tests = [each.test for each in found]
    counted = (each.honour for each in tests if isinstance(each, MembersShare | MembersHolding))
    return Needs(
        slug=slug,
        recipient=recipient,
        operators=frozenset(each.operator for each in found),
        by_group=any(rule.content.groups for rule in rules),
        titles=tuple(dict.fromkeys(counted)),
        exclusions={
            kind: each.words
            for each in tests
            if isinstance(each, NoViolation)
            for kind in each.kinds
        },
        merits={each.id: each.text for each in found if _is_merit(each)},
    )


def _is_merit(condition: Condition) -> bool:
    test = condition.test
    return condition.operator == "achieved" or (isinstance(test, Judged) and test.merit)


def _conditions(
    slug: str, recipient: RecipientKind, view: View, seen: set[str]
) -> Iterator[Condition]:
    """Yield the conditions of an honour and of the honours whose standard it asks for."""
    seen.add(slug)
    form = honour_rule(view, slug).content.form
    rules: list[Rule[Any]] = [
        *(rule for rule in standards_of(slug, view) if recipient in rule.content.recipients),
        *(rule for rule in view.tightening if rule.content.honour == slug),
        *(rule for rule in view.all(Bar) if rule.content.applies_to(slug, form, recipient)),
    ]
    for rule in rules:
        for each in walk(rule.content.conditions):
            yield each
            for other in set(each.refers_to) - seen:
                yield from _conditions(other, recipient, view, seen)
