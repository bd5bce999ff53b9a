"""What a layout of certificates must keep to, so that a printer can print it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vinhdanh.documents import CertificateLayout, CodeBox, TextBox

BOX_WORDS: Final = {
    "nation": "Quốc hiệu",
    "motto": "Tiêu ngữ",
    "authority": "Thẩm quyền khen thưởng",
    "grant": "Dòng “Tặng”",
    "honour": "Tên danh hiệu, hình thức",
    "recipient": "Tên người nhận",
    "place": "Chức vụ, đơn vị, địa chỉ",
    "citation": "Thành tích",
    "decision": "Số quyết định",
    "book": "Số sổ vàng",
    "date": "Địa danh, ngày tháng",
    "position": "Chức vụ người ký",
    "signer": "Tên người ký",
}
"""What the boxes hold, in the words of the pages."""
CODE: Final = "qr"
CODE_WORDS: Final = "Mã tra cứu"
LEAST_PAGE, MOST_PAGE = 50, 600
"""Millimetres."""
MOST_OFFSET = 20
LEAST_SIDE = 2
"""Millimetres of a box's shorter side."""
LEAST_SIZE, MOST_SIZE = 4, 120
"""Points."""
SLACK = 0.05
"""Millimetres that rounding may cost."""


class Finding(NamedTuple):
    """A field, as forms name it, and the sentence for it."""

    field: str
    sentence: str


def findings(layout: CertificateLayout) -> Iterator[Finding]:
    """Yield what is wrong with a layout, each at its field (`width`, `signer-x`)."""
    yield from _ranged(layout, ("width", "height"), (LEAST_PAGE, MOST_PAGE), "Khổ giấy")
    yield from _ranged(layout, ("offset_x", "offset_y"), (-MOST_OFFSET, MOST_OFFSET), "Khoảng dời")
    for name, box in layout.boxes:
        yield from _box_findings(name, box, layout)
    if layout.qr:
        yield from _placed(CODE, layout.qr, (layout.qr.side, layout.qr.height), layout)


def _box_findings(name: str, box: TextBox, layout: CertificateLayout) -> Iterator[Finding]:
    words = BOX_WORDS.get(name, name)
    yield from _placed(name, box, (box.width, box.height), layout)
    if not LEAST_SIZE <= box.size <= MOST_SIZE:
        yield Finding(
            f"{name}-size",
            f"Cỡ chữ của ô “{words}” là {_shown(box.size)}: hãy ghi từ {LEAST_SIZE} đến"
            f" {MOST_SIZE}.",
        )
    if not LEAST_SIZE <= box.least <= box.size:
        yield Finding(
            f"{name}-least",
            f"Cỡ chữ nhỏ nhất của ô “{words}” là {_shown(box.least)}: hãy ghi từ {LEAST_SIZE} đến"
            f" cỡ chữ của ô ({_shown(box.size)}).",
        )


def _placed(
    name: str, box: TextBox | CodeBox, sides: tuple[float, float], layout: CertificateLayout
) -> Iterator[Finding]:
    """Yield where a box leaves the page, or is none."""
    words = CODE_WORDS if name == CODE else BOX_WORDS.get(name, name)
    axes = (("x", box.x, "width", "mép trái"), ("y", box.y, "height", "mép trên"))
    for side, (axis, start, length, edge) in zip(sides, axes, strict=True):
        page = getattr(layout, length)
        field = length if name != CODE else "side"
        if side < LEAST_SIDE:
            yield Finding(
                f"{name}-{field}",
                f"Ô “{words}” nhỏ quá: hãy ghi ít nhất {LEAST_SIDE} mm.",
            )
        elif start < 0:
            yield Finding(
                f"{name}-{axis}",
                f"Ô “{words}” ra ngoài {edge} của giấy: hãy ghi số không âm.",
            )
        elif start + side > page + SLACK:
            yield Finding(
                f"{name}-{axis}",
                f"Ô “{words}” kéo tới {_shown(start + side)} mm, quá khổ giấy {_shown(page)} mm:"
                " hãy dời hoặc thu nhỏ ô.",
            )


def _ranged(
    layout: CertificateLayout, fields: tuple[str, ...], limits: tuple[int, int], words: str
) -> Iterator[Finding]:
    values = asdict(layout)
    least, most = limits
    for field in fields:
        if not least <= values[field] <= most:
            yield Finding(
                field,
                f"{words} là {_shown(values[field])} mm: hãy ghi từ {least} đến {most} mm.",
            )


def _shown(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".").replace(".", ",")
