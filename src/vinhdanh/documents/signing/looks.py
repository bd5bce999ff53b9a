"""Where pictures stand around a signature, and how pyHanko is told to draw them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyhanko.pdf_utils.images import PdfImage
from pyhanko.pdf_utils.layout import AxisAlignment, InnerScaling, Margins, SimpleBoxLayoutRule
from pyhanko.stamp import StaticStampStyle

from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.signing import measures as mm
from vinhdanh.documents.signing.places import Box

if TYPE_CHECKING:
    from pyhanko.pdf_utils.content import PdfContent

    from vinhdanh.documents.signing.pictures import Picture


def person_box(space: Box, picture: Picture) -> Box:
    """Return the picture's place: as large as fits, in the middle of the space (ô 7c)."""
    height = space.height - 2 * mm.PICTURE_AIR
    width = min(height / picture.ratio, mm.PICTURE_MAX_WIDTH)
    return _around(space.page, space.middle, (space.bottom + space.top) / 2, width, picture.ratio)


def usual_box(space: Box) -> Box:
    """Return where a signature made elsewhere most likely stands."""
    width = space.height * mm.USUAL_RATIO
    return _around(
        space.page, space.middle, (space.bottom + space.top) / 2, width, 1 / mm.USUAL_RATIO
    )


def seal_box(person: Box, picture: Picture, width: float) -> Box:
    """Return the seal's place: in its real size over the left third of the signature (ô 8).

    Raises:
        DocumentError: it would leave the page.
    """
    return _seal(person, width, picture.ratio)


def round_box(person: Box, width: float) -> Box:
    """Return the place of a round seal that nobody has seen yet.

    Raises:
        DocumentError: it would leave the page.
    """
    return _seal(person, width, 1)


def _seal(person: Box, width: float, ratio: float) -> Box:
    right = person.left + person.width * mm.SEAL_OVERLAP
    middle = right - width / 2
    box = _around(person.page, middle, (person.bottom + person.top) / 2, width, ratio)
    if box.left < 0 or box.bottom < 0:
        raise DocumentError(
            f"Dấu rộng {width:.0f} mm không vừa trang; hãy kiểm tra kích thước thật của con dấu."
        )
    return box


def _around(page: int, x: float, y: float, width: float, ratio: float) -> Box:
    height = width * ratio
    return Box(page, x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def drawn(content: PdfContent) -> StaticStampStyle:
    """Return a stamp that fills its box with the content, opaque and without a frame."""
    return StaticStampStyle(
        border_width=0,
        background=content,
        background_opacity=1.0,
        background_layout=SimpleBoxLayoutRule(
            x_align=AxisAlignment.ALIGN_MID,
            y_align=AxisAlignment.ALIGN_MID,
            margins=Margins(),
            inner_content_scaling=InnerScaling.STRETCH_TO_FIT,
        ),
    )


def pictured(picture: Picture) -> StaticStampStyle:
    """Return a stamp that is the picture."""
    return drawn(PdfImage(picture.image))
