"""Lists of yearly gradings: refused first, then entered, then out and in again unchanged."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from tests.factories.organizations import make_person
from tests.organizations.lists import confirm, read, refusals

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.intake.lists import YEAR_RECORDS, write_list
from vinhdanh.kernel import clock
from vinhdanh.organizations.enums import Completion, ImportKind, RowStatus
from vinhdanh.organizations.exporting import year_rows
from vinhdanh.organizations.models import Person, YearRecord
from vinhdanh.organizations.queries.years import year_records_for
from vinhdanh.organizations.services.imports import upload_list
from vinhdanh.organizations.services.recipients import recipient_for_person, recipient_for_unit

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.organizations.models import ListImport

KIND = ImportKind.YEAR_RECORDS
FARMER = {"name": "Phạm Văn Đức", "kind": "individual", "unit": "Thôn Phạm Xá", "year": 2023}
VILLAGE = {"name": "Thôn Phạm Xá", "kind": "collective", "year": 2023}


def statuses(listing: ListImport) -> list[str]:
    return list(listing.rows.values_list("status", flat=True))


def test_who_writes_no_years_reads_none_in(commune: Commune) -> None:
    with pytest.raises(NotAllowedError):
        read(commune.accountant, KIND, FARMER)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"year": None, "completion": Completion.GOOD}, "Chưa biết năm nào"),
        ({"year": 2025, "completion": Completion.GOOD}, "Năm 2025 chưa tới"),
        ({}, "Dòng này không có số liệu nào của năm"),
        ({"discipline": "Khiển trách"}, "của cá nhân cần ngày bắt đầu"),
        (VILLAGE | {"discipline": "Bị phạt"}, "Không hiểu kỷ luật “Bị phạt”"),
        (VILLAGE | {"members": 40_000}, "40000 người là quá nhiều"),
        (
            {"maternity_months": Decimal(2)},
            "có số tháng nghỉ thai sản mà không có số tháng nghỉ",
        ),
    ],
)
def test_what_cannot_be_is_said_at_its_row(
    commune: Commune, changes: dict[str, object], sentence: str
) -> None:
    assert sentence in refusals(read(commune.clerk, KIND, FARMER | changes))[0]


def test_what_the_records_know_otherwise_is_not_overwritten(commune: Commune) -> None:
    known = YearRecord.objects.create(
        recipient=recipient_for_person(commune.farmer), year=2023, completion=Completion.GOOD
    )
    listing = read(commune.clerk, KIND, FARMER | {"completion": Completion.EXCELLENT})
    (told,) = refusals(listing)
    assert told.startswith("Sổ đã ghi năm 2023 khác với dòng này (mức độ hoàn thành nhiệm vụ)")
    listing = read(commune.clerk, KIND, FARMER | {"absent_months": Decimal("1.5")})
    assert listing.rows.get().told == "Đã có năm 2023; chỉ ghi thêm chỗ còn trống."
    confirm(commune.clerk, listing)
    known.refresh_from_db()
    assert (known.completion, known.absent_months) == (Completion.GOOD, Decimal("1.5"))


def test_counts_are_held_against_the_members_the_records_know(commune: Commune) -> None:
    whole = recipient_for_unit(commune.village)
    YearRecord.objects.create(recipient=whole, year=2023, members=10)
    (told,) = refusals(read(commune.clerk, KIND, VILLAGE | {"members_completing": 11}))
    assert "nhiều hơn tổng số thành viên" in told


def test_one_year_of_one_person_enters_once(commune: Commune) -> None:
    row = FARMER | {"completion": Completion.GOOD}
    assert refusals(read(commune.clerk, KIND, row, row)) == [
        "Trùng người và năm với dòng 2: hãy để lại một dòng."
    ]


def test_a_head_reads_in_the_own_unit_only(commune: Commune) -> None:
    row = FARMER | {"completion": Completion.GOOD}
    assert statuses(read(commune.village_head, KIND, row)) == [RowStatus.NEW]
    assert "của đơn vị mình phụ trách" in refusals(read(commune.other_head, KIND, row))[0]
    assert (
        "của đơn vị mình phụ trách"
        in refusals(read(commune.other_head, KIND, VILLAGE | {"members": 5}))[0]
    )


def test_somebody_unknown_is_asked_to_be_looked_at_and_added(commune: Commune) -> None:
    row = {**FARMER, "name": "Lê Văn Mới", "completion": Completion.DONE}
    listing = read(commune.clerk, KIND, row)
    assert statuses(listing) == [RowStatus.WARNING]
    confirm(commune.clerk, listing)
    person = Person.objects.get(full_name="Lê Văn Mới")
    assert person.recipient.years.get().completion == Completion.DONE


def test_the_year_is_said_once_for_the_whole_list(commune: Commune) -> None:
    row = FARMER | {"year": None, "completion": Completion.GOOD}
    listing = upload_list(
        importer=commune.clerk,
        kind=KIND,
        source_name="ds.xlsx",
        source=write_list(YEAR_RECORDS, [row]),
        details={"year": 2022},
    )
    confirm(commune.clerk, listing)
    assert YearRecord.objects.get().year == 2022


def test_what_goes_out_comes_back_unchanged(commune: Commune) -> None:
    twin = make_person(commune.body, "Phạm Văn Đức", post="Xã viên", unit=commune.other_village)
    for person, months in ((commune.farmer, Decimal("1.5")), (twin, None)):
        YearRecord.objects.create(
            recipient=recipient_for_person(person),
            year=2023,
            completion=Completion.GOOD,
            absent_months=months,
            maternity_months=1 if months else 0,
        )
    YearRecord.objects.create(
        recipient=recipient_for_unit(commune.village), year=2023, members=30,
        members_completing=30, members_advanced=20, worst_discipline="khien-trach",
    )  # fmt: skip
    YearRecord.objects.create(
        recipient=recipient_for_unit(commune.women), year=2023, worst_discipline="none"
    )
    before = list(YearRecord.objects.order_by("pk").values())
    out = list(year_rows(year_records_for(commune.clerk), as_of=clock.today()))
    listing = read(commune.clerk, KIND, *out)
    assert set(listing.rows.values_list("status", "told")) == {
        (RowStatus.MATCH, "Đã có năm 2023, không có gì mới.")
    }
    confirm(commune.clerk, listing)
    assert list(YearRecord.objects.order_by("pk").values()) == before
