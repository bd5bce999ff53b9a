"""One line of a list, what is found about it, and the list on the day of a view."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.lookups import honour_rule

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Hashable

    from vinhdanh.lawbook.citations import Citation
    from vinhdanh.lawbook.facts.model import Facts
    from vinhdanh.lawbook.library import View
    from vinhdanh.lawbook.rules import Honour, Rule


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"

    @property
    def words(self) -> str:
        """Return it in Vietnamese."""
        return {"error": "Trái quy định", "warning": "Cần xem lại", "notice": "Lưu ý"}[self.value]


@dataclass(frozen=True, slots=True)
class Entry:
    """One recipient proposed for one honour."""

    who: str
    honour: str
    facts: Facts
    achievements: tuple[str, ...] = ()
    """Ids of the deeds this proposal rests on."""
    initiatives: tuple[str, ...] = ()
    """Ids of the initiatives this proposal uses up."""
    unit: str = ""
    """`who` of the collective of the same list that a person belongs to."""


@dataclass(frozen=True, slots=True)
class ListFinding:
    """Something the list as a whole shows."""

    code: str
    severity: Severity
    sentence: str
    who: tuple[str, ...]
    citation: Citation | None = None

    def as_json(self) -> dict[str, Any]:
        """Return plain values."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "sentence": self.sentence,
            "who": list(self.who),
            "citation": self.citation.as_json() if self.citation else None,
        }


@dataclass(frozen=True, slots=True)
class Proposals:
    """The entries of a list with the law they are checked by."""

    entries: tuple[Entry, ...]
    view: View
    as_of: dt.date
    members: int | None
    """People in the whole body, for ceilings over all of them."""

    def honour(self, slug: str) -> Honour:
        """Return the definition of an honour on the day.

        Raises:
            LawbookError: no text of the day knows it.
        """
        return self.rule(slug).content

    def rule(self, slug: str) -> Rule[Honour]:
        """Return the rule that defines an honour on the day.

        Raises:
            LawbookError: no text of the day knows it.
        """
        return honour_rule(self.view, slug)

    def quoted(self, slug: str) -> str:
        """Return the name of an honour in quotation marks."""
        return f"“{self.honour(slug).name}”"

    def by(self, key: Callable[[Entry], Hashable]) -> list[list[Entry]]:
        """Return the entries in groups of one key, in the order of the list."""
        groups: defaultdict[Hashable, list[Entry]] = defaultdict(list)
        for each in self.entries:
            groups[key(each)].append(each)
        return list(groups.values())

    def proposed(self, slug: str, *, unit: str | None = None) -> set[str]:
        """Return who is proposed for an honour, in one unit where it is named."""
        return {
            each.who
            for each in self.entries
            if each.honour == slug and (unit is None or each.unit == unit)
        }
