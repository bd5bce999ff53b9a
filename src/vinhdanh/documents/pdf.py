"""An official document as PDF/A-2a and PDF/UA-1."""

from __future__ import annotations

from dataclasses import asdict, fields, is_dataclass
from typing import TYPE_CHECKING, Any, Final

from vinhdanh.documents import layout as paper
from vinhdanh.documents import lines
from vinhdanh.documents.model import Level
from vinhdanh.documents.printed import printed
from vinhdanh.documents.typesetting import file_time, typeset

if TYPE_CHECKING:
    from vinhdanh.documents.layout import Layout
    from vinhdanh.documents.model import Appendix, OfficialDocument
    from vinhdanh.documents.printed import Sheet

_SUBJECT_SHARE: Final = 0.92
"""The subject of a letter keeps clear of the column with the date."""


def render_pdf(document: OfficialDocument, layout: Layout = paper.DECREE_30) -> bytes:
    """Return the document as PDF/A-2a and PDF/UA-1, laid out by Decree 30/2020.

    Raises:
        DocumentError: the text holds a character that cannot be printed.
    """
    sheet = printed(document)
    layout = layout.within_frame() if sheet.framed else layout
    return typeset(
        "document", _data(sheet, layout), made_at=file_time(document.date, document.year)
    )


def _data(sheet: Sheet, layout: Layout) -> dict[str, Any]:
    data: dict[str, Any] = tagged(sheet)
    main = layout.turned() if sheet.landscape else layout
    _set_centred(data, main, layout)
    _rank(data["blocks"], below=1 if sheet.kind_name else 0)
    for one in data["appendices"]:
        _rank(one["blocks"], below=1)
    data["layout"] = asdict(layout)
    data["header_columns"] = [main.header_left, main.header_right]
    data["fixed"] = {
        "nation": paper.NATION,
        "motto": paper.MOTTO,
        "recipients_word": paper.RECIPIENTS_WORD,
        "empty": paper.EMPTY_TABLE,
        "stamp_ink": paper.STAMP_INK,
        "frame_ink": paper.FRAME_INK,
    }
    data["title"] = f"{sheet.kind_name} {sheet.abstract or sheet.letter_subject}".strip()
    data["author"] = " ".join(sheet.issuer)
    data["rules"] = {
        "issuer": lines.issuer_rule(sheet, main),
        "motto": lines.motto_rule(layout),
        "abstract": lines.abstract_rule(sheet, main),
        "references": [_reference_rule(one, layout) for one in sheet.appendices],
    }
    return data


def _rank(blocks: list[dict[str, Any]], *, below: int) -> None:
    """Give headings outline ranks that never skip one, as PDF/UA asks; a letter has no title."""
    levels = list(Level)
    last = below
    for block in blocks:
        if block["is"] == "Heading":
            last = min(levels.index(block["level"]) + 2, last + 1)
            block["rank"] = last


def _set_centred(data: dict[str, Any], main: Layout, layout: Layout) -> None:
    """Break the centred texts into lines of like length."""
    full = main.text_width
    data["abstract"] = lines.broken(data["abstract"], "Bold", layout.title, full)
    size, column = layout.letter_subject, main.header_left * _SUBJECT_SHARE
    data["letter_subject"] = lines.broken(data["letter_subject"], "Regular", size, column)
    for block in data["blocks"]:
        if block["is"] == "Heading" and block["level"] == Level.PART:
            block["text"] = lines.broken(block["text"], "Bold", layout.text, full)
    for one in data["appendices"]:
        width = layout.inner_width(landscape=one["landscape"])
        one["title"] = lines.broken(one["title"], "Bold", layout.title, width)
        one["reference"] = lines.broken(one["reference"], "Italic", layout.text, width)


def _reference_rule(appendix: Appendix, layout: Layout) -> float:
    width = layout.inner_width(landscape=appendix.landscape)
    return lines.reference_rule(appendix.reference, layout, width)


def tagged(value: Any) -> Any:
    """Return dataclasses as plain data with their class name under "is"."""
    if isinstance(value, tuple):
        return [tagged(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        data = {field.name: tagged(getattr(value, field.name)) for field in fields(value)}
        return data | {"is": type(value).__name__}
    return value
