"""What cells of a workbook refer to: texts, fonts and formats."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from lxml import etree  # type: ignore[import-untyped]

Runs: TypeAlias = tuple[tuple[str, str], ...]
"""Pieces of one text, each with its font, empty where the cell's own holds."""

_DATE_IDS = frozenset({*range(14, 18), 22, *range(27, 37), *range(50, 59)})
_PERCENT_IDS = frozenset({9, 10})
_LITERAL = re.compile(r"\"[^\"]*\"|\[[^\]]*\]|\\.|_.|\*.")
_DATE_LETTERS = re.compile(r"[dy]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """What a cell's style says that matters here."""

    font: str = ""
    is_date: bool = False
    is_percent: bool = False


PLAIN = Style()


def styles_of(root: etree._Element) -> list[Style]:
    """Return the styles in the order in which cells name them."""
    formats = {
        _int(node.get("numFmtId")): node.get("formatCode") or ""
        for node in root.iterfind("{*}numFmts/{*}numFmt")
    }
    fonts = [_font(node) for node in root.iterfind("{*}fonts/{*}font")]
    styles = []
    for node in root.iterfind("{*}cellXfs/{*}xf"):
        number, font = _int(node.get("numFmtId")), _int(node.get("fontId"))
        code = _LITERAL.sub("", formats.get(number, ""))
        styles.append(
            Style(
                fonts[font] if font < len(fonts) else "",
                number in _DATE_IDS or _DATE_LETTERS.search(code) is not None,
                number in _PERCENT_IDS or "%" in code,
            )
        )
    return styles


def texts_of(root: etree._Element) -> list[Runs]:
    """Return the shared texts."""
    return [runs_of(node) for node in root.iterfind("{*}si")]


def runs_of(node: etree._Element) -> Runs:
    """Return a text (si or is) as pieces with their fonts; reading aids are left out."""
    plain = node.find("{*}t")
    if plain is not None:
        return ((plain.text or "", ""),)
    return tuple(
        ("".join(piece.text or "" for piece in run.iterfind("{*}t")), _font(run.find("{*}rPr")))
        for run in node.iterfind("{*}r")
    )


def _font(node: etree._Element | None) -> str:
    if node is None:
        return ""
    named = node.find("{*}name")
    if named is None:
        named = node.find("{*}rFont")
    return str(named.get("val") or "") if named is not None else ""


def _int(value: str | None) -> int:
    return int(value) if value and value.isdigit() else 0
