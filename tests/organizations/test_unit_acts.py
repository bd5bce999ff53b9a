"""Units change by a document, on a day: people, households and accounts go along."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from tests.factories.organizations import make_body, make_household, make_person, make_unit
from tests.scenarios.commune import registered, written
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.accounts.queries.actors import actor_of
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.organizations.enums import SuccessionKind, UnitKind
from vinhdanh.organizations.families import FAMILIES, family_of
from vinhdanh.organizations.models import Household, Position, Unit, UnitSuccession
from vinhdanh.organizations.queries.units import supervision_on, units_of
from vinhdanh.organizations.services.ending import end_unit
from vinhdanh.organizations.services.handing_over import Places
from vinhdanh.organizations.services.keeping_units import (
    UnitFacts,
    add_unit,
    change_superior,
    correct_unit,
)
from vinhdanh.organizations.services.successions import (
    Change,
    dissolve_into,
    merge_units,
    rename_unit,
    split_unit,
)
from vinhdanh.organizations.services.taking_back import take_back

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune


TODAY = dt.date(2024, 6, 24)
DAY = dt.date(2024, 6, 1)
CHANGE = Change(DAY, "Nghị quyết 12/NQ-HĐND")


def village(commune: Commune, name: str = "Thôn Mới", **changes: object) -> UnitFacts:
    given = {"name": name, "kind": UnitKind.VILLAGE, "parent": commune.body}
    return UnitFacts(**(given | changes))  # type: ignore[arg-type]


# --- refusals ---------------------------------------------------------------------------------


def test_only_the_office_changes_units(commune: Commune) -> None:
    for actor in (commune.village_head, commune.accountant, commune.outsider):
        with pytest.raises(NotAllowedError):
            rename_unit(keeper=actor, unit=commune.village, name="Thôn Xanh", change=CHANGE)
        with pytest.raises(NotAllowedError):
            add_unit(keeper=actor, facts=village(commune))
    assert not UnitSuccession.objects.exists()


@pytest.mark.parametrize(
    ("name", "change", "sentence", "field"),
    [
        (" ", CHANGE, "Chưa ghi tên đơn vị mới.", "name"),
        ("Thôn Xanh", Change(DAY, " "), "Chưa ghi văn bản căn cứ.", "basis"),
        (
            "Thôn Xanh",
            Change(dt.date(2024, 7, 1), "Nghị quyết"),
            "Ngày 01/07/2024 chưa tới: hãy ghi ngày hôm nay hoặc trước đó.",
            "on",
        ),
        (
            "Thôn Kim Phương",
            CHANGE,
            (
                "Đã có đơn vị Thôn Kim Phương đang hoạt động: hãy ghi tên khác, hoặc chọn sáp nhập"
                " vào đơn vị đó."
            ),
            "name",
        ),
    ],
)
def test_a_change_says_what_when_and_by_what(
    commune: Commune, name: str, change: Change, sentence: str, field: str
) -> None:
    with refused(sentence, field=field):
        rename_unit(keeper=commune.clerk, unit=commune.village, name=name, change=change)
    commune.village.refresh_from_db()
    assert commune.village.valid_to is None


def test_what_is_over_does_not_change_again(commune: Commune) -> None:
    rename_unit(keeper=commune.clerk, unit=commune.village, name="Thôn Xanh", change=CHANGE)
    with refused(
        "Thôn Phạm Xá đã thôi hoạt động từ ngày 01/06/2024: hãy tải lại trang và chọn đơn vị tiếp"
        " nối."
    ):
        rename_unit(keeper=commune.chair, unit=commune.village, name="Thôn Đỏ", change=CHANGE)


def test_two_at_least_are_merged_or_come_of_a_split(commune: Commune) -> None:
    with refused("Hợp nhất cần ít nhất hai đơn vị: hãy chọn thêm.", field="others"):
        merge_units(
            keeper=commune.clerk, units=[commune.village] * 2, name="Thôn Xanh", change=CHANGE
        )
    for names in (["Thôn Xanh"], ["Thôn Xanh", "thôn xanh "]):
        with refused(
            "Chia, tách cần ít nhất hai đơn vị mới khác tên nhau: hãy ghi mỗi dòng một tên.",
            field="names",
        ):
            split_unit(keeper=commune.clerk, unit=commune.village, names=names, change=CHANGE)


def test_a_unit_does_not_go_into_itself_or_into_what_is_over(commune: Commune) -> None:
    sentence = (
        "Thôn Phạm Xá không thể nhận đơn vị này vào ngày 01/06/2024: hãy chọn đơn vị khác đang hoạt"
        " động."
    )
    with refused(sentence, field="successor"):
        dissolve_into(
            keeper=commune.clerk, unit=commune.village, successor=commune.village, change=CHANGE
        )


def test_a_unit_does_not_go_into_what_ended_since_the_page_was_read(commune: Commune) -> None:
    read = Unit.objects.get(pk=commune.other_village.pk)
    rename_unit(keeper=commune.chair, unit=commune.other_village, name="Thôn Đỏ", change=CHANGE)
    with refused(
        "Thôn Kim Phương không thể nhận đơn vị này vào ngày 01/06/2024: hãy chọn đơn vị khác đang"
        " hoạt động.",
        field="successor",
    ):
        dissolve_into(keeper=commune.clerk, unit=commune.village, successor=read, change=CHANGE)


def test_a_unit_that_is_gone_does_not_change(commune: Commune) -> None:
    new = rename_unit(keeper=commune.clerk, unit=commune.village, name="Thôn Xanh", change=CHANGE)
    take_back(keeper=commune.chair, succession=new.continues.get())
    with refused("Đơn vị này không còn: hãy tải lại trang."):
        rename_unit(keeper=commune.clerk, unit=new, name="Thôn Đỏ", change=CHANGE)


def test_only_units_of_one_family_become_one(commune: Commune) -> None:
    sentence = (
        "Hội Liên hiệp Phụ nữ xã là đoàn thể, Thôn Phạm Xá là thôn, tổ dân phố: chỉ các đơn vị cùng"
        " loại mới hợp nhất, sáp nhập với nhau; hãy chọn lại, hoặc sửa loại nếu ghi sai."
    )
    with refused(sentence, field="others"):
        merge_units(
            keeper=commune.clerk,
            units=[commune.village, commune.women],
            name="Thôn Xanh",
            change=CHANGE,
        )
    with refused(sentence, field="successor"):
        dissolve_into(
            keeper=commune.clerk, unit=commune.village, successor=commune.women, change=CHANGE
        )
    assert not UnitSuccession.objects.exists()


def test_every_kind_has_its_family() -> None:
    assert sorted(kind for family in FAMILIES for kind in family) == sorted(UnitKind)
    assert UnitKind.SECTOR in family_of(UnitKind.RADIO)
    assert UnitKind.ASSOCIATION not in family_of(UnitKind.VILLAGE)


# --- what goes along --------------------------------------------------------------------------


def test_a_renamed_unit_goes_on_with_its_people_and_its_head(commune: Commune) -> None:
    old, head = commune.village, commune.village_head
    team = make_unit(old, "Tổ 1", order=1)
    new = rename_unit(keeper=commune.clerk, unit=old, name=" Thôn  Xanh ", change=CHANGE)
    assert (new.name, new.kind, new.takes_part, new.valid_from) == (
        "Thôn Xanh", old.kind, True, DAY,
    )  # fmt: skip
    posts = Position.objects.filter(person=head.user.person).order_by("id")
    assert [(post.unit, post.valid_from, post.valid_to) for post in posts] == [
        (old, None, DAY),
        (new, DAY, None),
    ]
    fresh = actor_of(head.user)
    assert fresh is not None
    assert fresh.units == (new,)
    team.refresh_from_db()
    assert (team.parent, team.path.startswith(new.path)) == (new, True)
    assert old not in units_of(commune.body, as_of=DAY)
    assert Household.objects.get(pk=commune.family.pk).unit == new
    assert [event.sentence for event in history_of(new)] == [
        "đổi tên Thôn Phạm Xá thành Thôn Xanh từ ngày 01/06/2024, căn cứ Nghị quyết 12/NQ-HĐND"
    ]


def test_a_merger_makes_one_of_two(commune: Commune) -> None:
    twin = make_household(commune.other_village, commune.family.head_name)
    new = merge_units(
        keeper=commune.clerk,
        units=[commune.village, commune.other_village],
        name="Thôn Phạm Kim",
        change=CHANGE,
    )
    assert {row.kind for row in UnitSuccession.objects.filter(successor=new)} == {
        SuccessionKind.MERGED
    }
    assert Position.objects.filter(unit=new).count() == 3
    twin.refresh_from_db()
    assert (twin.unit, twin.address) == (new, "(Thôn Kim Phương)")


def test_a_unit_is_taken_into_another(commune: Commune) -> None:
    found = dissolve_into(
        keeper=commune.chair, unit=commune.village, successor=commune.other_village, change=CHANGE
    )
    assert found == commune.other_village
    assert UnitSuccession.objects.get().kind == SuccessionKind.DISSOLVED_INTO


def test_a_split_unit_waits_in_its_first_part(commune: Commune) -> None:
    parts = split_unit(
        keeper=commune.clerk, unit=commune.village, names=["Thôn Trên", "Thôn Dưới"], change=CHANGE
    )
    counts = [Position.objects.filter(unit=part).count() for part in parts]
    assert counts == [2, 0]
    assert UnitSuccession.objects.filter(predecessor=commune.village, kind="split").count() == 2


def test_each_goes_to_the_part_that_was_chosen(commune: Commune) -> None:
    places = Places({commune.farmer.pk: 1}, {commune.family.pk: 1})
    first, second = split_unit(
        keeper=commune.clerk, unit=commune.village, names=["Thôn Trên", "Thôn Dưới"],
        change=CHANGE, places=places,
    )  # fmt: skip
    assert [each.person for each in second.positions.all()] == [commune.farmer]
    assert Household.objects.get(pk=commune.family.pk).unit == second
    assert first.positions.count() == 1
    told = history_of(commune.village)[0].sentence
    assert "Thôn Trên (1 người, 0 hộ) và Thôn Dưới (1 người, 1 hộ)" in told


def test_nobody_goes_to_a_part_that_is_not(commune: Commune) -> None:
    with pytest.raises(DomainError):
        split_unit(
            keeper=commune.clerk, unit=commune.village, names=["Thôn Trên", "Thôn Dưới"],
            change=CHANGE, places=Places({commune.farmer.pk: 2}),
        )  # fmt: skip


def test_open_lists_and_the_years_registration_go_on_in_the_new_unit(commune: Commune) -> None:
    registered(commune)
    submission = written(commune)
    new = merge_units(
        keeper=commune.clerk, units=[commune.village, commune.other_village], name="Thôn Phạm Kim",
        change=CHANGE,
    )  # fmt: skip
    submission.refresh_from_db()
    assert submission.unit == new
    assert new.registrations.get().year == 2024
    assert commune.other_village.registrations.count() == 1


def test_a_body_reports_to_another_body_not_to_itself(commune: Commune) -> None:
    above = make_body("Ủy ban nhân dân huyện Phù Cừ")
    day = dt.date(2025, 7, 1)
    superior(commune, above.name, day, above)
    found = supervision_on(commune.body, as_of=day)
    assert found is not None
    assert found.superior == above
    for wrong in (commune.body, commune.village):
        with pytest.raises(DomainError, match="không thể là cơ quan cấp trên"):
            superior(commune, "Sai", day, wrong)


def test_a_post_that_began_after_the_change_just_moves(commune: Commune) -> None:
    late = make_person(commune.body, "Lê Văn Muộn")
    Position.objects.create(person=late, unit=commune.village, valid_from=TODAY)
    new = rename_unit(keeper=commune.clerk, unit=commune.village, name="Thôn Xanh", change=CHANGE)
    (post,) = late.positions.all()
    assert (post.unit, post.valid_from) == (new, TODAY)


# --- founding, correcting, ending -------------------------------------------------------------


def test_a_unit_is_added_corrected_and_ended(commune: Commune) -> None:
    unit = add_unit(keeper=commune.clerk, facts=village(commune), since=DAY)
    with refused("Đã có đơn vị Thôn Mới đang hoạt động: hãy ghi tên khác.", field="name"):
        add_unit(keeper=commune.clerk, facts=village(commune))
    facts = village(commune, "Thôn Mới 2", parent=commune.other_village, takes_part=False)
    unit = correct_unit(keeper=commune.clerk, unit=unit, facts=facts)
    assert (unit.name, unit.parent, unit.takes_part) == (
        "Thôn Mới 2", commune.other_village, False,
    )  # fmt: skip
    person = make_person(commune.body, "Lê Văn Hai", post="Tổ viên", unit=unit)
    end_unit(keeper=commune.clerk, unit=unit, on=TODAY, basis="Quyết định 3/QĐ-UBND")
    assert person.positions.get().valid_to == TODAY
    with refused("Thôn Mới 2 đã thôi hoạt động từ ngày 24/06/2024: hãy tải lại trang."):
        end_unit(keeper=commune.clerk, unit=unit, on=TODAY, basis="Quyết định")


def test_a_unit_with_others_below_it_does_not_just_end(commune: Commune) -> None:
    make_unit(commune.village, "Tổ 1")
    with refused(
        "Thôn Phạm Xá còn đơn vị trực thuộc: hãy chuyển hoặc cho thôi hoạt động các đơn vị đó"
        " trước."
    ):
        end_unit(keeper=commune.clerk, unit=commune.village, on=DAY, basis="Quyết định")


def test_no_unit_hangs_below_itself(commune: Commune) -> None:
    team = make_unit(commune.village, "Tổ 1")
    with refused("Tổ 1 thuộc Thôn Phạm Xá: hãy chọn đơn vị cấp trên khác.", field="parent"):
        correct_unit(
            keeper=commune.clerk,
            unit=commune.village,
            facts=village(commune, "Thôn Phạm Xá", parent=team),
        )


# --- the superior -----------------------------------------------------------------------------


def superior(commune: Commune, name: str, since: dt.date, above: Unit | None = None) -> None:
    change_superior(
        keeper=commune.clerk, superior_name=name, office_name="Sở Nội vụ", since=since,
        superior=above,
    )  # fmt: skip


def test_the_superior_changes_on_a_day_even_one_to_come(commune: Commune) -> None:
    merger = dt.date(2025, 7, 1)
    superior(commune, "Ủy ban nhân dân tỉnh", merger)
    before = supervision_on(commune.body, as_of=dt.date(2025, 6, 30))
    after = supervision_on(commune.body, as_of=merger)
    assert before is not None
    assert after is not None
    assert (before.superior_name, after.superior_name) == (
        "Ủy ban nhân dân huyện Phù Cừ", "Ủy ban nhân dân tỉnh",
    )  # fmt: skip
    superior(commune, "Ủy ban nhân dân tỉnh Hưng Yên", merger)
    assert commune.body.supervisions.count() == 2
    with refused(
        "Ngày 01/06/2024 đứng trước ngày của cơ quan cấp trên hiện ghi (01/07/2025): hãy ghi ngày"
        " sau đó.",
        field="since",
    ):
        superior(commune, "Huyện", DAY)
