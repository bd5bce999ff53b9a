"""Rules of two days side by side: what is new, what ended, what says something else."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.diff.change import GROUPS, Happened
from vinhdanh.lawbook.rules import KINDS, Bar, Basis, OtherAuthority, Standard, walk

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from vinhdanh.lawbook.library import View
    from vinhdanh.lawbook.rules import Condition, Content, Rule

PLACE = ("honours", "honour", "recipients", "groups", "id", "slug", "order", "fills", "conditions")
"""Fields that tell which matter a rule is about, not what it says of it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One matter on both days."""

    kind: str
    key: Any
    before: Rule[Any] | None
    after: Rule[Any] | None
    happened: Happened

    @property
    def rule(self) -> Rule[Any]:
        """Return the rule of the later day, else the earlier one."""
        rule = self.after or self.before
        assert rule is not None
        return rule


def pairs(old: View, new: View) -> Iterator[Pair]:
    """Yield every matter that differs between two days."""
    for kind in GROUPS:
        before, after = _by_key(kind, old), _by_key(kind, new)
        seen = set()
        for key in {**after, **before}:
            first, then = before.get(key), after.get(key)
            same_pair = (id(first), id(then))
            if kind in ("standard", "bar") and same_pair in seen:
                continue
            seen.add(same_pair)
            happened = _happened(first, then)
            if happened is not None:
                yield Pair(kind, key, first, then, happened)


def said(content: Any) -> Any:
    """Return what a rule says, without which matter it is about and where it stands."""
    told = {
        field.name: getattr(content, field.name)
        for field in dataclasses.fields(content)
        if field.name not in PLACE
    }
    if isinstance(content, Standard | Bar):
        told["conditions"] = conditions(content.conditions)
    return told


def conditions(found: tuple[Condition, ...]) -> dict[str, tuple[Any, ...]]:
    """Return every condition, by the part of its id that names it, with what it asks."""
    told: dict[str, tuple[Any, ...]] = {}
    for each in found:
        told[each.id.partition("/")[2]] = (each.text, each.operator, each.test, each.refers_to)
        told |= conditions(each.children)
    return told


def _by_key(kind: str, view: View) -> dict[Hashable, Rule[Any]]:
    rules: list[Rule[Any]] = list(view.all(KINDS[kind]))
    if kind == "standard":
        rules += view.tightening
    return {key: rule for rule in rules for key in _keys(rule)}


def _keys(rule: Rule[Content]) -> tuple[Hashable, ...]:
    content = rule.content
    if isinstance(content, Basis):
        return (content.text,)
    if isinstance(content, OtherAuthority):
        return ((content.who, content.honours),)
    if rule.tightens:
        return tuple((rule.province, key) for key in content.settles())
    return content.settles()


def _happened(before: Rule[Any] | None, after: Rule[Any] | None) -> Happened | None:
    if before is None or after is None:
        return Happened.NEW if after else Happened.ENDED
    if before is after:
        return None
    moved = before.citation.instrument != after.citation.instrument
    same = said(before.content) == said(after.content)
    if after.unconfirmed and not is_unread(before) and (moved or not same):
        return Happened.UNREAD
    return _unchanged(before, after, moved=moved) if same else Happened.CHANGED


def _unchanged(before: Rule[Any], after: Rule[Any], *, moved: bool) -> Happened | None:
    """Return what befell a rule that says the same; nothing is unchanged that nobody read."""
    was, now = is_unread(before), is_unread(after)
    if now:
        return Happened.UNCONFIRMED if moved or not was else None
    if was:
        return Happened.READ
    return Happened.REBASED if before.citation != after.citation else None


def is_unread(rule: Rule[Any]) -> bool:
    """Tell whether a person must confirm a rule, or a condition that decides it."""
    if rule.unconfirmed:
        return True
    found = getattr(rule.content, "conditions", ())
    return any(each.unconfirmed for each in walk(found))
