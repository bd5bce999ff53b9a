"""Where every text of a certificate stands, so that a commune can move it.

The pattern is Decision 01/2026/QĐ-TTg, Article 61: A4 across, ornamented border without
corner ornaments outside it, white ground; and Article 62 for the A5 "Gia đình văn hóa".
The layouts themselves are data: `data/layouts`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from vinhdanh.documents.typeface import LINE, MM_PER_POINT

Mode = Literal["full", "overlay"]
Colour = Literal["black", "red"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBox:
    """A box in millimetres from the upper left corner; text shrinks until it fits."""

    x: float
    y: float
    width: float
    height: float
    size: float
    least: float
    """Size below which the text is not shrunk."""
    align: Literal["left", "center", "right"] = "center"
    anchor: Literal["top", "middle", "bottom"] = "top"
    bold: bool = True
    italic: bool = False
    colour: Colour = "black"
    preprinted: bool = False
    """True for what a bought blank already carries; left out in overlay mode."""
    shown: bool = True
    """False for a text that this layout never prints."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeBox:
    """Where the QR code of a certificate stands, in millimetres; its letters stand under it."""

    x: float
    y: float
    side: float
    size: float = 7
    """Points of the letters; they shrink to the width of the code."""
    least: float = 4.5

    @property
    def height(self) -> float:
        """Return the height of the code and of the line under it."""
        return self.side + self.size * LINE * MM_PER_POINT


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateLayout:
    """Page, printer offset, mode, emblem and the boxes by field name."""

    width: float
    height: float
    boxes: tuple[tuple[str, TextBox], ...]
    title: str = ""
    mode: Mode = "full"
    offset_x: float = 0
    offset_y: float = 0
    emblem: bytes = b""
    """PNG or SVG of the official emblem; without it a neutral lotus star is drawn."""
    flags: bool = False
    """A row of red flags on both sides of the emblem, as for "Chiến sĩ thi đua cơ sở"."""
    emblem_top: float = 18.5
    emblem_height: float = 15
    qr: CodeBox | None = None

    def overlay(self, offset_x: float = 0, offset_y: float = 0) -> CertificateLayout:
        """Return the layout for a preprinted blank, shifted to suit the printer."""
        return replace(self, mode="overlay", offset_x=offset_x, offset_y=offset_y)

    def with_flags(self) -> CertificateLayout:
        """Return the layout with red flags beside the emblem (Article 61.1.b)."""
        return replace(self, flags=True)

    def printed_boxes(self) -> tuple[tuple[str, TextBox], ...]:
        """Return the boxes this mode prints."""
        return tuple(
            (name, box)
            for name, box in self.boxes
            if box.shown and (self.mode == "full" or not box.preprinted)
        )

    def scaled(self, width: float, height: float) -> CertificateLayout:
        """Return the layout on another page of the same shape."""
        factor = width / self.width
        return replace(
            self,
            width=width,
            height=height,
            boxes=tuple((name, _scaled(box, factor)) for name, box in self.boxes),
            emblem_top=self.emblem_top * factor,
            emblem_height=self.emblem_height * factor,
            qr=_code(self.qr, factor) if self.qr else None,
        )

    def fitted_to(self, width: float, height: float) -> CertificateLayout:
        """Return the layout on a page of any shape, its boxes as large as they can be there."""
        factor = min(width / self.width, height / self.height)
        scaled = self.scaled(self.width * factor, self.height * factor)
        return replace(scaled, width=width, height=height)


def _scaled(box: TextBox, factor: float) -> TextBox:
    return replace(
        box,
        x=box.x * factor,
        y=box.y * factor,
        width=box.width * factor,
        height=box.height * factor,
        size=box.size * factor,
        least=box.least * factor,
    )


def _code(box: CodeBox, factor: float) -> CodeBox:
    return replace(
        box,
        x=box.x * factor,
        y=box.y * factor,
        side=box.side * factor,
        size=box.size * factor,
        least=box.least * factor,
    )
