"""A change of units written by mistake is taken back on its day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from tests.factories.accounts import make_actor
from tests.factories.organizations import make_household, make_person, make_unit
from tests.scenarios.commune import registered, written
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.accounts.enums import Role
from vinhdanh.accounts.models import Membership
from vinhdanh.accounts.queries.actors import actor_of
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.organizations.models import Household, Position, Unit, UnitSuccession
from vinhdanh.organizations.services import taking_back
from vinhdanh.organizations.services.handing_over import Places
from vinhdanh.organizations.services.recipients import recipient_for_unit
from vinhdanh.organizations.services.successions import (
    Change,
    dissolve_into,
    merge_units,
    rename_unit,
    split_unit,
)
from vinhdanh.organizations.services.taking_back import take_back
from vinhdanh.organizations.services.units import hold_units

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.scenarios.commune import Commune

DAY = dt.date(2024, 6, 1)
CHANGE = Change(DAY, "Nghị quyết 12/NQ-HĐND")


def merged(commune: Commune, led_by: Unit | None = None) -> Unit:
    return merge_units(
        keeper=commune.clerk,
        units=[commune.village, commune.other_village],
        name="Thôn Phạm Kim",
        change=CHANGE,
        led_by=led_by,
    )


def only(successor: Unit) -> UnitSuccession:
    found = successor.continues.first()
    assert found is not None
    return found


def everything(commune: Commune) -> list[object]:
    """Return what a change of units moves, as it stands."""
    units = Unit.objects.filter(body=commune.body)
    return [
        sorted(units.values_list("name", "parent", "path", "valid_to")),
        sorted(Position.objects.filter(unit__in=units).values_list("person", "unit", "valid_to")),
        sorted(Household.objects.values_list("pk", "unit", "address")),
        sorted(Membership.objects.values_list("user", "unit", "role")),
    ]


# --- refusals ---------------------------------------------------------------------------------


def test_only_the_office_takes_a_change_back(commune: Commune) -> None:
    succession = only(merged(commune))
    for actor in (commune.village_head, commune.accountant, commune.outsider):
        with pytest.raises(NotAllowedError):
            take_back(keeper=actor, succession=succession)


def test_a_change_of_another_day_stays(commune: Commune) -> None:
    succession = only(merged(commune))
    yesterday = succession.written_at - dt.timedelta(days=1)
    UnitSuccession.objects.update(written_at=yesterday)
    with refused(
        "Chỉ lấy lại được thay đổi ghi trong ngày; thay đổi này ghi ngày 23/06/2024: hãy ghi thay"
        " đổi mới theo văn bản."
    ):
        take_back(keeper=commune.clerk, succession=succession)


def test_who_comes_second_is_told(commune: Commune) -> None:
    succession = only(merged(commune))
    take_back(keeper=commune.clerk, succession=succession)
    with refused("Thay đổi này đã được lấy lại: hãy tải lại trang."):
        take_back(keeper=commune.chair, succession=succession)


def test_what_changed_again_is_taken_back_first(commune: Commune) -> None:
    new = merged(commune)
    rename_unit(
        keeper=commune.clerk, unit=new, name="Thôn Xanh", change=Change(dt.date(2024, 6, 2), "QĐ")
    )
    with refused(
        "Thôn Phạm Kim đã thôi hoạt động từ ngày 02/06/2024: hãy lấy lại thay đổi đó trước."
    ):
        take_back(keeper=commune.clerk, succession=only(new))


def test_what_was_built_on_the_new_unit_stands_in_the_way(commune: Commune) -> None:
    new = merged(commune)
    make_household(new, "Lê Văn Mới")
    make_person(commune.body, "Lê Văn Hai", post="Tổ viên", unit=new)
    with refused(
        "Thôn Phạm Kim đã có hộ gia đình và chức vụ riêng, không lấy lại được: hãy gỡ trước, hoặc"
        " để nguyên và ghi thay đổi mới theo văn bản."
    ):
        take_back(keeper=commune.clerk, succession=only(new))
    assert new.continues.count() == 2


def test_a_name_given_away_meanwhile_stands_in_the_way(commune: Commune) -> None:
    new = merged(commune)
    make_unit(commune.body, "Thôn Phạm Xá")
    with refused(
        "Nay đã có đơn vị khác tên Thôn Phạm Xá đang hoạt động: hãy sửa tên đơn vị đó trước."
    ):
        take_back(keeper=commune.clerk, succession=only(new))


def test_what_another_does_first_is_seen(commune: Commune, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between reading the change and holding its units somebody may end one of them."""
    new = merged(commune)

    def late(units: Iterable[Unit]) -> list[Unit]:
        Unit.objects.filter(pk=new.pk).update(valid_to=dt.date(2024, 6, 3))
        return hold_units(units)

    monkeypatch.setattr(taking_back, "hold_units", late)
    with refused(
        "Thôn Phạm Kim đã thôi hoạt động từ ngày 03/06/2024: hãy lấy lại thay đổi đó trước."
    ):
        take_back(keeper=commune.clerk, succession=only(new))


def test_a_role_given_anew_stands_in_the_way(commune: Commune) -> None:
    new = merged(commune)
    Membership.objects.filter(unit=new, role=Role.MEMBER).delete()
    with refused(
        "Vai trò của tài khoản ở Thôn Phạm Kim đã được giao lại: không lấy lại được nữa, hãy ghi"
        " thay đổi mới theo văn bản."
    ):
        take_back(keeper=commune.clerk, succession=only(new))


# --- taken back -------------------------------------------------------------------------------


def test_after_a_merger_is_taken_back_all_is_as_before(commune: Commune) -> None:
    make_household(commune.other_village, commune.family.head_name)
    make_unit(commune.village, "Tổ 1")
    registered(commune)
    submission = written(commune)
    before = everything(commune)
    new = merged(commune)
    recipient_for_unit(new)
    assert take_back(keeper=commune.clerk, succession=only(new)) == commune.village
    assert everything(commune) == before
    assert not Unit.objects.filter(name="Thôn Phạm Kim").exists()
    submission.refresh_from_db()
    assert submission.unit == commune.village
    assert commune.village.registrations.count() == commune.other_village.registrations.count() == 1
    assert history_of(commune.village)[0].sentence == (
        "lấy lại việc hợp nhất Thôn Phạm Xá và Thôn Kim Phương thành Thôn Phạm Kim: ghi nhầm"
    )


def test_a_taking_in_leaves_the_other_its_own(commune: Commune) -> None:
    before = everything(commune)
    dissolve_into(
        keeper=commune.clerk, unit=commune.village, successor=commune.other_village, change=CHANGE
    )
    take_back(keeper=commune.clerk, succession=only(commune.other_village))
    assert everything(commune) == before


def test_a_name_and_a_split_are_taken_back_too(commune: Commune) -> None:
    before = everything(commune)
    new = rename_unit(keeper=commune.clerk, unit=commune.village, name="Thôn Xanh", change=CHANGE)
    take_back(keeper=commune.clerk, succession=only(new))
    _, second = split_unit(
        keeper=commune.clerk,
        unit=commune.village,
        names=["Thôn Trên", "Thôn Dưới"],
        change=CHANGE,
        places=Places({commune.farmer.pk: 1}, {commune.family.pk: 1}),
    )
    take_back(keeper=commune.clerk, succession=only(second))
    assert everything(commune) == before


def test_a_split_that_kept_the_name_is_taken_back(commune: Commune) -> None:
    before = everything(commune)
    first, _ = split_unit(
        keeper=commune.clerk,
        unit=commune.village,
        names=[commune.village.name, "Thôn Dưới"],
        change=CHANGE,
    )
    take_back(keeper=commune.clerk, succession=only(first))
    assert everything(commune) == before


def test_what_was_done_meanwhile_comes_back_along(commune: Commune) -> None:
    new = merged(commune)
    post = Position.objects.get(person=commune.farmer, unit=new)
    post.title, post.valid_to = "Tổ trưởng", dt.date(2024, 6, 20)
    post.save()
    Household.objects.filter(pk=commune.family.pk).update(address="Xóm 3")
    take_back(keeper=commune.clerk, succession=only(new))
    (post,) = commune.farmer.positions.all()
    assert (post.unit, post.title, post.valid_to) == (
        commune.village, "Tổ trưởng", dt.date(2024, 6, 20),
    )  # fmt: skip
    commune.family.refresh_from_db()
    assert (commune.family.unit, commune.family.address) == (commune.village, "Xóm 3")


# --- who heads --------------------------------------------------------------------------------


def heads(unit: Unit) -> set[str]:
    seats = Membership.objects.filter(unit=unit, role=Role.UNIT_HEAD)
    return {seat.user.get_full_name() for seat in seats}


def test_the_head_of_the_unit_that_stays_stays(commune: Commune) -> None:
    dissolve_into(
        keeper=commune.clerk, unit=commune.village, successor=commune.other_village, change=CHANGE
    )
    assert heads(commune.other_village) == {"Lê Thị Đào"}
    other = actor_of(commune.village_head.user)
    assert other is not None
    assert other.roles == {Role.MEMBER}
    assert not other.units


def test_the_office_says_whose_head_leads_the_new_unit(commune: Commune) -> None:
    assert heads(merged(commune, led_by=commune.other_village)) == {"Lê Thị Đào"}


def test_nobody_else_leads_it(commune: Commune) -> None:
    with refused(
        "Hội Liên hiệp Phụ nữ xã không được hợp nhất: hãy chọn người phụ trách của một trong các"
        " đơn vị được chọn.",
        field="led_by",
    ):
        merged(commune, led_by=commune.women)


def test_a_unit_with_two_heads_keeps_both(commune: Commune) -> None:
    deputy = make_person(commune.body, "Lê Văn Phó", post="Phó thôn", unit=commune.village)
    make_actor("photon", deputy, (commune.village, Role.UNIT_HEAD))
    assert heads(merged(commune)) == {"Phạm Văn Tín", "Lê Văn Phó"}
