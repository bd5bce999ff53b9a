"""Nominations come in from a file, into a list that is still being written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.scenarios.commune import sent

from vinhdanh.intake.lists import NOMINATIONS, write_list
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.nominations.enums import CommendationKind
from vinhdanh.nominations.exporting import nomination_rows
from vinhdanh.nominations.services.submissions import open_submission
from vinhdanh.organizations.enums import ImportKind, RowStatus
from vinhdanh.organizations.models import Household, Person
from vinhdanh.organizations.services.imports import confirm_import, upload_list

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.nominations.models import Submission
    from vinhdanh.organizations.models import ListImport

ROW = {
    "name": "Lê Văn Mới",
    "kind": "individual",
    "form": "Giấy khen",
    "achievement": "đã vớt rác ở kênh.",
    "period": "6 tháng đầu năm 2024",
}


@pytest.fixture
def submission(commune: Commune) -> Submission:
    return open_submission(
        actor=commune.village_head,
        unit=commune.village,
        year=2024,
        kind=CommendationKind.MERIT,
        title="Khen thưởng 6 tháng",
    )


def read(actor: Actor, submission: Submission, *rows: Mapping[str, object]) -> ListImport:
    return upload_list(
        importer=actor,
        kind=ImportKind.NOMINATIONS,
        source_name="ds.xlsx",
        source=write_list(NOMINATIONS, rows),
        subject=submission.pk,
    )


def enter(actor: Actor, listing: ListImport) -> ListImport:
    return confirm_import(importer=actor, listing=listing, expected_version=listing.version)


def test_only_who_heads_the_unit_reads_in_and_only_before_sending(
    commune: Commune, submission: Submission
) -> None:
    with pytest.raises(DomainError, match="không phụ trách"):
        read(commune.other_head, submission, ROW)
    with pytest.raises(DomainError, match="Danh sách đã gửi"):
        read(commune.village_head, sent(commune), ROW)


def test_what_is_missing_is_told_in_its_row(commune: Commune, submission: Submission) -> None:
    listing = read(
        commune.village_head,
        submission,
        ROW | {"form": "", "title": ""},
        ROW | {"achievement": ""},
        ROW | {"name": "Thôn Xa Lạ", "kind": "collective"},
        ROW | {"form": "", "title": "Tập thể lao động tiên tiến"},
        ROW,
        ROW,
    )
    told = list(listing.rows.values_list("status", "told"))
    assert [status for status, _ in told] == [*["error"] * 4, "warning", "error"]
    assert "Chưa ghi danh hiệu" in told[0][1]
    assert "Chưa ghi thành tích" in told[1][1]
    assert "Sổ chưa có đơn vị “Thôn Xa Lạ”" in told[2][1]
    assert "không có trong quy định áp dụng cho cá nhân" in told[3][1]
    assert "Trùng đề nghị với dòng 6" in told[5][1]


def test_rows_become_nominations_of_old_and_new_recipients(
    commune: Commune, submission: Submission
) -> None:
    listing = read(
        commune.village_head,
        submission,
        ROW,
        ROW | {"name": "Phạm Văn Đức"},
        ROW | {"name": "Thôn Phạm Xá", "kind": "collective"},
        ROW | {"name": "Lê Thị Gái", "kind": "household", "form": "", "title": "Gia đình văn hóa"},
    )
    assert [row.status for row in listing.rows.all()] == ["new", "match", "match", "new"]
    enter(commune.village_head, listing)
    found = list(submission.nominations.order_by("order"))
    assert [each.honour for each in found] == [
        "giay-khen-ca-nhan", "giay-khen-ca-nhan", "giay-khen-tap-the", "gia-dinh-van-hoa",
    ]  # fmt: skip
    assert found[0].achievement == "Đã vớt rác ở kênh"
    assert found[0].assessments.exists()
    assert found[1].recipient.person == commune.farmer
    assert Person.objects.get(full_name="Lê Văn Mới").positions.get().unit == commune.village
    assert Household.objects.get(head_name="Lê Thị Gái").unit == commune.village


def test_what_goes_out_comes_back_and_is_known(commune: Commune, submission: Submission) -> None:
    enter(commune.village_head, read(commune.village_head, submission, ROW))
    rows = list(nomination_rows(submission, as_of=clock.today()))
    again = read(commune.village_head, submission, *rows)
    assert "đã được đề nghị Giấy khen" in again.rows.get().told


def test_a_household_is_known_by_its_head_however_the_list_writes_it(
    commune: Commune, submission: Submission
) -> None:
    head = commune.family.head_name
    row = {**ROW, "name": f"Hộ ông {head}", "kind": "household", "unit": "Thôn Phạm Xá"}
    row |= {"title": "Gia đình văn hóa", "form": "", "address": "thôn Phạm Xá"}
    fresh = {**row, "name": "Gia đình ông (bà) Đặng Văn Hiếu"}
    listing = read(commune.village_head, submission, row, fresh)
    known, new = listing.rows.all()
    assert (known.target, new.target) == (commune.family.pk, None), (known.told, new.told)
    enter(commune.village_head, listing)
    made = Household.objects.get(head_name="Đặng Văn Hiếu")
    assert (str(made), made.address) == ("Gia đình ông (bà) Đặng Văn Hiếu", "")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"achievement": "Hiến đất"}, "hãy viết một câu bắt đầu bằng “Đã…”"),
        ({"achievement": "đã hiến đất"}, "hãy viết một câu bắt đầu bằng “Đã…”"),
        ({"form": "Giấy khen hạng nhất"}, "“Giấy khen hạng nhất” được hiểu là Giấy khen của"),
        ({"form": "Giấy khen của Chủ tịch UBND xã"}, ""),
        ({"form": "Bằng khen UBND tỉnh"}, ""),
    ],
)
def test_an_odd_sentence_or_honour_is_doubted(
    commune: Commune, submission: Submission, said: dict[str, str], told: str
) -> None:
    row = read(commune.village_head, submission, {**ROW, **said}).rows.get()
    assert told in row.told
    assert row.status == (RowStatus.WARNING if told else RowStatus.NEW)
