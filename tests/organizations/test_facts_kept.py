"""Year tables, initiatives and their authors, and who is meant by a name."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.organizations import make_person
from tests.scenarios.commune import decided, person_of, village_rows, written
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.nominations.models import Assessment
from vinhdanh.organizations.models import Initiative, Position, YearRecord
from vinhdanh.organizations.queries.candidates import Wanted, candidates, candidates_of_many
from vinhdanh.organizations.queries.initiatives import alike, initiatives_for, similar, titled
from vinhdanh.organizations.queries.years import members_in, year_by_unit, years_of
from vinhdanh.organizations.services.initiatives import (
    InitiativeFacts,
    Share,
    correct_initiative,
    register_initiative,
    remove_initiative,
)
from vinhdanh.organizations.services.years import Grading, RowProblem, YearRow, keep_member_years

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

TODAY = dt.date(2024, 6, 24)
GOOD = Grading("hoan-thanh-tot", Decimal(0))


# --- the year of a unit -----------------------------------------------------------------------


def test_a_year_to_come_and_another_unit_are_refused(commune: Commune) -> None:
    with refused("Năm 2025 chưa tới: hãy chọn năm nay hoặc năm trước."):
        keep_member_years(keeper=commune.clerk, unit=commune.village, year=2025, rows=[])
    with pytest.raises(NotAllowedError):
        keep_member_years(keeper=commune.other_head, unit=commune.village, year=2024, rows=[])


def test_a_wrong_line_never_holds_up_a_right_one(commune: Commune) -> None:
    head = person_of(commune.village_head)
    rows = [
        YearRow(commune.farmer, GOOD),
        YearRow(head, Grading("hoan-thanh", Decimal(1), Decimal(2))),
        YearRow(person_of(commune.chair), Grading()),
    ]
    kept, problems = keep_member_years(
        keeper=commune.village_head, unit=commune.village, year=2023, rows=rows
    )
    assert kept == 1
    assert problems == {
        head.pk: RowProblem(
            "maternity_months",
            "Số tháng nghỉ thai sản nhiều hơn tổng số tháng nghỉ: hãy ghi cả thai sản vào số tháng"
            " nghỉ.",
        )
    }
    assert years_of([commune.farmer, head], 2023).keys() == {commune.farmer.pk}


def test_what_somebody_else_wrote_meanwhile_is_not_overwritten(commune: Commune) -> None:
    def keep(row: YearRow) -> dict[int, RowProblem]:
        return keep_member_years(keeper=commune.clerk, unit=commune.village, year=2023, rows=[row])[
            1
        ]

    assert keep(YearRow(commune.farmer, GOOD)) == {}
    found = keep(YearRow(commune.farmer, Grading("hoan-thanh")))
    assert found[commune.farmer.pk].message == (
        "Người khác vừa ghi “hoàn thành tốt nhiệm vụ, nghỉ 0 tháng”: hãy xem lại rồi lưu."
    )
    assert keep(YearRow(commune.farmer, Grading("hoan-thanh"), seen=GOOD)) == {}
    assert YearRecord.objects.get().completion == "hoan-thanh"


def test_the_law_is_asked_anew_when_a_year_changes(commune: Commune) -> None:
    written(commune, rows=village_rows(commune)[:1])
    before = Assessment.objects.count()
    rows = [YearRow(commune.farmer, GOOD)]
    keep_member_years(keeper=commune.clerk, unit=commune.village, year=2024, rows=rows)
    assert Assessment.objects.count() == before + 1


def test_whose_year_is_missing(commune: Commune) -> None:
    gone = make_person(commune.body, "Lê Văn Cũ")
    Position.objects.create(
        person=gone, unit=commune.village, valid_to=dt.date(2023, 3, 1), title="Tổ viên"
    )
    assert gone in members_in(commune.village, 2023)
    assert gone not in members_in(commune.village, 2024)
    rows = [YearRow(commune.farmer, GOOD)]
    keep_member_years(keeper=commune.clerk, unit=commune.village, year=2024, rows=rows)
    (here,) = [
        each
        for each in year_by_unit(commune.body, 2024, as_of=TODAY)
        if each.unit == commune.village
    ]
    assert (here.members, here.graded, here.missing) == (2, 1, 1)


# --- initiatives ------------------------------------------------------------------------------


def facts(*shares: Share, title: str = "Máy tuốt lúa", **changes: object) -> InitiativeFacts:
    given = {"recognised_by": "12/QĐ-UBND", "recognised_on": dt.date(2024, 3, 1)}
    return InitiativeFacts(title=title, shares=shares, **(given | changes))  # type: ignore[arg-type]


def test_authors_share_at_most_the_whole(commune: Commune) -> None:
    farmer, head = commune.farmer, person_of(commune.village_head)
    for shares, sentence in (
        ((), "Chưa chọn tác giả nào."),
        (
            (Share(farmer, 60), Share(head, 50)),
            "Tổng tỷ lệ đóng góp là 110%, quá 100%: hãy ghi lại tỷ lệ của từng tác giả.",
        ),
        ((Share(farmer, 0),), "Tỷ lệ của Phạm Văn Đức phải từ 1 đến 100 phần trăm."),
        (
            (Share(farmer, 50), Share(farmer, 50)),
            "Phạm Văn Đức đứng tên hai lần: hãy ghi một lần.",
        ),
        (
            (Share(person_of(commune.outsider), 50),),
            "Tác giả phải là người trong sổ của cơ quan.",
        ),
    ):
        with refused(sentence, field="shares"):
            register_initiative(keeper=commune.clerk, facts=facts(*shares))


def test_an_initiative_is_registered_corrected_and_removed(commune: Commune) -> None:
    farmer, head = commune.farmer, person_of(commune.village_head)
    with pytest.raises(NotAllowedError):
        register_initiative(keeper=commune.other_head, facts=facts(Share(farmer, 100)))
    kept = register_initiative(keeper=commune.village_head, facts=facts(Share(farmer, 100)))
    with refused(
        "Sáng kiến “Máy tuốt lúa” công nhận ngày 01/03/2024 đã có trong danh mục.", field="title"
    ):
        register_initiative(keeper=commune.clerk, facts=facts(Share(head, 100)))
    shared = facts(Share(farmer, 60), Share(head, 40))
    correct_initiative(keeper=commune.clerk, initiative=kept, facts=shared)
    assert [str(each) for each in kept.shares.all()] == ["Phạm Văn Đức (60%)", "Phạm Văn Tín (40%)"]
    nomination = written(commune, rows=village_rows(commune)[:1]).nominations.get()
    nomination.initiatives.add(kept)
    with refused("Sáng kiến “Máy tuốt lúa” đang được dùng trong hồ sơ khen thưởng, không bỏ được."):
        remove_initiative(keeper=commune.clerk, initiative=kept)
    nomination.initiatives.clear()
    remove_initiative(keeper=commune.clerk, initiative=kept)
    assert not Initiative.objects.exists()


def test_titles_that_sound_alike_are_shown(commune: Commune) -> None:
    first, second, third = (
        register_initiative(keeper=commune.clerk, facts=facts(Share(commune.farmer, 50), title=one))
        for one in (
            "Một số biện pháp nâng cao chất lượng dạy đọc lớp 1",
            "Biện pháp nâng cao hiệu quả dạy đọc cho lớp 1",
            "Máy tuốt lúa",
        )
    )
    rows = initiatives_for(commune.clerk)
    assert similar(rows, rows) == {first.pk: [second], second.pk: [first]}
    assert alike("May tuot lua cai tien", rows) == [third]
    assert titled(rows, "tuot duc") == [third]
    assert not initiatives_for(commune.outsider).exists()


# --- who is meant -----------------------------------------------------------------------------


def test_nobody_of_that_name(commune: Commune) -> None:
    assert candidates(commune.body, "Không Có Ai") == []
    assert candidates(commune.body, " ") == []


def test_the_likeliest_comes_first_with_the_reasons(commune: Commune) -> None:
    decided(commune)
    make_person(commune.body, "Phạm Văn Đức", post="Giáo viên", unit=commune.women)
    make_person(commune.body, "Phạm Văn Dục", post="Tổ viên", unit=commune.village)
    found = candidates(commune.body, "Phạm Văn Đức", commune.farmer.birth_date, commune.village)
    assert [(each.person.full_name, each.honours, each.reason) for each in found] == [
        ("Phạm Văn Đức", 1, "Trùng họ tên, trùng ngày sinh và đang ở Thôn Phạm Xá."),
        ("Phạm Văn Dục", 0, "Họ tên khác dấu, sổ chưa ghi ngày sinh và đang ở Thôn Phạm Xá."),
        ("Phạm Văn Đức", 0, "Trùng họ tên, sổ chưa ghi ngày sinh và không ở Thôn Phạm Xá."),
    ]
    assert found[0].posts
    (other, *_) = candidates(commune.body, "Phạm Văn Đức", dt.date(1999, 9, 9))[-1:]
    assert other.is_excluded
    assert other.pk == commune.farmer.pk


def test_many_names_cost_no_more_than_one(commune: Commune) -> None:
    names = [Wanted("Phạm Văn Đức"), *(Wanted(f"Lê Văn {at}") for at in range(50))]
    with CaptureQueriesContext(connection) as seen:
        found = candidates_of_many(commune.body, names)
    assert len(seen) <= 4
    assert [len(each) for each in found[:2]] == [1, 0]
