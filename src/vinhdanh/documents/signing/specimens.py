"""Pictures for demonstration and tests: a blue scribble, a seal that says it is none."""

from __future__ import annotations

import io
import math
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from vinhdanh.documents.typeface import FONT_DIR

_BLUE: Final = (20, 60, 170, 255)
_RED: Final = (205, 25, 25, 255)
_CLEAR: Final = (0, 0, 0, 0)
_SEAL: Final = 640
_WORDS: Final = ("MẪU THỬ", "KHÔNG CÓ", "GIÁ TRỊ")


def specimen_signature() -> bytes:
    """Return the PNG of a scribble, 600 × 260, transparent."""
    image = Image.new("RGBA", (600, 260), _CLEAR)
    points = [
        (30 + 540 * t, 130 + 90 * math.sin(17 * t) * (1 - t) - 40 * math.sin(40 * t) * t)
        for t in (step / 200 for step in range(201))
    ]
    draw = ImageDraw.Draw(image)
    draw.line(points, fill=_BLUE, width=9, joint="curve")
    draw.line([(60, 225), (520, 205)], fill=_BLUE, width=6)
    return _png(image)


def specimen_seal() -> bytes:
    """Return the PNG of a round red seal, transparent, with words instead of an emblem."""
    image = Image.new("RGBA", (_SEAL, _SEAL), _CLEAR)
    draw = ImageDraw.Draw(image)
    draw.ellipse((8, 8, _SEAL - 8, _SEAL - 8), outline=_RED, width=14)
    draw.ellipse((52, 52, _SEAL - 52, _SEAL - 52), outline=_RED, width=5)
    font = ImageFont.truetype(str(FONT_DIR / "LiberationSerif-Bold.ttf"), 84)
    for at, words in enumerate(_WORDS):
        draw.text((_SEAL / 2, 215 + 105 * at), words, fill=_RED, font=font, anchor="mm")
    return _png(image)


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, format="PNG")
    return out.getvalue()
