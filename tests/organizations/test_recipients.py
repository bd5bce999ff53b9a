from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction
from tests.factories.organizations import make_body, make_household, make_person, make_unit
from tests.scenarios.refusal import content, refused

from vinhdanh.kernel.errors import DomainError
from vinhdanh.organizations.models import Household, Person, Recipient, Unit
from vinhdanh.organizations.services.recipients import (
    find_or_add_household,
    find_or_add_person,
    recipient_for_household,
    recipient_for_person,
    recipient_for_unit,
)

if TYPE_CHECKING:
    from collections.abc import Callable

BORN_1980 = dt.date(1980, 5, 1)
BORN_1991 = dt.date(1991, 2, 3)


@pytest.fixture
def village(db: None) -> Unit:
    return make_unit(make_body(), "Thôn Phạm Xá")


def add(village: Unit, name: str, **facts: str | dt.date) -> Person:
    return find_or_add_person(unit=village, full_name=name, **facts)  # type: ignore[arg-type]


def test_same_name_people_are_asked_about(village: Unit) -> None:
    for born in (BORN_1980, BORN_1991):
        make_person(village.office, "Phạm Văn Đức", birth_date=born)
    with refused(
        "Sổ đã có 2 người cùng tên Phạm Văn Đức: hãy chọn đúng người, hoặc chọn “Người khác, chưa"
        " có trong sổ”.",
        field="person",
    ):
        add(village, " Phạm  Văn Đức")


def test_a_birth_date_tells_same_name_people_apart(village: Unit) -> None:
    older = add(village, "Phạm Văn Đức", birth_date=BORN_1980)
    younger = add(village, "Phạm Văn Đức", birth_date=BORN_1991)
    assert older != younger
    assert add(village, "Phạm Văn Đức", birth_date=BORN_1991) == younger


def test_somebody_of_another_unit_is_not_taken_silently(village: Unit) -> None:
    school = make_unit(village.office, "Trường Tiểu học")
    teacher = make_person(village.office, "Trần Thị Lụa", unit=school, post="Giáo viên")
    with refused(
        "Sổ đã có người cùng tên Trần Thị Lụa: hãy chọn đúng người, hoặc chọn “Người khác, chưa có"
        " trong sổ”.",
        field="person",
    ):
        add(village, "Trần Thị Lụa", birth_date=BORN_1991)
    assert add(village, "Trần Thị Lụa", choice=str(teacher.pk)) == teacher
    with refused(
        "Sổ đã có Trần Thị Lụa chưa ghi ngày sinh: hãy ghi ngày sinh để phân biệt, hoặc chọn người"
        " đã có.",
        field="birth_date",
    ):
        add(village, "Trần Thị Lụa", choice="new")
    assert add(village, "Trần Thị Lụa", choice="new", birth_date=BORN_1991) != teacher


def test_a_choice_of_another_name_is_refused(village: Unit) -> None:
    other = make_person(village.office, "Lê Văn Bền")
    with refused("Người đã chọn không mang tên này: hãy chọn lại.", field="person"):
        add(village, "Trần Thị Lụa", choice=str(other.pk))


def test_a_name_typed_without_marks_asks_for_all_it_may_mean(village: Unit) -> None:
    make_person(village.office, "Lê Văn Hùng", unit=village, post="Tổ viên")
    with pytest.raises(DomainError):
        add(village, "Le Van Hung")
    assert add(village, "Lê Văn Hưng").full_name == "Lê Văn Hưng"


def test_a_birth_date_completes_the_units_own_person(village: Unit) -> None:
    known = add(village, "Phạm Văn Đức")
    assert add(village, "Phạm Văn Đức", birth_date=BORN_1980) == known
    known.refresh_from_db()
    assert known.birth_date == BORN_1980


def test_a_name_without_a_birth_date_stands_once_in_a_body(village: Unit) -> None:
    make_person(village.office, "Phạm Văn Đức")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_person(village.office, "Phạm Văn Đức")


def test_two_households_of_one_name_ask_for_the_address(village: Unit) -> None:
    first = find_or_add_household(unit=village, head_name="Phạm Thị Mến", address="Xóm 1")
    second = find_or_add_household(unit=village, head_name="Phạm Thị Mến", address="Xóm 2")
    assert first != second
    with refused(
        "Thôn Phạm Xá có nhiều hộ mà chủ hộ tên Phạm Thị Mến: hãy ghi thêm địa chỉ.",
        field="address",
    ):
        find_or_add_household(unit=village, head_name="Phạm Thị Mến")


def test_a_new_person_gets_the_post_and_a_known_one_is_found(village: Unit) -> None:
    person = add(village, " Trần  Thị Lụa ", title=" Trưởng  thôn")
    assert (person.full_name, person.folded_name) == ("Trần Thị Lụa", "tran thi lua")
    assert person.body == village.office
    assert [str(each) for each in person.positions.all()] == ["Trưởng thôn, Thôn Phạm Xá"]
    before = content()
    assert add(village, "Trần Thị Lụa", title="Trưởng thôn") == person
    assert content() == before


def test_people_of_another_commune_are_other_people(village: Unit) -> None:
    stranger = make_person(make_body("Ủy ban nhân dân xã Khác"), "Trần Thị Lụa")
    assert add(village, "Trần Thị Lụa") != stranger


def test_a_person_is_once_in_a_body(village: Unit) -> None:
    make_person(village.office, "Phạm Văn Đức", birth_date=BORN_1980)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_person(village.office, "Phạm Văn Đức", birth_date=BORN_1980)


def test_a_household_is_known_by_its_head_and_village(village: Unit) -> None:
    family = find_or_add_household(unit=village, head_name=" Phạm  Thị Mến ", address="Xóm 2")
    assert str(family) == "Gia đình ông (bà) Phạm Thị Mến"
    assert find_or_add_household(unit=village, head_name="Phạm Thị Mến") == family
    elsewhere = make_unit(village.office, "Thôn Kim Phương")
    assert find_or_add_household(unit=elsewhere, head_name="Phạm Thị Mến") != family
    assert Household.objects.count() == 2


@pytest.mark.parametrize(
    ("head", "sex", "name"),
    [
        ("Phạm Thị Mến", "", "Gia đình ông (bà) Phạm Thị Mến"),
        ("Phạm Thị Mến", "female", "Gia đình bà Phạm Thị Mến"),
        ("Hộ bà Phạm Thị Mến", "", "Gia đình bà Phạm Thị Mến"),
    ],
)
def test_a_households_name_is_completed(village: Unit, head: str, sex: str, name: str) -> None:
    recipient = recipient_for_household(make_household(village, "Phạm Thị Mến"))
    find_or_add_household(unit=village, head_name=head, sex=sex)
    recipient.refresh_from_db()
    assert recipient.name == name


def test_the_sex_of_a_head_is_not_overwritten(village: Unit) -> None:
    for sex in ("female", "male"):
        family = find_or_add_household(unit=village, head_name="Phạm Thị Mến", sex=sex)
        assert str(family) == "Gia đình bà Phạm Thị Mến"


@pytest.mark.parametrize(
    ("make", "kind", "name"),
    [
        (
            lambda unit: recipient_for_person(make_person(unit.office, "Phạm Văn Đức")),
            "individual",
            "Phạm Văn Đức",
        ),
        (recipient_for_unit, "collective", "Thôn Phạm Xá"),
        (
            lambda unit: recipient_for_household(make_household(unit, "Phạm Thị Mến")),
            "household",
            "Gia đình ông (bà) Phạm Thị Mến",
        ),
    ],
)
def test_whoever_is_honoured_is_one_recipient(
    village: Unit, make: Callable[[Unit], Recipient], kind: str, name: str
) -> None:
    recipient = make(village)
    assert (recipient.kind, recipient.name, recipient.body) == (kind, name, village.office)


def test_asking_again_gives_the_same_recipient(village: Unit) -> None:
    person, family = make_person(village.office, "Phạm Văn Đức"), make_household(village, "Mến")
    for _ in range(2):
        recipient_for_person(person)
        recipient_for_unit(village)
        recipient_for_household(family)
    assert Recipient.objects.count() == 3


def test_a_recipient_is_exactly_one_of_the_three(village: Unit) -> None:
    person = make_person(village.office, "Phạm Văn Đức")
    for wrong in ({"person": person, "unit": village}, {"unit": village}, {}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Recipient.objects.create(body=village.office, kind="individual", name="?", **wrong)
