"""Rules of an article in Vietnamese sentences, for the library."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook import default_corpus
from vinhdanh.lawbook.diff.change import GROUPS
from vinhdanh.lawbook.rules import (
    Authority,
    Bar,
    BaseSalary,
    Content,
    Gap,
    Honour,
    Prize,
    Retention,
    Standard,
    Untranslatable,
    walk,
)
from vinhdanh.lawbook.words import content_words, dong

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Hashable, Iterable

    from vinhdanh.lawbook import Citation
    from vinhdanh.lawbook.rules import Condition, Rule

OTHERS = {
    "gap": "Chỗ còn trống, đã ghi nhận",
    "untranslatable": "Nội dung để người xem xét",
}
"""Headings of kinds that no comparison of days speaks of."""


@dataclass(frozen=True, slots=True)
class Told:
    """One rule: what it is, what it says, from when to when."""

    heading: str
    sentence: str
    conditions: tuple[Condition, ...]
    citation: Citation
    place: str
    """Clause and point, where the rule stands at one."""
    span: str
    """Days of force, where they differ from those of its instrument."""
    unconfirmed: str | None
    in_force: bool


def told(rules: Iterable[Rule[Any]], day: dt.date) -> list[Told]:
    """Return rules as a page tells them: those in force on the day first.

    A rule that says the same at two times, such as before and after it must be verified, stands
    once: as it is on the day, else as it was last.
    """
    alike: dict[Hashable, list[Rule[Any]]] = {}
    for rule in rules:
        key = (rule.kind, sentence(rule.content), _place(rule), _texts(rule.content))
        alike.setdefault(key, []).append(rule)
    return sorted((_told(each, day) for each in alike.values()), key=lambda one: not one.in_force)


def _told(alike: list[Rule[Any]], day: dt.date) -> Told:
    rule = next((each for each in alike if each.is_in_force(day)), alike[-1])
    return Told(
        heading=GROUPS.get(rule.kind) or OTHERS[rule.kind],
        sentence=sentence(rule.content),
        conditions=getattr(rule.content, "conditions", ()),
        citation=rule.citation,
        place=_place(rule),
        span=_span(alike),
        unconfirmed=rule.unconfirmed,
        in_force=rule.is_in_force(day),
    )


def _texts(content: Content) -> tuple[str, ...]:
    return tuple(each.text for each in walk(getattr(content, "conditions", ())))


def sentence(content: Content) -> str:
    """Return what a rule says, with the honours it is about."""
    speak = _SPEAKERS.get(type(content))
    if speak:
        words: str = speak(content)
        return words
    about = honour_names(getattr(content, "honours", ()))
    return f"{about}: {content_words(content)}." if about else f"{content_words(content)}."


def honour_names(slugs: Iterable[str]) -> str:
    """Return honours by name, each name once."""
    return ", ".join(dict.fromkeys(f"“{_names().get(slug, slug)}”" for slug in slugs))


@cache
def _names() -> dict[str, str]:
    contents = (rule.content for rule in default_corpus().rules)
    return {each.slug: each.name for each in contents if isinstance(each, Honour)}


def _place(rule: Rule[Any]) -> str:
    cited = rule.citation
    parts = (
        f"điểm {cited.point}" if cited.point else "",
        f"khoản {cited.clause}" if cited.clause else "",
    )
    return " ".join(part for part in parts if part)


def _span(alike: list[Rule[Any]]) -> str:
    """Return the days of force, empty where they are those of the instrument."""
    instrument = default_corpus().article(alike[0].article_id).instrument
    since = min(rule.since for rule in alike)
    ends = [rule.until for rule in alike if rule.until]
    until = max(ends) if len(ends) == len(alike) else None
    if (since, until) == (instrument.since, instrument.until):
        return ""
    end = f" đến hết ngày {until:%d/%m/%Y}" if until else ""
    return f"áp dụng từ ngày {since:%d/%m/%Y}{end}"


def _honour(one: Honour) -> str:
    kinds = ", ".join(each.words for each in one.recipients)
    return f"“{one.name}”: {one.form.words} cho {kinds}, xét {one.period.words}."


def _authority(one: Authority) -> str:
    delegate = " Được ủy quyền hoặc phân cấp." if one.may_delegate else ""
    return f"{one.level.words} quyết định tặng {honour_names(one.honours)}.{delegate}"


def _prize(one: Prize) -> str:
    kinds = ", ".join(each.words for each in one.recipients)
    return f"{honour_names(one.honours)} cho {kinds}: {content_words(one)}."


def _standard(one: Standard) -> str:
    groups = "; ".join(each.words for each in one.groups)
    who = groups or ", ".join(each.words for each in one.recipients)
    note = f" {one.note.rstrip('.')}." if one.note else ""
    return f"{honour_names((one.honour,))} ({who}):{note}"


def _bar(one: Bar) -> str:
    about = honour_names(one.honours) or ", ".join(each.words for each in one.forms)
    return f"Trước khi tặng {about}:" if about else "Trước mọi hình thức khen thưởng:"


def _retention(one: Retention) -> str:
    words = content_words(one)
    if one.is_permanent:
        return f"{words}: lưu vĩnh viễn."
    return f"{words}: lưu {one.years} năm." if one.years else f"{words}."


_SPEAKERS: dict[type, Any] = {
    Authority: _authority,
    Bar: _bar,
    BaseSalary: lambda one: f"Lương cơ sở {dong(one.amount)} một tháng.",
    Gap: lambda one: one.reason,
    Honour: _honour,
    Prize: _prize,
    Retention: _retention,
    Standard: _standard,
    Untranslatable: lambda one: f"{one.construct}: {one.reason}",
}
