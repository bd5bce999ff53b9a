"""Words set in our own font, small enough for their box, to be drawn in a PDF."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

import typst
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.reader import PdfFileReader

from vinhdanh.documents.typeface import FAMILY, FONT_DIR

_FOLDER: Final = Path(__file__).parent


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


def set_in_type(template: str, data: dict[str, Any]) -> bytes:
    """Return a small PDF, untagged, of a template of this folder."""
    source = _FOLDER / f"{template}.typ"
    return bytes(
        typst.compile(
            str(source),
            root=str(_FOLDER),
            font_paths=[str(FONT_DIR)],
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"data": json.dumps({**data, "font": FAMILY}, ensure_ascii=False)},
            pdf_tags=False,
        )
    )
