"""What a unit came from, and what became of it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from tests.factories.organizations import make_body, make_person, make_unit

from vinhdanh.organizations.enums import SuccessionKind
from vinhdanh.organizations.models import Unit, UnitSuccession
from vinhdanh.organizations.queries.successions import (
    SAME_UNIT,
    lineage,
    recipient_lineage,
    unit_lineage,
)
from vinhdanh.organizations.services.recipients import recipient_for_person, recipient_for_unit

DAY = dt.date(2024, 6, 1)


@pytest.fixture
def body(db: None) -> Unit:
    return make_body()


def follow(old: Unit, new: Unit, kind: SuccessionKind, on: dt.date = DAY) -> UnitSuccession:
    old.valid_to = on
    old.save()
    return UnitSuccession.objects.create(
        predecessor=old, successor=new, kind=kind, on=on, basis="Nghị quyết 1/NQ-HĐND"
    )


def three(body: Unit) -> tuple[Unit, Unit, Unit]:
    first, second, third = (make_unit(body, name) for name in ("Thôn A", "Thôn B", "Thôn C"))
    return first, second, third


def test_no_unit_follows_itself_or_two_that_did_not_split(body: Unit) -> None:
    first, second, third = three(body)
    with pytest.raises(IntegrityError), transaction.atomic():
        follow(first, first, SuccessionKind.RENAMED)
    follow(first, second, SuccessionKind.MERGED)
    with pytest.raises(IntegrityError), transaction.atomic():
        follow(first, third, SuccessionKind.MERGED)


def test_a_unit_goes_back_through_every_change(body: Unit) -> None:
    first, second, third = three(body)
    follow(first, second, SuccessionKind.MERGED, dt.date(2020, 1, 1))
    told = follow(second, third, SuccessionKind.RENAMED)
    assert str(told) == "Thôn B → Thôn C"
    assert lineage(third) == {first.pk, second.pk, third.pk}
    assert lineage(third, kinds=SAME_UNIT) == {second.pk, third.pk}
    assert unit_lineage([second.pk, third.pk]) == {
        second.pk: {first.pk, second.pk},
        third.pk: {first.pk, second.pk, third.pk},
    }


def test_a_circle_ends(body: Unit) -> None:
    first, second, _ = three(body)
    follow(first, second, SuccessionKind.RENAMED)
    follow(second, first, SuccessionKind.RENAMED)
    assert lineage(first) == {first.pk, second.pk}


def test_only_collectives_have_a_past_of_their_own(body: Unit) -> None:
    first, second, third = three(body)
    follow(first, second, SuccessionKind.RENAMED)
    old, new = recipient_for_unit(first), recipient_for_unit(second)
    lone = recipient_for_unit(third)
    person = recipient_for_person(make_person(body, "Phạm Văn Đức"))
    assert recipient_lineage([new.pk, lone.pk, person.pk]) == {
        new.pk: {old.pk, new.pk},
        lone.pk: {lone.pk},
        person.pk: {person.pk},
    }
