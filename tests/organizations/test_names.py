"""Lists of people are sorted by given name, in the database too."""

from __future__ import annotations

from tests.factories.organizations import make_body

from vinhdanh.organizations.models import Person
from vinhdanh.organizations.names import name_order

SORTED = [
    "Trần Thị An",
    "Lê Văn Ân",
    "Nguyễn Văn Đa",
    "Nguyễn Văn Đà",
    "Nguyễn Văn Đạt",
    "Bùi Thị Lụa",
    "Trần Thị Lụa",
    "Phạm Văn Ước",
]


def test_names_sort_by_given_name_then_tone() -> None:
    assert sorted(set(SORTED), key=name_order) == SORTED


def test_rows_saved_in_bulk_are_sorted_too(db: None) -> None:
    body = make_body()
    Person.objects.bulk_create(
        Person(body=body, full_name=name, folded_name=name) for name in reversed(SORTED)
    )
    found = body.people.order_by("name_order").values_list("full_name", flat=True)
    assert list(found) == SORTED


def test_what_is_no_letter_stands_before_letters() -> None:
    assert name_order("Lê Văn 2") < name_order("Lê Văn A")
