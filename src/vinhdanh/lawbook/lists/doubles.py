"""What may not stand twice in a list: a proposal, an achievement, an initiative."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from vinhdanh.lawbook.enums import HonourForm
from vinhdanh.lawbook.lists.entries import Entry, ListFinding, Proposals, Severity
from vinhdanh.lawbook.rules import Principle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vinhdanh.lawbook.citations import Citation

SINGLE_REWARD = "single-reward"
INITIATIVE_ONCE = "one-initiative-once"


def recipients(listed: Proposals) -> Iterator[ListFinding]:
    """Yield proposals of honours that this kind of recipient cannot be given."""
    for each in listed.entries:
        honour, kind = listed.honour(each.honour), each.facts.recipient
        if kind not in honour.recipients:
            words = ", ".join(one.words for one in honour.recipients)
            yield ListFinding(
                "recipient",
                Severity.ERROR,
                f"{each.who}: “{honour.name}” chỉ tặng cho {words}, không tặng cho {kind.words}.",
                (each.who,),
                listed.rule(each.honour).citation,
            )


def duplicates(listed: Proposals) -> Iterator[ListFinding]:
    """Yield the same recipient standing twice for the same honour."""
    for group in listed.by(lambda each: (each.who, each.honour)):
        if len(group) > 1:
            one = group[0]
            yield ListFinding(
                "duplicate",
                Severity.ERROR,
                f"{one.who} có tên {len(group)} lần ở {listed.quoted(one.honour)}: hãy giữ một.",
                (one.who,),
            )


def achievements(listed: Proposals) -> Iterator[ListFinding]:
    """Yield achievements that several forms would reward; a title and a form may go together."""
    forms = [e for e in listed.entries if listed.honour(e.honour).form is not HonourForm.TITLE]
    for (who, _), group in _uses((e.who, used, e) for e in forms for used in e.achievements):
        yield ListFinding(
            "achievement-twice",
            Severity.ERROR,
            f"{who}: cùng một thành tích được đề nghị {len(group)} hình thức khen thưởng"
            f" ({_named(listed, group)}); một thành tích không tặng nhiều hình thức.",
            (who,),
            _cited(listed, SINGLE_REWARD),
        )


def initiatives(listed: Proposals) -> Iterator[ListFinding]:
    """Yield initiatives used more than once, by one person or by several."""
    pairs = [(used, e) for e in listed.entries for used in e.initiatives]
    for (_, used), group in _uses(("", used, e) for used, e in pairs):
        who = tuple(dict.fromkeys(each.who for each in group))
        alone = len(who) == 1
        yield ListFinding(
            "initiative-twice",
            Severity.ERROR if alone else Severity.WARNING,
            f"{', '.join(who)}: sáng kiến “{used}” được dùng {len(group)} lần"
            f" ({_named(listed, group)}); một sáng kiến chỉ dùng một lần"
            + ("." if alone else ", hãy kiểm tra phần đóng góp của từng đồng tác giả."),
            who,
            _cited(listed, INITIATIVE_ONCE),
        )


def _uses(
    used: Iterable[tuple[str, str, Entry]],
) -> Iterator[tuple[tuple[str, str], list[Entry]]]:
    """Yield what several different proposals use; a duplicate line is told elsewhere."""
    groups: defaultdict[tuple[str, str], dict[tuple[str, str], Entry]] = defaultdict(dict)
    for who, what, entry in used:
        groups[who, what].setdefault((entry.who, entry.honour), entry)
    for key, group in groups.items():
        if len(group) > 1:
            yield key, list(group.values())


def _named(listed: Proposals, group: list[Entry]) -> str:
    return ", ".join(dict.fromkeys(listed.quoted(each.honour) for each in group))


def _cited(listed: Proposals, principle: str) -> Citation | None:
    rule = listed.view.one(Principle, principle)
    return rule.citation if rule else None
