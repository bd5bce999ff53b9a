"""Instruments and their articles on a day: what stands, what has ended, how it is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.lawbook import default_corpus
from vinhdanh.web.law.catalogue import matches
from vinhdanh.web.law.links import instrument_url, instruments, version_on

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.lawbook.loading.instruments import Article, Instrument

_FIGURES = re.compile(r"[0-9]+")
KINDS = {
    "law": "Luật",
    "decree": "Nghị định",
    "circular": "Thông tư",
    "decision": "Quyết định",
    "letter": "Công văn",
}


@dataclass(frozen=True, slots=True)
class Shelved:
    """One instrument as of a day."""

    instrument: Instrument
    day: dt.date

    @property
    def url(self) -> str:
        """Return its address."""
        return instrument_url(self.instrument)

    @property
    def kind(self) -> str:
        """Return what it is, in words."""
        return KINDS[self.instrument.kind]

    @property
    def is_in_force(self) -> bool:
        """Tell whether it stands on the day."""
        one = self.instrument
        return one.since <= self.day and (one.until is None or self.day <= one.until)

    @property
    def is_yet_to_come(self) -> bool:
        """Tell whether it begins after the day."""
        return self.day < self.instrument.since

    @property
    def state(self) -> str:
        """Return whether it stands, in words."""
        if self.is_in_force:
            return "Còn hiệu lực"
        return "Chưa có hiệu lực" if self.is_yet_to_come else "Hết hiệu lực"

    @property
    def pill(self) -> str:
        """Return the kind of pill."""
        if self.unconfirmed:
            return "care"
        return "good" if self.is_in_force else "neutral"

    @property
    def unconfirmed(self) -> str:
        """Return why it must be verified on the day, empty where it need not."""
        since = self.instrument.unconfirmed_since
        if not self.is_in_force or since is None or self.day < since:
            return ""
        return self.instrument.unconfirmed_reason

    @property
    def span(self) -> str:
        """Return the days of force."""
        one = self.instrument
        until = f" đến hết ngày {one.until:%d/%m/%Y}" if one.until else ""
        return f"từ ngày {one.since:%d/%m/%Y}{until}"

    @property
    def not_in_force(self) -> str:
        """Return the sentence that says it does not stand on the day, empty where it does."""
        if self.is_in_force:
            return ""
        word = "chưa có hiệu lực" if self.is_yet_to_come else "không còn hiệu lực"
        return f"Ngày {self.day:%d/%m/%Y} văn bản này {word}: chỉ áp dụng {self.span}."


def shelf(day: dt.date, *, words: str = "", kind: str = "") -> list[Shelved]:
    """Return instruments as of a day: those in force first, the latest first."""
    found = [version_on(slug, day) for slug in instruments()]
    kept = [
        Shelved(each, day)
        for each in found
        if each
        and (not kind or each.kind == kind)
        and matches(words, each.number, each.name, each.title)
    ]
    kept.sort(key=lambda each: each.instrument.since, reverse=True)
    kept.sort(key=lambda each: not each.is_in_force)
    return kept


def articles_of(instrument: Instrument) -> list[Article]:
    """Return the articles of a version, in order."""
    found = [
        each for each in default_corpus().articles if each.instrument.folder == instrument.folder
    ]
    return sorted(found, key=lambda each: (_figures(each.number), each.number))


def _figures(number: str) -> int:
    """Return the figures an article's number begins with: 12 of 12a, 0 where there are none."""
    found = _FIGURES.match(number)
    return int(found[0]) if found else 0
