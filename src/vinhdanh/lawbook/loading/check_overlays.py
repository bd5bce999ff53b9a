"""A province may tighten, or set what the law leaves open; it never contradicts silently."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.loading.faults import error
from vinhdanh.lawbook.rules import (
    Bar,
    Deadline,
    Delegation,
    Limit,
    OtherAuthority,
    Standard,
    Transition,
    Vote,
)

if TYPE_CHECKING:
    from collections.abc import Hashable

    from vinhdanh.lawbook.errors import CorpusError
    from vinhdanh.lawbook.library import Corpus
    from vinhdanh.lawbook.rules import Content, Rule

Asked = Standard | Bar | Limit | OtherAuthority | Transition
ASKED = (Standard, Bar, Limit, OtherAuthority, Transition)
"""Kinds that change every answer they touch: a province needs a delegation, or tightens."""
Nationals = dict[tuple[str, "Hashable"], list["Rule[Any]"]]


def check_overlays(corpus: Corpus) -> None:
    """Raise CorpusError where a province's rule meets a national one it may not replace."""
    nationals: Nationals = defaultdict(list)
    for rule in corpus.rules:
        if not rule.province:
            _check_national(rule)
            for key in rule.content.settles():
                nationals[rule.kind, _subject(rule, key)].append(rule)
    for rule in corpus.rules:
        if rule.province:
            _check_own(rule, nationals)


def _subject(rule: Rule[Content], key: Hashable) -> Hashable:
    """Return a key; standards meet whatever groups they name."""
    return key[:2] if isinstance(rule.content, Standard) and isinstance(key, tuple) else key


def _check_national(rule: Rule[Content]) -> None:
    if rule.tightens:
        raise error(rule, "tightens", "a national rule tightens nothing.", "leave the key out.")
    if getattr(rule.content, "fills", ""):
        raise error(rule, "fills", "only a province fills a delegation.", "leave the key out.")


def _check_own(rule: Rule[Content], nationals: Nationals) -> None:
    if rule.left_to_province:
        fix = "mark the national rule instead."
        raise error(rule, "left_to_province", "this is a province's rule.", fix)
    met = [
        national
        for key in rule.content.settles()
        for national in nationals[rule.kind, _subject(rule, key)]
        if national.overlaps(rule) and _shares_group(rule.content, national.content)
    ]
    for national in met:
        if not _may_stand(rule, national):
            raise _contradiction(rule, national)
    adds = rule.tightens and isinstance(rule.content, Bar | Limit)
    if rule.tightens and not met and not adds:
        fix = "name what it tightens, or leave the key out."
        raise error(rule, "tightens", "no national rule stands there to tighten.", fix)
    if isinstance(rule.content, ASKED) and not met and not adds:
        _check_filled(rule.content, rule, nationals)


def _shares_group(own: Content, national: Content) -> bool:
    if not isinstance(own, Standard) or not isinstance(national, Standard):
        return True
    return not own.groups or not national.groups or bool(set(own.groups) & set(national.groups))


def _may_stand(rule: Rule[Content], national: Rule[Content]) -> bool:
    if rule.tightens:
        return _is_stricter(rule.content, national.content)
    return national.left_to_province


def _is_stricter(own: Content, national: Content) -> bool:
    """Tell whether a value is stricter; added conditions always are."""
    if isinstance(own, Standard):
        return True
    if isinstance(own, Deadline) and isinstance(national, Deadline):
        return own.unit is national.unit and _is_less(own.value, national.value)
    if isinstance(own, Vote) and isinstance(national, Vote):
        return _is_less(national.percent, own.percent)
    if isinstance(own, Limit) and isinstance(national, Limit):
        same = (own.honour, own.of) == (national.honour, national.of)
        return same and _is_less(own.percent, national.percent)
    return False


def _is_less(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and one <= other


def _check_filled(content: Asked, rule: Rule[Any], nationals: Nationals) -> None:
    """Refuse a province's rule that no law asks the province for."""
    honours = _honours_of(content)
    for national in nationals["delegation", content.fills]:
        told = national.content
        if isinstance(told, Delegation) and _covers(told.honours, honours):
            return
    named = ", ".join(map(repr, honours)) or "every honour"
    message = f"no law leaves the {rule.kind} of {named} to the province."
    raise error(rule, "fills", message, "name the `rule: delegation` of that honour.")


def _honours_of(content: Asked) -> tuple[str, ...]:
    return (content.honour,) if isinstance(content, Standard | Limit) else content.honours


def _covers(delegated: tuple[str, ...], honours: tuple[str, ...]) -> bool:
    """Tell whether a delegation speaks of these honours; one that names none speaks of all."""
    return not delegated or (bool(honours) and set(honours) <= set(delegated))


def _contradiction(rule: Rule[Content], national: Rule[Content]) -> CorpusError:
    return error(
        rule,
        rule.kind,
        f"it contradicts {national.citation} ({national.file}, line {national.line}).",
        "mark it `tightens: true` if it is stricter, or mark the national rule"
        " `left_to_province: true` if its text says so.",
    )
