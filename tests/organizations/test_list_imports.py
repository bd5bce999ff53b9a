"""Lists of people come in: refused first, then read, mended, confirmed once."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Any

import pytest
import xlsxwriter  # type: ignore[import-untyped]
from tests.factories.organizations import make_person

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.intake.errors import UnreadableFileError
from vinhdanh.intake.lists import HOUSEHOLDS, PEOPLE, write_list
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.models import AuditEvent
from vinhdanh.organizations.enums import ImportKind, ImportState, RowStatus
from vinhdanh.organizations.importing.people import PeopleLists
from vinhdanh.organizations.imports import NEW_ONE
from vinhdanh.organizations.models import Household, ImportRow, ListImport, Person, Position
from vinhdanh.organizations.queries.imports import (
    imports_for,
    left_out,
    of_same_unit,
    row_counts,
)
from vinhdanh.organizations.services import imports
from vinhdanh.organizations.services.import_mending import (
    choose_for_row,
    choose_places,
    correct_row,
    map_columns,
    skip_row,
)
from vinhdanh.organizations.services.imports import confirm_import, discard_import, upload_list
from vinhdanh.organizations.services.recipients import recipient_for_household
from vinhdanh.web.import_page import preview_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor

BORN = dt.date(1980, 5, 1)


def read(actor: Actor, *rows: dict[str, object]) -> ListImport:
    """Read a list of people in; every row is of thôn Phạm Xá unless it says otherwise."""
    data = write_list(PEOPLE, [{"unit": "Thôn Phạm Xá"} | row for row in rows])
    return upload_list(importer=actor, kind=ImportKind.PEOPLE, source_name="ds.xlsx", source=data)


def confirm(actor: Actor, listing: ListImport, **asked: bool) -> ListImport:
    listing.refresh_from_db()
    return confirm_import(
        importer=actor, listing=listing, expected_version=listing.version, **asked
    )


def refusal_of(act: Callable[[], object]) -> str:
    with pytest.raises(DomainError) as caught:
        act()
    return caught.value.message


def statuses(listing: ListImport) -> list[str]:
    return list(listing.rows.values_list("status", flat=True))


# --- refusals ---------------------------------------------------------------------------------


def test_a_file_that_is_no_list_leaves_nothing(commune: Commune) -> None:
    with pytest.raises(UnreadableFileError):
        upload_list(
            importer=commune.clerk, kind=ImportKind.PEOPLE, source_name="x.xlsx", source=b"x"
        )
    assert not ListImport.objects.exists()


def test_who_writes_about_nobody_reads_nobody_in(commune: Commune) -> None:
    with pytest.raises(NotAllowedError):
        read(commune.accountant, {"name": "Lê Văn Mới"})


def test_a_head_reads_in_people_of_the_own_unit_only(commune: Commune) -> None:
    listing = read(commune.other_head, {"name": "Lê Văn Mới"})
    assert statuses(listing) == [RowStatus.ERROR]
    assert "của đơn vị mình phụ trách" in listing.rows.get().told
    own = read(commune.other_head, {"name": "Lê Văn Mới", "unit": ""})
    assert statuses(own) == [RowStatus.NEW]


def test_a_unit_nobody_knows_is_an_error_of_its_row(commune: Commune) -> None:
    listing = read(commune.clerk, {"name": "Lê Văn Mới", "unit": "Thôn Không Có"})
    assert "Sổ chưa có đơn vị “Thôn Không Có”" in listing.rows.get().told
    told = refusal_of(lambda: confirm(commune.clerk, listing))
    assert told == "Không có dòng nào nhập được: hãy sửa các dòng có dấu “Cần sửa”."


def test_one_person_twice_in_a_list_enters_once(commune: Commune) -> None:
    listing = read(commune.clerk, {"name": "Lê Văn Mới"}, {"name": "Lê Văn Mới"})
    assert statuses(listing) == [RowStatus.NEW, RowStatus.ERROR]
    assert "Cùng một người với dòng 2" in listing.rows.last().told  # type: ignore[union-attr]


def test_confirming_twice_enters_once_and_tells_who_did_it(commune: Commune) -> None:
    listing = read(commune.clerk, {"name": "Lê Văn Mới"})
    seen = ListImport.objects.get(pk=listing.pk)
    confirm(commune.clerk, listing)
    told = refusal_of(
        lambda: confirm_import(importer=commune.clerk, listing=seen, expected_version=seen.version)
    )
    assert told.startswith("Danh sách này đã nhập: Nguyễn Thị Hạnh làm lúc")
    assert Person.objects.filter(full_name="Lê Văn Mới").count() == 1


def test_all_or_nothing_enters_nothing_where_one_row_is_wrong(commune: Commune) -> None:
    listing = read(commune.clerk, {"name": "Lê Văn Mới"}, {"name": "Lê Văn Sai", "unit": "Đâu"})
    told = refusal_of(lambda: confirm(commune.clerk, listing, is_all_or_nothing=True))
    assert told.startswith("Còn 1 dòng cần sửa (dòng đầu: 3)")
    assert not Person.objects.filter(full_name="Lê Văn Mới").exists()


def test_a_crash_in_the_middle_leaves_nothing_half(
    commune: Commune, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing = read(commune.clerk, {"name": "Lê Văn Mới"})

    def die(**_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(imports, "record", die)
    with pytest.raises(RuntimeError):
        confirm(commune.clerk, listing)
    listing.refresh_from_db()
    assert listing.state == ImportState.PREVIEWED
    assert not listing.rows.filter(is_entered=True).exists()
    assert not Person.objects.filter(full_name="Lê Văn Mới").exists()


def test_a_discarded_list_is_over(commune: Commune) -> None:
    listing = read(commune.clerk, {"name": "Lê Văn Mới"})
    discard_import(importer=commune.clerk, listing=listing)
    assert "Danh sách này đã bỏ" in refusal_of(lambda: confirm(commune.clerk, listing))


# --- who is meant -----------------------------------------------------------------------------


def test_a_name_known_elsewhere_is_asked_about(commune: Commune) -> None:
    there = make_person(commune.body, "Lê Văn Bền", post="Tổ viên", unit=commune.other_village)
    listing = read(commune.clerk, {"name": "Lê Văn Bền"})
    row = listing.rows.get()
    assert (row.status, row.asked) == (RowStatus.ERROR, "Lê Văn Bền")
    choose_for_row(importer=commune.clerk, row=row, name="Lê Văn Bền", choice=NEW_ONE)
    row.refresh_from_db()
    assert "ghi ngày sinh để phân biệt" in row.told
    choose_for_row(importer=commune.clerk, row=row, name="Lê Văn Bền", choice=str(there.pk))
    row.refresh_from_db()
    assert (row.status, row.target) == (RowStatus.MATCH, there.pk)
    confirm(commune.clerk, listing)
    assert Position.objects.filter(person=there, unit=commune.village).exists()


def test_the_one_of_the_unit_is_meant_and_only_what_was_empty_is_filled(commune: Commune) -> None:
    here = make_person(commune.body, "Lê Văn Bền", post="Tổ viên", unit=commune.village)
    Person.objects.filter(pk=here.pk).update(sex="female")
    listing = read(commune.clerk, {"name": "Lê Văn Bền", "birth_date": BORN, "sex": "male"})
    assert listing.rows.get().target == here.pk
    done = confirm(commune.clerk, listing)
    here.refresh_from_db()
    assert (here.birth_date, here.sex) == (BORN, "female")
    assert done.counts == {"entered": 1, "matched": 1, "new": 0, "left": 0, "skipped": 0}


def test_a_list_of_households_tells_the_sex_of_heads_and_fills_it_where_it_was_empty(
    commune: Commune,
) -> None:
    head, recipient = commune.family.head_name, recipient_for_household(commune.family)
    rows: list[dict[str, object]] = [
        {"head_name": f"Hộ bà {head}", "address": commune.family.address},
        {"head_name": "Lê Văn Tư", "sex": "male"},
        {"head_name": "Gia đình ông (bà) Lê Văn Sáu"},
    ]
    data = write_list(HOUSEHOLDS, [{"unit": "Thôn Phạm Xá"} | row for row in rows])
    kind = ImportKind.HOUSEHOLDS
    listing = upload_list(importer=commune.clerk, kind=kind, source_name="ho.xlsx", source=data)
    assert listing.rows.get(number=2).told.endswith("ghi thêm giới tính chủ hộ.")
    confirm(commune.clerk, listing)
    recipient.refresh_from_db()
    assert recipient.name == f"Gia đình bà {head}"
    made = Household.objects.filter(unit=commune.village, head_name__startswith="Lê Văn")
    assert {str(each) for each in made} == {
        "Gia đình ông Lê Văn Tư", "Gia đình ông (bà) Lê Văn Sáu",
    }  # fmt: skip
    again = upload_list(importer=commune.clerk, kind=kind, source_name="ho.xlsx", source=data)
    assert all("không thêm nữa" in row.told for row in again.rows.all())


def test_a_birth_date_tells_two_of_a_name_apart(commune: Commune) -> None:
    person = make_person(commune.body, "Lê Văn Bền", post="Tổ viên", unit=commune.village)
    Person.objects.filter(pk=person.pk).update(birth_date=BORN)
    listing = read(
        commune.clerk,
        {"name": "Lê Văn Bền", "birth_date": BORN},
        {"name": "Lê Văn Bền", "birth_date": dt.date(1990, 1, 1), "unit": "Thôn Kim Phương"},
    )
    assert statuses(listing) == [RowStatus.MATCH, RowStatus.WARNING]
    assert listing.rows.get(number=3).told.endswith(
        "Sổ đã có người cùng tên, sinh 01/05/1980: hãy kiểm tra ngày sinh nếu là một người."
    )


@pytest.mark.parametrize("born", [{"birth_date": dt.date(1982, 3, 12)}, {"birth_year": 1982}])
def test_another_birth_date_in_the_same_unit_is_asked_about(
    commune: Commune, born: dict[str, object]
) -> None:
    known = make_person(
        commune.body, "Lê Văn Bền", post="Tổ viên", unit=commune.village, birth_date=BORN
    )
    listing = read(commune.clerk, {"name": "Lê Văn Bền", **born})
    row = listing.rows.get()
    assert (row.status, row.asked) == (RowStatus.ERROR, "Lê Văn Bền")
    assert "đã có Lê Văn Bền sinh 01/05/1980, dòng này ghi" in row.told
    [shown] = preview_rows(commune.clerk, listing, [row])
    [candidate] = shown.candidates
    assert (candidate.pk, candidate.is_same_name) == (known.pk, True)
    choose_for_row(importer=commune.clerk, row=row, name="Lê Văn Bền", choice=NEW_ONE)
    row.refresh_from_db()
    assert row.status == RowStatus.NEW


# --- mending and entering ---------------------------------------------------------------------


def test_good_rows_enter_and_the_rest_stays_to_be_mended(commune: Commune) -> None:
    listing = read(
        commune.clerk,
        {"name": "Lê Văn Mới", "birth_date": BORN, "sex": "male", "position": "Tổ trưởng"},
        {"name": "Lê Văn Sai", "unit": "Đâu"},
        {"name": "Lê Văn Thôi"},
    )
    skip_row(importer=commune.clerk, row=listing.rows.get(number=4), is_skipped=True)
    before = AuditEvent.objects.count()
    done = confirm(commune.clerk, listing)
    assert AuditEvent.objects.count() == before + 1
    assert [row.number for row in left_out(done)] == [3, 4]
    person = Person.objects.get(full_name="Lê Văn Mới")
    assert (person.birth_date, person.sex, person.folded_name) == (BORN, "male", "le van moi")
    assert str(person.positions.get()) == "Tổ trưởng, Thôn Phạm Xá"


def test_a_cell_is_mended_in_its_row(commune: Commune) -> None:
    listing = read(commune.clerk, {"name": "Lê Văn Sai", "unit": "Đâu"})
    row = correct_row(
        importer=commune.clerk,
        row=listing.rows.get(),
        cells={"name": "Lê Văn Đúng", "unit": "Thôn Phạm Xá", "birth_date": "01/05/1980"},
    )
    assert (row.status, row.values["name"]) == (RowStatus.NEW, "Lê Văn Đúng")
    confirm(commune.clerk, listing)
    assert Person.objects.get(full_name="Lê Văn Đúng").birth_date == BORN


def test_mending_a_row_looks_over_only_what_hangs_together_with_it(
    commune: Commune, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing = read(
        commune.clerk, {"name": "Lê Văn Mới"}, {"name": "Lê Văn Mới"}, {"name": "Lê Văn Khác"}
    )
    assert "trùng họ và tên" in str(listing.rows.get(number=3).remarks)
    seen = []
    review = PeopleLists.review

    def watched(self: PeopleLists, *args: Any) -> None:
        seen.append([row.number for row in args[2]])
        review(self, *args)

    monkeypatch.setattr(PeopleLists, "review", watched)
    cells = {"name": "Lê Văn Đổi", "unit": "Thôn Phạm Xá"}
    correct_row(importer=commune.clerk, row=listing.rows.get(number=2), cells=cells)
    assert seen == [[2, 3]]
    assert statuses(listing) == [RowStatus.NEW] * 3
    assert listing.rows.get(number=3).remarks == []


def test_a_units_name_is_mended_in_every_row_that_wrote_it(commune: Commune) -> None:
    rows: list[dict[str, object]] = [
        {"name": f"Lê Văn {name}", "unit": "Đâu"} for name in ("Một", "Hai", "Ba")
    ]
    listing = read(commune.clerk, *rows, {"name": "Lê Văn Khác", "unit": "Đấy"})
    one, left = listing.rows.get(number=2), listing.rows.get(number=4)
    skip_row(importer=commune.clerk, row=left, is_skipped=True)
    assert [row.number for row in of_same_unit(one)] == [3]
    cells = {"name": "Lê Văn Một", "unit": "Thôn Phạm Xá"}
    correct_row(importer=commune.clerk, row=one, cells=cells, is_unit_for_all=True)
    assert statuses(listing) == [RowStatus.NEW, RowStatus.NEW, RowStatus.ERROR, RowStatus.ERROR]
    assert listing.rows.get(number=3).values["name"] == "Lê Văn Hai"
    assert [row.values["unit"] for row in listing.rows.filter(number__gt=3)] == ["Đâu", "Đấy"]


def test_rows_that_name_no_unit_are_not_alike(commune: Commune) -> None:
    listing = read(commune.clerk, {"name": "Lê Văn Một"}, {"name": "Lê Văn Hai"})
    ImportRow.objects.update(values={"name": "Lê Văn Một"})
    assert not of_same_unit(listing.rows.get(number=2)).exists()


def test_leaving_out_the_first_frees_the_second(commune: Commune) -> None:
    listing = read(commune.clerk, {"name": "Lê Văn Mới"}, {"name": "Lê Văn Mới"})
    skip_row(importer=commune.clerk, row=listing.rows.get(number=2), is_skipped=True)
    assert listing.rows.get(number=3).status == RowStatus.NEW
    skip_row(importer=commune.clerk, row=listing.rows.get(number=2), is_skipped=False)
    assert listing.rows.get(number=3).status == RowStatus.ERROR


def test_another_sheet_is_read_where_it_is_asked_for(commune: Commune) -> None:
    data = two_sheets()
    listing = upload_list(
        importer=commune.clerk, kind=ImportKind.PEOPLE, source_name="ds.xlsx", source=data
    )
    assert (listing.places, listing.other_places) == (
        ["Trang tính “Cán bộ”"],
        ["Trang tính “Nhân dân”", "Trang tính “Ghi chú”"],
    )

    def choose(*places: str) -> ListImport:
        return choose_places(
            importer=commune.clerk,
            listing=listing,
            places=places,
            expected_version=listing.version,
        )

    told = refusal_of(lambda: choose("Trang tính “Ghi chú”"))
    assert told.startswith("Trang tính “Ghi chú” không có bảng nào đọc được")
    listing = choose("Trang tính “Nhân dân”")
    assert [row.values["name"] for row in listing.rows.all()] == ["Lê Văn Hai"]
    map_columns(
        importer=commune.clerk,
        listing=listing,
        mapping=listing.mapping,
        expected_version=listing.version,
    )
    assert [row.values["name"] for row in listing.rows.all()] == ["Lê Văn Hai"]


def two_sheets() -> bytes:
    """Return a workbook with a full list, a shorter one, and notes."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    heads = ("STT", "Họ và tên", "Đơn vị", "Giới tính", "Chức vụ", "Ngày sinh")
    for sheet, head, row in (
        ("Cán bộ", heads, ("1", "Lê Văn Một", "Thôn Phạm Xá", "Nam", "Tổ viên", "01/05/1980")),
        ("Nhân dân", heads[:2], ("1", "Lê Văn Hai")),
        ("Ghi chú", ("Lưu ý",), ("Nộp trước ngày 30",)),
    ):
        page = book.add_worksheet(sheet)
        page.write_row(0, 0, head)
        page.write_row(1, 0, row)
    book.close()
    return stream.getvalue()


def test_columns_are_named_by_hand(commune: Commune) -> None:
    listing = read(commune.clerk, {"name": "Lê Văn Mới", "position": "Tổ trưởng"})
    mapping = listing.mapping | {"Chức vụ": ""}
    map_columns(
        importer=commune.clerk, listing=listing, mapping=mapping, expected_version=listing.version
    )
    assert "position" not in listing.rows.get().values


def test_heads_see_their_own_lists_and_the_office_all(commune: Commune) -> None:
    listing = read(commune.village_head, {"name": "Lê Văn Mới"})
    assert list(imports_for(commune.clerk)) == [listing]
    assert list(imports_for(commune.village_head)) == [listing]
    assert not imports_for(commune.other_head)
    assert not imports_for(commune.outsider)
    assert row_counts(listing)["ready"] == 1
