"""A province may tighten, or set what the law leaves open; it never contradicts silently."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.loading.check_references import error
from vinhdanh.lawbook.rules import Deadline, Delegation, Standard, Vote

if TYPE_CHECKING:
    from collections.abc import Hashable

    from vinhdanh.lawbook.errors import CorpusError
    from vinhdanh.lawbook.library import Corpus
    from vinhdanh.lawbook.rules import Content, Rule

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
    if isinstance(rule.content, Standard) and rule.content.fills:
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
    if rule.tightens and not met:
        fix = "name what it tightens, or leave the key out."
        raise error(rule, "tightens", "no national rule stands there to tighten.", fix)
    if isinstance(rule.content, Standard) and not met:
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
    return False


def _is_less(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and one <= other


def _check_filled(standard: Standard, rule: Rule[Any], nationals: Nationals) -> None:
    """Refuse a province's standard that no law asks the province for."""
    for national in nationals["delegation", standard.fills]:
        told = national.content
        if isinstance(told, Delegation) and standard.honour in (told.honours or (standard.honour,)):
            return
    message = f"no law leaves the standard of {standard.honour!r} to the province."
    raise error(rule, "fills", message, "name the `rule: delegation` of that honour.")


def _contradiction(rule: Rule[Content], national: Rule[Content]) -> CorpusError:
    return error(
        rule,
        rule.kind,
        f"it contradicts {national.citation} ({national.file}, line {national.line}).",
        "mark it `tightens: true` if it is stricter, or mark the national rule"
        " `left_to_province: true` if its text says so.",
    )
