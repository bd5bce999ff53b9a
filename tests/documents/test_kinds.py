"""What holds for every kind of paper; a new kind is picked up by itself.

Each paper is rendered once and all is asked of it in one test: workers share nothing.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from docx.oxml.ns import qn
from tests.documents.geometry import Page, lines_before, read_pages
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
from vinhdanh.documents.printed import Sheet, grid_rows, head_rows, printed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SLUGS = sorted(kinds())
VARIANTS: dict[str, Callable[[Any], Any]] = {
    "example": lambda context: context,
    "long names": with_long_names,
    "many rows": with_many_rows,
    "empty lists": with_empty_lists,
}


@dataclass(frozen=True, slots=True)
class Made:
    """A paper and its pages."""

    document: OfficialDocument
    sheet: Sheet
    pages: list[Page]

    @property
    def tables(self) -> list[Table]:
        every = (self.document.blocks, *(one.blocks for one in self.document.appendices))
        return [block for blocks in every for block in blocks if isinstance(block, Table)]

    def page_with(self, parts: list[str]) -> Page | None:
        wanted = [squashed(part) for part in parts if part]
        return next((page for page in self.pages if all(p in page.text for p in wanted)), None)


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


PAPERS = [(slug, variant) for slug in SLUGS for variant in VARIANTS if _is_there(slug, variant)]


@pytest.mark.parametrize("slug", SLUGS)
def test_its_module_its_slug_and_its_example_go_together(slug: str) -> None:
    kind = kinds()[slug]
    assert kind.context.__module__ == f"vinhdanh.documents.kinds.{slug}"
    assert kind.name[:1].isupper()
    assert json.loads(facts_json(kind.read(facts_json(kind.example())))) == json.loads(
        facts_json(kind.example())
    )


@pytest.mark.parametrize(("slug", "variant"), PAPERS)
def test_the_paper_in_pdf(slug: str, variant: str) -> None:
    document = paper(slug, variant)
    assert document
    made = Made(document, printed(document), read_pages(render_pdf(document)))
    says_what_the_model_says(made)
    stays_between_the_margins(made)
    numbers_pages_above_the_text_from_the_second(made)
    keeps_signatures_whole_and_under_two_lines(made)
    if variant == "example":
        has_a_head_of_two_columns(made)
    if variant == "many rows":
        repeats_the_heads_of_tables(made)


@pytest.mark.parametrize(("slug", "variant"), PAPERS)
def test_the_paper_in_word(slug: str, variant: str) -> None:
    document = paper(slug, variant)
    assert document
    data = render_docx(document)
    assert word_text(data) == squashed("".join(document_text(document)))
    if variant == "example":
        word_has_the_page_the_margins_and_the_repeating_heads(document, word_document(data))


def says_what_the_model_says(made: Made) -> None:
    said = Counter(without_repeated_heads(made))
    wanted = Counter(squashed("".join(document_text(made.document))))
    assert said - wanted == Counter()
    assert wanted - said == Counter()


def without_repeated_heads(made: Made) -> str:
    """Text of all pages; a head at the top of a page is left out when it stood before."""
    heads = [head_cells(table) for table in made.tables]
    text = ""
    for page in made.pages:
        length = 0
        for cells in heads:
            head = "".join(cells)
            is_on_top = Counter(page.text[: len(head)]) == Counter(head)
            if is_on_top and all(cell in text for cell in cells):
                length = len(head)
        text += page.text[length:]
    return text


def head_cells(table: Table) -> list[str]:
    return [squashed(cell.text) for row in head_rows(table) for cell in row]


def stays_between_the_margins(made: Made) -> None:
    for page in made.pages:
        assert sorted((round(page.width), round(page.height))) == [210, 297]
        assert min(char.left for char in page.chars) >= DECREE_30.margin_left - 0.5
        assert max(char.right for char in page.chars) <= page.width - DECREE_30.margin_right + 0.5
        assert (
            max(char.bottom for char in page.chars) <= page.height - DECREE_30.margin_bottom + 0.5
        )


def numbers_pages_above_the_text_from_the_second(made: Made) -> None:
    expected = 0
    firsts = 0
    for page in made.pages:
        printed_number = "".join(char.text for char in page.number)
        firsts += not printed_number
        expected = expected + 1 if printed_number else 1
        assert printed_number == (str(expected) if expected > 1 else "")
        if printed_number:
            middle = (DECREE_30.margin_left + page.width - DECREE_30.margin_right) / 2
            centre = (page.number[0].left + page.number[-1].right) / 2
            assert centre == pytest.approx(middle, abs=0.5)
    assert firsts == 1 + len(made.document.appendices)


def keeps_signatures_whole_and_under_two_lines(made: Made) -> None:
    for parts in signing(made.sheet):
        page = made.page_with(parts)
        assert page
        assert lines_before([page], squashed(parts[0])) >= 2


def signing(sheet: Sheet) -> Iterator[list[str]]:
    """What is to stand together, from the upper line on."""
    for block in sheet.blocks:
        if isinstance(block, SignatureGrid):
            for cells in grid_rows(block):
                yield [part for one in cells for part in (*one.lines, one.name)]
    if sheet.signature:
        yield [*sheet.signature.lines, sheet.signature.name, *sheet.recipients]


def has_a_head_of_two_columns(made: Made) -> None:
    layout = DECREE_30.within_frame() if made.document.framed else DECREE_30
    layout = layout.turned() if made.document.landscape else layout
    first = made.pages[0]
    middle = layout.margin_left + layout.text_width / 2
    if made.document.header:
        left = layout.margin_left + layout.header_left / 2
        issuer = squashed(made.document.header.issuer[0])
        assert first.centre_of(issuer) == pytest.approx(left, abs=1)
        middle = layout.margin_left + layout.header_left + layout.header_right / 2
    for line in (NATION, MOTTO):
        assert first.centre_of(squashed(line)) == pytest.approx(middle, abs=1)


def repeats_the_heads_of_tables(made: Made) -> None:
    longest = max(made.tables, key=lambda table: len(table.rows), default=None)
    if longest is None or len(longest.rows) < MANY:
        return  # what is many stands in no table, such as signatures
    cells = head_cells(longest)
    holding = [page for page in made.pages if all(cell in page.text for cell in cells)]
    assert len(made.pages) > 3
    assert len(holding) >= len(made.pages) - 3


def word_has_the_page_the_margins_and_the_repeating_heads(
    document: OfficialDocument, word: Any
) -> None:
    across = [document.landscape, *(one.landscape for one in document.appendices)]
    assert [section.page_width > section.page_height for section in word.sections] == across
    for section in word.sections:
        sides = (section.top_margin, section.bottom_margin, section.left_margin)
        margins = [23, 20, 34, 34] if document.framed else [20, 20, 30, 15]
        assert [round(side.mm) for side in (*sides, section.right_margin)] == margins
        assert section.different_first_page_header_footer
    every = (document.blocks, *(one.blocks for one in document.appendices))
    heads = [
        len(head_rows(block)) for blocks in every for block in blocks if isinstance(block, Table)
    ]
    ruled = [
        table for table in word.tables if table._tbl.tblPr.find(qn("w:tblBorders")) is not None
    ]
    assert [len(list(table._tbl.iter(qn("w:tblHeader")))) for table in ruled] == heads
