from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from tests.documents.reading import reads

from vinhdanh.documents import DocumentError, GroupRow, Row, SignatureGrid, Table, kinds
from vinhdanh.documents.kinds.targets import Target, target_table

PLEDGE = kinds()["emulation_pledge"]
SCORES = kinds()["scoring_sheet"]
PROFILES = kinds()["profile_list"]
REVIEW = kinds()["unit_review_minutes"]
YEAR = kinds()["year_report"]
MOVEMENT = kinds()["movement_plan"]
HOUSEHOLDS = kinds()["cultural_family_list"]
VILLAGE = kinds()["cultural_family_minutes"]


def table(document: Any, at: int = 0) -> Table:
    found = [block for block in document.blocks if isinstance(block, Table)][at]
    assert isinstance(found, Table)
    return found


def test_every_party_signs_and_the_witness_below() -> None:
    parties, witness = (
        block for block in PLEDGE.build(PLEDGE.example()).blocks if isinstance(block, SignatureGrid)
    )
    assert [one.name for one in parties.cells] == [
        one.representative for one in PLEDGE.example().parties
    ]
    assert parties.columns == 3
    assert witness.columns == 1


@pytest.mark.parametrize(("parties", "keeper", "originals"), [(2, "", 2), (5, "Hội đồng", 6)])
def test_each_party_keeps_an_original(parties: int, keeper: str, originals: int) -> None:
    example = PLEDGE.example()
    context = replace(example, parties=example.parties[:parties], keeper=keeper)
    assert any(f"thành {originals:02d} (" in line for line in reads(PLEDGE.build(context)))


@pytest.mark.parametrize("change", [{"parties": ()}, {"targets": ()}])
def test_a_pledge_needs_parties_and_targets(change: dict[str, Any]) -> None:
    with pytest.raises(DocumentError, match="giao ước"):
        PLEDGE.build(replace(PLEDGE.example(), **change))


def test_targets_stand_under_their_groups_and_notes_only_where_used() -> None:
    bare = target_table(
        (Target(content="A", group="I"), Target(content="B", group="I")), "Kế hoạch"
    )
    assert [type(row) for row in bare.rows] == [GroupRow, Row, Row]
    assert len(bare.columns) == 4
    assert len(target_table((Target(content="A", note="x"),), "Kế hoạch").columns) == 5


def totals(document: Any) -> list[tuple[str, ...]]:
    rows = [row for row in table(document).rows if isinstance(row, Row) and row.bold]
    return [(row.cells[1], row.cells[2], row.cells[4], row.cells[5]) for row in rows]


def test_points_add_up_with_bonus_and_penalty() -> None:
    context = replace(SCORES.example(), own_bonus=1.25, bonus=0, own_penalty=0, penalty=2)
    assert totals(SCORES.build(context)) == [
        ("Cộng điểm tiêu chí", "100", "98,5", "96"),
        ("Điểm thưởng", "", "1,25", "0"),
        ("Điểm trừ", "", "0", "2"),
        ("TỔNG ĐIỂM", "", "99,75", "94"),
    ]


def test_points_not_given_yet_leave_the_sum_open() -> None:
    example = SCORES.example()
    criteria = tuple(replace(one, appraised=None) for one in example.criteria)
    *_, last = totals(SCORES.build(replace(example, criteria=criteria)))
    assert last == ("TỔNG ĐIỂM", "", "101,5", "")


@pytest.mark.parametrize("points", [-1, 15.5])
def test_points_beyond_the_standard_are_refused(points: float) -> None:
    example = SCORES.example()
    first = replace(example.criteria[0], appraised=points)
    with pytest.raises(DocumentError, match="điểm chuẩn là 15"):
        SCORES.build(replace(example, criteria=(first,)))


def test_a_list_counts_women_and_direct_workers() -> None:
    lines = reads(PROFILES.build(PROFILES.example()))
    assert (
        "Danh sách có 04 cá nhân (nữ 02; người trực tiếp lao động 02); 02 tập thể; 01 hộ gia đình."
        in lines
    )


def test_a_list_numbers_only_the_parts_it_has() -> None:
    lines = reads(PROFILES.build(replace(PROFILES.example(), individuals=())))
    assert "I. TẬP THỂ (2)" in lines
    assert "II. HỘ GIA ĐÌNH (1)" in lines


def test_an_empty_list_is_refused() -> None:
    with pytest.raises(DocumentError, match="chưa có ai"):
        PROFILES.build(replace(PROFILES.example(), individuals=(), collectives=(), households=()))


def test_votes_of_a_unit_are_counted_of_those_present() -> None:
    document = REVIEW.build(REVIEW.example())
    second = table(document).rows[1]
    assert isinstance(second, Row)
    assert second.cells[-2:] == ("24/26", "92,31%")
    assert "3. Có mặt: 26/27 người, đạt 96,3%." in reads(document)


@pytest.mark.parametrize(
    ("change", "message"), [({"present": 28}, "tổng số người"), ({"present": 25}, "26 phiếu")]
)
def test_counts_that_cannot_be_are_refused(change: dict[str, int], message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        REVIEW.build(replace(REVIEW.example(), **change))


@pytest.mark.parametrize("kind", [REVIEW, VILLAGE])
def test_minutes_end_on_the_same_day_another_day_or_open(kind: Any) -> None:
    example = kind.example()
    night = example.started + dt.timedelta(days=1)
    for ended, words in (
        (example.ended, "cùng ngày."),
        (night, night.strftime("năm %Y. Biên bản")),
        (None, "phút cùng ngày."),
    ):
        lines = reads(kind.build(replace(example, ended=ended)))
        assert any("kết thúc vào" in line and words in line for line in lines)


def test_a_village_is_those_named_and_the_others() -> None:
    example = VILLAGE.example()
    total = len(example.households) + len(example.refused) + example.others
    lines = reads(VILLAGE.build(example))
    assert any(f"{len(example.households)}/{total} hộ đủ điều kiện" in line for line in lines)
    with pytest.raises(DocumentError, match="tổng số hộ"):
        VILLAGE.build(replace(example, present=total + 1))
    with pytest.raises(DocumentError, match="ý kiến đồng ý"):
        VILLAGE.build(replace(example, present=1))


def test_columns_of_households_nobody_fills_are_left_out() -> None:
    example = HOUSEHOLDS.example()
    bare = tuple(replace(one, people=None, result="", note="") for one in example.households)
    document = HOUSEHOLDS.build(replace(example, households=bare, posted_until=None, comments=""))
    assert len(table(document).columns) == 3
    assert not any("thông báo công khai" in line for line in reads(document))


def test_a_report_without_figures_has_no_appendix() -> None:
    bare = YEAR.build(replace(YEAR.example(), movement_counts=(), award_counts=(), fund=()))
    assert bare.appendices == ()
    assert not any("Phụ lục" in line for line in reads(bare))


def test_figures_of_a_year_are_summed() -> None:
    (appendix,) = YEAR.build(YEAR.example()).appendices
    _movements, awards, fund = (one for one in appendix.blocks if isinstance(one, Table))
    assert awards.rows[-1] == Row(("", "Tổng cộng", "70", "10", "14", "46", "22", "25"), bold=True)
    assert fund.rows[-1] == Row(("", "Còn lại (thu trừ chi)", "10.336.000", ""), bold=True)


def test_money_overspent_is_printed_as_such() -> None:
    spent = tuple(one for one in YEAR.example().fund if not one.is_income)
    (appendix,) = YEAR.build(replace(YEAR.example(), fund=spent)).appendices
    fund = appendix.blocks[-1]
    assert isinstance(fund, Table)
    assert fund.rows[-1] == Row(("", "Còn lại (thu trừ chi)", "-45.914.000", ""), bold=True)


def test_a_movement_plan_does_without_criteria_slogan_and_tasks() -> None:
    bare = replace(MOVEMENT.example(), criteria=(), slogan="", tasks=())
    lines = reads(MOVEMENT.build(bare))
    assert not any("Khẩu hiệu" in line or line == "3. Tiêu chí" for line in lines)
