from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction

from vinhdanh.accounts.enums import Role
from vinhdanh.accounts.models import Membership, User
from vinhdanh.accounts.queries.actors import actor_of

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries
    from tests.scenarios.commune import Commune


@pytest.mark.django_db
def test_an_account_without_a_role_acts_for_nobody() -> None:
    user = User.objects.create_user("ai", password="x")
    assert actor_of(user) is None
    assert user.get_full_name() == "ai"


@pytest.mark.parametrize(
    "name", ["clerk", "chair", "village_head", "women_head", "accountant", "outsider"]
)
def test_an_account_acts_with_all_its_roles_in_its_body(commune: Commune, name: str) -> None:
    actor = getattr(commune, name)
    assert actor_of(User.objects.get(pk=actor.user.pk)) == actor


def test_who_acts_costs_two_queries(
    commune: Commune, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    user = User.objects.select_related("person").get(pk=commune.women_head.user.pk)
    with django_assert_max_num_queries(2):
        actor = actor_of(user)
        assert actor is not None
        assert (actor.name, actor.body.pk) == ("Trần Thị Lụa", commune.body.pk)


def test_the_first_body_counts_where_memberships_span_several(commune: Commune) -> None:
    village = commune.outsider.units[0]
    Membership.objects.create(user=commune.clerk.user, unit=village, role=Role.UNIT_HEAD)
    assert actor_of(commune.clerk.user) == commune.clerk


def test_names_scope_and_units(commune: Commune) -> None:
    head = commune.village_head
    assert (head.name, head.user.get_short_name()) == ("Phạm Văn Tín", "Tín")
    assert head.scope == f"body:{commune.body.pk}"
    assert head.heads(commune.village)
    assert not head.heads(commune.other_village)
    assert not commune.clerk.heads(commune.village)


def test_a_role_is_held_once_in_a_unit(commune: Commune) -> None:
    membership = Membership.objects.get(user=commune.village_head.user)
    assert str(membership) == "Phụ trách đơn vị, Thôn Phạm Xá"
    membership.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        membership.save()
