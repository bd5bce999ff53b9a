"""Lists of initiatives: refused first, then entered, then out and in again unchanged."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from tests.factories.organizations import make_person
from tests.organizations.lists import confirm, read, refusals

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.intake.lists import Author
from vinhdanh.kernel import clock
from vinhdanh.organizations.enums import ImportKind, InitiativeKind, Reach, RowStatus
from vinhdanh.organizations.exporting import initiative_rows
from vinhdanh.organizations.models import Initiative, InitiativeAuthor, Person
from vinhdanh.organizations.queries.initiatives import initiatives_for
from vinhdanh.organizations.services.import_mending import (
    choose_for_row,
    correct_row,
    set_details,
    skip_row,
)

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

    from vinhdanh.organizations.models import ListImport

KIND = ImportKind.INITIATIVES
DAY = dt.date(2024, 3, 1)
ROW = {
    "title": "Tưới rau bằng nước mưa",
    "authors": (Author("Phạm Văn Đức"),),
    "unit": "Thôn Phạm Xá",
    "recognised_by": "12/QĐ-UBND",
    "recognised_on": DAY,
}


def by(*shares: tuple[str, int | str | None]) -> dict[str, object]:
    named = [Author(name, None if part is None else Decimal(part)) for name, part in shares]
    return ROW | {"authors": tuple(named)}


def test_who_writes_no_initiatives_reads_none_in(commune: Commune) -> None:
    with pytest.raises(NotAllowedError):
        read(commune.accountant, KIND, ROW)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (ROW | {"authors": ()}, "Chưa ghi tác giả"),
        (ROW | {"recognised_on": None}, "Chưa biết số, ngày văn bản công nhận"),
        (ROW | {"recognised_on": dt.date(2024, 6, 25)}, "Ngày công nhận 25/06/2024 chưa tới"),
        (ROW | {"title": "a" * 301}, "Tên sáng kiến dài 301 ký tự, quá mức 300 ký tự"),
        (ROW | {"unit": "Thôn Không Có"}, "Sổ chưa có đơn vị “Thôn Không Có”"),
        (by(("Phạm Văn Đức", 60), ("Phạm Văn Tín", 60)), "Tổng tỷ lệ đóng góp là 120%"),
        (by(("Phạm Văn Đức", 60), ("Phạm Văn Tín", None)), "Chưa ghi tỷ lệ đóng góp của Phạm Văn"),
        (by(("Phạm Văn Đức", "33.3"), ("Phạm Văn Tín", 50)), "phải là số tròn từ 1 đến 100"),
        (by(("Phạm Văn Đức", 50), ("Phạm Văn Đức", 50)), "đứng tên hai lần"),
    ],
)
def test_what_cannot_be_is_said_at_its_row(
    commune: Commune, row: dict[str, object], sentence: str
) -> None:
    (told,) = refusals(read(commune.clerk, KIND, row))
    assert sentence in told


def test_an_author_whose_name_is_known_elsewhere_is_to_be_looked_at(commune: Commune) -> None:
    row = ROW | {"unit": "Thôn Kim Phương", "birth_year": 1970}
    told = read(commune.clerk, KIND, row).rows.get()
    assert told.status == RowStatus.WARNING
    assert "Phạm Văn Đức: Sổ đã có người cùng tên, sinh 01/05/1980: hãy kiểm tra" in told.told


def test_a_head_reads_in_the_own_unit_only(commune: Commune) -> None:
    assert "của đơn vị mình phụ trách" in refusals(read(commune.other_head, KIND, ROW))[0]
    assert not refusals(read(commune.village_head, KIND, ROW))


def test_rows_of_one_initiative_enter_together_or_not_at_all(commune: Commune) -> None:
    second = ROW | {"authors": (Author("Phạm Văn Tín", Decimal(40)),), "unit": "Đâu"}
    listing = read(commune.clerk, KIND, by(("Phạm Văn Đức", 60)), second)
    assert "Dòng 3 cùng sáng kiến này chưa nhập được" in refusals(listing)[0]
    wrong = listing.rows.get(number=3)
    cells = {
        "title": "Tưới rau bằng nước mưa",
        "authors": "Phạm Văn Tín 40%",
        "unit": "Thôn Phạm Xá",
        "recognised_by": "12/QĐ-UBND",
        "recognised_on": "01/03/2024",
    }
    correct_row(importer=commune.clerk, row=wrong, cells=cells)
    assert not refusals(listing)
    confirm(commune.clerk, listing)
    made = Initiative.objects.get()
    assert [str(each) for each in made.shares.all()] == ["Phạm Văn Đức (60%)", "Phạm Văn Tín (40%)"]


def test_each_author_of_a_known_name_is_asked_about(commune: Commune) -> None:
    there = make_person(commune.body, "Lê Văn Bền", post="Tổ viên", unit=commune.other_village)
    listing = read(commune.clerk, KIND, by(("Phạm Văn Đức", 50), ("Lê Văn Bền", 50)))
    row = listing.rows.get()
    assert (row.status, row.asked) == (RowStatus.ERROR, "Lê Văn Bền")
    choose_for_row(importer=commune.clerk, row=row, name=row.asked, choice=str(there.pk))
    assert not refusals(listing)
    confirm(commune.clerk, listing)
    assert set(InitiativeAuthor.objects.values_list("person", flat=True)) == {
        there.pk,
        commune.farmer.pk,
    }


def test_less_than_the_whole_and_somebody_new_are_to_be_looked_at(commune: Commune) -> None:
    listing = read(commune.clerk, KIND, by(("Lê Văn Mới", 60)))
    row = listing.rows.get()
    assert row.status == RowStatus.WARNING
    assert row.told == (
        "Thêm sáng kiến, phạm vi cơ sở: Lê Văn Mới 60%; thêm Lê Văn Mới vào sổ; tỷ lệ mới cộng lại"
        " 60%."
    )
    confirm(commune.clerk, listing)
    assert Person.objects.get(full_name="Lê Văn Mới").positions.get().unit == commune.village


def test_what_the_records_know_otherwise_is_not_overwritten(commune: Commune) -> None:
    confirm(commune.clerk, read(commune.clerk, KIND, ROW))
    (told,) = refusals(read(commune.clerk, KIND, ROW | {"scope": Reach.PROVINCE}))
    assert told.startswith("Sổ đã có sáng kiến này nhưng khác phạm vi")


def test_the_paper_is_said_once_for_the_whole_list(commune: Commune) -> None:
    listing = read(commune.clerk, KIND, ROW | {"recognised_by": "", "recognised_on": None})
    assert refusals(listing)
    set_details(
        importer=commune.clerk,
        listing=listing,
        details={"number": "9/QĐ-UBND", "issued_on": DAY.isoformat()},
        expected_version=listing.version,
    )
    assert not refusals(listing)


def test_leaving_a_row_out_leaves_its_author_out(commune: Commune) -> None:
    second = ROW | {"authors": (Author("Phạm Văn Tín", Decimal(60)),)}
    listing = read(commune.clerk, KIND, by(("Phạm Văn Đức", 60)), second)
    assert len(refusals(listing)) == 2
    skip_row(importer=commune.clerk, row=listing.rows.get(number=3), is_skipped=True)
    assert listing.rows.get(number=2).status == RowStatus.WARNING


def unchanged(listing: ListImport) -> bool:
    return set(listing.rows.values_list("status", "told")) == {
        (RowStatus.MATCH, "Đã có trong sổ, không có gì mới.")
    }


def test_what_goes_out_comes_back_unchanged(commune: Commune) -> None:
    twin = make_person(commune.body, "Phạm Văn Đức", post="Xã viên", unit=commune.other_village)
    made = Initiative.objects.create(
        body=commune.body, title="Máy gặt nhỏ; chạy điện", kind=InitiativeKind.RESEARCH,
        scope=Reach.PROVINCE, recognised_by="12/QĐ-UBND", recognised_on=DAY,
    )  # fmt: skip
    for person, part in ((commune.farmer, 55), (twin, 30)):
        InitiativeAuthor.objects.create(initiative=made, person=person, share_percent=part)
    out = list(initiative_rows(initiatives_for(commune.clerk), as_of=clock.today()))
    assert len(out) == 2
    listing = read(commune.clerk, KIND, *out)
    assert unchanged(listing)
    confirm(commune.clerk, listing)
    assert Initiative.objects.count() == 1
