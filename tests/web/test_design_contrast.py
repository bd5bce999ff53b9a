"""Every pair of colours that text or a control is drawn in can be read by tired eyes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import vinhdanh

CSS = Path(vinhdanh.__file__).parent / "web" / "static" / "vinhdanh" / "css"
GROUNDS = ("paper", "paper-deep", "surface")
TINTS = ("info-tint", "good-tint", "care-tint", "stop-tint", "lacquer-tint", "gold-tint")
TEXT_PAIRS = [
    *[(ink, ground) for ink in ("ink", "muted") for ground in (*GROUNDS, *TINTS)],
    *[(ink, ground) for ink in ("info", "lacquer", "lacquer-deep") for ground in GROUNDS],
    *[(state, ground) for state in ("good", "care", "stop") for ground in GROUNDS],
    *[(state, f"{state}-tint") for state in ("info", "good", "care", "stop")],
    *[("info", tint) for tint in TINTS],
    ("lacquer-deep", "lacquer-tint"),
    ("care", "gold-tint"),
    ("on-dark", "lacquer"),
    ("on-dark", "lacquer-deep"),
    ("on-dark", "good"),
]
CONTROL_PAIRS = [
    *[(edge, ground) for edge in ("line-control", "focus", "lacquer") for ground in GROUNDS],
    ("gold", "surface"),
    ("good", "surface"),
    ("stop", "stop-tint"),
    ("care", "care-tint"),
]


def tokens() -> dict[str, str]:
    css = (CSS / "tokens.css").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for name, colour in re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", css):
        found.setdefault(name, colour)
    return found


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_is_readable(ink: str, ground: str) -> None:
    colours = tokens()
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize(("edge", "ground"), CONTROL_PAIRS)
def test_edges_of_controls_are_seen(edge: str, ground: str) -> None:
    colours = tokens()
    assert contrast(colours[edge], colours[ground]) >= 3


def test_gold_is_no_ink() -> None:
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", "".join(sheets().values()))
    inked = [
        selector.strip()
        for selector, body in rules
        if re.search(r"(?<![-\w])color: var\(--gold\)", body)
    ]
    assert sorted(inked) == [".empty-mark", "progress"], "only ornaments are gold"


def test_no_sheet_names_its_own_colours() -> None:
    for name, css in sheets().items():
        if name in {"tokens.css", "print.css"}:
            continue
        loose = set(re.findall(r"#[0-9a-f]{3,8}\b", css)) - PALE_EDGES
        assert not loose, f"{name} has colours that are no tokens: {loose}"


PALE_EDGES = {"#e3cf9e", "#bcdac9", "#e6cf9a", "#bcd3ea"}
"""Edges of pills: ornament round a word that already stands on its tint."""


def sheets() -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(CSS.glob("*.css"))}
