from __future__ import annotations

from dataclasses import replace

import pytest
from tests.documents.reading import golden, reads
from tests.documents.samples import AWARD, person

from vinhdanh.documents import DocumentError, Row, Table, award_decision, document_text


def test_it_reads_like_a_decision_of_the_chairman() -> None:
    assert reads(award_decision(AWARD)) == golden("award_decision")


def test_one_person_is_named_in_the_article_and_needs_no_list() -> None:
    one = replace(person(), salutation="bà")
    document = award_decision(replace(AWARD, individuals=(one,), collectives=(), households=()))
    assert document.appendices == ()
    assert (
        "Điều 1. Tặng Giấy khen cho bà Nguyễn Thị Hoa, Trưởng thôn Kim Phương, đã có thành tích "
        "xuất sắc trong phong trào thi đua năm 2023."
    ) in document_text(document)


def test_without_money_neither_article_nor_column_speaks_of_it() -> None:
    people = (person(prize=None), person("Trần Văn Bình", prize=None))
    document = award_decision(replace(AWARD, individuals=people, collectives=(), households=()))
    lines = document_text(document)
    assert not [line for line in lines if "thưởng kèm" in line or "Mức thưởng" in line]
    assert any(line.startswith("Điều 2. Quyết định này có hiệu lực") for line in lines)
    (table,) = document.appendices[0].blocks
    assert isinstance(table, Table)
    assert table.rows[-1] == Row(("2", "Trần Văn Bình", "Trưởng thôn Kim Phương", "Giấy khen"))


def test_the_note_on_money_follows_the_amounts() -> None:
    document = award_decision(replace(AWARD, money_note="Mức chi theo Điều 54 Nghị định"))
    money = next(line for line in document_text(document) if line.startswith("Điều 2."))
    assert money.endswith("trích từ Quỹ thi đua, khen thưởng. Mức chi theo Điều 54 Nghị định.")


def test_an_amount_settled_later_is_no_silent_blank() -> None:
    later = replace(AWARD.households[0], prize=None, prize_later=True)
    document = award_decision(replace(AWARD, households=(later,)))
    lines = document_text(document)
    money = next(line for line in lines if line.startswith("Điều 2."))
    assert money.endswith(
        "trích từ Quỹ thi đua, khen thưởng. 01 hộ gia đình: chi theo mức được xác định sau."
    )
    (table,) = document.appendices[0].blocks
    assert isinstance(table, Table)
    assert isinstance(total := table.rows[-1], Row)
    assert isinstance(row := table.rows[-2], Row)
    assert (row.cells[-1], total.cells[1]) == (
        "xác định sau",
        "Tổng cộng, chưa kể mức xác định sau",
    )
    alone = award_decision(replace(AWARD, individuals=(), collectives=(), households=(later,)))
    assert (
        "Điều 2. Tiền thưởng trích từ Quỹ thi đua, khen thưởng; 01 hộ gia đình: chi theo mức được"
        " xác định sau."
    ) in document_text(alone)


def test_a_decision_of_nobody_is_refused() -> None:
    with pytest.raises(DocumentError, match="hãy thêm người được khen"):
        award_decision(replace(AWARD, individuals=(), collectives=(), households=()))


def test_an_achievement_brings_its_column_and_a_page_across() -> None:
    people = (replace(person(), achievement="Hiến đất làm đường"), person("Trần Văn Bình"))
    (appendix,) = award_decision(replace(AWARD, individuals=people)).appendices
    assert appendix.landscape
    (table,) = appendix.blocks
    assert isinstance(table, Table)
    assert [column.title for column in table.columns][4] == "Thành tích"
