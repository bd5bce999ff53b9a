"""A picture of a paper somebody sent: turned upright, made small, kept as a JPEG."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from PIL import Image, ImageOps, UnidentifiedImageError

from vinhdanh.kernel.errors import DomainError
from vinhdanh.web.uploads import kind_of

MOST_PIXELS: Final = 80_000_000
LONGEST_SIDE: Final = 2000
QUALITY: Final = 82


def upright_jpeg(data: bytes, *, name: str) -> bytes:
    """Return a picture as a JPEG of at most 2,000 pixels a side.

    Raises:
        DomainError: it is no JPG or PNG, is damaged, or has too many pixels.
    """
    if kind_of(data) not in ("jpg", "png"):
        raise DomainError(
            f"Tệp {name} không phải ảnh JPG hay PNG: hãy quét hoặc chụp phôi rồi chọn lại.",
            field="scan",
        )
    try:
        with Image.open(BytesIO(data), formats=("JPEG", "PNG")) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise DomainError(
                    f"Ảnh {name} lớn quá ({picture.width} × {picture.height} điểm ảnh): hãy quét"
                    " lại ở 300 điểm một inch.",
                    field="scan",
                )
            upright = _on_white(ImageOps.exif_transpose(picture))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise DomainError(
            f"Ảnh {name} bị hỏng nên không mở được: hãy quét hoặc chụp lại.", field="scan"
        ) from error
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    out = BytesIO()
    upright.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()


def _on_white(picture: Image.Image) -> Image.Image:
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    ground = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(ground, picture.convert("RGBA")).convert("RGB")
