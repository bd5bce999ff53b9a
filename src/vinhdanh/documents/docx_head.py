"""Head of a document in Word: body and Quốc hiệu, title, addressees, legal bases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vinhdanh.documents import layout as paper
from vinhdanh.documents import lines, wordml
from vinhdanh.documents.docx_pieces import MM_PER_POINT, line, spacer, stamp, top_row
from vinhdanh.documents.wordml import Setting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.oxml.xmlchemy import BaseOxmlElement

    from vinhdanh.documents.layout import Layout
    from vinhdanh.documents.printed import Sheet

_ADDRESSEE_INDENT: Final = 30.0


def sheet_head(sheet: Sheet, layout: Layout) -> Iterator[BaseOxmlElement]:
    """Write everything above the first paragraph of the content."""
    yield from _header_grid(sheet, layout) if sheet.issuer else _nation_alone(sheet, layout)
    yield spacer(layout.after_header)
    if sheet.kind_name:
        ink = paper.FRAME_INK.removeprefix("#") if sheet.framed else ""
        outline = Setting(align="center", keep_next=True, outline=1)
        name = wordml.run(sheet.kind_name, layout.kind_name, bold=True, ink=ink)
        yield wordml.paragraph((name,), outline)
        if sheet.abstract:
            yield from _abstract(sheet, layout)
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


def _abstract(sheet: Sheet, layout: Layout) -> Iterator[BaseOxmlElement]:
    yield line(
        lines.broken(sheet.abstract, "Bold", layout.title, layout.text_width),
        layout.title,
        bold=True,
    )
    length = lines.abstract_rule(sheet, layout)
    yield wordml.rule(layout.rule_thickness, length, layout.text_width)


def _header_grid(sheet: Sheet, layout: Layout) -> Iterator[BaseOxmlElement]:
    left = [line(text, layout.body_name) for text in sheet.parent]
    left += [line(text, layout.body_name, bold=True) for text in sheet.issuer]
    length = lines.issuer_rule(sheet, layout)
    left.append(wordml.rule(layout.rule_thickness, length, layout.header_left))
    right = list(_nation(layout, layout.header_right))
    below = [spacer(7), line(sheet.number, layout.number)]
    if sheet.letter_subject:
        setting = Setting(align="center", before=6)
        size = layout.letter_subject
        subject = lines.broken(sheet.letter_subject, "Regular", size, layout.header_left)
        below.append(wordml.paragraph((wordml.run(subject, size),), setting))
    for one in sheet.stamps:
        below += [spacer(layout.stamp_gap / MM_PER_POINT), stamp(one, layout, layout.header_left)]
    day = [spacer(7), line(sheet.place_date, layout.place_date, italic=True)]
    rows = [top_row(left, right), top_row(below, day)]
    yield wordml.table((layout.header_left, layout.header_right), rows)


def _nation(layout: Layout, width: float) -> Iterator[BaseOxmlElement]:
    yield line(paper.NATION, layout.nation, bold=True)
    yield line(paper.MOTTO, layout.motto, bold=True)
    yield wordml.rule(layout.rule_thickness, lines.motto_rule(layout), width)


def _nation_alone(sheet: Sheet, layout: Layout) -> Iterator[BaseOxmlElement]:
    """Write Quốc hiệu in the middle: a paper of a person, not of a body."""
    yield from _nation(layout, layout.text_width)
    if sheet.place_date:
        yield spacer(7)
        yield line(sheet.place_date, layout.place_date, italic=True, align="right")


def _addressees(sheet: Sheet, layout: Layout) -> Iterator[BaseOxmlElement]:
    if len(sheet.addressees) == 1:
        setting = Setting(align="center", after=layout.paragraph_space)
        yield wordml.paragraph((wordml.run(sheet.addressees[0], layout.text),), setting)
        return
    for at, text in enumerate(sheet.addressees):
        indent = _ADDRESSEE_INDENT + (20 if at else 0)
        yield wordml.paragraph((wordml.run(text, layout.text),), Setting(left=indent))
