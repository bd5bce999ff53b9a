"""One version of one instrument: its header and the rules of its articles."""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.citations import Citation
from vinhdanh.lawbook.loading.conditions import read_conditions
from vinhdanh.lawbook.loading.tree import Mapping
from vinhdanh.lawbook.loading.typed import build, convert
from vinhdanh.lawbook.rules import KINDS, Content, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKS = ("rule", "clause", "point", "from", "to", "needs_confirmation", "tightens")
PLACES = (*MARKS, "left_to_province", "settled")


@dataclass(frozen=True, slots=True)
class Instrument:
    """A law, decree, circular or decision, in the version in force from a day on."""

    number: str
    name: str
    title: str
    kind: str
    since: dt.date
    until: dt.date | None = None
    issued: dt.date | None = None
    province: str = ""
    known_from: str = ""
    """How the text is known: read whole, quoted by others, recalled."""
    unconfirmed_since: dt.date | None = None
    unconfirmed_reason: str = ""
    """From that day a person must confirm every rule of this text, and why."""
    ends_because: str = ""
    """Declares the hole after `until`, where nothing replaces the rules."""
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One article in our own words."""

    id: str
    instrument: Instrument
    number: str
    heading: str
    summary: str
    file: str
    line: int

    @property
    def citation(self) -> Citation:
        """Return where it stands."""
        article = self.number or None
        return Citation(self.instrument.number, article, name=self.instrument.name)


def read_header(found: Mapping, *, folder: str) -> Instrument:
    """Return the header of an instrument's version."""
    renamed = Mapping(found.file, found.line)
    for key, value in found.items():
        field = {"from": "since", "to": "until"}.get(key, key)
        renamed[field] = value
        renamed.lines[field] = found.lines[key]
    return build(Instrument, renamed, folder=folder)


def read_article(found: Any, instrument: Instrument) -> tuple[Article, list[Rule[Content]]]:
    """Return an article and its rules."""
    if not isinstance(found, Mapping):
        raise TypeError(found)
    for key in found:
        if key not in ("article", "heading", "summary", "rules"):
            raise found.error(
                key, "this key is unknown here.", "use article, heading, summary or rules."
            )
    number = str(found.get("article") or "")
    article = Article(
        id=f"{instrument.folder}/{number or 'toan-van'}",
        instrument=instrument,
        number=number,
        heading=convert(found.get("heading", ""), str, found, "heading"),
        summary=convert(found.get("summary", ""), str, found, "summary"),
        file=found.file,
        line=found.line,
    )
    rules = [rule for each in found.get("rules") or [] for rule in _rules(each, article)]
    return article, rules


def _rules(found: Mapping, article: Article) -> Iterator[Rule[Content]]:
    kind = found.get("rule")
    cls = KINDS.get(str(kind))
    if cls is None:
        raise found.error(
            "rule", f"{kind!r} is no kind of rule.", f"use one of: {', '.join(KINDS)}."
        )
    cite = dataclasses.replace(
        article.citation,
        clause=convert(found.get("clause"), str | None, found, "clause"),
        point=convert(found.get("point"), str | None, found, "point"),
    )
    rule = Rule(
        kind=str(kind),
        content=_content(cls, found, cite),
        article_id=article.id,
        citation=cite,
        since=_day(found, "from", article.instrument.since),
        until=_until(found, article.instrument.until),
        unconfirmed=convert(
            found.get("needs_confirmation"), str | None, found, "needs_confirmation"
        ),
        province=article.instrument.province,
        tightens=bool(found.get("tightens", False)),
        left_to_province=bool(found.get("left_to_province", False)),
        file=found.file,
        line=found.line,
    )
    if rule.until is not None and rule.until < rule.since:
        raise found.error("to", "the rule ends before it begins.", "exchange `from` and `to`.")
    yield from _split(rule, article.instrument, settled=bool(found.get("settled", False)))


def _content(cls: type[Content], found: Mapping, cite: Citation) -> Content:
    given: dict[str, Any] = {}
    if "conditions" in found or cls.__name__ in ("Standard", "Bar"):
        prefix = str(found.get("honour") or found.get("id"))
        if cite.instrument and found.get("fills"):
            prefix += f"@{cite.instrument.split('/')[0]}"
        given["conditions"] = read_conditions(found, "conditions", prefix, cite)
    return build(cls, found, leave=(*PLACES, "conditions"), **given)


def _split(rule: Rule[Content], text: Instrument, *, settled: bool) -> Iterator[Rule[Content]]:
    """Yield the rule, cut in two where its text stops being certain."""
    day = text.unconfirmed_since
    if day is None or settled or rule.unconfirmed or (rule.until and rule.until < day):
        yield rule
    elif rule.since >= day:
        yield dataclasses.replace(rule, unconfirmed=text.unconfirmed_reason)
    else:
        yield dataclasses.replace(rule, until=day - dt.timedelta(days=1))
        yield dataclasses.replace(rule, since=day, unconfirmed=text.unconfirmed_reason)


def _day(found: Mapping, key: str, default: dt.date) -> dt.date:
    day: dt.date = convert(found.get(key, default), dt.date, found, key)
    return day


def _until(found: Mapping, default: dt.date | None) -> dt.date | None:
    day: dt.date | None = convert(found.get("to", default), dt.date | None, found, "to")
    return day
