"""Standards of honours as trees of conditions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.lawbook.enums import Group, HonourForm, RecipientKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vinhdanh.lawbook.citations import Citation
    from vinhdanh.lawbook.operators.base import Operator

COMPOSITES = ("all", "any", "not")


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition: a test of facts, or a composition of conditions."""

    id: str
    text: str
    citation: Citation
    operator: str
    """Name of the operator, or all, any, not, standard_of."""
    test: Operator | None = None
    children: tuple[Condition, ...] = ()
    refers_to: tuple[str, ...] = ()
    """Honours whose standard is meant, for standard_of."""
    unconfirmed: str | None = None
    ask: str = ""
    """Who can supply what is missing; the operator's own answer where empty."""


def walk(conditions: Iterable[Condition]) -> Iterator[Condition]:
    """Yield conditions and all conditions inside them."""
    for each in conditions:
        yield each
        yield from walk(each.children)


@dataclass(frozen=True, slots=True)
class Standard:
    """What a recipient must meet for an honour."""

    honour: str
    recipients: tuple[RecipientKind, ...]
    conditions: tuple[Condition, ...]
    groups: tuple[Group, ...] = ()
    fills: str = ""
    """The delegation this overlay standard fills."""
    note: str = ""

    def settles(self) -> tuple[tuple[str, RecipientKind, Group | None], ...]:
        """Return honour × recipient × group."""
        groups: tuple[Group | None, ...] = self.groups or (None,)
        return tuple((self.honour, kind, group) for kind in self.recipients for group in groups)


@dataclass(frozen=True, slots=True)
class Bar:
    """Conditions that stand before every honour of some forms, such as a hold."""

    id: str
    conditions: tuple[Condition, ...]
    forms: tuple[HonourForm, ...] = ()
    honours: tuple[str, ...] = ()
    recipients: tuple[RecipientKind, ...] = ()
    fills: str = ""
    """The delegation this overlay rule fills."""

    def settles(self) -> tuple[str, ...]:
        """Return the id."""
        return (self.id,)

    def applies_to(self, honour: str, form: HonourForm, recipient: RecipientKind) -> bool:
        """Tell whether the bar stands before this honour for this recipient."""
        return (
            (not self.forms or form in self.forms)
            and (not self.honours or honour in self.honours)
            and (not self.recipients or recipient in self.recipients)
        )


@dataclass(frozen=True, slots=True)
class Limit:
    """A ceiling over a whole list, such as a share of those who hold a lower title."""

    id: str
    text: str
    honour: str
    percent: int
    of: str
    """Slug of the honour whose holders are the base, or `members`."""
    fills: str = ""
    """The delegation this overlay rule fills."""

    def settles(self) -> tuple[str, ...]:
        """Return the id."""
        return (self.id,)
