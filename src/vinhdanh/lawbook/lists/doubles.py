"""What may not stand twice in a list: a proposal, an achievement, an initiative."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from vinhdanh.lawbook.enums import HonourForm
from vinhdanh.lawbook.lists.entries import Entry, ListFinding, Proposals, Severity
from vinhdanh.lawbook.rules import Principle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SINGLE_REWARD = "single-reward"
INITIATIVE_ONCE = "one-initiative-once"


def recipients(listed: Proposals) -> Iterator[ListFinding]:
    """Yield proposals of honours that this kind of recipient cannot be given."""
    for each in listed.entries:
        honour, kind = listed.honour(each.honour), each.facts.recipient
        if kind not in honour.recipients:
            words = ", ".join(one.words for one in honour.recipients)
            told = f"{each.who}: “{honour.name}” chỉ tặng cho {words}, không tặng cho {kind.words}."
            yield listed.wrong("recipient", each.honour, told, [each], listed.rule(each.honour))


def duplicates(listed: Proposals) -> Iterator[ListFinding]:
    """Yield the same recipient standing twice for the same honour of the same year."""
    for group in listed.by(lambda each: (each.key, each.honour, listed.year(each))):
        if len(group) > 1:
            one = group[0]
            told = f"{one.who} có tên {len(group)} lần ở {listed.quoted(one.honour)}: hãy giữ một."
            yield listed.wrong("duplicate", one.honour, told, group)


def achievements(listed: Proposals) -> Iterator[ListFinding]:
    """Yield achievements that several forms would reward; a title and a form may go together."""
    forms = [e for e in listed.entries if listed.honour(e.honour).form is not HonourForm.TITLE]
    for _, group in _uses(listed, ((e.key, used, e) for e in forms for used in e.deeds)):
        told = (
            f"{group[0].who}: cùng một thành tích được đề nghị {len(group)} hình thức khen thưởng"
            f" ({_named(listed, group)}); một thành tích không tặng nhiều hình thức."
        )
        yield _against(SINGLE_REWARD, "achievement-twice", listed, group, told)


def initiatives(listed: Proposals) -> Iterator[ListFinding]:
    """Yield initiatives used more than once, by one person or by several."""
    pairs = ((used, e) for e in listed.entries for used in e.initiatives)
    for (_, used), group in _uses(listed, (("", used, e) for used, e in pairs)):
        alone = len({each.key for each in group}) == 1
        told = (
            f"{', '.join(dict.fromkeys(each.who for each in group))}: sáng kiến “{used}” được dùng"
            f" {len(group)} lần ({_named(listed, group)}); một sáng kiến chỉ dùng một lần"
        )
        more = "." if alone else ", hãy kiểm tra phần đóng góp của từng đồng tác giả."
        found = _against(INITIATIVE_ONCE, "initiative-twice", listed, group, told + more)
        yield found if alone else replace(found, severity=Severity.WARNING)


def _uses(
    listed: Proposals, used: Iterable[tuple[str, str, Entry]]
) -> Iterator[tuple[tuple[str, str], list[Entry]]]:
    """Yield what several different proposals use; a duplicate line is told elsewhere."""
    groups: defaultdict[tuple[str, str], dict[tuple[str, str, int], Entry]] = defaultdict(dict)
    for whose, what, entry in used:
        proposal = (entry.key, entry.honour, listed.year(entry))
        groups[whose, what].setdefault(proposal, entry)
    for key, group in groups.items():
        if len(group) > 1:
            yield key, list(group.values())


def _named(listed: Proposals, group: list[Entry]) -> str:
    return ", ".join(dict.fromkeys(listed.quoted(each.honour) for each in group))


def _against(
    principle: str, code: str, listed: Proposals, group: list[Entry], told: str
) -> ListFinding:
    about = group[0].honour
    return listed.wrong(code, about, told, group, listed.law(about).one(Principle, principle))
