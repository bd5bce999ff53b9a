"""Every honour, delegation, article and text that a rule names exists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.citations import Citation
from vinhdanh.lawbook.errors import CorpusError
from vinhdanh.lawbook.loading.check_versions import DAY
from vinhdanh.lawbook.loading.faults import FaultError, error
from vinhdanh.lawbook.rules import Bar, Delegation, Honour, Limit, Rule, Standard, walk

if TYPE_CHECKING:
    from vinhdanh.lawbook.library import Corpus
    from vinhdanh.lawbook.rules import Content

HONOUR_FIELDS = ("honour", "honours", "or_titles", "bridged_by", "refers_to")
PLAIN_HINTS = ("str", "str | None", "int", "int | None", "bool", "dt.date", "Citation")
"""Fields that hold one word or number, and so no honours deeper down."""


def check_references(corpus: Corpus) -> None:
    """Raise CorpusError where a rule names what is not there."""
    known = {rule.content.slug for rule in corpus.rules if isinstance(rule.content, Honour)}
    delegations = {rule.content.id for rule in corpus.rules if isinstance(rule.content, Delegation)}
    for rule in {id(each.content): each for each in corpus.rules}.values():
        for key, slug in _honours(rule.content):
            if slug and slug not in known:
                message = f"no rule defines the honour {slug!r}."
                raise error(rule, key, message, "add a `rule: honour`.", value=slug)
        fills = getattr(rule.content, "fills", "")
        if fills and fills not in delegations:
            fix = "name a `rule: delegation`."
            raise error(rule, "fills", f"no law delegates {fills!r}.", fix)
        _check_places(rule)
    _check_articles(corpus)
    _check_regimes(corpus)


def _honours(value: Any) -> Iterator[tuple[str, str]]:
    """Yield every honour a rule names, however deep, with its key."""
    if isinstance(value, Limit) and value.of != "members":
        yield "of", value.of
    named, others = _fields(value.__class__)
    for name in named:
        inner = getattr(value, name)
        for slug in (inner,) if isinstance(inner, str) else inner:
            yield name, slug
    for name in others:
        inner = getattr(value, name)
        for each in inner if isinstance(inner, tuple) else (inner,):
            if _has_fields(each.__class__):
                yield from _honours(each)


@cache
def _has_fields(cls: Any) -> bool:
    return is_dataclass(cls) and cls is not Citation


@cache
def _fields(cls: Any) -> tuple[list[str], list[str]]:
    """Return the fields that name honours, and those inside which such fields may be."""
    deep = [each.name for each in fields(cls) if str(each.type) not in PLAIN_HINTS]
    named = [each.name for each in fields(cls) if each.name in HONOUR_FIELDS]
    return named, [name for name in deep if name not in HONOUR_FIELDS]


def _check_places(rule: Rule[Content]) -> None:
    """Refuse a clause or point of no article: papers could not cite it."""
    cites = [("", rule.citation)]
    if isinstance(rule.content, Standard | Bar):
        cites += [(each.id, each.citation) for each in walk(rule.content.conditions)]
    for where, cite in cites:
        if cite.article is None and (cite.clause or cite.point):
            message = f"{cite} names a clause or point of no article."
            fix = "name the `article:`, or leave the clause out."
            key = "clause" if cite.clause else "point"
            raise error(rule, key, message, fix, within=where.rsplit("/", 1)[-1])


def _check_articles(corpus: Corpus) -> None:
    seen: dict[str, tuple[str, int]] = {}
    for each in corpus.articles:
        if each.id in seen and each.number:
            file, line = seen[each.id]
            raise CorpusError(
                f"article {each.number} stands in {file}, line {line}, already.",
                file=each.file,
                line=each.line,
                key="article",
                fix="put its rules in one place.",
            )
        seen[each.id] = each.file, each.line


def _check_regimes(corpus: Corpus) -> None:
    numbers = {each.number for each in corpus.instruments}
    if not corpus.regimes:
        raise _regime_error("there is no regime.", "id", "write at least one, with `from:`.")
    for regime in corpus.regimes:
        for text in regime.texts:
            if text not in numbers:
                message = f"{regime.id} cites {text!r}, which is not in the corpus."
                fix = "add the instrument, or take it out."
                raise _regime_error(message, "texts", fix, regime.id)
    for before, after in pairwise(corpus.regimes):
        if before.until is None or before.until + DAY != after.since:
            fix = f"end {before.id} with `to: {after.since - DAY}`."
            message = f"{after.id} does not follow {before.id}."
            raise _regime_error(message, "from", fix, after.id)
    if corpus.regimes[-1].until is not None:
        raise _regime_error(
            "the last regime ends.", "to", "leave its `to` out.", corpus.regimes[-1].id
        )


def _regime_error(message: str, key: str, fix: str, within: str = "") -> FaultError:
    return FaultError(message, file="regimes.yaml", key=key, fix=fix, within=within)
