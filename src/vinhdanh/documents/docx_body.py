"""Body of a document in Word: blocks and appendices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.documents import lines, wordml
from vinhdanh.documents.docx_foot import signature_grid
from vinhdanh.documents.docx_pieces import CENTRED, line, spacer
from vinhdanh.documents.docx_table import ruled_table
from vinhdanh.documents.model import (
    Block,
    Heading,
    Level,
    PageBreak,
    Paragraph,
    SignatureGrid,
    Table,
    WritingLines,
)
from vinhdanh.documents.printed import heading_lines
from vinhdanh.documents.wordml import Setting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.oxml.xmlchemy import BaseOxmlElement

    from vinhdanh.documents.layout import Layout
    from vinhdanh.documents.model import Appendix


def appendix_body(appendix: Appendix, layout: Layout) -> Iterator[BaseOxmlElement]:
    """Write an appendix: label, title, reference with its rule, blocks."""
    if appendix.label:
        yield line(appendix.label, layout.appendix_label, bold=True)
    outline = Setting(align="center", keep_next=True, outline=1)
    width = layout.text_width
    title = lines.broken(appendix.title, "Bold", layout.title, width)
    yield wordml.paragraph((wordml.run(title, layout.title, bold=True),), outline)
    if appendix.reference:
        reference = lines.broken(appendix.reference, "Italic", layout.text, width)
        yield wordml.paragraph((wordml.run(reference, layout.text, italic=True),), CENTRED)
        length = lines.reference_rule(appendix.reference, layout, width)
        yield wordml.rule(layout.rule_thickness, length, width)
    yield spacer(8)
    for block in appendix.blocks:
        yield from block_elements(block, layout)


def block_elements(block: Block, layout: Layout) -> Iterator[BaseOxmlElement]:
    """Write one block over the width of the layout."""
    match block:
        case Heading():
            yield from _heading(block, layout)
        case Paragraph():
            yield _paragraph(block, layout)
        case Table():
            yield from _table(block, layout)
        case SignatureGrid():
            yield from signature_grid(block, layout)
        case WritingLines():
            height, keep = layout.writing_line, block.with_next
            yield from (wordml.dotted_line(height, keep_next=keep) for _ in range(block.count))
            yield spacer(layout.paragraph_space, keep_next=keep)
        case PageBreak():
            yield wordml.paragraph((), Setting(page_break=True, exact=1))
        case _:
            pass


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


def _table(block: Table, layout: Layout) -> Iterator[BaseOxmlElement]:
    if block.caption:
        setting = Setting(align="center", before=6, after=6, keep_next=True)
        yield wordml.paragraph((wordml.run(block.caption, layout.text, bold=True),), setting)
    yield ruled_table(block, layout, layout.text_width)
    yield spacer(layout.paragraph_space, keep_next=block.with_next)


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
