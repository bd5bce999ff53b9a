from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from docx.oxml.ns import qn
from tests.documents.reading import squashed, word_document, word_text
from tests.documents.samples import AWARD, PLAN, documents, person

from vinhdanh.documents import award_decision, document_text, plan, render_docx


def widths(table: Any) -> list[int]:
    return [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.findall(qn("w:gridCol"))]


@pytest.mark.parametrize("name", documents())
def test_the_words_are_those_of_the_model(name: str) -> None:
    document = documents()[name]
    assert word_text(render_docx(document)) == squashed("".join(document_text(document)))


@pytest.mark.parametrize("name", documents())
def test_times_new_roman_is_named_and_nothing_else(name: str) -> None:
    word = word_document(render_docx(documents()[name]))
    assert word.styles["Normal"].font.name == "Times New Roman"
    assert list(word.element.body.iter(qn("w:rFonts"))) == []


def test_page_and_margins() -> None:
    section = word_document(render_docx(documents()["plan"])).sections[0]
    assert [round(side.mm) for side in (section.page_width, section.page_height)] == [210, 297]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(side.mm) for side in margins] == [20, 20, 30, 15]


def test_page_number_is_a_field_hidden_on_every_first_page() -> None:
    word = word_document(render_docx(documents()["plan"]))
    assert [section.different_first_page_header_footer for section in word.sections] == [True, True]
    header = word.sections[0].header
    fields = [node.text for node in header._element.iter(qn("w:instrText"))]
    assert (fields, header.paragraphs[0].alignment) == (["PAGE"], 1)
    assert word.sections[1].header.is_linked_to_previous
    start = word.sections[1]._sectPr.find(qn("w:pgNumType"))
    assert start.get(qn("w:start")) == "1"


def test_header_grid_has_real_widths_and_no_cell_margins() -> None:
    table = word_document(render_docx(documents()["plan"])).tables[0]
    assert widths(table) == [3742, 5613]
    cells = [int(cell.get(qn("w:w"))) for cell in table._tbl.iter(qn("w:tcW"))]
    assert cells == [3742, 5613, 3742, 5613]
    margins = table._tbl.tblPr.find(qn("w:tblCellMar"))
    assert {side.get(qn("w:w")) for side in margins} == {"0"}


def test_task_table_repeats_its_head_and_keeps_rows_whole() -> None:
    table = word_document(render_docx(documents()["plan"])).tables[-1]
    rows = table._tbl.findall(qn("w:tr"))
    assert [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows] == [True, False, False]
    assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)


def test_group_rows_stay_with_the_row_after_them() -> None:
    table = word_document(render_docx(documents()["award decision"])).tables[-1]
    groups = [row for row in table.rows if row.cells[0].text.startswith("I")]
    assert len(groups) == 3
    assert all(row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in groups)


def test_a_head_of_two_rows_is_merged() -> None:
    word = word_document(render_docx(documents()["meeting minutes"]))
    (table,) = (one for one in word.tables if one.cell(0, 0).text == "STT")
    top, below = (row._tr for row in table.rows[:2])
    assert [len(row.findall(qn("w:tc"))) for row in (top, below)] == [6, 8]
    merges = [node.get(qn("w:val")) for node in below.iter(qn("w:vMerge"))]
    assert merges == ["continue"] * 5
    assert all(row.find(f".//{qn('w:tblHeader')}") is not None for row in (top, below))


def test_last_paragraph_is_held_to_the_signature() -> None:
    word = word_document(render_docx(replace(documents()["plan"], appendices=())))
    closing = next(p for p in word.paragraphs if p.text.endswith("./."))
    assert closing.paragraph_format.keep_with_next


def test_a_wide_list_lies_across() -> None:
    people = (replace(person(), achievement="Hiến 100 m² đất làm đường"), person())
    word = word_document(render_docx(award_decision(replace(AWARD, individuals=people))))
    assert [round(section.page_width.mm) for section in word.sections] == [210, 297]
    assert sum(widths(word.tables[-1])) == pytest.approx(252 * 1440 / 25.4, abs=10)


def test_headings_have_outline_levels() -> None:
    word = word_document(render_docx(plan(PLAN)))
    levels = [
        (p.text, p._p.pPr.find(qn("w:outlineLvl")).get(qn("w:val")))
        for p in word.paragraphs
        if p._p.pPr.find(qn("w:outlineLvl")) is not None
    ]
    assert levels[:4] == [
        ("KẾ HOẠCH", "0"),
        ("I. MỤC ĐÍCH, YÊU CẦU", "2"),
        ("1. Mục đích", "3"),
        ("II. NỘI DUNG", "2"),
    ]


def test_four_hundred_rows_and_the_same_bytes_twice() -> None:
    people = tuple(person(f"Nguyễn Thị Hoa {n:03d}") for n in range(400))
    document = award_decision(replace(AWARD, individuals=people))
    data = render_docx(document)
    assert data == render_docx(document)
    assert "NguyễnThịHoa399" in word_text(data)
