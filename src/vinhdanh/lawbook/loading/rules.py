"""The rules of one article, with their days of force and how sure they are."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from vinhdanh.lawbook.citations import Citation
from vinhdanh.lawbook.loading.conditions import read_conditions
from vinhdanh.lawbook.loading.typed import build, day, perhaps, text, truth
from vinhdanh.lawbook.rules import KINDS, Bar, Content, Gap, Rule, Standard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vinhdanh.lawbook.loading.instruments import Article, Instrument
    from vinhdanh.lawbook.loading.tree import Mapping

Period = tuple[dt.date, dt.date | None, str | None]
MARKS = frozenset(
    (
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
)
"""What every kind of rule may have, besides its own keys."""
_WITH_CONDITIONS = MARKS | {"conditions"}


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
    unconfirmed = perhaps(found, "needs_confirmation", text)
    tightens = perhaps(found, "tightens", truth) or False
    left_to_province = perhaps(found, "left_to_province", truth) or False
    stands = unconfirmed or perhaps(found, "settled", truth)
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
    clause, point = perhaps(found, "clause", text), perhaps(found, "point", text)
    if not clause and not point:
        return article.citation
    source = article.instrument
    return Citation(source.number, article.number or None, clause, point, source.name)


def _content(cls: type[Content], found: Mapping, cite: Citation) -> Content:
    if not issubclass(cls, Standard | Bar):
        return build(cls, found, leave=MARKS)
    prefix = str(found.get("honour") or found.get("id"))
    if found.get("fills"):
        prefix += f"@{cite.instrument.split('/')[0]}"
    conditions = read_conditions(found, "conditions", prefix, cite)
    return build(cls, found, leave=_WITH_CONDITIONS, conditions=conditions)


def _days(found: Mapping, source: Instrument, *, is_gap: bool) -> tuple[dt.date, dt.date | None]:
    """Return first and last day; only a declared hole may lie outside its instrument's days."""
    since: dt.date = perhaps(found, "from", day) or source.since
    until: dt.date | None = perhaps(found, "to", day)
    if until is None and not is_gap:
        until = source.until
    if until is not None and until < since:
        raise found.error("to", "the rule ends before it begins.", "exchange `from` and `to`.")
    if is_gap:
        return since, until
    if since < source.since:
        raise found.error("from", f"the text begins on {source.since}.", "write that day or later.")
    if source.until is not None and until is not None and until > source.until:
        raise found.error("to", f"the text ends on {source.until}.", "write that day or earlier.")
    return since, until


def _periods(since: dt.date, until: dt.date | None, source: Instrument) -> list[Period]:
    """Return first day, last day and doubt of each version, cut where the text is uncertain."""
    doubt = source.unconfirmed_since
    if doubt is None or (until and until < doubt):
        return [(since, until, None)]
    if since >= doubt:
        return [(since, until, source.unconfirmed_reason)]
    eve = doubt - dt.timedelta(days=1)
    return [(since, eve, None), (doubt, until, source.unconfirmed_reason)]
