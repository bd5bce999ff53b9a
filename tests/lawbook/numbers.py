"""Every number of the corpus, and of the facts it was encoded from, under one kind of key."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from vinhdanh.lawbook.loading.check_versions import word
from vinhdanh.lawbook.rules import Bar, BaseSalary, Deadline, Prize, Standard, Vote
from vinhdanh.lawbook.rules.standards import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vinhdanh.lawbook import Corpus
    from vinhdanh.lawbook.rules import Content, Rule

Numbers = dict[str, Any]
FACTS = Path(__file__).with_name("law_facts.yaml")
NO_LAW = {"rank", "order"}
"""Places in a list: ours, not the law's."""
SAME = {"complaint-accept-2026": "complaint-accept"}
"""The fact base gives the new version of a time limit an id of its own."""
LAW_OF_2022 = "2024-01-01"


def corpus_numbers(corpus: Corpus) -> Numbers:
    """Return the numbers of all rules; those of a province stand under its slug."""
    found: Numbers = {}
    spans: defaultdict[str, list[str]] = defaultdict(list)
    sets: defaultdict[str, set[Any]] = defaultdict(set)
    for rule in sorted(corpus.rules, key=lambda each: each.since):
        own = f"{rule.province}/" if rule.province else ""
        if isinstance(rule.content, Prize | Vote):
            told = _by_regime(rule, corpus.regime(rule.since).id)
            found.update((own + key, value) for key, value in told)
        elif isinstance(rule.content, BaseSalary):
            found[f"base_salary/{rule.since}"] = f"{rule.content.amount} to {rule.until}"
        elif isinstance(rule.content, Deadline):
            _lengthen(spans[f"{own}deadline/{rule.content.id}"], rule, rule.content)
        elif isinstance(rule.content, Standard | Bar):
            for key, value in _conditions(rule, rule.content):
                sets[own + key].add(value)
        else:
            for key, text in _fields(rule):
                sets[own + key].add(text)
    found.update((key, "; ".join(each)) for key, each in spans.items() if each)
    found.update((key, sorted(each)) for key, each in sets.items())
    return found


def told_facts() -> dict[str, Any]:
    """Return law_facts.yaml as it stands."""
    facts: dict[str, Any] = yaml.safe_load(FACTS.read_text("utf-8"))
    return facts


def fact_numbers() -> Numbers:
    """Return the numbers of law_facts.yaml."""
    facts = told_facts()
    found: Numbers = {}
    for one in facts["prizes"]:
        key = f"prize/{one['honour']}/{one['recipient']}/{one['regime']}"
        found[key] = _prize(one["multiple"], one.get("maximum"), sure=one.get("sure", True))
    for one in facts["votes"]:
        if one["percent"] or one.get("candidate"):
            key = f"vote/{one['honour']}/{one['regime']}"
            found[key] = f"{one['percent']} {one.get('candidate')}"
    for one in facts["base_salary"]:
        found[f"base_salary/{one['from']}"] = f"{one['amount']} to {one['to']}"
    spans: defaultdict[str, list[str]] = defaultdict(list)
    for one in facts["deadlines"]:
        if one["value"] is not None:
            own = f"{one['province']}/" if "province" in one else ""
            spans[f"{own}deadline/{SAME.get(one['id'], one['id'])}"].append(_span_of_fact(one))
    found.update((key, "; ".join(each)) for key, each in spans.items())
    for who, fields in facts["conditions"].items():
        found.update((f"condition/{who}/{name}", values) for name, values in fields.items())
    found.update((key, [_plain(value)]) for key, value in facts["others"].items())
    return found


def _by_regime(rule: Rule[Content], regime: str) -> Iterator[tuple[str, Any]]:
    one = rule.content
    if isinstance(one, Vote) and (one.percent or one.candidate_percent):
        for slug in one.honours:
            yield f"vote/{slug}/{regime}", f"{one.percent} {one.candidate_percent}"
    if isinstance(one, Prize):
        for slug, kind in one.settles():
            told = _prize(one.multiple, one.maximum, sure=rule.unconfirmed is None)
            yield f"prize/{slug}/{kind}/{regime}", told


def _prize(multiple: Any, maximum: Any, *, sure: bool) -> str:
    told = _plain(multiple) + (f" at most {_plain(maximum)}" if maximum is not None else "")
    return told + ("" if sure else " unsure")


def _lengthen(spans: list[str], rule: Rule[Content], one: Deadline) -> None:
    """Add a version, or lengthen the last one where only its certainty changes."""
    value = one.date if one.value is None else one.value
    if value is None:
        return
    more = (one.complex_value, one.remote_value, one.remote_complex_value)
    begins = str(rule.since)
    told = _span(value, one.unit.value, *more)
    if spans and spans[-1].split(" from ")[0] == told:
        begins = spans.pop().split(" from ")[1].split(" to ")[0]
    spans.append(f"{told} from {begins} to {rule.until}")


def _span_of_fact(one: dict[str, Any]) -> str:
    more = (one.get("complex"), one.get("remote"), one.get("remote_complex"))
    return f"{_span(one['value'], one['unit'], *more)} from {one['from']} to {one['to']}"


def _span(value: Any, unit: str, *more: Any) -> str:
    extra = "".join(f" {each}" for each in more if each is not None)
    return f"{value} {unit}{extra}"


def _conditions(rule: Rule[Content], one: Standard | Bar) -> Iterator[tuple[str, int]]:
    who = one.honour if isinstance(one, Standard) else one.id
    kinds = "+".join(one.recipients)
    era = "condition" if str(rule.since) >= LAW_OF_2022 else "condition of 2003"
    for condition in walk(one.conditions):
        if condition.test is not None:
            for name, value in _ints(condition.operator, condition.test):
                yield f"{era}/{who}/{kinds}/{name}", value


def _ints(name: str, test: Any) -> Iterator[tuple[str, int]]:
    """Yield the numbers above one inside a test; one and none are words, not numbers."""
    for field in dataclasses.fields(test):
        value = getattr(test, field.name)
        if isinstance(value, tuple):
            for each in value:
                if dataclasses.is_dataclass(each):
                    yield from _ints(name, each)
        elif isinstance(value, int) and value > 1:
            within = name == "after_honour" and field.name == "times"
            yield f"{name}.{test.honour if within else field.name}", value


def _fields(rule: Rule[Content]) -> Iterator[tuple[str, str]]:
    """Yield every other number, whatever the kind of rule: nothing may escape."""
    for field in dataclasses.fields(rule.content):  # type: ignore[arg-type]
        value = getattr(rule.content, field.name)
        number = isinstance(value, int | Decimal) and not isinstance(value, bool)
        if value is None or field.name in NO_LAW or not (number or field.name == "share"):
            continue
        for key in rule.content.settles():
            yield f"{rule.kind}/{word(key)}/{field.name}", _plain(value)


def _plain(value: Any) -> str:
    if isinstance(value, float | Decimal):
        return f"{Decimal(str(value)).normalize():f}"
    return str(value)
