"""Numbers that Word draws itself and that stand nowhere in the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree  # type: ignore[import-untyped]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMANS = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


class WordNumbering:
    """Counts automatically numbered paragraphs and writes their labels."""

    def __init__(self, numbering: etree._Element | None) -> None:
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        self._abstract_of: dict[str, str] = {}
        self._counts: dict[tuple[str, int], int] = {}
        if numbering is not None:
            self._read(numbering)

    def label_of(self, paragraph: etree._Element) -> str:
        """Return the label of a paragraph ("1.", "a)"), or nothing; counts it."""
        found = paragraph.find(f"{W}pPr/{W}numPr")
        if found is None:
            return ""
        number = found.find(f"{W}numId")
        level = found.find(f"{W}ilvl")
        num_id = number.get(f"{W}val") if number is not None else None
        depth = _int(level.get(f"{W}val") if level is not None else "0", 0)
        if num_id is None or num_id == "0":
            return ""
        list_id = self._abstract_of.get(num_id, num_id)
        form, text, start = self._levels.get((list_id, depth), ("decimal", f"%{depth + 1}.", 1))
        key = (num_id, depth)
        self._counts[key] = self._counts.get(key, start - 1) + 1
        for deeper in range(depth + 1, 9):
            self._counts.pop((num_id, deeper), None)
        if form in {"bullet", "none"}:
            return "-" if form == "bullet" else ""
        return re.sub(
            r"%(\d)", lambda match: self._part(num_id, list_id, int(match.group(1)) - 1), text
        )

    def _part(self, num_id: str, list_id: str, depth: int) -> str:
        form, _, start = self._levels.get((list_id, depth), ("decimal", "", 1))
        return _write(self._counts.get((num_id, depth), start), form)

    def _read(self, numbering: etree._Element) -> None:
        for abstract in numbering.findall(f"{W}abstractNum"):
            list_id = "a" + (abstract.get(f"{W}abstractNumId") or "")
            for level in abstract.findall(f"{W}lvl"):
                self._levels[list_id, _int(level.get(f"{W}ilvl"), 0)] = (
                    _val(level, "numFmt", "decimal"),
                    _val(level, "lvlText", "%1."),
                    _int(_val(level, "start", "1"), 1),
                )
        for number in numbering.findall(f"{W}num"):
            self._abstract_of[number.get(f"{W}numId") or ""] = "a" + _val(
                number, "abstractNumId", ""
            )


def _val(element: etree._Element, name: str, default: str) -> str:
    found = element.find(f"{W}{name}")
    return (found.get(f"{W}val") or default) if found is not None else default


def _int(text: str | None, default: int) -> int:
    return int(text) if text and text.isdigit() else default


def _write(count: int, form: str) -> str:
    if form in {"upperRoman", "lowerRoman"}:
        written = ""
        for value, letters in _ROMANS:
            while count >= value and len(written) < 12:  # noqa: PLR2004 - no list is that long
                written += letters
                count -= value
        return written if form == "upperRoman" else written.lower()
    if form in {"lowerLetter", "upperLetter"}:
        letter = "abcdefghijklmnopqrstuvwxyz"[(count - 1) % 26]
        return letter if form == "lowerLetter" else letter.upper()
    return f"{count:02d}" if form == "decimalZero" else str(count)
