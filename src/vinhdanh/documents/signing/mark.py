"""The text mark on attachments in files of their own: number, symbol, time of signing."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

import typst
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.reader import PdfFileReader

from vinhdanh.documents.cleaning import clean_text
from vinhdanh.documents.signing import measures as mm
from vinhdanh.documents.signing.places import Box
from vinhdanh.documents.typeface import FAMILY, FONT_DIR

if TYPE_CHECKING:
    from datetime import datetime

_TEMPLATE: Final = Path(__file__).parent / "mark.typ"


class TypesetContent(PdfContent):
    """The first page of a small PDF, drawn as it is; its letters bring their font along."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__()
        self._pdf = pdf

    def render(self) -> bytes:
        """Return the operator that draws the page."""
        writer = self._ensure_writer
        page = writer.import_page_as_xobject(PdfFileReader(io.BytesIO(self._pdf)))
        name = f"/Page{uuid4().hex}"
        self.resources.xobject[name] = page
        left, low, right, high = (float(side) for side in page.get_object()["/BBox"])
        self.box = BoxConstraints(width=right - left, height=high - low)
        return f"{name} Do".encode()


def mark_lines(number: str, at: datetime) -> tuple[str, str]:
    """Return what the mark says: number and symbol, then the time in Vietnam (ISO 8601)."""
    return (
        clean_text(number, "số và ký hiệu văn bản"),
        at.astimezone(mm.VIETNAM_TIME).isoformat(timespec="seconds"),
    )


def mark_content(lines: tuple[str, ...]) -> TypesetContent:
    """Return the lines set in 10 pt upright black."""
    data: dict[str, Any] = {
        "lines": lines,
        "width": mm.MARK_WIDTH,
        "height": mm.MARK_HEIGHT,
        "font": FAMILY,
    }
    pdf = typst.compile(
        str(_TEMPLATE),
        root=str(_TEMPLATE.parent),
        font_paths=[str(FONT_DIR)],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_tags=False,
    )
    return TypesetContent(bytes(pdf))


def mark_box(width: float, height: float) -> Box:
    """Return the mark's place at the top right of the first page of that size."""
    right, top = width - mm.MARK_RIGHT, height - mm.MARK_TOP
    return Box(0, right - mm.MARK_WIDTH, top - mm.MARK_HEIGHT, right, top)
