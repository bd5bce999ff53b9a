"""What holds for every kind of paper; a new kind is picked up by itself."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from docx.oxml.ns import qn
from tests.documents.geometry import Page, read_pages
from tests.documents.reading import squashed, word_document, word_text
from tests.documents.variants import MANY, with_empty_lists, with_long_names, with_many_rows

from vinhdanh.documents import (
    DocumentError,
    OfficialDocument,
    SignatureGrid,
    Table,
    document_text,
    facts_json,
    kinds,
    render_docx,
    render_pdf,
)
from vinhdanh.documents.layout import DECREE_30, MOTTO, NATION
from vinhdanh.documents.printed import head_rows, printed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vinhdanh.documents import Signature

SLUGS = sorted(kinds())
VARIANTS: dict[str, Callable[[Any], Any]] = {
    "example": lambda context: context,
    "long names": with_long_names,
    "many rows": with_many_rows,
    "empty lists": with_empty_lists,
}


@cache
def paper(slug: str, variant: str) -> OfficialDocument | None:
    """The paper, none where the kind has no list or refuses to go without one."""
    kind = kinds()[slug]
    context = VARIANTS[variant](kind.example())
    if context is None:
        return None
    try:
        return kind.build(context)
    except DocumentError:
        if variant == "empty lists":
            return None
        raise


def _is_there(slug: str, variant: str) -> bool:
    """Whether a variant makes a paper; what goes wrong is for the tests to say."""
    try:
        return paper(slug, variant) is not None
    except Exception:  # noqa: BLE001
        return True


@cache
def pages(slug: str, variant: str) -> tuple[OfficialDocument, list[Page]]:
    document = paper(slug, variant)
    assert document
    return document, read_pages(render_pdf(document))


PAPERS = [(slug, variant) for slug in SLUGS for variant in VARIANTS if _is_there(slug, variant)]
LONG = [slug for slug, variant in PAPERS if variant == "many rows"]


def tables(document: OfficialDocument) -> Iterator[Table]:
    for blocks in (document.blocks, *(one.blocks for one in document.appendices)):
        yield from (block for block in blocks if isinstance(block, Table))


def head_cells(table: Table) -> list[str]:
    return [squashed(cell.text) for row in head_rows(table) for cell in row]


def without_repeated_heads(document: OfficialDocument, found: list[Page]) -> str:
    """Text of all pages; a head at the top of a page is left out when it stood before."""
    heads = [head_cells(table) for table in tables(document)]
    text = ""
    for page in found:
        length = 0
        for cells in heads:
            head = "".join(cells)
            is_on_top = Counter(page.text[: len(head)]) == Counter(head)
            if is_on_top and all(cell in text for cell in cells):
                length = len(head)
        text += page.text[length:]
    return text


@pytest.mark.parametrize("slug", SLUGS)
def test_its_module_its_slug_and_its_example_go_together(slug: str) -> None:
    kind = kinds()[slug]
    assert kind.context.__module__ == f"vinhdanh.documents.kinds.{slug}"
    assert kind.name[:1].isupper()
    assert json.loads(facts_json(kind.read(facts_json(kind.example())))) == json.loads(
        facts_json(kind.example())
    )


@pytest.mark.parametrize(("slug", "variant"), PAPERS)
def test_pdf_says_what_the_model_says(slug: str, variant: str) -> None:
    document, found = pages(slug, variant)
    said = without_repeated_heads(document, found)
    wanted = squashed("".join(document_text(document)))
    assert Counter(said) - Counter(wanted) == Counter()
    assert Counter(wanted) - Counter(said) == Counter()


@pytest.mark.parametrize(("slug", "variant"), PAPERS)
def test_word_says_what_the_model_says(slug: str, variant: str) -> None:
    document = paper(slug, variant)
    assert document
    assert word_text(render_docx(document)) == squashed("".join(document_text(document)))


@pytest.mark.parametrize("slug", SLUGS)
def test_word_has_the_page_the_margins_and_the_repeating_heads(slug: str) -> None:
    document = paper(slug, "example")
    assert document
    word = word_document(render_docx(document))
    across = [document.landscape, *(one.landscape for one in document.appendices)]
    assert [section.page_width > section.page_height for section in word.sections] == across
    for section in word.sections:
        sides = (section.top_margin, section.bottom_margin, section.left_margin)
        assert [round(side.mm) for side in (*sides, section.right_margin)] == [20, 20, 30, 15]
        assert section.different_first_page_header_footer
    heads = [len(head_rows(table)) for table in tables(document)]
    ruled = [
        table for table in word.tables if table._tbl.tblPr.find(qn("w:tblBorders")) is not None
    ]
    repeated = [len(list(table._tbl.iter(qn("w:tblHeader")))) for table in ruled]
    assert repeated == heads


@pytest.mark.parametrize(("slug", "variant"), PAPERS)
def test_it_stays_between_the_margins(slug: str, variant: str) -> None:
    _document, found = pages(slug, variant)
    for page in found:
        assert sorted((round(page.width), round(page.height))) == [210, 297]
        assert min(char.left for char in page.chars) >= DECREE_30.margin_left - 0.5
        assert max(char.right for char in page.chars) <= page.width - DECREE_30.margin_right + 0.5
        assert (
            max(char.bottom for char in page.chars) <= page.height - DECREE_30.margin_bottom + 0.5
        )


@pytest.mark.parametrize(("slug", "variant"), PAPERS)
def test_pages_are_numbered_above_the_text_from_the_second(slug: str, variant: str) -> None:
    document, found = pages(slug, variant)
    expected = 0
    firsts = 0
    for page in found:
        printed_number = "".join(char.text for char in page.number)
        firsts += not printed_number
        expected = expected + 1 if printed_number else 1
        assert printed_number == (str(expected) if expected > 1 else "")
        if printed_number:
            middle = (DECREE_30.margin_left + page.width - DECREE_30.margin_right) / 2
            centre = (page.number[0].left + page.number[-1].right) / 2
            assert centre == pytest.approx(middle, abs=0.5)
    assert firsts == 1 + len(document.appendices)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_head_has_two_columns(slug: str) -> None:
    document, found = pages(slug, "example")
    layout = DECREE_30.turned() if document.landscape else DECREE_30
    first = found[0]
    middle = layout.margin_left + layout.text_width / 2
    if document.header:
        left = layout.margin_left + layout.header_left / 2
        assert first.centre_of(squashed(document.header.issuer[0])) == pytest.approx(left, abs=1)
        middle = layout.margin_left + layout.header_left + layout.header_right / 2
    for line in (NATION, MOTTO):
        assert first.centre_of(squashed(line)) == pytest.approx(middle, abs=1)


@pytest.mark.parametrize("slug", LONG)
def test_table_heads_repeat(slug: str) -> None:
    document, found = pages(slug, "many rows")
    longest = max(tables(document), key=lambda table: len(table.rows), default=None)
    if longest is None or len(longest.rows) < MANY:
        return  # what is many stands in no table, such as signatures
    cells = head_cells(longest)
    holding = [page for page in found if all(cell in page.text for cell in cells)]
    assert len(found) > 2
    assert len(holding) >= len(found) - 3


@pytest.mark.parametrize(("slug", "variant"), PAPERS)
def test_signatures_are_never_torn(slug: str, variant: str) -> None:
    document, found = pages(slug, variant)
    sheet = printed(document)
    for cells in _signing(sheet.blocks):
        parts = [part for one in cells for part in (*one.lines, one.name) if part]
        assert any(all(squashed(part) in page.text for part in parts) for page in found)
    if sheet.signature:
        parts = [*sheet.signature.lines, sheet.signature.name, *sheet.recipients]
        assert any(all(squashed(part) in page.text for part in parts) for page in found)


def _signing(blocks: tuple[Any, ...]) -> Iterator[tuple[Signature, ...]]:
    for block in blocks:
        if isinstance(block, SignatureGrid):
            for at in range(0, len(block.cells), block.columns):
                yield block.cells[at : at + block.columns]
