"""People are added, corrected, moved and retired; never lost."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from tests.factories.organizations import make_household, make_person, make_unit
from tests.scenarios.commune import decided, person_of
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.decisions.models import Honour
from vinhdanh.kernel.errors import StaleError
from vinhdanh.organizations.models import Household, Person, YearRecord
from vinhdanh.organizations.queries.people import (
    in_unit,
    leading,
    named,
    people_for,
    serving,
)
from vinhdanh.organizations.services.households import (
    HouseholdFacts,
    add_household,
    correct_household,
    leave_village,
)
from vinhdanh.organizations.services.merging import merge_households, merge_people
from vinhdanh.organizations.services.people import (
    PersonFacts,
    Post,
    add_person,
    correct_person,
    end_post,
    give_post,
    move_person,
    retire_person,
)
from vinhdanh.organizations.services.recipients import (
    recipient_for_household,
    recipient_for_person,
)
from vinhdanh.organizations.services.removal import remove_household, remove_person

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

BORN = dt.date(1980, 5, 1)
TODAY, DAY = dt.date(2024, 6, 24), dt.date(2024, 6, 1)


def new_person(commune: Commune, name: str = "Lê Văn Mới", **changes: object) -> Person:
    facts = PersonFacts(full_name=name, **changes)  # type: ignore[arg-type]
    post = Post(unit=commune.village, title="Tổ viên", since=dt.date(2024, 1, 1))
    return add_person(keeper=commune.village_head, facts=facts, post=post)


# --- names as they are typed --------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["Ông Lê Văn Mới", "đ/c LÊ VĂN MỚI", "1. lê văn  mới"])
def test_a_typed_name_is_kept_as_lists_are_read(commune: Commune, typed: str) -> None:
    person = new_person(commune, typed)
    assert person.full_name == "Lê Văn Mới"
    facts = PersonFacts(full_name=f"Bà {person}")
    keeper = commune.village_head
    assert correct_person(keeper=keeper, person=person, facts=facts, expected_version=1) == person
    assert Person.objects.get(pk=person.pk).full_name == "Lê Văn Mới"


@pytest.mark.parametrize(
    ("typed", "sex", "known"),
    [
        ("Hộ ông Lê Văn Mới", "", "Gia đình ông Lê Văn Mới"),
        ("Gia đình ông (bà) Lê Văn Mới", "", "Gia đình ông (bà) Lê Văn Mới"),
        ("Lê Thị Mới", "female", "Gia đình bà Lê Thị Mới"),
    ],
)
def test_a_household_is_known_by_its_heads_name(
    commune: Commune, typed: str, sex: str, known: str
) -> None:
    facts = HouseholdFacts(unit=commune.village, head_name=typed, head_sex=sex)
    household = add_household(keeper=commune.village_head, facts=facts)
    assert str(household) == known


def test_the_sex_of_a_head_changes_how_it_is_called(commune: Commune) -> None:
    first, second = (
        add_household(
            keeper=commune.village_head,
            facts=HouseholdFacts(unit=commune.village, head_name="Lê Thị Mới", address=address),
        )
        for address in ("Xóm 1", "Xóm 2")
    )
    recipient, other = recipient_for_household(first), recipient_for_household(second)
    facts = HouseholdFacts(
        unit=commune.village, head_name="Lê Thị Mới", head_sex="female", address="Xóm 1"
    )
    correct_household(keeper=commune.village_head, household=first, facts=facts)
    recipient.refresh_from_db()
    assert recipient.name == "Gia đình bà Lê Thị Mới"
    kept = merge_households(keeper=commune.clerk, kept=second, other=first)
    other.refresh_from_db()
    assert (str(kept), other.name) == ("Gia đình bà Lê Thị Mới", "Gia đình bà Lê Thị Mới")


# --- refusals ---------------------------------------------------------------------------------


def test_a_head_keeps_the_people_of_the_own_unit_only(commune: Commune) -> None:
    person = new_person(commune)
    facts = PersonFacts(full_name="Lê Văn Khác")
    for actor in (commune.other_head, commune.accountant):
        with pytest.raises(NotAllowedError):
            correct_person(keeper=actor, person=person, facts=facts, expected_version=1)
        with pytest.raises(NotAllowedError):
            add_person(keeper=actor, facts=facts, post=Post(unit=commune.village))
    head, clerk = commune.village_head, commune.clerk
    correct_person(keeper=head, person=person, facts=facts, expected_version=1)
    with pytest.raises(StaleError, match="Phạm Văn Tín vừa sửa thông tin của"):
        correct_person(keeper=clerk, person=person, facts=facts, expected_version=1)
    correct_person(keeper=clerk, person=person, facts=facts, expected_version=2)


@pytest.mark.parametrize(
    ("name", "born", "sentence", "field"),
    [
        (" ", None, "Chưa ghi họ và tên.", "full_name"),
        (
            "Lê Văn Mới",
            BORN,
            "Đã có Lê Văn Mới sinh ngày 01/05/1980: hãy mở hồ sơ đã có.",
            "birth_date",
        ),
        (
            "Trần Văn Cũ",
            None,
            (
                "Đã có Trần Văn Cũ chưa ghi ngày sinh: hãy ghi ngày sinh để phân biệt, hoặc mở hồ"
                " sơ đã có."
            ),
            "birth_date",
        ),
        (
            "Lê Văn Mai",
            dt.date(2025, 1, 1),
            "Ngày 01/01/2025 chưa tới: hãy ghi ngày hôm nay hoặc trước đó.",
            "birth_date",
        ),
    ],
)
def test_nobody_is_written_twice(
    commune: Commune, name: str, born: dt.date | None, sentence: str, field: str
) -> None:
    new_person(commune, birth_date=BORN)
    new_person(commune, "Trần Văn Cũ")
    with refused(sentence, field=field):
        new_person(commune, name, birth_date=born)


def test_a_post_ends_after_it_began_and_not_before_its_day(commune: Commune) -> None:
    person = new_person(commune)
    (post,) = person.positions.all()
    with refused(
        "Ngày 01/01/2024 không sau ngày nhận chức vụ (01/01/2024): hãy kiểm tra lại.", field="on"
    ):
        end_post(keeper=commune.village_head, position=post, on=dt.date(2024, 1, 1))
    end_post(keeper=commune.village_head, position=post, on=DAY)
    with refused("Chức vụ này đã thôi từ ngày 01/06/2024."):
        end_post(keeper=commune.clerk, position=post, on=TODAY)
    with refused("Lê Văn Mới không còn giữ chức vụ nào."):
        retire_person(keeper=commune.clerk, person=person, on=TODAY, reason="Nghỉ hưu")


def test_nobody_takes_a_post_where_no_unit_is(commune: Commune) -> None:
    commune.village.valid_to = DAY
    commune.village.save()
    with refused(
        "Thôn Phạm Xá không hoạt động vào ngày 24/06/2024: hãy kiểm tra ngày hoặc chọn đơn vị"
        " khác.",
        field="since",
    ):
        give_post(
            keeper=commune.clerk,
            person=person_of(commune.clerk),
            post=Post(unit=commune.village, since=TODAY),
        )


def test_whoever_has_records_is_not_removed(commune: Commune) -> None:
    decided(commune)
    for row, remove in ((commune.farmer, remove_person),):
        with refused(
            "Phạm Văn Đức đã có đề nghị khen thưởng và khen thưởng trong sổ, không bỏ được: hãy ghi"
            " thôi chức vụ thay vì bỏ."
        ):
            remove(keeper=commune.clerk, person=row)
    person = new_person(commune)
    recipient_for_person(person)
    remove_person(keeper=commune.clerk, person=person)
    assert not Person.objects.filter(pk=person.pk).exists()


# --- going on ---------------------------------------------------------------------------------


def test_a_person_moves_and_retires(commune: Commune) -> None:
    person = new_person(commune)
    post = Post(unit=commune.women, title="Hội viên", is_leader=True)
    move_person(keeper=commune.clerk, person=person, post=post, on=DAY)
    people = people_for(commune.clerk)
    assert person in in_unit(people, commune.women.pk, as_of=TODAY)
    assert person not in in_unit(people, commune.village.pk, as_of=TODAY)
    assert list(leading(people, as_of=TODAY)) == [person]
    retire_person(keeper=commune.clerk, person=person, on=TODAY, reason="Nghỉ hưu")
    assert person in serving(people, as_of=TODAY, is_serving=False)
    assert person in serving(people, as_of=DAY, is_serving=True)


def test_people_are_found_with_and_without_marks(commune: Commune) -> None:
    people = people_for(commune.clerk)
    assert commune.farmer in named(people, "duc pham")
    assert commune.farmer in named(people, "Đức")
    assert commune.farmer in named(people, "đức")
    assert commune.farmer not in named(people, "dục")
    assert not people_for(commune.outsider).filter(pk=commune.farmer.pk).exists()


# --- two records of one -----------------------------------------------------------------------


def test_two_records_of_one_person_become_one(commune: Commune) -> None:
    decided(commune)
    twin = make_person(commune.body, "Phạm Văn Đực", post="Tổ trưởng", unit=commune.women)
    recipient = recipient_for_person(twin)
    YearRecord.objects.create(recipient=recipient, year=2023, completion="hoan-thanh-tot")
    kept = merge_people(keeper=commune.clerk, kept=twin, other=commune.farmer)
    assert not Person.objects.filter(pk=commune.farmer.pk).exists()
    assert Honour.objects.filter(recipient=recipient).count() == 1
    assert kept.is_direct_worker
    assert kept.birth_date == commune.farmer.birth_date
    assert kept.positions.count() == 2


def test_who_is_somebody_else_or_has_the_same_twice_is_not_merged(commune: Commune) -> None:
    decided(commune)
    farmer = commune.farmer
    with refused("Hai hồ sơ này là một: hãy chọn hồ sơ khác để gộp.", field="other"):
        merge_people(keeper=commune.clerk, kept=farmer, other=farmer)
    one, two = (make_person(commune.body, "Lê Văn Ba", birth_date=born) for born in (BORN, TODAY))
    with refused(
        "Hai hồ sơ ghi ngày sinh khác nhau: nếu đúng là một người, hãy sửa cho giống nhau rồi gộp.",
        field="other",
    ):
        merge_people(keeper=commune.clerk, kept=one, other=two)
    with refused(
        "Cả hai hồ sơ đều có tài khoản trùng nhau: hãy bỏ hoặc sửa ở một hồ sơ rồi gộp.",
        field="other",
    ):
        merge_people(
            keeper=commune.clerk,
            kept=person_of(commune.village_head),
            other=person_of(commune.chair),
        )
    honour = Honour.objects.get(recipient__person=farmer)
    twin = recipient_for_person(make_person(commune.body, "Phạm Văn Đực"))
    double = Honour.objects.get(pk=honour.pk)
    double.pk, double.recipient, double.nomination, double.order = None, twin, None, 99
    double.source, double.book_number = "old", None
    double.save()
    assert twin.person is not None
    with refused(
        f"Cả hai hồ sơ đều có {honour.honour_name} năm 2024: có thể là hai người khác nhau, hoặc"
        " một quyết định được ghi hai lần. Hãy xem lại sổ khen thưởng trước khi gộp.",
        field="other",
    ):
        merge_people(keeper=commune.clerk, kept=twin.person, other=farmer)


@pytest.mark.parametrize("same", [True, False])
def test_a_year_known_twice_is_one_where_both_say_the_same(commune: Commune, same: bool) -> None:  # noqa: FBT001
    one, two = (make_person(commune.body, "Lê Văn Ba", birth_date=born) for born in (BORN, None))
    for person, word in ((one, "hoan-thanh"), (two, "hoan-thanh" if same else "hoan-thanh-tot")):
        YearRecord.objects.create(
            recipient=recipient_for_person(person), year=2023, completion=word
        )
    if not same:
        with refused(
            "Hai hồ sơ ghi số liệu năm 2023 khác nhau: hãy sửa cho giống nhau rồi gộp.",
            field="other",
        ):
            merge_people(keeper=commune.clerk, kept=one, other=two)
        return
    merge_people(keeper=commune.clerk, kept=one, other=two)
    assert YearRecord.objects.get().recipient.person == one


# --- households -------------------------------------------------------------------------------


def test_households_are_kept_like_people(commune: Commune) -> None:
    facts = HouseholdFacts(unit=commune.village, head_name=" Lê Thị  Sáu ", address="Xóm 1")
    family = add_household(keeper=commune.village_head, facts=facts)
    with refused(
        "Thôn Phạm Xá đã có hộ mà chủ hộ tên Lê Thị Sáu ở Xóm 1: hãy ghi địa chỉ khác để phân"
        " biệt.",
        field="address",
    ):
        add_household(keeper=commune.clerk, facts=facts)
    with pytest.raises(NotAllowedError):
        correct_household(keeper=commune.other_head, household=family, facts=facts)
    moved = HouseholdFacts(unit=commune.other_village, head_name="Lê Thị Sáu")
    family = correct_household(keeper=commune.clerk, household=family, facts=moved)
    assert family.unit == commune.other_village
    leave_village(keeper=commune.clerk, household=family, on=DAY)
    with refused("Gia đình ông (bà) Lê Thị Sáu đã được ghi không còn ở đây từ ngày 01/06/2024."):
        leave_village(keeper=commune.clerk, household=family, on=DAY)
    remove_household(keeper=commune.clerk, household=family)
    assert not Household.objects.filter(pk=family.pk).exists()


def test_two_records_of_one_household_become_one(commune: Commune) -> None:
    decided(commune)
    twin = make_household(make_unit(commune.body, "Thôn Ba"), commune.family.head_name)
    kept = merge_households(keeper=commune.clerk, kept=twin, other=commune.family)
    assert Honour.objects.get(recipient__household=kept)
    with refused(
        f"{kept} đã có đề nghị khen thưởng và khen thưởng trong sổ, không bỏ được: hãy ghi ngày"
        " không còn ở thôn thay vì bỏ."
    ):
        remove_household(keeper=commune.clerk, household=kept)
    assert recipient_for_household(kept).name == str(kept)
