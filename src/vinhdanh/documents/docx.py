"""An official document as an editable Word file, from the same model as the PDF."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from vinhdanh.documents import layout as paper
from vinhdanh.documents import wordml
from vinhdanh.documents.docx_body import appendix_body, block_elements
from vinhdanh.documents.docx_foot import sheet_foot
from vinhdanh.documents.docx_head import sheet_head
from vinhdanh.documents.docx_pieces import CENTRED, MM_PER_POINT, spacer
from vinhdanh.documents.printed import printed
from vinhdanh.documents.typeface import WORD_FAMILY
from vinhdanh.documents.typesetting import file_time
from vinhdanh.documents.wordml import Setting

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import Section

    from vinhdanh.documents.layout import Layout
    from vinhdanh.documents.model import Appendix, OfficialDocument
    from vinhdanh.documents.printed import Sheet

_ZIP_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


def render_docx(document: OfficialDocument, layout: Layout = paper.DECREE_30) -> bytes:
    """Return the document as a Word file that a clerk can edit.

    Raises:
        DocumentError: the text holds a character that cannot be printed.
    """
    sheet = printed(document)
    layout = layout.within_frame() if sheet.framed else layout
    word = docx.Document()
    _set_styles(word, layout)
    main = layout.turned() if sheet.landscape else layout
    _set_page(word.sections[0], main)
    if sheet.framed:
        _set_frame(word)
    _write(word, _main(sheet, main))
    if sheet.contact:
        _set_contact(word.sections[0], sheet.contact, layout)
    for appendix in sheet.appendices:
        _write_appendix(word, appendix, layout)
    _set_properties(word, sheet, file_time(document.date, document.year))
    out = BytesIO()
    word.save(out)
    return _repacked(out.getvalue())


def _main(sheet: Sheet, layout: Layout) -> Iterable[BaseOxmlElement]:
    yield from sheet_head(sheet, layout)
    for block in sheet.blocks:
        yield from block_elements(block, layout)
    yield from sheet_foot(sheet, layout)
    if not sheet.appendices:
        yield spacer(1)


def _write(word: Document, elements: Iterable[BaseOxmlElement]) -> None:
    body: Any = word.element.body
    for one in elements:
        body.insert_element_before(one, "w:sectPr")


def _write_appendix(word: Document, appendix: Appendix, layout: Layout) -> None:
    section = word.add_section(WD_SECTION.NEW_PAGE)
    word.paragraphs[-1].paragraph_format.line_spacing = Pt(1)
    turned = layout.turned() if appendix.landscape else layout
    _turn(section, turned)
    if not word.sections[0].first_page_footer.is_linked_to_previous:
        _without_contact(section, layout)
    _restart_numbers(word)
    _write(word, appendix_body(appendix, turned))
    _write(word, (spacer(1),))


def _set_frame(word: Document) -> None:
    """Draw a border round the page, as near to the printed ornament as Word can."""
    sides = ("top", "left", "bottom", "right")
    ink = paper.FRAME_INK.removeprefix("#")
    lines = (
        wordml.element(side, val="thickThinMediumGap", sz="36", space="28", color=ink)
        for side in sides
    )
    section: Any = word.element.body.find(qn("w:sectPr"))
    section.insert_element_before(
        wordml.element("pgBorders", *lines, offsetFrom="page"), "w:cols", "w:titlePg", "w:docGrid"
    )


def _set_contact(section: Section, contact: str, layout: Layout) -> None:
    """Write box 13 into the foot of the first page, on the lines of the text area."""
    section.footer_distance = Mm(layout.margin_bottom)
    footer = section.first_page_footer
    footer.is_linked_to_previous = False
    parent: Any = footer.paragraphs[0].part.element
    written = wordml.run(contact, layout.contact)
    setting = Setting(
        align="center",
        before=layout.contact_gap / MM_PER_POINT,
        top_rule=layout.rule_thickness,
    )
    parent.replace(parent.find(qn("w:p")), wordml.paragraph((written,), setting))


def _without_contact(section: Section, layout: Layout) -> None:
    """Keep box 13 off the first page of an appendix."""
    section.first_page_footer.is_linked_to_previous = False
    section.footer_distance = Mm(layout.page_number_from_top)


def _restart_numbers(word: Document) -> None:
    """Number the pages of the last section from 1 (Annex I, III.1.đ)."""
    section: Any = word.element.body.find(qn("w:sectPr"))
    for old in section.findall(qn("w:pgNumType")):
        section.remove(old)
    section.insert_element_before(
        wordml.element("pgNumType", start="1"), "w:cols", "w:titlePg", "w:docGrid"
    )


def _set_page(section: Section, layout: Layout) -> None:
    _turn(section, layout)
    section.top_margin, section.bottom_margin = Mm(layout.margin_top), Mm(layout.margin_bottom)
    section.left_margin, section.right_margin = Mm(layout.margin_left), Mm(layout.margin_right)
    section.header_distance = Mm(layout.page_number_from_top)
    section.footer_distance = Mm(layout.page_number_from_top)
    section.different_first_page_header_footer = True
    old = section.header.paragraphs[0]
    number = wordml.paragraph(wordml.page_field(layout.page_number), CENTRED)
    parent: Any = old.part.element
    parent.replace(parent.find(qn("w:p")), number)


def _turn(section: Section, layout: Layout) -> None:
    across = layout.page_width > layout.page_height
    section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(layout.page_width), Mm(layout.page_height)


def _set_styles(word: Document, layout: Layout) -> None:
    normal: Any = word.styles["Normal"]
    normal.font.name = WORD_FAMILY
    normal.font.size = Pt(layout.text)
    fonts = normal.element.rPr.rFonts
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), WORD_FAMILY)
    normal.paragraph_format.space_after = Pt(0)
    styles: Any = word.styles.element
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), "vi-VN")


def _set_properties(word: Document, sheet: Sheet, moment: datetime) -> None:
    core = word.core_properties
    core.title = f"{sheet.kind_name} {sheet.abstract or sheet.letter_subject}".strip()
    core.author = core.last_modified_by = " ".join(sheet.issuer)
    core.comments = ""
    core.language = "vi-VN"
    core.created = core.modified = moment.replace(tzinfo=None)


def _repacked(data: bytes) -> bytes:
    """Return the package with fixed times inside, so that equal papers are equal files."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = ZipInfo(name, _ZIP_EPOCH)
            info.compress_type = ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return out.getvalue()
