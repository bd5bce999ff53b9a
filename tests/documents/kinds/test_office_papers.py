"""Petitions, incoming documents, money and objects handed over, the order of a ceremony."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from tests.documents.reading import reads

from vinhdanh.documents import DocumentError, Row, SignatureGrid, Table, WritingLines, kinds
from vinhdanh.documents.kinds.achievement import DOTS
from vinhdanh.documents.kinds.petition_sheet import Handling, PetitionKind

SHEET = kinds()["petition_sheet"]
REPLY = kinds()["petition_reply"]
PAYMENTS = kinds()["prize_payment_list"]
CEREMONY = kinds()["award_ceremony_list"]
INCOMING = kinds()["incoming_sheet"]
HANDOVER = kinds()["handover_minutes"]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"sender": ""}, "chưa có họ tên người gửi đơn"),
        ({"handling": Handling.FORWARD}, "cần tên cơ quan có thẩm quyền"),
        ({"handling": Handling.GUIDE}, "cần tên cơ quan có thẩm quyền"),
        ({"due": dt.date(2025, 1, 6)}, "đứng trước ngày nhận đơn"),
    ],
)
def test_a_petition_needs_its_facts(change: dict[str, Any], sentence: str) -> None:
    with pytest.raises(DocumentError, match=sentence):
        SHEET.build(replace(SHEET.example(), **change))


def test_who_denounces_is_never_printed() -> None:
    document = SHEET.build(replace(SHEET.example(), kind=PetitionKind.DENUNCIATION))
    text = " ".join(reads(document))
    assert "Lương Văn Đạt" not in text
    assert "Thôn Phù Oanh, xã" not in text
    assert "được giữ bí mật" in text


def test_an_opinion_given_takes_the_place_of_the_lines() -> None:
    document = SHEET.build(replace(SHEET.example(), opinion="Đồng ý thụ lý."))
    assert "Đồng ý thụ lý." in reads(document)
    assert not any(isinstance(block, WritingLines) for block in document.blocks)


def test_a_body_follows_the_proposal() -> None:
    change = {"handling": Handling.FORWARD, "body": "Chủ tịch Ủy ban nhân dân huyện"}
    lines = reads(SHEET.build(replace(SHEET.example(), **change)))
    assert "- Hướng xử lý: Chuyển đơn đến Chủ tịch Ủy ban nhân dân huyện" in lines


def test_an_answer_says_something() -> None:
    with pytest.raises(DocumentError, match="chưa có kết quả xem xét"):
        REPLY.build(replace(REPLY.example(), findings=()))


def test_an_answer_is_a_letter_to_the_sender() -> None:
    document = REPLY.build(REPLY.example())
    lines = reads(document)
    assert document.kind_name == ""
    assert "Số: 18/UBND-VHXH" in lines
    assert "V/v trả lời đơn của ông Lương Văn Đạt" in lines
    assert "Kính gửi: Ông Lương Văn Đạt, thôn Phù Oanh, xã Minh Tiến" in lines
    assert lines[-1] == "Hoàng Đức Thịnh"
    assert "Ủy ban nhân dân xã Minh Tiến trả lời để ông biết./." in lines


def test_nobody_to_pay_is_refused() -> None:
    with pytest.raises(DocumentError, match="chưa có ai nhận tiền thưởng"):
        PAYMENTS.build(replace(PAYMENTS.example(), payments=()))


@pytest.mark.parametrize("amount", [0, -1])
def test_an_amount_is_above_zero(amount: int) -> None:
    bad = replace(PAYMENTS.example().payments[0], amount=amount)
    with pytest.raises(DocumentError, match="Mức thưởng của “Nguyễn Thị Hoa”"):
        PAYMENTS.build(replace(PAYMENTS.example(), payments=(bad,)))


def test_money_adds_up_in_figures_and_words() -> None:
    document = PAYMENTS.build(PAYMENTS.example())
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    total = table.rows[-1]
    assert isinstance(total, Row)
    assert total.cells[4] == "7.880.000"
    assert "Tổng số tiền bằng chữ: Bảy triệu tám trăm tám mươi nghìn đồng." in reads(document)
    assert document.landscape
    assert table.row_height > 10


@pytest.mark.parametrize(
    ("change", "sentence"),
    [({"recipients": ()}, "chưa có ai"), ({"turns": ()}, "ở lượt 1, trong khi buổi lễ có 0 lượt")],
)
def test_a_ceremony_has_turns_and_people(change: dict[str, Any], sentence: str) -> None:
    with pytest.raises(DocumentError, match=sentence):
        CEREMONY.build(replace(CEREMONY.example(), **change))


def test_the_order_is_that_of_the_turns_and_empty_turns_go() -> None:
    example = CEREMONY.example()
    backwards = tuple(reversed([one for one in example.recipients if one.turn != 2]))
    lines = reads(CEREMONY.build(replace(example, recipients=backwards)))
    titles = [line for line in lines if line.startswith("Lượt ")]
    assert [title[:6] for title in titles] == ["Lượt 1", "Lượt 3"]
    assert lines.index("Đỗ Thị Lan") < lines.index("Hộ ông Nguyễn Văn Chính")


def test_incoming_cannot_be_due_before_it_came() -> None:
    with pytest.raises(DocumentError, match="đứng trước ngày văn bản đến"):
        INCOMING.build(replace(INCOMING.example(), due=dt.date(2024, 11, 17)))


def test_what_nobody_has_written_is_left_for_a_pen() -> None:
    document = INCOMING.build(replace(INCOMING.example(), lead="", due=None))
    assert sum(isinstance(block, WritingLines) for block in document.blocks) == 2
    assert f"- Đơn vị, cá nhân chủ trì: {DOTS}" in reads(document)


@pytest.mark.parametrize("objects", [(), None])
def test_something_is_handed_over(objects: Any) -> None:
    example = HANDOVER.example()
    none = replace(example.objects[0], quantity=0)
    change = {"objects": (none,)} if objects is None else {"objects": (), "money": 0}
    with pytest.raises(DocumentError, match="hãy nhập"):
        HANDOVER.build(replace(example, **change))


def test_a_recovery_and_a_handover_have_their_own_titles() -> None:
    example = HANDOVER.example()
    assert HANDOVER.build(example).kind_name == "BIÊN BẢN THU HỒI HIỆN VẬT, TIỀN THƯỞNG"
    handover = replace(example, purpose="handover", money=0)
    document = HANDOVER.build(handover)
    assert document.kind_name == "BIÊN BẢN BÀN GIAO HIỆN VẬT KHEN THƯỞNG"
    assert not any("Tiền thưởng" in line for line in reads(document))


def test_money_alone_needs_no_table() -> None:
    document = HANDOVER.build(replace(HANDOVER.example(), objects=()))
    assert not any(isinstance(block, Table) for block in document.blocks)
    assert any("Một triệu không trăm năm mươi ba nghìn đồng" in line for line in reads(document))


def test_names_under_signatures_have_no_form_of_address() -> None:
    grids = [b for b in HANDOVER.build(HANDOVER.example()).blocks if isinstance(b, SignatureGrid)]
    names = [one.name for grid in grids for one in grid.cells]
    assert names == ["Lương Văn Đạt", "Lê Thị Ngân", "Lê Thị Hồng Vân"]
