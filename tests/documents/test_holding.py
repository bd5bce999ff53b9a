"""What stays together on a page, and how the pages of appendices are numbered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from docx.oxml.ns import qn
from tests.documents.geometry import read_pages
from tests.documents.reading import squashed, word_document
from tests.documents.samples import COMMITTEE, PAPER

from vinhdanh.documents import (
    Appendix,
    Column,
    GroupRow,
    OfficialDocument,
    Row,
    Signature,
    SignatureGrid,
    Table,
    WritingLines,
    paragraph,
    render_docx,
    render_pdf,
)
from vinhdanh.documents.kinds.common import numbered
from vinhdanh.documents.kinds.frames import issued, unnumbered

if TYPE_CHECKING:
    from vinhdanh.documents.model import Block

TWO = SignatureGrid((Signature(("THƯ KÝ",), "Lê Na"), Signature(("CHỦ TRÌ",), "Bùi An")))
BELOW = SignatureGrid((Signature(("CẤP TRÊN XÁC NHẬN",), "Đỗ Tư"),), columns=1)
COLUMNS = (Column("Stt", 1), Column("Nội dung", 9))


def rows(count: int, words: str = "Nội dung của dòng") -> tuple[Row, ...]:
    return tuple(Row((str(at), f"{words} {at:02d}.")) for at in range(1, count + 1))


def listed(count: int, *after: Block) -> OfficialDocument:
    return unnumbered(
        COMMITTEE, kind_name="DANH SÁCH", abstract="", blocks=(Table(COLUMNS, rows(count)), *after)
    )


def holding(document: OfficialDocument, words: str) -> str:
    """Text of the one page that has the words."""
    pages = [page.text for page in read_pages(render_pdf(document))]
    (found,) = [text for text in pages if squashed(words) in text]
    return found


@pytest.mark.parametrize("count", range(18, 32))
def test_signatures_take_the_last_two_rows_of_their_table_along(count: int) -> None:
    page = holding(listed(count, TWO), "Bùi An")
    assert f"dòng{count - 1:02d}." in page
    assert f"dòng{count:02d}." in page
    assert squashed("Nội dung") in page
    assert squashed("THƯ KÝ") in page


@pytest.mark.parametrize("count", range(18, 32))
def test_a_signer_takes_the_last_two_rows_along(count: int) -> None:
    signer = Signature(("NGƯỜI LẬP DANH SÁCH",), "Bùi An")
    page = holding(replace(listed(count), signature=signer), "Bùi An")
    assert f"dòng{count - 1:02d}." in page
    assert f"dòng{count:02d}." in page


def test_a_table_says_no_more_for_what_it_holds() -> None:
    document = listed(40, TWO)
    text = "".join(page.text for page in read_pages(render_pdf(document)))
    assert text.count(squashed("Nội dung của dòng")) == 40
    assert all(text.count(squashed(name)) == 1 for name in ("Lê Na", "Bùi An"))


def test_an_empty_table_holds_its_signatures_too() -> None:
    assert squashed("(Không có)") in holding(listed(0, TWO), "Bùi An")


@pytest.mark.parametrize("last", [Row(("9", "dài " * 600)), GroupRow("Nhóm không có ai")])
def test_a_last_row_that_cannot_be_held_is_printed_as_it_is(last: Row | GroupRow) -> None:
    document = listed(20, TWO)
    table = Table(COLUMNS, (*rows(20), last))
    document = replace(document, blocks=(table, TWO))
    assert squashed("CHỦ TRÌ") in holding(document, "Bùi An")


@pytest.mark.parametrize("count", range(16, 32))
def test_a_second_grid_is_not_left_alone(count: int) -> None:
    assert squashed("Bùi An") in holding(listed(count, TWO, BELOW), "Đỗ Tư")


@pytest.mark.parametrize("count", range(18, 32))
def test_lines_to_write_on_stay_with_the_signatures(count: int) -> None:
    pages = read_pages(render_pdf(listed(count, WritingLines(3), TWO)))
    (page,) = [page for page in pages if squashed("Bùi An") in page.text]
    first = page.chars[page.text.index("THƯKÝ")]
    assert first.top > 20 + 3 * 8.5


def test_a_row_to_sign_in_has_room_in_both_renderers() -> None:
    low = Table(COLUMNS, (Row(("1", "")), Row(("2", ""))))
    tops = []
    for table in (low, replace(low, row_height=14)):
        document = replace(listed(0), blocks=(table, paragraph("Sau bảng.")))
        (page,) = read_pages(render_pdf(document))
        tops.append(page.chars[page.text.index("Saubảng.")].top)
    assert tops[1] - tops[0] > 2 * 14 - 15
    heights = [
        node.get(qn("w:val"))
        for node in word_document(render_docx(document)).element.iter(qn("w:trHeight"))
    ]
    assert heights == ["794", "794"]


def test_word_keeps_the_same_together() -> None:
    body = word_document(render_docx(listed(40, TWO, BELOW))).element.body
    table, grid, _below = body.findall(qn("w:tbl"))[-3:]
    *_rows, before, last = table.findall(qn("w:tr"))
    for part in (before, last, *grid.findall(qn("w:tr"))):
        assert all(
            node.find(qn("w:pPr")).find(qn("w:keepNext")) is not None
            for node in part.iter(qn("w:p"))
        )


def test_three_appendices_of_several_pages_are_each_numbered_from_one() -> None:
    appendix = Appendix("", "DANH SÁCH", "", (Table(COLUMNS, rows(70)),))
    across = replace(appendix, landscape=True)
    document = issued(
        PAPER,
        code="KH",
        kind_name="KẾ HOẠCH",
        abstract="Thử số trang",
        blocks=tuple(paragraph("Nội dung. " * 60) for _ in range(12)),
        appendices=numbered((appendix, across, appendix)),
    )
    pages = read_pages(render_pdf(document))
    shown = ["".join(char.text for char in page.number) for page in pages]
    starts = [at for at, number in enumerate(shown) if not number]
    runs = [shown[a:b] for a, b in zip(starts, [*starts[1:], len(shown)], strict=True)]
    assert [run[1:] for run in runs] == [[str(at) for at in range(2, len(run) + 1)] for run in runs]
    assert [pages[at].text[:8] for at in starts[1:]] == ["PhụlụcID", "PhụlụcII", "PhụlụcII"]
    assert min(len(run) for run in runs) > 1
