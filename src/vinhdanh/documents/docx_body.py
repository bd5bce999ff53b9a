"""Body of a document in Word: header grid, title, blocks, signatures, recipients."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vinhdanh.documents import layout as paper
from vinhdanh.documents import lines, wordml
from vinhdanh.documents.docx_table import ruled_table
from vinhdanh.documents.model import (
    Block,
    Heading,
    Level,
    PageBreak,
    Paragraph,
    Signature,
    SignatureColumns,
    Table,
)
from vinhdanh.documents.printed import heading_lines
from vinhdanh.documents.wordml import Cell, Setting, TableRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.oxml.xmlchemy import BaseOxmlElement

    from vinhdanh.documents.layout import Layout
    from vinhdanh.documents.model import Appendix
    from vinhdanh.documents.printed import Sheet

CENTRED: Final = Setting(align="center")
_MM_PER_POINT: Final = 25.4 / 72
_ADDRESSEE_INDENT: Final = 30.0


def sheet_head(sheet: Sheet, layout: Layout) -> Iterator[BaseOxmlElement]:
    """Write everything above the first paragraph of the content."""
    yield _header_grid(sheet, layout)
    yield spacer(layout.after_header)
    if sheet.kind_name:
        size = layout.title
        outline = Setting(align="center", keep_next=True, outline=1)
        yield wordml.paragraph((wordml.run(sheet.kind_name, size, bold=True),), outline)
        abstract = lines.broken(sheet.abstract, "Bold", size, layout.text_width)
        yield _line(abstract, size, bold=True)
        yield wordml.rule(
            layout.rule_thickness, lines.abstract_rule(sheet, layout), layout.text_width
        )
        yield spacer(10)
    yield from _addressees(sheet, layout)
    if sheet.authority_line:
        setting = Setting(align="center", before=6, after=12, keep_next=True)
        yield wordml.paragraph((wordml.run(sheet.authority_line, layout.text, bold=True),), setting)
    for base in sheet.bases:
        setting = Setting(
            align="justify", first_line=layout.first_line_indent, after=layout.paragraph_space
        )
        yield wordml.paragraph((wordml.run(base, layout.text, italic=True),), setting)


def sheet_foot(sheet: Sheet, layout: Layout) -> Iterator[BaseOxmlElement]:
    """Write recipients to the left and the signature to the right, never torn apart."""
    if not (sheet.signature or sheet.recipients):
        return
    yield spacer(8, keep_next=True)
    yield _two_columns(
        list(_recipients(sheet, layout)) or [spacer(1)],
        list(_signed(sheet.signature, layout)) if sheet.signature else [spacer(1)],
        layout,
    )


def appendix_body(appendix: Appendix, layout: Layout, width: float) -> Iterator[BaseOxmlElement]:
    """Write an appendix: label, title, reference with its rule, blocks."""
    if appendix.label:
        yield _line(appendix.label, layout.appendix_label, bold=True)
    outline = Setting(align="center", keep_next=True, outline=1)
    title = lines.broken(appendix.title, "Bold", layout.title, width)
    yield wordml.paragraph((wordml.run(title, layout.title, bold=True),), outline)
    if appendix.reference:
        reference = lines.broken(appendix.reference, "Italic", layout.text, width)
        yield wordml.paragraph((wordml.run(reference, layout.text, italic=True),), CENTRED)
        length = lines.reference_rule(appendix.reference, layout, width)
        yield wordml.rule(layout.rule_thickness, length, width)
    yield spacer(8)
    for block in appendix.blocks:
        yield from block_elements(block, layout, width)


def block_elements(block: Block, layout: Layout, width: float) -> Iterator[BaseOxmlElement]:
    """Write one block."""
    match block:
        case Heading():
            yield from _heading(block, layout)
        case Paragraph():
            yield _paragraph(block, layout)
        case Table():
            if block.caption:
                setting = Setting(align="center", before=6, after=6, keep_next=True)
                yield wordml.paragraph(
                    (wordml.run(block.caption, layout.text, bold=True),), setting
                )
            yield ruled_table(block, layout, width)
            yield spacer(layout.paragraph_space)
        case SignatureColumns():
            yield spacer(8, keep_next=True)
            yield _two_signatures(block, layout)
        case PageBreak():
            yield wordml.paragraph((), Setting(page_break=True, exact=1))
        case _:
            pass


def spacer(points: float, *, keep_next: bool = False) -> BaseOxmlElement:
    """Return an empty paragraph of a height in points."""
    return wordml.paragraph((wordml.run("", 1),), Setting(exact=points, keep_next=keep_next))


def _line(
    text: str, size: float, *, bold: bool = False, italic: bool = False, align: str = "center"
) -> BaseOxmlElement:
    return wordml.paragraph(
        (wordml.run(text, size, bold=bold, italic=italic),), Setting(align=align)
    )


def _header_grid(sheet: Sheet, layout: Layout) -> BaseOxmlElement:
    thin = layout.rule_thickness
    left = [_line(text, layout.body_name) for text in sheet.parent]
    left += [_line(text, layout.body_name, bold=True) for text in sheet.issuer]
    left.append(wordml.rule(thin, lines.issuer_rule(sheet, layout), layout.header_left))
    right = [_line(paper.NATION, layout.nation, bold=True)]
    right.append(_line(paper.MOTTO, layout.motto, bold=True))
    right.append(wordml.rule(thin, lines.motto_rule(layout), layout.header_right))
    below = [spacer(7), _line(sheet.number, layout.number)]
    if sheet.letter_subject:
        setting = Setting(align="center", before=6)
        below.append(
            wordml.paragraph((wordml.run(sheet.letter_subject, layout.letter_subject),), setting)
        )
    day = [spacer(7), _line(sheet.place_date, layout.place_date, italic=True)]
    rows = [_top_row(left, right), _top_row(below, day)]
    return wordml.table((layout.header_left, layout.header_right), rows)


def _top_row(left: list[BaseOxmlElement], right: list[BaseOxmlElement]) -> TableRow:
    return TableRow(cells=(Cell(content=left, vertical="top"), Cell(content=right, vertical="top")))


def _addressees(sheet: Sheet, layout: Layout) -> Iterator[BaseOxmlElement]:
    if len(sheet.addressees) == 1:
        setting = Setting(align="center", after=layout.paragraph_space)
        yield wordml.paragraph((wordml.run(sheet.addressees[0], layout.text),), setting)
        return
    for at, text in enumerate(sheet.addressees):
        indent = _ADDRESSEE_INDENT + (20 if at else 0)
        yield wordml.paragraph((wordml.run(text, layout.text),), Setting(left=indent))


def _heading(block: Heading, layout: Layout) -> Iterator[BaseOxmlElement]:
    centre = block.level is Level.PART
    rank = list(Level).index(block.level) + 2
    texts = heading_lines(block)
    for at, text in enumerate(texts, start=1):
        setting = Setting(
            align="center" if centre else "justify",
            first_line=0 if centre else layout.first_line_indent,
            after=layout.paragraph_space if at == len(texts) else 0,
            keep_next=True,
            outline=rank,
        )
        set_text = lines.broken(text, "Bold", layout.text, layout.text_width) if centre else text
        yield wordml.paragraph((wordml.run(set_text, layout.text, bold=True),), setting)


def _paragraph(block: Paragraph, layout: Layout) -> BaseOxmlElement:
    runs = [
        wordml.run(one.text, layout.text, bold=one.bold, italic=one.italic) for one in block.runs
    ]
    if block.label:
        runs.insert(0, wordml.run(f"{block.label} ", layout.text, bold=block.bold_label))
    setting = Setting(
        align=block.align,
        first_line=layout.first_line_indent if block.indent else 0,
        after=layout.paragraph_space,
        keep_next=block.with_next,
    )
    return wordml.paragraph(runs, setting)


def _signed(signature: Signature, layout: Layout) -> Iterator[BaseOxmlElement]:
    yield from _position(signature, layout)
    yield _name(signature, layout)


def _position(signature: Signature, layout: Layout) -> Iterator[BaseOxmlElement]:
    for line in signature.lines:
        yield wordml.paragraph(
            (wordml.run(line, layout.signature, bold=True),),
            Setting(align="center", keep_next=True),
        )


def _name(signature: Signature, layout: Layout) -> BaseOxmlElement:
    room = layout.signature_space / _MM_PER_POINT
    setting = Setting(align="center", before=room)
    return wordml.paragraph((wordml.run(signature.name, layout.signature, bold=True),), setting)


def _recipients(sheet: Sheet, layout: Layout) -> Iterator[BaseOxmlElement]:
    if not sheet.recipients:
        return
    word = wordml.run(paper.RECIPIENTS_WORD, layout.recipients_word, bold=True, italic=True)
    yield wordml.paragraph((word,), Setting())
    for line in sheet.recipients:
        yield wordml.paragraph((wordml.run(line, layout.recipients),), Setting())


def _two_signatures(block: SignatureColumns, layout: Layout) -> BaseOxmlElement:
    """Write two signatures whose names stand on one line."""
    half = layout.text_width / 2
    pair = (block.left, block.right)
    positions = [list(_position(one, layout)) for one in pair]
    names = [[_name(one, layout)] for one in pair]
    return wordml.table((half, half), [_top_row(*positions), _top_row(*names)])


def _two_columns(
    left: list[BaseOxmlElement], right: list[BaseOxmlElement], layout: Layout
) -> BaseOxmlElement:
    half = layout.text_width / 2
    return wordml.table((half, half), [_top_row(left, right)])
