"""The word of the proposing unit, where the law leaves a condition to people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.lawbook.enums import Verdict
from vinhdanh.lawbook.operators.base import UNIT, Case, Missing, Outcome
from vinhdanh.lawbook.operators.people import Achieved, Judged, vouched

if TYPE_CHECKING:
    from vinhdanh.lawbook.rules import Condition

DISPUTED = "Đơn vị không xác nhận, nhưng số liệu cho thấy đạt: cần làm rõ"


def attested(condition: Condition, case: Case) -> Outcome | None:
    """Return what the unit attested of this very condition, if records leave that to it.

    A word about one condition goes before the word about all of them.
    """
    test, words = condition.test, case.facts.attestations
    if test is None or (case.word is None and not words):
        return None
    said = words.get(condition.id, _inherited(condition, case))
    if said is None:
        return None
    alone, in_one_stroke = (test.check(case.attesting(each)).verdict for each in (False, True))
    left_to_people = in_one_stroke is not Verdict.UNDETERMINED or isinstance(
        test, Judged | Achieved
    )
    if alone is not Verdict.UNDETERMINED or not left_to_people:
        return None
    return _word_of_unit(said)


def _inherited(condition: Condition, case: Case) -> bool | None:
    """Return the word about the whole; a merit among alternatives must be named by itself."""
    is_merit = isinstance(condition.test, Achieved) or getattr(condition.test, "merit", False)
    return None if case.word and is_merit else case.word


def attested_choice(condition: Condition, case: Case) -> Outcome | None:
    """Return what the unit attested of alternatives of which people alone can tell.

    Attesting everything at once then covers the choice. Where records could decide one of the
    alternatives, the one that holds must be named.
    """
    if case.facts.achievements is not None or not all(
        isinstance(each.test, Judged | Achieved) for each in condition.children
    ):
        return None
    blanket = case.word if case.word is not None else (case.facts.attested or None)
    said = case.facts.attestations.get(condition.id, blanket)
    return None if said is None else _word_of_unit(said)


def disputed(condition: Condition, case: Case, outcome: Outcome) -> Outcome:
    """Return the outcome unless the unit denies what the records show: then people must look."""
    if outcome.verdict is Verdict.MET and case.facts.attestations.get(condition.id) is False:
        return Outcome(Verdict.UNDETERMINED, outcome.evidence, (Missing(DISPUTED, UNIT),))
    return outcome


def _word_of_unit(said: bool) -> Outcome:  # noqa: FBT001 - the value is the answer
    if said:
        return vouched()
    return Outcome(Verdict.NOT_MET, (f"{UNIT.capitalize()} không xác nhận",))
