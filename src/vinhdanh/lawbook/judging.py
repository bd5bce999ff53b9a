"""The standard of an honour and the bars before it, against the facts of a case."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from vinhdanh.lawbook.enums import Verdict
from vinhdanh.lawbook.evaluation import (
    NOT_READ,
    by_group,
    find,
    standard_finding,
    standard_findings,
)
from vinhdanh.lawbook.findings import VERIFIER, Finding, confirmed, put_to_person
from vinhdanh.lawbook.lookups import honour_rule, standards_for, standards_of
from vinhdanh.lawbook.operators.base import Case, Missing, Outcome
from vinhdanh.lawbook.rules import Bar, Condition, Delegation, Honour, Standard

if TYPE_CHECKING:
    from vinhdanh.lawbook.library import View
    from vinhdanh.lawbook.rules import Rule


def judge(honour: Honour, case: Case, view: View) -> tuple[Finding, ...]:
    """Return what the standard of an honour and the bars before it say of a case."""
    return (*_standard(honour, case, view), *_bars(honour, case, view))


def _standard(honour: Honour, case: Case, view: View) -> tuple[Finding, ...]:
    rules = standards_for(honour.slug, case, view)
    if not rules:
        return (_no_standard(honour, case, view),)
    if len(rules) == 1 and (case.group or not rules[0].content.groups):
        return standard_findings(rules[0], case, view)
    return (_one_of(honour, rules, case, view),)


def _one_of(honour: Honour, rules: list[Rule[Standard]], case: Case, view: View) -> Finding:
    """Return the finding where the group is unknown and the clauses differ."""
    inner = tuple(
        dataclasses.replace(
            standard_finding(
                f"{honour.slug}/khoan-{rule.citation.clause or number}", rule, case, view
            ),
            text="; ".join(group.words for group in rule.content.groups).capitalize(),
        )
        for number, rule in enumerate(rules, 1)
    )
    outcome = by_group(rules, inner, case)
    return Finding(
        f"{honour.slug}/doi-tuong",
        outcome.verdict,
        "Đạt tiêu chuẩn theo nhóm đối tượng",
        rules[0].citation,
        "any",
        missing=outcome.missing,
        conditions=inner,
    )


def _no_standard(honour: Honour, case: Case, view: View) -> Finding:
    """Return the finding where no text read holds a standard for this recipient."""
    others = [
        rule
        for rule in standards_of(honour.slug, view)
        if case.facts.recipient in rule.content.recipients
    ]
    if others and case.group:
        groups = dict.fromkeys(group for rule in others for group in rule.content.groups)
        return Finding(
            f"{honour.slug}/doi-tuong",
            Verdict.NOT_MET,
            f"Thuộc đối tượng: {'; '.join(group.words for group in groups)}",
            others[0].citation,
            "group_in",
            (case.group.words.capitalize(),),
        )
    left = (rule for rule in view.all(Delegation) if honour.slug in rule.content.honours)
    left_open = next(left, None)
    return put_to_person(
        f"{honour.slug}/tieu-chuan",
        "Đạt tiêu chuẩn do cấp có thẩm quyền quy định",
        left_open.citation if left_open else honour_rule(view, honour.slug).citation,
        why=left_open.content.text if left_open else NOT_READ,
        case=case,
    )


def _bars(honour: Honour, case: Case, view: View) -> tuple[Finding, ...]:
    return tuple(
        _bar(rule, condition, case, view)
        for rule in view.all(Bar)
        if rule.content.applies_to(honour.slug, honour.form, case.facts.recipient)
        for condition in rule.content.conditions
    )


def _bar(rule: Rule[Bar], condition: Condition, case: Case, view: View) -> Finding:
    """Return the finding of a bar; who would not be stopped need not know whether it stands."""
    found = find(condition, case, view)
    if not rule.unconfirmed or found.verdict is Verdict.MET:
        return found
    missing = (*found.missing, Missing(rule.unconfirmed, VERIFIER))
    open_ = Outcome(Verdict.UNDETERMINED, found.evidence, missing)
    outcome = confirmed(condition.id, case) or open_
    return dataclasses.replace(
        found, verdict=outcome.verdict, evidence=outcome.evidence, missing=outcome.missing
    )
