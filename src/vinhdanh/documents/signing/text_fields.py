"""Text fields of a PDF: added empty, filled once in the letters of the line around them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

from pyhanko.pdf_utils.content import RawContent
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.reader import PdfFileReader

from vinhdanh.documents.signing import measures as mm
from vinhdanh.documents.signing.lettering import set_in_type
from vinhdanh.documents.signing.tags import tag_widget
from vinhdanh.documents.signing.untyped import generic as pdf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vinhdanh.documents.signing.blanks import Blank

_READ_ONLY: Final = 1
_PRINTED: Final = 4
_DIGIT: Final = 0.5
"""Width of a digit by the size of the font."""


def add_text_field(writer: Any, name: str, blank: Blank, *, title: str) -> None:
    """Add an empty field over a blank, in the tags of the paper."""
    page = writer.find_page_for_modification(blank.box.page)[0]
    width, height = _size(blank)
    left, low = blank.box.left * mm.POINTS_PER_MM, blank.box.bottom * mm.POINTS_PER_MM
    sides = (left, low, left + width, low + height)
    empty = RawContent(b"", box=BoxConstraints(width=width, height=height)).as_form_xobject()
    widget = writer.add_object(
        pdf.DictionaryObject(
            {
                pdf.NameObject("/Type"): pdf.NameObject("/Annot"),
                pdf.NameObject("/Subtype"): pdf.NameObject("/Widget"),
                pdf.NameObject("/FT"): pdf.NameObject("/Tx"),
                pdf.NameObject("/T"): pdf.TextStringObject(name),
                pdf.NameObject("/TU"): pdf.TextStringObject(title),
                pdf.NameObject("/F"): pdf.NumberObject(_PRINTED),
                pdf.NameObject("/DA"): pdf.TextStringObject(f"/TiRo {blank.size:g} Tf 0 g"),
                pdf.NameObject("/Rect"): pdf.ArrayObject(
                    pdf.FloatObject(f"{side:.2f}") for side in sides
                ),
                pdf.NameObject("/P"): page,
                pdf.NameObject("/AP"): _look(writer.add_object(empty)),
            }
        )
    )
    form = _form(writer)
    form["/Fields"].append(widget)
    writer.update_container(form["/Fields"])
    writer.register_annotation(page, widget)
    tag_widget(writer, widget, page)


def fill_text_field(writer: Any, name: str, blank: Blank, *, word: str) -> None:
    """Write a word into a field, in the letters around it, and close the field."""
    width, height = _size(blank)
    size = min(blank.size, width / (len(word) * _DIGIT))
    data = {
        "word": word, "size": size, "italic": blank.is_italic, "right": blank.is_flush_right,
        "width": width, "height": height,
    }  # fmt: skip
    drawing = PdfFileReader(io.BytesIO(set_in_type("letters", data)))
    (widget,) = (one for one in _text_fields(writer.root) if one.get("/T") == name)
    widget[pdf.NameObject("/V")] = pdf.TextStringObject(word)
    widget[pdf.NameObject("/Ff")] = pdf.NumberObject(_READ_ONLY)
    widget[pdf.NameObject("/AP")] = _look(writer.import_page_as_xobject(drawing))
    writer.update_container(widget)


def _size(blank: Blank) -> tuple[float, float]:
    """Return width and height in points."""
    return blank.box.width * mm.POINTS_PER_MM, blank.box.height * mm.POINTS_PER_MM


def _look(drawing: Any) -> Any:
    return pdf.DictionaryObject({pdf.NameObject("/N"): drawing})


def _form(writer: Any) -> Any:
    if "/AcroForm" not in writer.root:
        empty = pdf.DictionaryObject({pdf.NameObject("/Fields"): pdf.ArrayObject()})
        writer.root[pdf.NameObject("/AcroForm")] = writer.add_object(empty)
        writer.update_root()
    return writer.root["/AcroForm"]


def text_values(root: Any) -> dict[str, str]:
    """Return what stands in the text fields of a file, by name."""
    return {str(one.get("/T")): str(one.get("/V", "")) for one in _text_fields(root)}


def _text_fields(root: Any) -> Iterator[Any]:
    if "/AcroForm" not in root or "/Fields" not in root["/AcroForm"]:
        return
    for one in root["/AcroForm"]["/Fields"]:
        found = one.get_object()
        if found.get("/FT") == "/Tx":
            yield found
