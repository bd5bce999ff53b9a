"""Villages found by their names in what was written of a recipient: place, address, post."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vinhdanh.kernel.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vinhdanh.organizations.models import Unit

KINDS = re.compile(
    r"^(thon|to dan pho|khu dan cu|khu pho|khoi pho|khoi|khom|ap|ban|lang|buon|xom|to)\s+"
)
OTHERS = re.compile(r"[^\w]+")
"""Commas, dashes, brackets: a name ends there."""


class Written:
    """What the register wrote, to look for names in."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._text = " | ".join(f" {_words(each)} " for each in sorted({*texts} - {""}))

    def names(self, village: Unit) -> bool:
        """Tell whether a village is named, in whole words and without regard to marks."""
        return f" {_sought(village)} " in self._text


def _sought(village: Unit) -> str:
    """Return a village's proper name; with "thôn" where it alone could mean something else."""
    whole = _words(village.name)
    proper = KINDS.sub("", whole)
    body = village.body.name if village.body else ""
    is_plain = " " not in proper or any(char.isdigit() for char in proper)
    return whole if is_plain or f" {proper} " in f" {_words(body)} " else proper


def _words(text: str) -> str:
    return OTHERS.sub(" ", fold(text)).strip()
