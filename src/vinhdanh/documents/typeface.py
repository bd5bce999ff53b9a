"""The shipped faces of Liberation Serif: which characters they hold and how wide they are.

Liberation Serif 2.1 has the widths of Times New Roman, so a length computed here is right
in the PDF and in Word alike.
"""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path
from typing import Final, Literal

FONT_DIR: Final = Path(__file__).parent / "fonts"
FAMILY: Final = "Liberation Serif"
WORD_FAMILY: Final = "Times New Roman"

Style = Literal["Regular", "Bold", "Italic", "BoldItalic"]
STYLES: Final[tuple[Style, ...]] = ("Regular", "Bold", "Italic", "BoldItalic")
MM_PER_POINT: Final = 25.4 / 72
LINE: Final = 0.891 + 0.216
"""Height of a line of letters, in ems."""


class Face:
    """One font file: its character map and its advance widths."""

    def __init__(self, path: Path) -> None:
        data = path.read_bytes()
        tables = _table_directory(data)
        self._glyphs = _character_map(data, tables[b"cmap"])
        self._units_per_em: int = struct.unpack_from(">H", data, tables[b"head"] + 18)[0]
        (wide_count,) = struct.unpack_from(">H", data, tables[b"hhea"] + 34)
        pairs = struct.unpack_from(f">{wide_count * 2}H", data, tables[b"hmtx"])
        self._advances: tuple[int, ...] = pairs[::2]

    def has(self, char: str) -> bool:
        """Tell whether the face draws the character."""
        return ord(char) in self._glyphs

    def width_mm(self, text: str, size: float) -> float:
        """Return the length in millimetres of text set at size points, without kerning."""
        units = sum(self._advance(char) for char in text)
        return units / self._units_per_em * size * MM_PER_POINT

    def _advance(self, char: str) -> int:
        glyph = self._glyphs.get(ord(char), 0)
        return self._advances[min(glyph, len(self._advances) - 1)]


@cache
def face(style: Style = "Regular") -> Face:
    """Return a shipped face, read once."""
    return Face(FONT_DIR / f"LiberationSerif-{style}.ttf")


@cache
def is_drawable(char: str) -> bool:
    """Tell whether every shipped face draws the character."""
    return all(face(style).has(char) for style in STYLES)


def _table_directory(data: bytes) -> dict[bytes, int]:
    (count,) = struct.unpack_from(">H", data, 4)
    entries = (struct.unpack_from(">4sLLL", data, 12 + 16 * at) for at in range(count))
    return {tag: offset for tag, _sum, offset, _length in entries}


def _character_map(data: bytes, table: int) -> dict[int, int]:
    """Read the Unicode map of the Basic Multilingual Plane (cmap format 4)."""
    (count,) = struct.unpack_from(">H", data, table + 2)
    for at in range(count):
        platform, encoding, offset = struct.unpack_from(">HHL", data, table + 4 + 8 * at)
        if (platform, encoding) == (3, 1):
            return _segments(data, table + offset)
    message = "font without a Unicode character map"
    raise ValueError(message)


def _segments(data: bytes, start: int) -> dict[int, int]:
    (double_count,) = struct.unpack_from(">H", data, start + 6)
    count = double_count // 2
    ends_at, starts_at = start + 14, start + 16 + double_count
    deltas_at, offsets_at = starts_at + double_count, starts_at + 2 * double_count
    glyphs: dict[int, int] = {}
    for at in range(count):
        (last,) = struct.unpack_from(">H", data, ends_at + 2 * at)
        (first,) = struct.unpack_from(">H", data, starts_at + 2 * at)
        (delta,) = struct.unpack_from(">H", data, deltas_at + 2 * at)
        here = offsets_at + 2 * at
        (offset,) = struct.unpack_from(">H", data, here)
        for code in range(first, last + 1):
            glyph = code
            if offset:
                (glyph,) = struct.unpack_from(">H", data, here + offset + 2 * (code - first))
            if offset and not glyph:
                continue
            if (glyph + delta) & 0xFFFF:
                glyphs[code] = (glyph + delta) & 0xFFFF
    glyphs.pop(0xFFFF, None)
    return glyphs
