"""Where every text of a certificate stands, so that a commune can move it.

The pattern is Decision 01/2026/QĐ-TTg, Article 61: A4 across, ornamented border without
corner ornaments outside it, white ground; and Article 62 for the A5 "Gia đình văn hóa".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

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


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateLayout:
    """Page, printer offset, mode, emblem and the boxes by field name."""

    width: float
    height: float
    boxes: tuple[tuple[str, TextBox], ...]
    mode: Mode = "full"
    offset_x: float = 0
    offset_y: float = 0
    emblem: bytes = b""
    """PNG or SVG of the official emblem; without it a neutral lotus star is drawn."""
    flags: bool = False
    """A row of red flags on both sides of the emblem, as for "Chiến sĩ thi đua cơ sở"."""
    emblem_top: float = 18.5
    emblem_height: float = 15

    def overlay(self, offset_x: float = 0, offset_y: float = 0) -> CertificateLayout:
        """Return the layout for a preprinted blank, shifted to suit the printer."""
        return replace(self, mode="overlay", offset_x=offset_x, offset_y=offset_y)

    def with_flags(self) -> CertificateLayout:
        """Return the layout with red flags beside the emblem (Article 61.1.b)."""
        return replace(self, flags=True)

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
        )


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


_BOXES: Final = (
    ("nation", TextBox(x=48, y=35.6, width=201, height=5.6, size=13, least=9, preprinted=True)),
    ("motto", TextBox(x=48, y=41.2, width=201, height=6, size=14, least=9, preprinted=True)),
    (
        "authority",
        TextBox(
            x=28, y=51.2, width=241, height=7.9, size=19, least=11, colour="red", preprinted=True
        ),
    ),
    ("grant", TextBox(x=48, y=60.8, width=201, height=6.6, size=15, least=10, preprinted=True)),
    (
        "honour",
        TextBox(
            x=28, y=67.4, width=241, height=16.6, size=40, least=18, colour="red", anchor="middle",
            preprinted=True,
        ),
    ),
    ("recipient", TextBox(x=32, y=84.5, width=233, height=15, size=22, least=11, anchor="bottom")),
    (
        "place",
        TextBox(x=32, y=100.5, width=233, height=12, size=15, least=10, italic=True, bold=False),
    ),
    (
        "citation",
        TextBox(x=32, y=112.5, width=233, height=14, size=16, least=9, bold=False, anchor="middle"),
    ),
    (
        "decision",
        TextBox(x=32, y=172.5, width=110, height=5.2, size=12, least=8, align="left", italic=True),
    ),
    (
        "book",
        TextBox(x=32, y=178.5, width=110, height=5.2, size=12, least=8, align="left", italic=True),
    ),
    ("date", TextBox(x=158, y=129.5, width=107, height=5.6, size=13, least=9, italic=True)),
    ("position", TextBox(x=158, y=135.5, width=107, height=11.2, size=13, least=8)),
    ("signer", TextBox(x=158, y=178, width=107, height=6, size=14, least=9, anchor="bottom")),
)  # fmt: skip

A4_LANDSCAPE: Final = CertificateLayout(width=297, height=210, boxes=_BOXES)
"""Giấy khen and emulation titles (Decision 01/2026/QĐ-TTg, Articles 61 and 63)."""

A5_LANDSCAPE: Final = A4_LANDSCAPE.scaled(210, 148)
""""Gia đình văn hóa" (Decision 01/2026/QĐ-TTg, Article 62)."""
