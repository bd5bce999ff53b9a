"""Ratios inside collectives and ceilings over a list. Neither is ever rounded in its favour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.lawbook.facts.model import Collective
from vinhdanh.lawbook.lists.entries import Entry, ListFinding, Proposals, Severity
from vinhdanh.lawbook.lookups import standards_of
from vinhdanh.lawbook.operators.members import MembersHolding, MembersShare
from vinhdanh.lawbook.rules import Limit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vinhdanh.lawbook.rules import Condition, Rule

WHOLE = 100


def quota(base: int, percent: int) -> int:
    """Return how many a ceiling of so many percent allows; a part of a person is nobody."""
    return base * percent // WHOLE


def limits(listed: Proposals) -> Iterator[ListFinding]:
    """Yield ceilings that the list breaks, or that cannot be counted."""
    for rule in listed.view.all(Limit):
        count = len(listed.proposed(rule.content.honour))
        if count:
            yield from _limit(rule, count, listed)


def _limit(rule: Rule[Limit], count: int, listed: Proposals) -> Iterator[ListFinding]:
    limit = rule.content
    whole = limit.of == "members"
    base = listed.members if whole else len(listed.proposed(limit.of)) or None
    honour = listed.quoted(limit.honour)
    of = "tổng số người" if whole else f"số người được đề nghị {listed.quoted(limit.of)}"
    if base is None:
        sentence = f"Chưa biết {of} nên chưa tính được giới hạn {limit.percent}% của {honour}."
        yield ListFinding("limit-unknown", Severity.WARNING, sentence, (), rule.citation)
        return
    allowed = quota(base, limit.percent)
    if count > allowed:
        severity = Severity.WARNING if rule.unconfirmed else Severity.ERROR
        sentence = (
            f"Đề nghị {count} {honour}, nhiều hơn giới hạn {allowed} ({limit.percent}% của {base},"
            f" {of}; phần lẻ không tính)."
        )
        if rule.unconfirmed:
            sentence += f" Giới hạn này cần xác minh: {rule.unconfirmed}"
        who = tuple(each.who for each in listed.entries if each.honour == limit.honour)
        yield ListFinding("limit", severity, sentence, who, rule.citation)


def ratios(listed: Proposals) -> Iterator[ListFinding]:
    """Yield collectives whose own people in the list do not carry their ratio."""
    for entry in listed.entries:
        if not isinstance(entry.facts, Collective):
            continue
        for rule in standards_of(entry.honour, listed.view):
            for each in _tests(rule.content.conditions):
                yield from _ratio(each, entry, entry.facts, listed)


def _ratio(
    condition: Condition, entry: Entry, facts: Collective, listed: Proposals
) -> Iterator[ListFinding]:
    test = condition.test
    assert isinstance(test, MembersShare | MembersHolding)
    cited = condition.citation
    if not any(each.unit == entry.who for each in listed.entries):
        sentence = (
            f"{entry.who}: danh sách không có cá nhân nào của tập thể, nên số người đạt"
            f" {listed.quoted(test.honour)} phải đối chiếu với quyết định đã có."
        )
        yield ListFinding("ratio-unseen", Severity.NOTICE, sentence, (entry.who,), cited)
        return
    count = len(listed.proposed(test.honour, unit=entry.who))
    yield from _claimed(test.honour, count, entry, facts, listed)
    if isinstance(test, MembersHolding):
        told, enough = f"cần ít nhất {test.count} người", count >= test.count
    elif facts.members is None:
        told, enough = "chưa biết tổng số thành viên để tính tỷ lệ", False
    else:
        share = f"{WHOLE * count // facts.members}% của {facts.members} thành viên"
        told = f"chiếm {share}, cần ít nhất {test.percent}%"
        enough = WHOLE * count >= test.percent * facts.members
    if not enough:
        sentence = (
            f"{entry.who}: {count} người được đề nghị {listed.quoted(test.honour)}, {told} để xét"
            f" {listed.quoted(entry.honour)}."
        )
        yield ListFinding("ratio", Severity.ERROR, sentence, (entry.who,), cited)


def _claimed(
    honour: str, count: int, entry: Entry, facts: Collective, listed: Proposals
) -> Iterator[ListFinding]:
    claimed = (facts.member_titles or {}).get(honour)
    if claimed is not None and claimed != count:
        sentence = (
            f"{entry.who}: hồ sơ tập thể ghi {claimed} người đạt {listed.quoted(honour)}, danh sách"
            f" có {count} người: hãy đối chiếu."
        )
        yield ListFinding("ratio-differs", Severity.WARNING, sentence, (entry.who,))


def _tests(conditions: Iterable[Condition]) -> Iterator[Condition]:
    for each in conditions:
        if isinstance(each.test, MembersShare | MembersHolding):
            yield each
        yield from _tests(each.children)
