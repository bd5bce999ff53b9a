"""Standards can be met by whom they speak of: ids, recipients, groups, operators, no circles."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.enums import RecipientKind
from vinhdanh.lawbook.loading.faults import error
from vinhdanh.lawbook.operators import only_for
from vinhdanh.lawbook.operators.initiatives import KINDS, HasInitiative
from vinhdanh.lawbook.rules import Bar, Honour, Prize, Standard, walk

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from vinhdanh.lawbook.library import Corpus
    from vinhdanh.lawbook.rules import Condition, Content, Rule

ByHonour = dict[str, list["Rule[Any]"]]
Listed = dict[int, list["Condition"]]
"""Identity of a standard or bar → its conditions with all inside them, listed once."""


def check_standards(corpus: Corpus) -> None:
    """Raise CorpusError where a standard could not be judged."""
    honours: ByHonour = defaultdict(list)
    standards: ByHonour = defaultdict(list)
    for rule in corpus.rules:
        if isinstance(rule.content, Honour):
            honours[rule.content.slug].append(rule)
        if isinstance(rule.content, Standard):
            standards[rule.content.honour].append(rule)
    listed = {
        id(content): list(walk(content.conditions))
        for content in (rule.content for rule in corpus.rules)
        if isinstance(content, Standard | Bar)
    }
    _check_ids(corpus, listed)
    for rule in corpus.rules:
        _check_recipients(rule, honours)
        _check_operators(rule, listed)
        if isinstance(rule.content, Standard):
            _check_groups(rule, standards[rule.content.honour])
            _check_circle(rule, rule, (rule.content.honour,), standards, listed)


def _check_ids(corpus: Corpus, listed: Listed) -> None:
    """Ids are what people attest and confirm, so one never means two conditions on a day."""
    taken: dict[str, list[Rule[Content]]] = defaultdict(list)
    for rule in corpus.rules:
        for condition in listed.get(id(rule.content), ()):
            others = taken[condition.id]
            if any(rule is each or _meet(rule, each) for each in others):
                message = f"the condition id {condition.id!r} stands twice."
                raise error(rule, "id", message, "rename one.", value=_last(condition))
            others.append(rule)


def _last(condition: Condition) -> str:
    """Return an id as its file writes it."""
    return condition.id.rsplit("/", 1)[-1]


def _meet(one: Rule[Any], other: Rule[Any]) -> bool:
    """Tell whether two rules stand side by side on some day in some province."""
    same = one.province == other.province or "" in (one.province, other.province)
    return same and one.overlaps(other)


def _check_recipients(rule: Rule[Content], honours: ByHonour) -> None:
    content = rule.content
    if not isinstance(content, Standard | Prize):
        return
    slugs = content.honours if isinstance(content, Prize) else (content.honour,)
    for slug in slugs:
        defined = _at(honours[slug], rule.since, rule.province)
        if not defined:
            message = f"the honour {slug!r} is not defined on {rule.since}."
            raise error(rule, "from", message, "define it from that day, or begin later.")
        for kind in content.recipients:
            if kind not in defined[-1].content.recipients:
                fix = "correct the recipients here or those of the honour."
                raise error(rule, "recipients", f"{slug!r} is not given to {kind}.", fix)


def _at(rules: Iterable[Rule[Any]], day: dt.date, province: str) -> list[Rule[Any]]:
    return [each for each in rules if each.province in ("", province) and each.is_in_force(day)]


def _check_operators(rule: Rule[Content], listed: Listed) -> None:
    if not isinstance(rule.content, Standard | Bar):
        return
    recipients = set(rule.content.recipients or RecipientKind)
    for condition in listed[id(rule.content)]:
        if isinstance(condition.test, HasInitiative) and set(condition.test.kinds) - set(KINDS):
            fix = f"use one of: {', '.join(KINDS)}."
            message = f"{condition.id!r} names an unknown kind."
            raise error(rule, "kinds", message, fix, within=_last(condition))
        kind = only_for(condition.test)
        if kind and recipients - {kind}:
            raise error(
                rule,
                condition.operator,
                f"{condition.id!r} can be judged for {kind} only.",
                f"write `recipients: [{kind}]`, or use another operator.",
                within=_last(condition),
            )


def _check_groups(rule: Rule[Any], others: list[Rule[Any]]) -> None:
    """Refuse a standard for everyone beside one for a group: both would speak of one person."""
    if rule.tightens or rule.content.groups:
        return
    for other in others:
        shared = set(rule.content.recipients) & set(other.content.recipients)
        if shared and other.content.groups and not other.tightens and _meet(rule, other):
            message = f"it speaks of every group, {other.file}, line {other.line}, of some."
            raise error(rule, "groups", message, "name the groups of this one.")


def _check_circle(
    start: Rule[Any],
    rule: Rule[Any],
    path: tuple[str, ...],
    standards: ByHonour,
    listed: Listed,
) -> None:
    for condition in listed[id(rule.content)]:
        for slug in condition.refers_to:
            if slug in path:
                way = " → ".join((*path, slug))
                message = f"the standard asks for itself: {way}."
                raise error(rule, "standard_of", message, "break the circle.", value=slug)
            for other in _at(standards[slug], start.since, start.province):
                _check_circle(start, other, (*path, slug), standards, listed)
