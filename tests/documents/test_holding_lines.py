"""Signatures never stand on a page with less than two lines of the text before them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from docx.oxml.ns import qn
from tests.documents.geometry import lines_before, read_pages
from tests.documents.reading import squashed, word_document
from tests.documents.samples import PAPER

from vinhdanh.documents import (
    Column,
    Heading,
    ItemList,
    Level,
    OfficialDocument,
    Row,
    Signature,
    SignatureGrid,
    Table,
    paragraph,
    render_docx,
    render_pdf,
)
from vinhdanh.documents.kinds.common import closed
from vinhdanh.documents.kinds.frames import issued, unnumbered

if TYPE_CHECKING:
    from vinhdanh.documents.model import Block

SHORT = paragraph("Nơi nhận thực hiện.")
TABLE = Table((Column("Stt", 1), Column("Nội dung", 9)), (Row(("1", "Nội dung")),) * 4)
TAILS: dict[str, tuple[Block, ...]] = {
    "a short line": (paragraph("Đoạn áp chót của văn bản."), SHORT),
    "a list": (ItemList(("Một việc;", "Hai việc;", "Ba việc.")),),
    "a heading and a line": (Heading(Level.CLAUSE, "3.", "Tổ chức thực hiện"), SHORT),
    "a table and a line": (TABLE, SHORT),
    "a table and two lines": (TABLE, SHORT, SHORT),
    "a long paragraph": (paragraph("Các thôn tổ chức thực hiện nghiêm túc. " * 6),),
}
GRID = SignatureGrid((Signature(("THƯ KÝ",), "Lê Na"), Signature(("CHỦ TRÌ",), "Bùi An")))


def filled(count: int, tail: tuple[Block, ...]) -> tuple[Block, ...]:
    return (*(paragraph(f"Dòng {at} của phần trên.") for at in range(count)), *tail)


def signed(count: int, tail: tuple[Block, ...]) -> OfficialDocument:
    blocks = closed(filled(count, tail))
    return issued(PAPER, code="KH", kind_name="KẾ HOẠCH", abstract="Thử", blocks=blocks)


def with_grid(count: int, tail: tuple[Block, ...]) -> OfficialDocument:
    blocks = (*filled(count, tail), GRID)
    return unnumbered(PAPER.office, kind_name="BIÊN BẢN", abstract="Thử", blocks=blocks)


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize("count", range(9, 26, 2))
def test_a_signature_has_two_lines_above_it(tail: str, count: int) -> None:
    pages = read_pages(render_pdf(signed(count, TAILS[tail])))
    assert lines_before(pages, squashed("TM. ỦY BAN NHÂN DÂN")) >= 2


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize("count", range(10, 28, 3))
def test_signatures_side_by_side_have_them_too(tail: str, count: int) -> None:
    pages = read_pages(render_pdf(with_grid(count, TAILS[tail])))
    assert lines_before(pages, squashed("THƯ KÝ")) >= 2


@pytest.mark.parametrize("tail", ["a short line", "a list", "a table and a line"])
def test_word_is_told_the_same(tail: str) -> None:
    body = word_document(render_docx(signed(3, TAILS[tail]))).element.body
    *_before, foot, _end = [one for one in body if one.tag != qn("w:sectPr")]
    assert foot.tag == qn("w:tbl")
    kept, node = 0, foot.getprevious()
    while kept < 2:
        assert all(one.find(".//" + qn("w:keepNext")) is not None for one in _last(node))
        kept += bool("".join(text.text or "" for text in node.iter(qn("w:t"))))
        node = node.getprevious()


def _last(node: Any) -> list[Any]:
    """A paragraph itself; of a table, the cells of its last row."""
    if node.tag == qn("w:tbl"):
        return list(node.findall(qn("w:tr"))[-1].iter(qn("w:p")))
    return [node]
