"""Rows of the records as facts of the lawbook: a list nobody called whole stays unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook import default_corpus
from vinhdanh.lawbook.enums import DisciplineLevel, Grade, Group, Scope
from vinhdanh.lawbook.facts import (
    UNKNOWN,
    Collective,
    Confirmation,
    Discipline,
    Hold,
    Household,
    Individual,
    Initiative,
    YearRecord,
)
from vinhdanh.nominations.enums import FactList, NominationState
from vinhdanh.organizations.enums import RecipientKind, Sex
from vinhdanh.organizations.models.year import NONE

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from vinhdanh.lawbook import Facts
    from vinhdanh.lawbook.facts import HeldHonour
    from vinhdanh.nominations.models import Nomination
    from vinhdanh.organizations import models

MEMBER_TITLES = {
    "lao-dong-tien-tien": "members_advanced",
    "chien-si-thi-dua-co-so": "members_exemplary",
}


def facts_of(
    nomination: Nomination, *, as_of: dt.date, honours: Sequence[HeldHonour] = ()
) -> Facts:
    """Return what the records know of a nomination's recipient, without attestations.

    Args:
        nomination: with its records (`queries.facts.with_records`).
        as_of: the day asked; nothing of a later year counts.
        honours: what the register holds.
    """
    recipient = nomination.recipient
    whole = {each.about for each in nomination.statements.all()}
    shared: dict[str, Any] = {
        "for_year": min(nomination.submission.year, as_of.year),
        "years": tuple(_year(each) for each in recipient.years.all() if each.year <= as_of.year),
        "honours": tuple(each for each in honours if each.year <= as_of.year)
        if FactList.HONOURS in whole
        else None,
        "holds": _holds(recipient, as_of, is_whole=FactList.HOLDS in whole),
        "confirmations": {
            each.condition: Confirmation(each.answer, each.by_name, each.reason)
            for each in nomination.verifications.all()
            if each.condition in known_conditions()
        },
    }
    if recipient.person is not None:
        return _individual(recipient.person, nomination, whole, shared, as_of)
    if recipient.kind == RecipientKind.COLLECTIVE:
        return _collective(recipient, shared)
    return Household(**shared)


def facts_supposed(
    recipient: models.Recipient, *, year: int, as_of: dt.date, honours: Sequence[HeldHonour] = ()
) -> Facts:
    """Return what the records know of somebody nobody nominated, their lists supposed whole.

    Args:
        recipient: a person, with its records.
        year: the year looked back from.
        as_of: the day asked; nothing of a later year counts.
        honours: what the register holds.
    """
    shared: dict[str, Any] = {
        "for_year": year,
        "years": tuple(_year(each) for each in recipient.years.all() if each.year <= year),
        "honours": tuple(each for each in honours if each.year <= year),
        "holds": _holds(recipient, as_of, is_whole=True),
    }
    if recipient.person is None:
        raise ValueError("Only a person's records are supposed whole.")
    return _individual(recipient.person, None, set(FactList), shared, as_of)


def known_conditions() -> frozenset[str]:
    """Return the conditions of the corpus; what was answered to one that left it counts no more."""
    return default_corpus().names.conditions


def _individual(
    person: models.Person,
    nomination: Nomination | None,
    whole: set[str],
    shared: dict[str, Any],
    as_of: dt.date,
) -> Individual:
    disciplines = [each for each in person.disciplines.all() if each.since <= as_of]
    known = FactList.DISCIPLINE in whole or any(
        each.until is None or each.until.year >= shared["for_year"] for each in disciplines
    )
    return Individual(
        **shared,
        group=Group(person.group) if person.group else None,
        direct_worker=person.is_direct_worker or None,
        female=person.sex == Sex.FEMALE if person.sex else None,
        initiatives=tuple(
            _initiative(each, nomination)
            for each in person.initiatives.all()
            if each.recognised_on <= as_of
        )
        if FactList.INITIATIVES in whole
        else None,
        discipline=tuple(
            Discipline(DisciplineLevel(each.level), each.since.year, each.since, each.until)
            for each in disciplines
        )
        if known
        else None,
    )


def _collective(recipient: models.Recipient, shared: dict[str, Any]) -> Collective:
    row = next((each for each in recipient.years.all() if each.year == shared["for_year"]), None)
    if row is None:
        return Collective(**shared)
    titles = {
        slug: count
        for slug, field in MEMBER_TITLES.items()
        if (count := getattr(row, field)) is not None
    }
    return Collective(
        **shared,
        members=row.members,
        members_completing=row.members_completing,
        member_titles=titles if len(titles) == len(MEMBER_TITLES) else None,
        completion=Grade(row.completion) if row.completion else None,
        worst_discipline=_worst(row.worst_discipline),
    )


def _worst(found: str) -> Any:
    if not found:
        return UNKNOWN
    return None if found == NONE else DisciplineLevel(found)


def _year(row: models.YearRecord) -> YearRecord:
    return YearRecord(
        row.year,
        Grade(row.completion) if row.completion else None,
        None if row.absent_months is None else float(row.absent_months),
        float(row.maternity_months),
    )


def _holds(
    recipient: models.Recipient, as_of: dt.date, *, is_whole: bool
) -> tuple[Hold, ...] | None:
    found = tuple(Hold(each.kind, each.since, each.until) for each in recipient.holds.all())
    if is_whole or any(each.is_open(as_of) for each in found):
        return found
    return None


def _initiative(row: models.Initiative, nomination: Nomination | None) -> Initiative:
    """An initiative has served where another nomination that rests on it was decided."""
    own = nomination.pk if nomination else None
    served = [
        each.honour
        for each in row.nominations.all()
        if each.pk != own and each.state == NominationState.DECIDED
    ]
    return Initiative(
        row.recognised_on.year, Scope(row.scope), served[0] if served else None, row.kind
    )
