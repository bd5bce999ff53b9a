"""The evaluator: a tree of conditions against the facts of a case."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vinhdanh.lawbook.attesting import attested, attested_choice, disputed
from vinhdanh.lawbook.enums import Group, Verdict
from vinhdanh.lawbook.findings import (
    VERIFIER,
    Finding,
    confirmed,
    either,
    put_to_person,
    together,
)
from vinhdanh.lawbook.lookups import honour_name, standards_for, standards_of, tightening
from vinhdanh.lawbook.operators.base import UNIT, Case, Missing, Outcome
from vinhdanh.lawbook.rules import Condition, Honour, Standard

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vinhdanh.lawbook.library import View
    from vinhdanh.lawbook.rules import Rule

MET, NOT_MET, UNDETERMINED = Verdict.MET, Verdict.NOT_MET, Verdict.UNDETERMINED
WHICH_GROUP = Missing("Thuộc nhóm đối tượng nào (cán bộ, công chức hay công nhân, nông dân)", UNIT)
NOT_READ = "Các văn bản đã đọc không có tiêu chuẩn này."


def evaluate(conditions: Iterable[Condition], case: Case, view: View) -> tuple[Finding, ...]:
    """Return the finding of each condition, in their order."""
    return tuple(find(each, case, view) for each in conditions)


def find(condition: Condition, case: Case, view: View) -> Finding:
    """Return the finding of one condition and of those inside it.

    A named person's answer counts where the law and the records leave the condition open.
    """
    inner: tuple[Finding, ...] = ()
    if condition.test:
        outcome = _tested(condition, case)
    elif condition.operator == "standard_of":
        inner, outcome = _standards(condition, case.part_of(condition.id), view)
    else:
        inner = evaluate(condition.children, case.part_of(condition.id), view)
        outcome = _joined(condition, case, inner)
    outcome = disputed(condition, case, outcome)
    if condition.unconfirmed:
        why = Missing(condition.unconfirmed, VERIFIER)
        outcome = replace(outcome, verdict=UNDETERMINED, missing=(*outcome.missing, why))
    if outcome.verdict is UNDETERMINED and (said := confirmed(condition.id, case)):
        evidence = (*outcome.evidence, *said.evidence)
        outcome = replace(outcome, verdict=said.verdict, evidence=evidence, missing=())
    return Finding(
        condition.id,
        outcome.verdict,
        condition.text,
        condition.citation,
        condition.operator,
        outcome.evidence,
        outcome.missing,
        inner,
        outcome.attested,
    )


def _tested(condition: Condition, case: Case) -> Outcome:
    assert condition.test is not None
    if (said := attested(condition, case)) is not None:
        return said
    outcome = condition.test.check(case)
    if condition.ask and outcome.missing:
        asked = tuple(Missing(each.fact, condition.ask) for each in outcome.missing)
        outcome = Outcome(outcome.verdict, outcome.evidence, asked)
    return outcome


def _joined(condition: Condition, case: Case, inner: tuple[Finding, ...]) -> Outcome:
    """Return the outcome of `all`, `any` or `not` (none of them)."""
    missing = tuple(one for each in inner if each.verdict is UNDETERMINED for one in each.missing)
    if condition.operator == "all":
        verdict = together(inner)
    else:
        verdict = either(each.verdict for each in inner)
    if condition.operator == "not":
        flipped = {MET: NOT_MET, NOT_MET: MET, UNDETERMINED: UNDETERMINED}
        verdict = flipped[verdict]
    if verdict is not UNDETERMINED:
        return Outcome(verdict)
    said = attested_choice(condition, case) if condition.operator == "any" else None
    return said or Outcome(UNDETERMINED, (), missing)


def _standards(condition: Condition, case: Case, view: View) -> tuple[tuple[Finding, ...], Outcome]:
    """Return one finding per standard that fits the recipient, and whether one of them is met."""
    rules = [rule for slug in condition.refers_to for rule in standards_for(slug, case, view)]
    inner = tuple(
        standard_finding(f"{condition.id}/{rule.content.honour}.{number}", rule, case, view)
        for number, rule in enumerate(rules)
    )
    if rules:
        return inner, by_group(rules, inner, case)
    if any(standards_of(slug, view) for slug in condition.refers_to):
        return inner, Outcome(NOT_MET, ("Không thuộc đối tượng của các tiêu chuẩn này",))
    return inner, Outcome(UNDETERMINED, (), (Missing(NOT_READ, VERIFIER),))


def standard_finding(id: str, rule: Rule[Standard], case: Case, view: View) -> Finding:  # noqa: A002
    """Return whether one standard is met."""
    inner = standard_findings(rule, case.part_of(id), view)
    text = f"Đạt tiêu chuẩn danh hiệu “{honour_name(rule.content.honour, view)}”"
    return Finding(id, together(inner), text, rule.citation, "all", conditions=inner)


def standard_findings(rule: Rule[Standard], case: Case, view: View) -> tuple[Finding, ...]:
    """Return the finding of each condition of a standard, with those its province adds."""
    extra = tightening(rule, case, view)
    found = evaluate((*rule.content.conditions, *extra), case, view)
    return (*_unread(rule, case, view), *found)


def _unread(rule: Rule[Standard], case: Case, view: View) -> tuple[Finding, ...]:
    """Return a finding where the standard alone (not the honour) must be confirmed."""
    defined = view.one(Honour, rule.content.honour)
    if not rule.unconfirmed or (defined and defined.unconfirmed):
        return ()
    return (
        put_to_person(
            f"{rule.content.honour}/tieu-chuan",
            "Tiêu chuẩn cần xác minh",
            rule.citation,
            why=rule.unconfirmed,
            case=case,
        ),
    )


def by_group(rules: list[Rule[Standard]], findings: Iterable[Finding], case: Case) -> Outcome:
    """Return whether one of the standards is met that speak of the recipient.

    Where the group of a person is unknown, every group must come to the same answer.
    """
    pairs = zip(rules, findings, strict=True)
    judged = [(rule.content.groups, found.verdict) for rule, found in pairs]
    named = {group for groups, _ in judged for group in groups}
    if case.group or not named:
        verdict = either(verdict for _, verdict in judged)
        return Outcome(verdict)
    verdicts = {
        either(verdict for groups, verdict in judged if not groups or group in groups)
        for group in (named if len(named) > 1 else Group)
    }
    if len(verdicts) == 1:
        return Outcome(verdicts.pop())
    return Outcome(UNDETERMINED, (), (WHICH_GROUP,))
