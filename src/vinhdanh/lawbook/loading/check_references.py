"""Every honour, delegation and standard that a rule names exists; standards do not circle."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.errors import CorpusError
from vinhdanh.lawbook.rules import Bar, Condition, Delegation, Honour, Limit, Standard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vinhdanh.lawbook.library import Corpus
    from vinhdanh.lawbook.rules import Content, Rule

HONOUR_FIELDS = ("honour", "honours", "or_titles", "bridged_by", "refers_to")


def check_references(corpus: Corpus) -> None:
    """Raise CorpusError where a rule names an honour or delegation that is not there."""
    known = {rule.content.slug for rule in corpus.rules if isinstance(rule.content, Honour)}
    delegations = {rule.content.id for rule in corpus.rules if isinstance(rule.content, Delegation)}
    ids: dict[tuple[str, str, str], Rule[Content]] = {}
    for rule in corpus.rules:
        for slug in _honours(rule.content):
            if slug not in known:
                raise _error(
                    rule, slug, f"no rule defines the honour {slug!r}.", "add a `rule: honour`."
                )
        fills = rule.content.fills if isinstance(rule.content, Standard) else ""
        if fills and fills not in delegations:
            raise _error(
                rule, "fills", f"no law delegates {fills!r}.", "name a `rule: delegation`."
            )
        _check_ids(rule, ids)
    _check_citations(corpus)


def _check_ids(rule: Rule[Content], ids: dict[tuple[str, str, str], Rule[Content]]) -> None:
    if not isinstance(rule.content, Standard | Bar):
        return
    for condition in walk(rule.content.conditions):
        at = (condition.id, str(rule.since), rule.province)
        if at in ids and ids[at].line != rule.line:
            raise _error(
                rule, "id", f"the condition id {condition.id!r} stands twice.", "rename one."
            )
        if at in ids and _count(rule.content.conditions, condition.id) > 1:
            raise _error(
                rule, "id", f"the condition id {condition.id!r} stands twice.", "rename one."
            )
        ids[at] = rule


def _count(conditions: tuple[Condition, ...], id: str) -> int:  # noqa: A002
    return sum(each.id == id for each in walk(conditions))


def _check_citations(corpus: Corpus) -> None:
    numbers = {each.number for each in corpus.instruments}
    for regime in corpus.regimes:
        for text in regime.texts:
            if text not in numbers:
                raise CorpusError(
                    f"{regime.id} cites {text!r}, which is not in the corpus.",
                    file="regimes.yaml",
                    line=1,
                    key="texts",
                    fix="add the instrument or take the citation out.",
                )


def check_cycles(corpus: Corpus) -> None:
    """Raise CorpusError where a standard asks, through others, for itself."""
    for rule in corpus.rules:
        if isinstance(rule.content, Standard):
            _follow(corpus, rule, (rule.content.honour,))


def _follow(corpus: Corpus, rule: Rule[Any], path: tuple[str, ...]) -> None:
    for condition in walk(rule.content.conditions):
        for slug in condition.refers_to:
            if slug in path:
                way = " → ".join((*path, slug))
                raise _error(
                    rule,
                    "standard_of",
                    f"the standard asks for itself: {way}.",
                    "break the circle.",
                )
            for other in corpus.rules:
                if (
                    isinstance(other.content, Standard)
                    and other.content.honour == slug
                    and other.is_in_force(rule.since)
                ):
                    _follow(corpus, other, (*path, slug))


def walk(conditions: tuple[Condition, ...]) -> Iterator[Condition]:
    """Yield conditions and all conditions inside them."""
    for each in conditions:
        yield each
        yield from walk(each.children)


def _honours(value: Any) -> Iterator[str]:
    """Yield every honour a rule names, however deep."""
    for field in fields(value):
        inner = getattr(value, field.name)
        if field.name in HONOUR_FIELDS:
            yield from (inner,) if isinstance(inner, str) else inner
        elif isinstance(inner, tuple):
            for each in inner:
                if is_dataclass(each):
                    yield from _honours(each)
        elif is_dataclass(inner) and not isinstance(inner, type):
            yield from _honours(inner)
        if isinstance(value, Limit) and field.name == "of" and inner != "members":
            yield inner


def _error(rule: Rule[Any], key: str, message: str, fix: str) -> CorpusError:
    return CorpusError(message, file=rule.file, line=rule.line, key=key, fix=fix)
