"""One line of a list, what is found about it, and the list on the day of a view."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.lookups import honour_rule
from vinhdanh.lawbook.operators.base import year_judged
from vinhdanh.lawbook.rules.procedure import Topic
from vinhdanh.lawbook.transitions import law_day

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Hashable, Iterable

    from vinhdanh.lawbook.citations import Citation
    from vinhdanh.lawbook.facts.model import Facts
    from vinhdanh.lawbook.library import Corpus, View
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
    """One recipient proposed for one honour of one year."""

    key: str
    """Tells the recipient apart: two people may have one name."""
    honour: str
    facts: Facts
    achievements: tuple[str, ...] = ()
    """Ids of the deeds this proposal rests on; left out, all those of its facts."""
    initiatives: tuple[str, ...] = ()
    """Ids of the initiatives this proposal uses up."""
    unit: str = ""
    """Key of the collective of the same list that a person belongs to."""
    label: str = ""
    """What the recipient is called; the key where it is left out."""
    year: int | None = None
    """The year proposed for, where the facts do not tell it."""

    @property
    def who(self) -> str:
        """Return what the recipient is called."""
        return self.label or self.key

    @property
    def deeds(self) -> tuple[str, ...]:
        """Return the ids of the deeds this proposal rests on."""
        known = (each.id for each in self.facts.achievements or () if each.id)
        return self.achievements or tuple(dict.fromkeys(known))


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
    corpus: Corpus
    as_of: dt.date
    province: str = ""
    received: dt.date | None = None
    members: int | None = None
    """People in the whole body, for ceilings over all of them."""

    def law(self, honour: str, topic: Topic = Topic.STANDARD) -> View:
        """Return the text the list follows for an honour."""
        day, _ = law_day(
            self.corpus,
            topic,
            honour=honour,
            as_of=self.as_of,
            received=self.received,
            province=self.province,
        )
        return self.corpus.on(day, self.province)

    def today(self) -> View:
        """Return the law of the day of the decision."""
        return self.corpus.on(self.as_of, self.province)

    def year(self, entry: Entry) -> int:
        """Return the year an entry is about."""
        return entry.year if entry.year is not None else year_judged(entry.facts, self.as_of)

    def honour(self, slug: str) -> Honour:
        """Return the definition of an honour.

        Raises:
            LawbookError: no text the list follows knows it.
        """
        return self.rule(slug).content

    def rule(self, slug: str) -> Rule[Honour]:
        """Return the rule that defines an honour.

        Raises:
            LawbookError: no text the list follows knows it.
        """
        return honour_rule(self.law(slug), slug)

    def wrong(
        self,
        code: str,
        about: str,
        sentence: str,
        who: Iterable[Entry],
        rule: Rule[Any] | None = None,
        *,
        citation: Citation | None = None,
    ) -> ListFinding:
        """Return a finding against a rule; what nobody read is to be looked at, never broken.

        Args:
            code: what kind of finding it is.
            about: slug of the honour.
            sentence: what is told.
            who: the entries it is about.
            rule: what is broken.
            citation: a narrower place than that of the rule.
        """
        doubt = (rule.unconfirmed if rule else None) or self.rule(about).unconfirmed
        return ListFinding(
            code,
            Severity.WARNING if doubt else Severity.ERROR,
            f"{sentence} Quy định này cần xác minh: {doubt}" if doubt else sentence,
            tuple(dict.fromkeys(each.who for each in who)),
            citation or (rule.citation if rule else None),
        )

    def quoted(self, slug: str) -> str:
        """Return the name of an honour in quotation marks."""
        return f"“{self.honour(slug).name}”"

    def by(self, key: Callable[[Entry], Hashable]) -> list[list[Entry]]:
        """Return the entries in groups of one key, in the order of the list."""
        groups: defaultdict[Hashable, list[Entry]] = defaultdict(list)
        for each in self.entries:
            groups[key(each)].append(each)
        return list(groups.values())

    def proposed(self, slug: str, year: int, *, unit: str | None = None) -> dict[str, Entry]:
        """Return who is proposed for an honour of a year, by key, in one unit if it is named."""
        return {
            each.key: each
            for each in self.entries
            if each.honour == slug
            and self.year(each) == year
            and (unit is None or each.unit == unit)
        }
