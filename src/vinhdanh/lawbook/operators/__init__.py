"""The closed vocabulary of tests. A new operator needs a law that needs it."""

from __future__ import annotations

from vinhdanh.lawbook.enums import RecipientKind
from vinhdanh.lawbook.operators.bars import (
    AbsenceBelow,
    DisciplineEnded,
    NeverHeld,
    NoHold,
    RecruitedAtLeast,
)
from vinhdanh.lawbook.operators.base import Case, Missing, Operator, Outcome
from vinhdanh.lawbook.operators.grades import GradeAtLeast, GradesInARow
from vinhdanh.lawbook.operators.honours import AfterHonour, HonoursInARow
from vinhdanh.lawbook.operators.initiatives import HasInitiative
from vinhdanh.lawbook.operators.members import (
    DisciplineBelow,
    MembersAllComplete,
    MembersHolding,
    MembersShare,
)
from vinhdanh.lawbook.operators.people import Achieved, GroupIn, Judged, NoViolation, Served

OPERATORS: dict[str, type[Operator]] = {
    "absence_below": AbsenceBelow,
    "achieved": Achieved,
    "after_honour": AfterHonour,
    "discipline_below": DisciplineBelow,
    "discipline_ended": DisciplineEnded,
    "grade_at_least": GradeAtLeast,
    "grades_in_a_row": GradesInARow,
    "group_in": GroupIn,
    "has_initiative": HasInitiative,
    "honours_in_a_row": HonoursInARow,
    "judged": Judged,
    "members_all_complete": MembersAllComplete,
    "members_holding": MembersHolding,
    "members_share": MembersShare,
    "never_held": NeverHeld,
    "no_hold": NoHold,
    "no_violation": NoViolation,
    "recruited_at_least": RecruitedAtLeast,
    "served": Served,
}
"""Name in the files → test."""

_ONLY_FOR: dict[type[Operator], RecipientKind] = {
    DisciplineBelow: RecipientKind.COLLECTIVE,
    GroupIn: RecipientKind.INDIVIDUAL,
    HasInitiative: RecipientKind.INDIVIDUAL,
    MembersAllComplete: RecipientKind.COLLECTIVE,
    MembersHolding: RecipientKind.COLLECTIVE,
    MembersShare: RecipientKind.COLLECTIVE,
    NoViolation: RecipientKind.HOUSEHOLD,
    RecruitedAtLeast: RecipientKind.INDIVIDUAL,
    Served: RecipientKind.INDIVIDUAL,
}


def only_for(test: Operator | None) -> RecipientKind | None:
    """Return the one kind of recipient a test can judge, None where it judges any."""
    if isinstance(test, GradesInARow) and test.initiatives:
        return RecipientKind.INDIVIDUAL
    if isinstance(test, AfterHonour) and (
        test.existence_years or any(way.only_without_flags for way in test.with_any)
    ):
        return RecipientKind.COLLECTIVE
    return _ONLY_FOR.get(type(test)) if test is not None else None


__all__ = ["OPERATORS", "Case", "Missing", "Operator", "Outcome", "only_for"]
