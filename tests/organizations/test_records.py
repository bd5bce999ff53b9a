"""The records a recipient is judged by: the lawbook's values, and what the database refuses."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction

from vinhdanh.lawbook.enums import DisciplineLevel, Grade, Group, Scope
from vinhdanh.lawbook.facts.checks import INITIATIVE_KINDS
from vinhdanh.lawbook.operators.bars import HOLDS
from vinhdanh.organizations.enums import (
    Completion,
    DisciplineForm,
    HoldKind,
    InitiativeKind,
    PersonGroup,
    Reach,
)
from vinhdanh.organizations.models import Discipline, Hold, Initiative, YearRecord
from vinhdanh.organizations.services.recipients import recipient_for_person

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

FIRST, SECOND = dt.date(2024, 1, 1), dt.date(2024, 2, 1)


@pytest.mark.parametrize(
    ("ours", "lawbook"),
    [
        (Completion, [each.value for each in Grade]),
        (DisciplineForm, [each.value for each in DisciplineLevel]),
        (InitiativeKind, list(INITIATIVE_KINDS)),
        (PersonGroup, [each.value for each in Group]),
        (Reach, [each.value for each in Scope]),
    ],
)
def test_values_are_the_lawbooks(ours: type[Completion], lawbook: list[str]) -> None:
    assert list(ours.values) == lawbook


def test_what_is_looked_into_is_called_as_in_the_lawbook() -> None:
    ours = {value: label[:1].lower() + label[1:] for value, label in HoldKind.choices}
    assert ours == {value: HOLDS[value] for value in HoldKind.values}


def test_a_year_has_one_record(commune: Commune) -> None:
    recipient = recipient_for_person(commune.farmer)
    kept = YearRecord.objects.create(recipient=recipient, year=2024)
    assert str(kept) == "Phạm Văn Đức, năm 2024"
    with pytest.raises(IntegrityError), transaction.atomic():
        YearRecord.objects.create(recipient=recipient, year=2024)


def test_an_initiative_is_recognised_once(commune: Commune) -> None:
    given = {
        "body": commune.body,
        "title": "Máy",
        "recognised_by": "1/QĐ",
        "recognised_on": FIRST,
    }
    Initiative.objects.create(**given)
    with pytest.raises(IntegrityError), transaction.atomic():
        Initiative.objects.create(**given)


def test_nothing_ends_before_it_begins(commune: Commune) -> None:
    recipient = recipient_for_person(commune.farmer)
    with pytest.raises(IntegrityError), transaction.atomic():
        Hold.objects.create(recipient=recipient, kind="press", since=SECOND, until=FIRST)
    with pytest.raises(IntegrityError), transaction.atomic():
        Discipline.objects.create(
            person=commune.farmer, level="canh-cao", since=SECOND, until=FIRST
        )
