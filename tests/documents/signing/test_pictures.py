from __future__ import annotations

import io

import pytest
from PIL import Image

from vinhdanh.documents import DocumentError
from vinhdanh.documents.signing.pictures import read_picture
from vinhdanh.documents.signing.specimens import specimen_seal, specimen_signature


def png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, format="PNG")
    return out.getvalue()


def test_pictures_too_large() -> None:
    with pytest.raises(DocumentError, match="lớn hơn 4 MB"):
        read_picture(b"\x89PNG" + b"0" * 4 * 1024 * 1024)
    with pytest.raises(DocumentError, match="quá nhiều điểm ảnh"):
        read_picture(png(Image.new("1", (5000, 4000))))


@pytest.mark.parametrize("mode", ["RGB", "L", "RGBA", "P"])
def test_an_opaque_picture_is_warned_of(mode: str) -> None:
    ground = Image.new("RGB", (40, 20), "white").convert(mode)
    assert "nền trong suốt" in read_picture(png(ground)).warning


def test_a_picture_tells_nothing_of_its_content() -> None:
    picture = read_picture(specimen_signature())
    assert picture.warning == ""
    assert repr(picture) == "Picture(is_transparent=True)"
    assert picture.ratio == pytest.approx(260 / 600)
    assert read_picture(specimen_seal()).ratio == 1
