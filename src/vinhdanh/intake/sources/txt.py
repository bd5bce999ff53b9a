"""Plain text, with whatever a converter left in it (Markdown, pipes, page breaks)."""

from __future__ import annotations

import re
import textwrap

from vinhdanh.intake.blocks import Block, Line
from vinhdanh.intake.errors import UnreadableFileError
from vinhdanh.intake.sources.encodings import decode_text
from vinhdanh.intake.sources.pipes import gather_tables
from vinhdanh.intake.sources.tabs import part_tabbed
from vinhdanh.intake.text_marks import strip_emphasis

_MAX_CHARS = 500_000
_MAX_LINE = 4_000
_BOLD_END = re.compile(r"\*\*\W*$")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+")
_SOURCE_NOTE = re.compile(r"^#\s*(?:source|nguồn)\s*:", re.IGNORECASE)
_PAGE_NOTE = re.compile(
    r"^\s*(?:[-–]\s*\d{1,3}\s*[-–]|trang\s+\d+(?:\s*/\s*\d+)?|page \d+.*)\s*$", re.IGNORECASE
)


def read_txt(data: bytes, name: str) -> list[Block]:
    """Return the blocks of a text file."""
    return read_text(decode_text(data, name), name)


def read_text(text: str, name: str) -> list[Block]:
    """Return the blocks of a text that is already decoded."""
    if not text.strip():
        raise UnreadableFileError(f"Tệp “{name}” không có chữ nào; hãy chọn đúng tệp kế hoạch.")
    if len(text) > _MAX_CHARS:
        raise UnreadableFileError(
            f"Tệp “{name}” dài quá mức của một kế hoạch; hãy tách riêng phần kế hoạch rồi tải lên "
            f"lại."
        )
    blocks: list[Block] = []
    run: list[Line] = []
    for block in part_tabbed(_lines_of(text)):
        if isinstance(block, Line):
            run.append(Line(block.text.replace("\t", "    ").rstrip(), block.is_fresh))
        else:
            blocks.extend([*gather_tables(run), block])
            run = []
    return [*blocks, *gather_tables(run)]


def _lines_of(text: str) -> list[Line]:
    lines: list[Line] = []
    is_fresh = False
    for raw in re.split(
        r"\r\n|[\n\r\v\u2028\u2029]", text.replace("\u00ad", "").replace("\ufeff", "")
    ):
        if _SOURCE_NOTE.match(raw) or _PAGE_NOTE.match(raw):
            continue
        whole = raw.replace("\f", " ").replace("\u00a0", " ").rstrip(" ")
        heading = _HEADING.match(whole)
        clean = strip_emphasis(whole[heading.end() :] if heading else whole)
        for piece in _pieces(clean):
            lines.append(Line(piece, is_fresh or heading is not None))
            is_fresh = False
        is_fresh = heading is not None or _BOLD_END.search(whole) is not None
    return lines


def _pieces(text: str) -> list[str]:
    """Break an over-long line at spaces where it has any."""
    if len(text) <= _MAX_LINE:
        return [text]
    return textwrap.wrap(
        text, _MAX_LINE, expand_tabs=False, replace_whitespace=False, break_on_hyphens=False
    )
