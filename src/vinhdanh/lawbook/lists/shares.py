"""Ratios inside collectives and ceilings over a list. Neither is ever rounded in its favour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.lawbook.enums import HonourForm
from vinhdanh.lawbook.facts.model import Collective
from vinhdanh.lawbook.lists.entries import Entry, ListFinding, Proposals, Severity
from vinhdanh.lawbook.lookups import standards_of
from vinhdanh.lawbook.operators.members import MembersHolding, MembersShare
from vinhdanh.lawbook.rules import Limit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vinhdanh.lawbook.rules import Condition, Rule, Standard

WHOLE = 100


def quota(base: int, percent: int) -> int:
    """Return how many a ceiling of so many percent allows; a part of a person is nobody."""
    return base * percent // WHOLE


def limits(listed: Proposals) -> Iterator[ListFinding]:
    """Yield ceilings that the list breaks, or that cannot be counted."""
    for group in listed.by(lambda each: (each.honour, listed.year(each))):
        slug = group[0].honour
        for rule in listed.law(slug).all(Limit):
            if rule.content.honour == slug:
                yield from _limit(rule, listed.year(group[0]), listed)


def _limit(rule: Rule[Limit], year: int, listed: Proposals) -> Iterator[ListFinding]:
    limit = rule.content
    whole = limit.of == "members"
    proposed = listed.proposed(limit.honour, year)
    base = listed.members if whole else len(listed.proposed(limit.of, year)) or None
    honour = listed.quoted(limit.honour)
    of = "tổng số người" if whole else f"số người được đề nghị {listed.quoted(limit.of)}"
    if base is None:
        sentence = f"Chưa biết {of} nên chưa tính được giới hạn {limit.percent}% của {honour}."
        yield ListFinding("limit-unknown", Severity.WARNING, sentence, (), rule.citation)
        return
    allowed = quota(base, limit.percent)
    if len(proposed) > allowed:
        sentence = (
            f"Đề nghị {len(proposed)} {honour}, nhiều hơn giới hạn {allowed} ({limit.percent}% của"
            f" {base}, {of}; phần lẻ không tính)."
        )
        yield listed.wrong("limit", limit.honour, sentence, proposed.values(), rule)


def ratios(listed: Proposals) -> Iterator[ListFinding]:
    """Yield collectives whose own people in the list do not carry their ratio."""
    for entry in listed.entries:
        if not isinstance(entry.facts, Collective):
            continue
        own = _Members(entry, entry.facts, listed)
        yield from own.too_many()
        law = listed.law(entry.honour)
        added = (rule for rule in law.tightening if rule.content.honour == entry.honour)
        for rule in (*standards_of(entry.honour, law), *added):
            if entry.facts.recipient in rule.content.recipients:
                for each in _tests(rule.content.conditions):
                    yield from own.ratio(rule, each)


class _Members:
    """The people of a collective who stand in the list for the same year."""

    def __init__(self, entry: Entry, facts: Collective, listed: Proposals) -> None:
        self.entry, self.facts, self.listed = entry, facts, listed
        self.year = listed.year(entry)
        self.own = [
            each
            for each in listed.entries
            if each.unit == entry.key and listed.year(each) == self.year
        ]

    def too_many(self) -> Iterator[ListFinding]:
        """Yield that the list has more people of the collective than it has members."""
        count = len({each.key for each in self.own})
        if self.facts.members is not None and count > self.facts.members:
            sentence = (
                f"{self.entry.who}: danh sách có {count} người của tập thể, hồ sơ tập thể ghi"
                f" {self.facts.members} thành viên: hãy đối chiếu."
            )
            yield ListFinding("members-differ", Severity.WARNING, sentence, (self.entry.who,))

    def ratio(self, rule: Rule[Standard], condition: Condition) -> Iterator[ListFinding]:
        """Yield what keeps the collective's people from carrying one ratio."""
        test, who = condition.test, (self.entry.who,)
        assert isinstance(test, MembersShare | MembersHolding)
        quoted = self.listed.quoted(test.honour)
        if not self.own:
            sentence = (
                f"{self.entry.who}: danh sách không có cá nhân nào của tập thể, nên số người đạt"
                f" {quoted} phải đối chiếu với quyết định đã có."
            )
            yield ListFinding("ratio-unseen", Severity.NOTICE, sentence, who, condition.citation)
            return
        count = len({each.key for each in self.own if each.honour == test.honour})
        yield from self._claimed(test.honour, count)
        told = self._short(test, count)
        if told is None:
            return
        sentence = (
            f"{self.entry.who}: {count} người được đề nghị {quoted}, {told} để xét"
            f" {self.listed.quoted(self.entry.honour)}."
        )
        asked = self._with_other_titles(test)
        uncounted = isinstance(test, MembersShare) and self.facts.members is None
        if asked or uncounted or condition.unconfirmed:
            doubt = f" Quy định này cần xác minh: {condition.unconfirmed}"
            sentence += asked + (doubt if condition.unconfirmed else "")
            yield ListFinding("ratio", Severity.WARNING, sentence, who, condition.citation)
        else:
            yield self.listed.wrong(
                "ratio",
                self.entry.honour,
                sentence,
                [self.entry],
                rule,
                citation=condition.citation,
            )

    def _short(self, test: MembersShare | MembersHolding, count: int) -> str | None:
        """Return what is wanting, None where so many are enough."""
        if isinstance(test, MembersHolding):
            return None if count >= test.count else f"cần ít nhất {test.count} người"
        members = self.facts.members
        if members is None:
            return "chưa biết tổng số thành viên để tính tỷ lệ"
        if WHOLE * count >= test.percent * members:
            return None
        share = f"{WHOLE * count // members}% của {members} thành viên"
        return f"chiếm {share}, cần ít nhất {test.percent}%"

    def _with_other_titles(self, test: MembersShare | MembersHolding) -> str:
        """Return a hint where people proposed for other titles would carry the share."""
        title = self.listed.honour
        holders = [e for e in self.own if title(e.honour).form is HonourForm.TITLE]
        if isinstance(test, MembersHolding) or self._short(test, len({e.key for e in holders})):
            return ""
        others = dict.fromkeys(
            self.listed.quoted(each.honour) for each in holders if each.honour != test.honour
        )
        return (
            f" Tính cả người được đề nghị {', '.join(others)} thì đủ, nhưng quy định chỉ tính người"
            f" đạt {self.listed.quoted(test.honour)}: những người ấy đã được đề nghị danh hiệu này"
            " chưa?"
        )

    def _claimed(self, honour: str, count: int) -> Iterator[ListFinding]:
        claimed = (self.facts.member_titles or {}).get(honour)
        if claimed is not None and claimed != count:
            sentence = (
                f"{self.entry.who}: hồ sơ tập thể ghi {claimed} người đạt"
                f" {self.listed.quoted(honour)}, danh sách có {count} người: hãy đối chiếu."
            )
            yield ListFinding("ratio-differs", Severity.WARNING, sentence, (self.entry.who,))


def _tests(conditions: Iterable[Condition]) -> Iterator[Condition]:
    for each in conditions:
        if isinstance(each.test, MembersShare | MembersHolding):
            yield each
        yield from _tests(each.children)
