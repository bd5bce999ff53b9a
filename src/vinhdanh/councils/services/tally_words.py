"""What the log tells of figures of papers: never so much that it shows how one person voted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.councils.models.vote import CHOICES, FIGURES
from vinhdanh.councils.services.missing import letters_out

if TYPE_CHECKING:
    from vinhdanh.councils.models import AgendaItem

    Figures = dict[str, int]

WHOSE = ("returned", "by_letter")
"""Figures that change with a person whose paper was added or taken away."""


def unsaid(figures: Figures) -> Figures:
    """Return figures without what the papers say."""
    return {name: figure for name, figure in figures.items() if name not in CHOICES}


def told(item: AgendaItem, before: Figures, after: Figures) -> tuple[Figures, Figures]:
    """Return wrong and right figures as the log keeps them.

    Where a paper was added or taken away, or one by letter is still out, the difference to other
    figures would be what that paper says: then without choices.
    """
    same = all(before[name] == after[name] for name in WHOSE)
    if same and not letters_out(item, after["by_letter"]):
        return before, after
    return unsaid(before), unsaid(after)


def in_words(figures: Figures) -> str:
    """Return figures in a sentence."""
    return ", ".join(
        f"{FIGURES[name]} {figure}"
        for name, figure in figures.items()
        if figure or name != "by_letter"
    )
