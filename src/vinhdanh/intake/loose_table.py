"""Tables that lost their cells: finding the head and the rows in plain lines.

An extract of a PDF often gives a table as bare lines, cells one after another. The head still
names the columns; row numbers still count; what a cell may hold (a body, a list of bodies, a
time) tells where each column ends (see `cell_cutting`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from vinhdanh.intake.cell_cutting import cut_rows
from vinhdanh.intake.columns import Kind, scan_header
from vinhdanh.intake.numbering import names_time, split_group
from vinhdanh.intake.periods import is_period
from vinhdanh.intake.tables import RawTable
from vinhdanh.intake.text_marks import ROMAN, is_rule, is_upper, join_all
from vinhdanh.kernel.text import fold, squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vinhdanh.intake.blocks import Line

_HEAD_START = re.compile(
    r"^\W*(?:stt|tt|so tt|so thu tu|noi dung|ten nhiem vu|nhiem vu|cong viec|ten cong viec|hoat "
    r"dong)\b"
)
_MAX_HEAD_LINES = 16
_MIN_COLUMNS = 3
_DEFAULT_ORDER: tuple[Kind, ...] = (
    "no",
    "content",
    "lead",
    "partners",
    "period",
    "product",
    "budget",
    "note",
)
_ROW_START = re.compile(r"^\s*(\d{1,3}(?:\.\d{1,2}){0,2})\s*[.)]?(?:\s+(?=\S)|\s*$)(.*)$")
_TABLE_END = re.compile(
    r"^\s*(?:Nơi nhận|TM\.|KT\.|TL\.|Ghi chú:|PHỤ LỤC\s+(?:\d|[IVX])"
    r"|(?:[IVX]+|[A-H])\s*[.\-/]\s*(?:TỔ CHỨC (?:TRIỂN KHAI )?THỰC HIỆN|KINH PHÍ))"
)
_CLOSING = re.compile(r"^\s*(?:Trên đây là|Căn cứ (?:Kế hoạch|nội dung) )")
_MAX_SKIP = 3
_WIDE_GAP = re.compile(r"\s{3,}")


@dataclass(frozen=True, slots=True)
class LooseHead:
    """The head of a table found in plain lines."""

    start: int
    end: int
    kinds: tuple[Kind, ...]


def find_head(lines: list[Line], start: int = 0) -> LooseHead | None:
    """Return the first run of lines from `start` that reads as the head of a task table."""
    for at in range(start, len(lines)):
        if _starts_head(lines[at].text[:60]):
            head = _head_at(lines, at)
            if head is not None:
                return _head_below(lines, head) or head
    return None


def _head_below(lines: list[Line], head: LooseHead) -> LooseHead | None:
    """Return the head proper where a title above it was taken for part of it."""
    for at in range(head.start + 1, head.end):
        if _starts_head(lines[at].text[:60]):
            below = _head_at(lines, at)
            if below is not None and below.end <= head.end and len(below.kinds) >= len(head.kinds):
                return below
    return None


def find_table_end(lines: list[Line], start: int) -> int:
    """Return the index of the line where the table that begins at `start` is over."""
    for at in range(start, len(lines)):
        if _TABLE_END.match(lines[at].text) or _CLOSING.match(lines[at].text):
            return at
    return len(lines)


def read_loose_table(lines: list[Line], head: LooseHead, end: int) -> RawTable:
    """Return the rows of a table without cells, cut into columns."""
    kinds = list(head.kinds)
    raw = RawTable(kinds)
    chunks = _chunks_of(_without_heads(lines[head.end : end], head.kinds), kinds)
    rows = [chunk for chunk in chunks if chunk.number is not None]
    columns: list[Kind] = [kind for kind in kinds if kind != "no"]
    cut = iter(cut_rows([row.lines for row in rows], columns))
    for chunk in chunks:
        if chunk.number is None:
            if chunk.is_gap:
                raw.pending_gap = True
            else:
                raw.add_group(join_all(chunk.lines))
        else:
            raw.add_row(next(cut), chunk.number or None)
    return raw


@dataclass(slots=True)
class _Chunk:
    """The lines of one row (number given, perhaps empty), of a group head, or a gap."""

    lines: list[str]
    number: str | None
    is_gap: bool = False


@lru_cache(maxsize=4096)
def _starts_head(text: str) -> bool:
    return _HEAD_START.match(fold(text)) is not None


def _head_at(lines: list[Line], start: int) -> LooseHead | None:
    said: list[str] = []
    best: LooseHead | None = None
    for at in range(start, min(len(lines), start + _MAX_HEAD_LINES)):
        text = lines[at].text.strip()
        if not text:
            said.append("|")
            continue
        said.append(_WIDE_GAP.sub(" | ", text))
        parted = " ".join(said)
        if len(parted) > 240:  # noqa: PLR2004 - no head is longer
            break
        kinds = _kinds_of(parted)
        if kinds is not None and len(set(kinds)) < len(kinds):
            break
        if kinds is not None and _is_task_head(kinds):
            best = LooseHead(start, at + 1, kinds)
    return best or _shuffled_head(lines, start)


def _kinds_of(parted: str) -> tuple[Kind, ...] | None:
    """Return the columns of a head; wide gaps part names that otherwise read as one."""
    as_one, apart = scan_header(squeeze(parted.replace("|", " "))), scan_header(parted)
    if apart is not None and as_one is not None and len(apart) > len(as_one):
        return apart if len(set(apart)) == len(apart) else as_one
    return as_one


def _shuffled_head(lines: list[Line], start: int) -> LooseHead | None:
    """Read a head whose cells were interleaved: all its words name columns, in unknown order."""
    said: list[str] = []
    for at in range(start, min(len(lines), start + 6)):
        text = lines[at].text.strip()
        if text and (_ROW_START.match(text) or len(text) > 160):  # noqa: PLR2004
            break
        said.append(fold(text))
    words = " ".join(said)
    has = {
        "no": re.search(r"\bs?tt\b", words),
        "content": re.search(r"noi dung|nhiem vu|cong viec", words),
        "lead": re.search(r"chu tri", words),
        "partners": re.search(r"phoi", words) and re.search(r"hop", words),
        "period": re.search(r"thoi", words) and re.search(r"gian|han", words),
        "product": re.search(r"san pham|ket qua", words),
        "note": re.search(r"ghi chu", words),
    }
    kinds = tuple(kind for kind in _DEFAULT_ORDER if has.get(kind))
    if not _is_task_head(kinds) or len(words.split()) > 24 or not has["lead"]:  # noqa: PLR2004
        return None
    return LooseHead(start, start + len(said), kinds)


def _is_task_head(kinds: Sequence[Kind]) -> bool:
    return (
        len(set(kinds)) >= _MIN_COLUMNS
        and len(set(kinds)) == len(kinds)
        and "content" in kinds
        and bool({"lead", "partners", "period"} & set(kinds))
    )


def _without_heads(lines: list[Line], kinds: tuple[Kind, ...]) -> list[Line]:
    """Drop heads repeated after a page break, and a page number just above one."""
    kept: list[Line] = []
    at = 0
    while at < len(lines):
        head = _head_at(lines, at) if _starts_head(lines[at].text[:60]) else None
        if head is None or head.kinds != kinds:
            kept.append(lines[at])
            at += 1
            continue
        while kept and not kept[-1].text.strip():
            kept.pop()
        if kept and re.fullmatch(r"\s*\d{1,3}\s*", kept[-1].text):
            kept.pop()
        at = head.end
    return kept


def _chunks_of(lines: list[Line], kinds: list[Kind]) -> list[_Chunk]:
    if "no" not in kinds:
        return _unnumbered_chunks(lines, kinds)
    chunks: list[_Chunk] = []
    last = 0
    for line in lines:
        text = line.text.strip()
        if not text:
            if chunks and chunks[-1].number is not None:
                chunks[-1].lines.append("")
            continue
        if is_rule(text):
            chunks.append(_Chunk([], None, is_gap=True))
            continue
        start = _starts_row(text, last, restarts=bool(chunks) and chunks[-1].number is None)
        if start is not None:
            last = _last_step(start[0])
            chunks.append(_Chunk([start[1]] if start[1] else [], start[0]))
        elif _is_group_line(text, chunks, kinds):
            chunks.append(_Chunk([text], None))
        elif chunks and not chunks[-1].is_gap:
            chunks[-1].lines.append(text)
    return chunks


def _starts_row(text: str, last: int, *, restarts: bool) -> tuple[str, str] | None:
    match = _ROW_START.match(text)
    if match is None:
        return None
    number, rest = _last_step(match.group(1)), match.group(2).strip()
    if rest[:1].islower() or re.match(r"[/\-–]|\d", rest):
        return None
    if number == last + 1 or (restarts and number == 1):
        return match.group(1), rest
    skips = last + 1 < number <= last + 1 + _MAX_SKIP
    if skips and (rest == "" or rest[:1].isupper()):
        return match.group(1), rest
    if number == 1 and last > 1 and (rest == "" or rest[:1].isupper()):
        return match.group(1), rest
    return None


def _last_step(number: str) -> int:
    return int(number.rpartition(".")[2])


def _is_group_line(text: str, chunks: list[_Chunk], kinds: list[Kind]) -> bool:
    number, name = split_group(text)
    if number is not None and (
        is_upper(name) or (re.match(rf"^{ROMAN}[.)]", text) and name[:1].isupper())
    ):
        return True
    if re.fullmatch(rf"{ROMAN}\.?", text) and (
        not chunks or chunks[-1].number is None or len(chunks[-1].lines) >= _MIN_COLUMNS
    ):
        return True
    if re.match(r"^(?:QU[ÝÍ]|THÁNG)\s", text) and is_period(text):
        return True
    if "period" not in kinds and names_time(text):
        return True
    return is_upper(text) and len(text) > 8 and chunks == []  # noqa: PLR2004 - a heading, no code


def _unnumbered_chunks(lines: list[Line], kinds: list[Kind]) -> list[_Chunk]:
    """Part rows without numbers: a row is over where its last column, a time, is complete."""
    chunks: list[_Chunk] = []
    row: list[str] = []
    ends_in_time = kinds[-1] == "period"
    for line in lines:
        text = line.text.strip()
        if not text:
            row.append("")
            continue
        if not any(row) and _is_group_line(text, chunks, kinds):
            chunks.append(_Chunk([text], None))
            continue
        row.append(text)
        if ends_in_time and _ends_with_time(row):
            chunks.append(_Chunk(row, ""))
            row = []
    if any(row):
        chunks.append(_Chunk(row, ""))
    return chunks


def _ends_with_time(row: list[str]) -> bool:
    said = [text for text in row if text]
    if len(said) < 2:  # noqa: PLR2004 - content and time at least
        return False
    tail = said[-1]
    if is_period(tail) or is_period(join_all(said[-2:])):
        return True
    words = tail.split(" ")
    return any(
        is_period(" ".join(words[at:])) and words[at][:1].isupper() for at in range(1, len(words))
    )
