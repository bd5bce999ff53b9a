"""Pictures of handwritten signatures and of seals: PNG, seen through where nothing is drawn."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass, field
from typing import Final

from PIL import Image

from vinhdanh.documents.errors import DocumentError

_LARGEST: Final = 4 * 1024 * 1024
_MOST_PIXELS: Final = 4000 * 4000
_OPAQUE: Final = 255


@dataclass(frozen=True, slots=True)
class Picture:
    """A checked picture; its content is a secret of its owner and never printed."""

    image: Image.Image = field(repr=False)
    is_transparent: bool

    @property
    def warning(self) -> str:
        """What the owner should mend; empty when nothing."""
        if self.is_transparent:
            return ""
        return "Ảnh không có nền trong suốt nên sẽ che chữ bên dưới; hãy dùng ảnh PNG đã xóa nền."

    @property
    def ratio(self) -> float:
        """Height divided by width."""
        return self.image.height / self.image.width


def read_picture(png: bytes) -> Picture:
    """Return the picture of a PNG file.

    Raises:
        DocumentError: the file is no PNG, is damaged, or is too large.
    """
    if len(png) > _LARGEST:
        raise DocumentError("Ảnh chữ ký lớn hơn 4 MB; hãy thu nhỏ ảnh rồi chọn lại.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = _opened(png)
    except DocumentError:
        raise
    except Exception as error:
        raise DocumentError(
            "Không đọc được ảnh chữ ký; hãy dùng ảnh PNG nền trong suốt."
        ) from error
    alpha = image.getchannel("A").getextrema()[0]
    return Picture(image=image, is_transparent=float(str(alpha)) < _OPAQUE)


def _opened(png: bytes) -> Image.Image:
    with Image.open(io.BytesIO(png), formats=["PNG"]) as image:
        if image.width * image.height > _MOST_PIXELS:
            raise DocumentError("Ảnh chữ ký có quá nhiều điểm ảnh; hãy thu nhỏ ảnh rồi chọn lại.")
        return image.convert("RGBA")
