"""Which procedure a nomination may take, by the law of a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.lawbook import simplified_cases
from vinhdanh.nominations.enums import CommendationKind, Procedure
from vinhdanh.nominations.workflow import LAW_2003, table_on

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.lawbook import Citation, HonourOnDay

CASES = {
    CommendationKind.SUDDEN: "thanh-tich-dot-xuat",
    CommendationKind.DEDICATION: "cong-hien-nien-han-doi-ngoai",
    CommendationKind.LONG_SERVICE: "cong-hien-nien-han-doi-ngoai",
    CommendationKind.FOREIGN: "cong-hien-nien-han-doi-ngoai",
}
"""Kinds of commendation that are a case of the simplified procedure by themselves."""


@dataclass(frozen=True, slots=True)
class Case:
    """A case in which the chair may decide without the Council."""

    id: str
    text: str
    citation: Citation
    unconfirmed: str | None


@dataclass(frozen=True, slots=True)
class Choice:
    """A procedure, the first day of its table, and the case that opens it."""

    procedure: Procedure
    since: dt.date
    case: str = ""


def cases_for(law: HonourOnDay, *, as_of: dt.date, province: str = "") -> tuple[Case, ...]:
    """Return the cases of the simplified procedure for an honour on a day.

    Titles have none: the procedure is for forms of commendation (Law 06/2022/QH15, Article 85).
    """
    if law.is_title:
        return ()
    return tuple(
        Case(rule.content.id, rule.content.text, rule.citation, rule.unconfirmed)
        for rule in simplified_cases(as_of=as_of, province=province)
    )


def first_choice(
    kind: CommendationKind, law: HonourOnDay, *, as_of: dt.date, province: str = ""
) -> Choice:
    """Return what a new nomination takes: the simplified procedure where its kind is a case."""
    case = CASES.get(kind, "")
    if case in {each.id for each in cases_for(law, as_of=as_of, province=province)}:
        return chosen(Procedure.SIMPLIFIED, as_of=as_of, case=case)
    return chosen(Procedure.REGULAR, as_of=as_of)


def chosen(procedure: Procedure, *, as_of: dt.date, case: str = "") -> Choice:
    """Return a procedure with the table in force on a day."""
    table = table_on(procedure, as_of)
    return Choice(procedure, table.since if table else LAW_2003, case)
