from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from tests.documents.reading import reads

from vinhdanh.documents import DocumentError, SignatureGrid, Table, WritingLines, kinds
from vinhdanh.documents.kinds.achievement import DOTS, Confirmation
from vinhdanh.documents.kinds.passages import EMPTY

INDIVIDUAL = kinds()["individual_achievement_report"]
COLLECTIVE = kinds()["collective_achievement_report"]
SUDDEN = kinds()["sudden_achievement_report"]
MOVEMENT = kinds()["movement_achievement_report"]
SUMMARY = kinds()["achievement_summary"]


def grids(document: Any) -> list[list[str]]:
    return [
        [" ".join(one.lines) for one in block.cells]
        for block in document.blocks
        if isinstance(block, SignatureGrid)
    ]


def test_unit_head_and_person_sign_side_by_side_and_the_superior_below() -> None:
    assert grids(INDIVIDUAL.build(INDIVIDUAL.example())) == [
        ["THỦ TRƯỞNG ĐƠN VỊ XÁC NHẬN, ĐỀ NGHỊ HIỆU TRƯỞNG", "NGƯỜI BÁO CÁO THÀNH TÍCH"],
        ["XÁC NHẬN CỦA CẤP TRÌNH KHEN THƯỞNG"],
    ]


def test_the_head_of_a_unit_is_confirmed_by_the_superior_alone() -> None:
    head = replace(INDIVIDUAL.example(), unit_head=None)
    assert grids(INDIVIDUAL.build(head)) == [
        ["XÁC NHẬN CỦA CẤP TRÌNH KHEN THƯỞNG", "NGƯỜI BÁO CÁO THÀNH TÍCH"]
    ]


@pytest.mark.parametrize("kind", [INDIVIDUAL, COLLECTIVE])
def test_the_section_on_honours_is_headed_as_the_form_of_the_day(kind: Any) -> None:
    old, new = (
        reads(kind.build(replace(kind.example(), date=day)))
        for day in (dt.date(2025, 6, 30), dt.date(2025, 7, 1))
    )
    assert "III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG" in old
    assert "III. DANH HIỆU THI ĐUA, HÌNH THỨC KHEN THƯỞNG ĐÃ ĐƯỢC NHẬN" in new


def test_what_nobody_filled_in_is_left_for_a_pen() -> None:
    example = INDIVIDUAL.example()
    person = replace(example.person, born=None, home="", religion="")
    document = INDIVIDUAL.build(replace(example, person=person, duties=EMPTY))
    lines = reads(document)
    assert f"- Quê quán: {DOTS}" in lines
    assert any(f"năm: {DOTS}." in line and line.endswith(f"Tôn giáo: {DOTS}") for line in lines)
    assert any(isinstance(block, WritingLines) for block in document.blocks)


def test_a_year_of_birth_does_where_the_day_is_not_known() -> None:
    assert any("năm: 1979." in line for line in reads(SUDDEN.build(SUDDEN.example())))


def test_somebody_without_a_unit_dates_the_report_over_the_signature() -> None:
    document = SUDDEN.build(SUDDEN.example())
    assert document.header is None
    assert "Minh Tiến, ngày 16 tháng 7 năm 2024" in reads(document)


@pytest.mark.parametrize("kind", [SUDDEN, MOVEMENT])
def test_a_report_has_one_subject(kind: Any) -> None:
    with pytest.raises(DocumentError, match="đúng một trong hai"):
        kind.build(replace(kind.example(), person=None, collective=None))
    both = {
        "person": SUDDEN.example().person,
        "collective": MOVEMENT.example().collective,
    }
    with pytest.raises(DocumentError, match="đúng một trong hai"):
        kind.build(replace(kind.example(), **both))


def test_a_household_is_signed_for_by_its_own_line() -> None:
    collective = replace(
        MOVEMENT.example().collective, leader_line="Đại diện hộ gia đình", leader="Đỗ Văn Tám"
    )
    document = MOVEMENT.build(
        replace(MOVEMENT.example(), collective=collective, superior=Confirmation())
    )
    assert grids(document) == [["XÁC NHẬN CỦA CẤP TRÌNH KHEN THƯỞNG", "ĐẠI DIỆN HỘ GIA ĐÌNH"]]


def test_a_movement_asks_for_honours_only_where_there_are_any() -> None:
    bare = MOVEMENT.build(replace(MOVEMENT.example(), titles=(), awards=()))
    assert not any("Danh hiệu thi đua" in line for line in reads(bare))


def test_proofs_stand_only_where_there_are_any() -> None:
    bare = INDIVIDUAL.build(replace(INDIVIDUAL.example(), initiatives=(), gradings=()))
    assert [block.caption for block in bare.blocks if isinstance(block, Table)] == ["", ""]


def test_one_case_has_no_number() -> None:
    example = SUMMARY.example()
    alone = reads(SUMMARY.build(replace(example, cases=example.cases[:1])))
    assert any(line.startswith("Ông Trần Văn Bình, sinh năm 1971") for line in alone)
    assert any(line.startswith("2. Bà Vũ Thị Nhàn") for line in reads(SUMMARY.build(example)))


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        (INDIVIDUAL, "Mẫu số 03", "Mẫu số 05"),
        (COLLECTIVE, "Mẫu số 02", "Mẫu số 04"),
        (SUDDEN, "Mẫu số 07", "Mẫu số 06"),
        (MOVEMENT, "Mẫu số 08", "Mẫu số 08"),
    ],
)
def test_forms_change_on_1_july_2025(kind: Any, before: str, after: str) -> None:
    found = [kind.form_on(day).number for day in (dt.date(2025, 6, 30), dt.date(2025, 7, 1))]
    assert found == [before, after]
