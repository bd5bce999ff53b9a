"""Blocks and frames that only some kinds use, in both renderers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from docx.oxml.ns import qn
from tests.documents.geometry import read_pages
from tests.documents.reading import squashed, word_document, word_text
from tests.documents.samples import COMMITTEE

from vinhdanh.documents import (
    Column,
    DocumentError,
    OfficialDocument,
    Row,
    Signature,
    SignatureGrid,
    Table,
    WritingLines,
    document_text,
    paragraph,
    render_docx,
    render_pdf,
)
from vinhdanh.documents.kinds.frames import unnumbered
from vinhdanh.documents.layout import DECREE_30, NATION

if TYPE_CHECKING:
    from vinhdanh.documents.model import Block

UNITS = tuple(
    Signature(("ĐẠI DIỆN", f"THÔN SỐ {at}"), f"Người ký số {at}", note="(Ký, ghi rõ họ tên)")
    for at in range(1, 8)
)


def sheet(*blocks: Block) -> OfficialDocument:
    return unnumbered(
        COMMITTEE, kind_name="BẢN GIAO ƯỚC", abstract="Thi đua năm 2024", blocks=blocks
    )


def test_seven_sign_in_rows_of_three_and_no_row_is_torn() -> None:
    document = sheet(*(paragraph("Nội dung. " * 60),) * 7, SignatureGrid(UNITS, columns=3))
    pages = [page.text for page in read_pages(render_pdf(document))]
    for row in (UNITS[:3], UNITS[3:6], UNITS[6:]):
        parts = [squashed(part) for one in row for part in (*one.lines, one.note, one.name)]
        assert any(all(part in page for part in parts) for page in pages)
    assert word_text(render_docx(document)) == squashed("".join(document_text(document)))


def test_names_of_a_row_stand_on_one_line_whatever_stands_above() -> None:
    tall = Signature(("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Bùi An", above="Minh Tiến, ngày 5")
    (page,) = read_pages(render_pdf(sheet(SignatureGrid((tall, Signature(("THƯ KÝ",), "Lê Na"))))))
    tops = [page.chars[page.text.index(name)].bottom for name in ("BùiAn", "LêNa")]
    assert tops[0] == pytest.approx(tops[1], abs=0.6)


def test_lines_to_write_on_have_room_and_no_text() -> None:
    document = sheet(paragraph("Trước."), WritingLines(4), paragraph("Sau."))
    (page,) = read_pages(render_pdf(document))
    before, after = (page.chars[page.text.index(word)] for word in ("Trước.", "Sau."))
    assert after.top - before.top >= 4 * DECREE_30.writing_line
    assert word_text(render_docx(document)) == squashed("".join(document_text(document)))
    dotted = [
        node
        for node in word_document(render_docx(document)).element.body.iter(qn("w:bottom"))
        if node.get(qn("w:val")) == "dotted"
    ]
    assert len(dotted) == 4


def test_a_persons_paper_has_quoc_hieu_in_the_middle_and_no_number() -> None:
    document = unnumbered(
        None, kind_name="ĐƠN ĐỀ NGHỊ", abstract="", blocks=(paragraph("Tôi tên là An."),)
    )
    (page,) = read_pages(render_pdf(document))
    middle = DECREE_30.margin_left + DECREE_30.text_width / 2
    assert page.centre_of(squashed(NATION)) == pytest.approx(middle, abs=0.5)
    assert document_text(document)[0] == NATION
    assert not [line for line in document_text(document) if line.startswith("Số:")]
    assert word_text(render_docx(document)) == squashed("".join(document_text(document)))


def test_a_wide_table_may_lie_across_with_its_head_in_the_same_shares() -> None:
    columns = tuple(Column(f"Cột {at}", 1) for at in range(9))
    table = Table(columns, (Row(("Nội dung",) * 9),))
    document = replace(sheet(table), landscape=True, place="Minh Tiến")
    (page,) = read_pages(render_pdf(document))
    assert (round(page.width), round(page.height)) == (297, 210)
    across = DECREE_30.turned()
    centre = across.margin_left + across.header_left + across.header_right / 2
    assert page.centre_of(squashed(NATION)) == pytest.approx(centre, abs=0.5)
    (section,) = word_document(render_docx(document)).sections
    assert round(section.page_width.mm) == 297


def test_a_row_with_too_few_cells_is_refused() -> None:
    table = Table(
        (Column("A", 1), Column("B", 1)), (Row(("1", "2")), Row(("3",))), caption="Bảng 1"
    )
    with pytest.raises(DocumentError, match="Dòng 2 của bảng “Bảng 1” có 1 ô"):
        document_text(sheet(table))
