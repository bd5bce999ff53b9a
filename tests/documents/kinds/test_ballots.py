"""Ballots, written opinions, the count and what the chair concluded."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest
from tests.documents.reading import reads

from vinhdanh.documents import DocumentError, SignatureGrid, Table, kinds

BALLOT = kinds()["ballot"]
OPINION = kinds()["opinion_sheet"]
TALLY = kinds()["tally_minutes"]
NOTICE = kinds()["conclusion_notice"]


@pytest.mark.parametrize("kind", [BALLOT, OPINION])
def test_there_must_be_somebody_to_vote_on(kind: Any) -> None:
    with pytest.raises(DocumentError, match="hãy thêm người được xét"):
        kind.build(replace(kind.example(), candidates=()))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"present": 8}, r"Số thành viên dự họp \(8\) lớn hơn tổng số thành viên \(7\)"),
        ({"issued": 8}, r"Số phiếu phát ra \(8\) lớn hơn tổng số thành viên \(7\)"),
        ({"eligible": 8}, r"Số người được biểu quyết \(8\) lớn hơn tổng số thành viên \(7\)"),
        (
            {"eligible": 6, "issued": 7},
            r"Số phiếu phát ra \(7\) lớn hơn số người được biểu quyết \(6\)",
        ),
        ({"issued": 6}, r"Số phiếu thu về \(7\) lớn hơn số phiếu phát ra \(6\)"),
        ({"invalid": 8}, r"Số phiếu không hợp lệ \(8\) lớn hơn số phiếu thu về \(7\)"),
        ({"by_letter": 9}, r"bằng văn bản \(9\) lớn hơn số phiếu thu về \(7\)"),
        ({"invalid": 1}, "“Nguyễn Thị Hoa” có 7 phiếu đồng ý và 0 phiếu không đồng ý.* 6 phiếu"),
    ],
)
def test_figures_that_cannot_be_are_refused(change: dict[str, int], sentence: str) -> None:
    with pytest.raises(DocumentError, match=sentence):
        TALLY.build(replace(TALLY.example(), **change))


def test_a_count_counts_something() -> None:
    with pytest.raises(DocumentError, match="chưa có trường hợp nào"):
        TALLY.build(replace(TALLY.example(), counts=()))


def test_votes_below_zero_are_refused() -> None:
    example = TALLY.example()
    bad = replace(example.counts[0], votes_against=-1)
    with pytest.raises(DocumentError, match="hãy kiểm tra lại"):
        TALLY.build(replace(example, counts=(bad,)))


def test_a_conclusion_must_conclude() -> None:
    with pytest.raises(DocumentError, match="chưa có nội dung kết luận"):
        NOTICE.build(replace(NOTICE.example(), conclusions=()))


def test_a_ballot_has_no_place_for_a_name_or_a_signature() -> None:
    document = BALLOT.build(BALLOT.example())
    assert document.signature is None
    assert not any(isinstance(block, SignatureGrid) for block in document.blocks)
    assert not {"voter", "member", "number"} & {one.name for one in fields(BALLOT.context)}
    assert (
        "- Không ký tên, không ghi họ tên người bỏ phiếu; không sửa hoặc thêm tên vào phiếu;"
        in (reads(document))
    )


def test_a_written_opinion_carries_the_members_name() -> None:
    document = OPINION.build(OPINION.example())
    assert document.signature
    assert document.signature.name == "Nguyễn Hữu Toàn"
    assert "Kính gửi: Đồng chí Nguyễn Hữu Toàn, ủy viên Hội đồng" in reads(document)


def test_shares_are_taken_of_all_members() -> None:
    document = TALLY.build(
        replace(
            TALLY.example(),
            present=5,
            issued=6,
            returned=6,
            invalid=0,
            counts=(replace(TALLY.example().counts[0], votes_for=5),),
        )
    )
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    assert table.rows[0].cells[3:] == ("5", "0", "1", "5/7 (71,43%)", "Đạt")  # type: ignore[union-attr]


def test_shares_are_taken_of_those_entitled_where_the_council_says_so() -> None:
    figures = {"eligible": 6, "issued": 6, "returned": 6, "rule": "có trên 50% đồng ý"}
    count = replace(TALLY.example().counts[0], votes_for=5)
    document = TALLY.build(replace(TALLY.example(), **figures, counts=(count,)))
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    assert table.rows[0].cells[6] == "5/6 (83,33%)"  # type: ignore[union-attr]
    told = (
        "tỷ lệ tính trên 06 thành viên được biểu quyết (tổng số 07 thành viên trừ 01 người không"
        " tham gia biểu quyết), kể cả người vắng mặt."
    )
    assert any(told in line for line in reads(document))


def test_issued_returned_valid_and_invalid_are_told() -> None:
    counts = TALLY.example().counts[3:]
    lines = reads(TALLY.build(replace(TALLY.example(), invalid=1, counts=counts)))
    assert any(
        "Số phiếu phát ra: 07 phiếu; thu về: 07 phiếu; hợp lệ: 06 phiếu; không hợp lệ: 01 phiếu"
        in line
        for line in lines
    )


def test_tellers_sign_with_their_head_and_the_chair_below() -> None:
    tellers, chair = (
        block for block in TALLY.build(TALLY.example()).blocks if isinstance(block, SignatureGrid)
    )
    assert [one.name for one in tellers.cells] == ["Bùi Văn Khải", "Đào Thị Mận", "Vũ Đình Lâm"]
    assert [one.lines for one in chair.cells] == [("CHỦ TỌA",)]


def test_tasks_stand_in_a_table_where_there_are_any() -> None:
    example = NOTICE.example()
    assert any(isinstance(block, Table) for block in NOTICE.build(example).blocks)
    bare = NOTICE.build(replace(example, assignments=(), attendance=""))
    assert not any(isinstance(block, Table) for block in bare.blocks)
    assert not any("Dự họp có" in line for line in reads(bare))
