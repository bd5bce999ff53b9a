"""The evaluator: a tree of conditions against the facts of a case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.enums import Verdict
from vinhdanh.lawbook.operators.base import UNIT, Case, Missing, Outcome
from vinhdanh.lawbook.operators.people import ATTESTED, Achieved, Judged
from vinhdanh.lawbook.rules import Condition, Honour, Standard

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vinhdanh.lawbook.citations import Citation
    from vinhdanh.lawbook.library import View
    from vinhdanh.lawbook.rules import Rule

MET, NOT_MET, UNDETERMINED = Verdict.MET, Verdict.NOT_MET, Verdict.UNDETERMINED


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer to one condition, with the answers inside it."""

    id: str
    verdict: Verdict
    text: str
    citation: Citation
    operator: str
    evidence: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    conditions: tuple[Finding, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return plain values."""
        return {
            "id": self.id,
            "verdict": self.verdict.value,
            "text": self.text,
            "citation": self.citation.as_json(),
            "operator": self.operator,
            "evidence": list(self.evidence),
            "missing": [each.as_json() for each in self.missing],
            "conditions": [each.as_json() for each in self.conditions],
        }


def evaluate(conditions: Iterable[Condition], case: Case, view: View) -> tuple[Finding, ...]:
    """Return the finding of each condition, in their order."""
    return tuple(find(each, case, view) for each in conditions)


def together(findings: Iterable[Finding]) -> Verdict:
    """Return the verdict of conditions that must all be met."""
    verdicts = {each.verdict for each in findings}
    if NOT_MET in verdicts:
        return NOT_MET
    return UNDETERMINED if UNDETERMINED in verdicts else MET


def find(condition: Condition, case: Case, view: View) -> Finding:
    """Return the finding of one condition and of those inside it."""
    inner = _inner(condition, case, view)
    outcome = _outcome(condition, case, inner)
    if condition.unconfirmed:
        why = Missing(condition.unconfirmed, "người có thẩm quyền xác minh")
        outcome = Outcome(UNDETERMINED, outcome.evidence, (*outcome.missing, why))
    outcome = _answered(condition, case, outcome)
    return Finding(
        condition.id,
        outcome.verdict,
        condition.text,
        condition.citation,
        condition.operator,
        outcome.evidence,
        outcome.missing,
        inner,
    )


def _inner(condition: Condition, case: Case, view: View) -> tuple[Finding, ...]:
    if condition.operator == "standard_of":
        return tuple(
            finding
            for slug in condition.refers_to
            for finding in _standard(slug, condition, case, view)
        )
    return evaluate(condition.children, case, view)


def _standard(slug: str, condition: Condition, case: Case, view: View) -> tuple[Finding, ...]:
    """Return one finding per standard of another honour that fits the recipient."""
    extra = tightening(slug, case, view)
    found = [
        Finding(
            f"{condition.id}/{standard.content.honour}.{number}",
            together(inner := evaluate((*standard.content.conditions, *extra), case, view)),
            f"Đạt tiêu chuẩn danh hiệu “{honour_name(slug, view)}”",
            standard.citation,
            "all",
            conditions=inner,
        )
        for number, standard in enumerate(standards_for(slug, case, view))
    ]
    return tuple(found)


def standards_for(slug: str, case: Case, view: View) -> list[Rule[Standard]]:
    """Return the standards of an honour that may speak of the recipient.

    Where the group of a person is unknown, every group's standard is returned.
    """
    rules = [
        rule for rule in standards_of(slug, view) if case.facts.recipient in rule.content.recipients
    ]
    group = getattr(case.facts, "group", None)
    if group is None:
        return list(rules)
    return [rule for rule in rules if not rule.content.groups or group in rule.content.groups]


def standards_of(slug: str, view: View) -> list[Rule[Standard]]:
    """Return every standard of an honour on the day of a view."""
    if slug not in view.standards:
        view.standards[slug] = [r for r in view.all(Standard) if r.content.honour == slug]
    return view.standards[slug]


def tightening(slug: str, case: Case, view: View) -> list[Condition]:
    """Return the conditions that a province adds to the standards of an honour."""
    group = getattr(case.facts, "group", None)
    return [
        condition
        for rule in view.tightening
        if rule.content.honour == slug
        and case.facts.recipient in rule.content.recipients
        and (group is None or not rule.content.groups or group in rule.content.groups)
        for condition in rule.content.conditions
    ]


def honour_name(slug: str, view: View) -> str:
    """Return the name of an honour on the day of the view."""
    rule = view.one(Honour, slug)
    return rule.content.name if rule else slug


def _outcome(condition: Condition, case: Case, inner: tuple[Finding, ...]) -> Outcome:
    if condition.test is not None:
        outcome = condition.test.check(case)
        if condition.ask and outcome.missing:
            asked = tuple(Missing(each.fact, condition.ask) for each in outcome.missing)
            outcome = Outcome(outcome.verdict, outcome.evidence, asked)
        return outcome
    missing = tuple(one for each in inner if each.verdict is UNDETERMINED for one in each.missing)
    verdicts = [each.verdict for each in inner]
    if condition.operator == "all":
        verdict = together(inner)
        return Outcome(verdict, (), missing if verdict is UNDETERMINED else ())
    if condition.operator == "not":
        flipped = {MET: NOT_MET, NOT_MET: MET, UNDETERMINED: UNDETERMINED}
        return Outcome(flipped[verdicts[0]], inner[0].evidence, inner[0].missing)
    return _any(condition, case, verdicts, missing)


def _any(
    condition: Condition, case: Case, verdicts: list[Verdict], missing: tuple[Missing, ...]
) -> Outcome:
    """Return the verdict of alternatives; `standard_of` is one as well."""
    if MET in verdicts:
        return Outcome(MET)
    if UNDETERMINED not in verdicts:
        return Outcome(NOT_MET)
    if case.facts.attested and condition.children and _is_only_judged(condition, case):
        return Outcome(MET, (ATTESTED,))
    return Outcome(UNDETERMINED, (), missing)


def _is_only_judged(condition: Condition, case: Case) -> bool:
    """Tell whether people alone can say which alternative holds.

    Attesting everything at once then covers the choice. Where records could decide one of the
    alternatives, the one that holds must be named.
    """
    return case.facts.achievements is None and all(
        isinstance(each.test, Judged | Achieved) for each in condition.children
    )


def _answered(condition: Condition, case: Case, outcome: Outcome) -> Outcome:
    """Return the outcome after what people attested or confirmed of this very condition."""
    facts = case.facts
    if outcome.verdict is not UNDETERMINED:
        return outcome
    if (said := facts.confirmations.get(condition.id)) is not None:
        told = f"{said.by} xác minh: {said.reason}"
        return Outcome(MET if said.answer else NOT_MET, (*outcome.evidence, told))
    attested = facts.attestations.get(condition.id)
    if attested is None or not isinstance(condition.test, Judged | Achieved):
        return outcome
    return Outcome(
        MET if attested else NOT_MET,
        (ATTESTED if attested else f"{UNIT.capitalize()} không xác nhận",),
    )
