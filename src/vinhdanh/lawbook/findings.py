"""The answer to one condition, and how answers join."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.enums import Verdict
from vinhdanh.lawbook.operators.base import Case, Missing, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vinhdanh.lawbook.citations import Citation

VERIFIER = "người có thẩm quyền xác minh"
"""Who answers where the law alone cannot."""


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
    attested: bool = False
    """Whether it rests on the word of the proposing unit."""

    def as_json(self) -> dict[str, Any]:
        """Return plain values."""
        return {
            "id": self.id,
            "verdict": self.verdict.value,
            "text": self.text,
            "citation": self.citation.as_json(),
            "operator": self.operator,
            "evidence": list(dict.fromkeys(self._evidence())),
            "missing": [each.as_json() for each in dict.fromkeys(self._missing())],
            "conditions": [each.as_json() for each in self.conditions],
        }

    def _evidence(self) -> Iterator[str]:
        """Yield the facts used, here and in the parts that decided."""
        yield from self.evidence
        for each in self.conditions:
            if each.verdict is self.verdict:
                yield from each._evidence()  # noqa: SLF001 - the same class

    def _missing(self) -> Iterator[Missing]:
        """Yield what is missing, here and in the parts that are open."""
        if self.verdict is not Verdict.UNDETERMINED:
            return
        yield from self.missing
        for each in self.conditions:
            yield from each._missing()  # noqa: SLF001 - the same class


def together(findings: Iterable[Finding]) -> Verdict:
    """Return the verdict of conditions that must all be met."""
    verdicts = {each.verdict for each in findings}
    if Verdict.NOT_MET in verdicts:
        return Verdict.NOT_MET
    return Verdict.UNDETERMINED if Verdict.UNDETERMINED in verdicts else Verdict.MET


def either(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the verdict of alternatives, of which one is enough."""
    found = set(verdicts)
    if Verdict.MET in found:
        return Verdict.MET
    return Verdict.UNDETERMINED if Verdict.UNDETERMINED in found else Verdict.NOT_MET


def confirmed(id: str, case: Case) -> Outcome | None:  # noqa: A002 - the word for it
    """Return what a named person answered about a condition, None where nobody did."""
    said = case.facts.confirmations.get(id)
    if said is None:
        return None
    verdict = Verdict.MET if said.answer else Verdict.NOT_MET
    return Outcome(verdict, (f"{said.by} xác minh: {said.reason}",))


def put_to_person(
    id: str,  # noqa: A002 - the word for it
    text: str,
    citation: Citation,
    *,
    why: str,
    case: Case,
) -> Finding:
    """Return the finding of what no text read settles: a named person's answer, or the question."""
    outcome = confirmed(id, case) or Outcome(Verdict.UNDETERMINED, (), (Missing(why, VERIFIER),))
    return Finding(id, outcome.verdict, text, citation, "text", outcome.evidence, outcome.missing)
