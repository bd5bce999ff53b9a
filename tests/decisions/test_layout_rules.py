from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from vinhdanh.decisions.layout_rules import BOX_WORDS, findings
from vinhdanh.documents import A4_LANDSCAPE, CodeBox, layout_named, layout_names


@pytest.mark.parametrize("name", layout_names())
def test_ours_keep_the_rules_and_every_box_has_words(name: str) -> None:
    layout = layout_named(name)
    assert list(findings(layout)) == []
    assert {name for name, _box in layout.boxes} == set(BOX_WORDS)


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"x": -1}, "signer-x", "ra ngoài mép trái của giấy: hãy ghi số không âm."),
        ({"y": 209}, "signer-y", "kéo tới 215 mm, quá khổ giấy 210 mm"),
        ({"width": 1}, "signer-width", "nhỏ quá: hãy ghi ít nhất 2 mm."),
        ({"height": 0}, "signer-height", "nhỏ quá: hãy ghi ít nhất 2 mm."),
        ({"size": 300}, "signer-size", "là 300: hãy ghi từ 4 đến 120."),
        ({"least": 20}, "signer-least", "là 20: hãy ghi từ 4 đến cỡ chữ của ô (14)."),
    ],
)
def test_a_box_stays_on_the_page(changes: dict[str, Any], field: str, sentence: str) -> None:
    boxes = dict(A4_LANDSCAPE.boxes)
    boxes["signer"] = replace(boxes["signer"], **changes)
    (found,) = findings(replace(A4_LANDSCAPE, boxes=tuple(boxes.items())))
    assert found.field == field
    assert found.sentence.startswith(("Ô “Tên người ký”", "Cỡ chữ"))
    assert sentence in found.sentence


def test_page_offset_and_code_are_held_too() -> None:
    odd = replace(
        A4_LANDSCAPE, boxes=(), width=700, offset_y=-30.5, qr=CodeBox(x=1, y=200, side=18)
    )
    assert [(one.field, one.sentence) for one in findings(odd)] == [
        ("width", "Khổ giấy là 700 mm: hãy ghi từ 50 đến 600 mm."),
        ("offset_y", "Khoảng dời là -30,5 mm: hãy ghi từ -20 đến 20 mm."),
        (
            "qr-y",
            "Ô “Mã tra cứu” kéo tới 220,7 mm, quá khổ giấy 210 mm: hãy dời hoặc thu nhỏ ô.",
        ),
    ]
