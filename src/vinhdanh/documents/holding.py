"""What signatures take along to their page: never less than two lines of the text before them.

Decree 30/2020 leaves it open; a signature alone on a page could be put under any text.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from vinhdanh.documents.layout import DECREE_30
from vinhdanh.documents.model import Heading, Paragraph, SignatureGrid, Table, WritingLines
from vinhdanh.documents.typeface import face

if TYPE_CHECKING:
    from vinhdanh.documents.model import Block

_LEAST: Final = 2
_SURE: Final = 1.1
"""Renderers squeeze a text that is longer than the line by less than this."""


def held(
    blocks: tuple[Block, ...], *, landscape: bool = False, to_foot: bool = True
) -> tuple[Block, ...]:
    """Hold blocks to the signatures after them.

    Args:
        blocks: lists are opened into paragraphs already.
        landscape: the page lies across.
        to_foot: recipients and a signature follow the last block.
    """
    made = list(blocks)
    for at, block in enumerate(blocks):
        if isinstance(block, SignatureGrid):
            _hold(made, at, landscape=landscape)
    if to_foot:
        _hold(made, len(made), landscape=landscape)
    return tuple(made)


def _hold(blocks: list[Block], end: int, *, landscape: bool) -> None:
    """Hold what stands before a place, back to the second line."""
    missing = _LEAST
    for at in range(end - 1, -1, -1):
        block = blocks[at]
        if isinstance(block, Paragraph):
            blocks[at] = replace(block, with_next=True)
            missing -= _LEAST if _is_long(block, landscape=landscape) else 1
        elif isinstance(block, Heading):
            missing -= 1
        elif isinstance(block, Table | SignatureGrid | WritingLines):
            blocks[at] = replace(block, with_next=True)
            return
        else:
            return
        if missing <= 0:
            return


def _is_long(paragraph: Paragraph, *, landscape: bool) -> bool:
    """Tell whether a paragraph has two lines in every renderer."""
    layout = DECREE_30
    length = sum(
        face("Bold" if run.bold else "Regular").width_mm(run.text, layout.text)
        for run in paragraph.runs
    )
    start = face("Regular").width_mm(f"{paragraph.label} ", layout.text) if paragraph.label else 0
    indent = layout.first_line_indent if paragraph.indent else 0
    return indent + start + length > _SURE * layout.inner_width(landscape=landscape)
