"""Draw every kind of paper and every layout of certificates, small, on a few sheets.

    python tools/contact_sheets.py

Each kind with its example: the first page, and the second where tables, lists or signatures go
on there. The sheets replace docs/images/kinds-*.png; docs/documents.md shows them. It needs
`make install` and nothing else.
"""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from vinhdanh.documents import (
    example_certificates,
    kinds,
    layout_named,
    layout_names,
    page_count,
    preview_png,
    render_certificates,
    render_pdf,
)
from vinhdanh.documents.typeface import FONT_DIR

IMAGES: Final = Path(__file__).parents[1] / "docs" / "images"
ACROSS: Final = 3
UPRIGHT, LYING = (304, 430), (340, 241)
"""Pixels of an A4 page on the sheet."""
CAPTION: Final = 26
GAP: Final = 14
DPI: Final = 110
GROUND, EDGE, INK = "#f4f1ea", "#857d70", "#1f2328"
MOST_BYTES: Final = 150_000
COLOURS: Final = (128, 64, 32, 16, 12, 8)


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be shown, with what is written under it."""

    caption: str
    picture: Image.Image

    @property
    def is_upright(self) -> bool:
        """Whether the page is higher than wide."""
        return self.picture.height > self.picture.width


def papers() -> list[Page]:
    """Return the pages of every kind."""
    found = []
    for slug, kind in kinds().items():
        pdf = render_pdf(kind.build(kind.example()))
        found.append(_page(slug, pdf, 1))
        if page_count(pdf) > 1:
            found.append(_page(f"{slug}, 2", pdf, 2))
    return found


def certificates() -> list[Page]:
    """Return the page of every layout."""
    one = [
        replace(
            example_certificates()[0],
            check_address="https://xa.example.vn/kiem-tra/1F-7KQ2M9X4TB/",
            check_code="1F-7KQ2M9X4TB",
        )
    ]
    return [
        _page(f"--layout {name}", render_certificates(one, layout_named(name)), 1)
        for name in layout_names()
    ]


def _page(caption: str, pdf: bytes, number: int) -> Page:
    png = preview_png(pdf, number, dpi=DPI)
    return Page(caption, Image.open(io.BytesIO(png)).convert("RGB"))


def sheets() -> list[Image.Image]:
    """Return upright pages nine to a sheet, then those that lie, then the certificates."""
    found = papers()
    upright = [page for page in found if page.is_upright]
    lying = [page for page in found if not page.is_upright]
    return [
        *(sheet(nine, UPRIGHT) for nine in batched(upright, 9)),
        *(sheet(twelve, LYING) for twelve in batched(lying, 12)),
        sheet(certificates(), LYING),
    ]


def batched(found: list[Page], most: int) -> list[list[Page]]:
    """Return the pages in order, so many together."""
    return [found[first : first + most] for first in range(0, len(found), most)]


def sheet(shown: list[Page], cell: tuple[int, int]) -> Image.Image:
    """Return pages three in a row, each over its caption."""
    rows = -(-len(shown) // ACROSS)
    step = (cell[0] + GAP, cell[1] + CAPTION + GAP)
    drawn = Image.new("RGB", (GAP + ACROSS * step[0], GAP + rows * step[1]), GROUND)
    pen = ImageDraw.Draw(drawn)
    font = ImageFont.truetype(str(FONT_DIR / "LiberationSerif-Regular.ttf"), 17)
    for at, page in enumerate(shown):
        left, top = GAP + at % ACROSS * step[0], GAP + at // ACROSS * step[1]
        page.picture.thumbnail(cell, Image.Resampling.LANCZOS)
        drawn.paste(page.picture, (left, top))
        right, bottom = left + page.picture.width - 1, top + page.picture.height - 1
        pen.rectangle((left, top, right, bottom), outline=EDGE)
        pen.text((left, bottom + 4), page.caption, fill=INK, font=font)
    return drawn


def small(picture: Image.Image) -> bytes:
    """Return a picture as PNG, in as many colours as the size allows."""
    for colours in COLOURS:
        out = io.BytesIO()
        picture.quantize(colours, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        if out.tell() <= MOST_BYTES:
            return out.getvalue()
    raise SystemExit("A sheet is too heavy even in few colours: show fewer pages or smaller ones.")


def main() -> None:
    """Write the sheets anew."""
    drawn = [(one, small(one)) for one in sheets()]
    for old in IMAGES.glob("kinds-*.png"):
        old.unlink()
    for number, (one, data) in enumerate(drawn, start=1):
        name = f"kinds-{number}.png"
        (IMAGES / name).write_bytes(data)
        sys.stdout.write(f"{name}  {one.width}×{one.height}  {len(data) // 1000} kB\n")


if __name__ == "__main__":
    main()
