"""The rules of one article, with their days of force and how sure they are."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.citations import Citation
from vinhdanh.lawbook.loading.conditions import read_conditions
from vinhdanh.lawbook.loading.typed import build, convert
from vinhdanh.lawbook.rules import KINDS, Bar, Content, Gap, Rule, Standard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vinhdanh.lawbook.loading.instruments import Article, Instrument
    from vinhdanh.lawbook.loading.tree import Mapping

Period = tuple[dt.date, dt.date | None, str | None]
MARKS = (
    "rule",
    "clause",
    "point",
    "from",
    "to",
    "needs_confirmation",
    "tightens",
    "left_to_province",
    "settled",
)
"""What every kind of rule may have, besides its own keys."""


def read_rules(found: Mapping, article: Article) -> Iterator[Rule[Content]]:
    """Yield the rule a mapping holds, cut in two where its text stops being certain.

    Raises:
        CorpusError: a key is unknown, missing or of the wrong type, or the days cannot be.
    """
    kind = found.get("rule")
    cls = KINDS.get(str(kind))
    if cls is None:
        raise found.error(
            "rule", f"{kind!r} is no kind of rule.", f"use one of: {', '.join(KINDS)}."
        )
    cite = _cite(found, article)
    since, until = _days(found, article.instrument, is_gap=cls is Gap)
    content = _content(cls, found, cite)
    unconfirmed = _perhaps(found, "needs_confirmation", str)
    tightens = _perhaps(found, "tightens", bool) or False
    left_to_province = _perhaps(found, "left_to_province", bool) or False
    stands = unconfirmed or _perhaps(found, "settled", bool)
    periods = [(since, until, None)] if stands else _periods(since, until, article.instrument)
    for first, last, doubt in periods:
        yield Rule(
            str(kind),
            content,
            article.id,
            cite,
            first,
            last,
            unconfirmed or doubt,
            article.instrument.province,
            tightens,
            left_to_province,
            found.file,
            found.line,
        )


def _cite(found: Mapping, article: Article) -> Citation:
    clause, point = _perhaps(found, "clause", str), _perhaps(found, "point", str)
    if not clause and not point:
        return article.citation
    text = article.instrument
    return Citation(text.number, article.number or None, clause, point, text.name)


def _content(cls: type[Content], found: Mapping, cite: Citation) -> Content:
    if not issubclass(cls, Standard | Bar):
        return build(cls, found, leave=MARKS)
    prefix = str(found.get("honour") or found.get("id"))
    if found.get("fills"):
        prefix += f"@{cite.instrument.split('/')[0]}"
    conditions = read_conditions(found, "conditions", prefix, cite)
    return build(cls, found, leave=(*MARKS, "conditions"), conditions=conditions)


def _days(found: Mapping, text: Instrument, *, is_gap: bool) -> tuple[dt.date, dt.date | None]:
    """Return first and last day; only a declared hole may lie outside its instrument's days."""
    since: dt.date = _perhaps(found, "from", dt.date) or text.since
    until: dt.date | None = _perhaps(found, "to", dt.date)
    if until is None and not is_gap:
        until = text.until
    if until is not None and until < since:
        raise found.error("to", "the rule ends before it begins.", "exchange `from` and `to`.")
    if is_gap:
        return since, until
    if since < text.since:
        raise found.error("from", f"the text begins on {text.since}.", "write that day or later.")
    if text.until is not None and until is not None and until > text.until:
        raise found.error("to", f"the text ends on {text.until}.", "write that day or earlier.")
    return since, until


def _periods(since: dt.date, until: dt.date | None, text: Instrument) -> list[Period]:
    """Return first day, last day and doubt of each version, cut where the text is uncertain."""
    day = text.unconfirmed_since
    if day is None or (until and until < day):
        return [(since, until, None)]
    if since >= day:
        return [(since, until, text.unconfirmed_reason)]
    eve = day - dt.timedelta(days=1)
    return [(since, eve, None), (day, until, text.unconfirmed_reason)]


def _perhaps(found: Mapping, key: str, hint: Any) -> Any:
    if key not in found:
        return None
    return convert(found.get(key), hint | None, found, key)
