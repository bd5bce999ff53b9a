"""The closed vocabulary of tests. A new operator needs a law that needs it."""

from __future__ import annotations

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

__all__ = ["OPERATORS", "Case", "Missing", "Operator", "Outcome"]
