"""Cutting the words of one table row into its columns.

Every way of cutting is scored by how well each piece reads as what its column holds; the best
total wins (dynamic programming over possible cuts). A second pass favours values that other
rows hold too, since leads, partners and times repeat.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from vinhdanh.intake.bodies import bodies_score, body_score, split_bodies
from vinhdanh.intake.periods import is_period, match_period
from vinhdanh.intake.text_marks import join_all

if TYPE_CHECKING:
    from vinhdanh.intake.columns import Kind

_MAX_CUTS = 48
_MAX_CELL = 400
_REPEATING: frozenset[Kind] = frozenset({"lead", "partners", "period"})
_DANGLING = re.compile(
    r"(?:[,\-–(/]|(?:^|\s)(?:của|và|các|về|cho|với|theo|tại|do|để|từ|trong|Thi|Khen|Ủy|Ủy ban nhân"
    r"|những|một))$"
)
_UNFINISHED = re.compile(r"(?:^|\s)(?:năm|quý|tháng|ngày|đến|số|khen|thi)$")
_IMPOSSIBLE = -60.0


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    line_start: bool
    after_blank: bool


def cut_rows(rows: list[list[str]], columns: list[Kind]) -> list[dict[Kind, str]]:
    """Return the cells of each row, given the rows' lines and the columns in printed order."""
    words = [_words_of(lines) for lines in rows]
    first = [_cut(row, columns, Counter()) for row in words]
    seen: Counter[tuple[Kind, str]] = Counter(
        (kind, text.lower())
        for cells in first
        for kind, text in cells.items()
        if kind in _REPEATING and text
    )
    return [_cut(row, columns, seen) for row in words]


def _words_of(lines: list[str]) -> list[_Word]:
    words: list[_Word] = []
    blank = False
    for line in lines:
        if not line.strip():
            blank = True
            continue
        for at, word in enumerate(line.split()):
            words.append(_Word(word, at == 0, blank and at == 0))
        blank = False
    return words


def _cuts_of(words: list[_Word]) -> list[int]:
    """Return the word indexes where a cell may begin: line starts, then likely words."""
    starts = [at for at, word in enumerate(words) if at and word.line_start]
    inner = [
        at
        for at, word in enumerate(words)
        if at and not word.line_start and (word.text[:1].isupper() or word.text[:1].isdigit())
    ]
    room = max(0, _MAX_CUTS - len(starts))
    chosen = starts[:_MAX_CUTS] + inner[-room:] if room else starts[:_MAX_CUTS]
    return [0, *sorted(chosen), len(words)]


def _cut(
    words: list[_Word], columns: list[Kind], seen: Counter[tuple[Kind, str]]
) -> dict[Kind, str]:
    if not words:
        return {}
    cuts = _cuts_of(words)
    size = len(cuts)
    texts = {
        (start, end): _text(words, cuts[start], cuts[end])
        for start in range(size)
        for end in range(start, size)
        if cuts[end] - cuts[start] <= _MAX_CELL
    }
    best: list[list[float]] = [[_IMPOSSIBLE * 9] * size for _ in range(len(columns) + 1)]
    back: list[list[int]] = [[0] * size for _ in range(len(columns) + 1)]
    best[0][0] = 0.0
    for column, kind in enumerate(columns, start=1):
        for end in range(size):
            for start in range(end + 1):
                before = best[column - 1][start]
                if before <= _IMPOSSIBLE * 5:
                    continue
                text = texts.get((start, end))
                if text is None:
                    continue
                score = before + _piece_score(words, cuts[start], text, kind, seen)
                if score > best[column][end]:
                    best[column][end], back[column][end] = score, start
    cells: dict[Kind, str] = {}
    end = size - 1
    for column in range(len(columns), 0, -1):
        start = back[column][end]
        text = texts.get((start, end), "")
        if columns[column - 1] != "other":
            cells[columns[column - 1]] = text
        end = start
    return cells


def _text(words: list[_Word], start: int, end: int) -> str:
    lines: list[list[str]] = []
    for word in words[start:end]:
        if word.line_start or not lines:
            lines.append([])
        lines[-1].append(word.text)
    return join_all([" ".join(line) for line in lines])


def _piece_score(
    words: list[_Word], start: int, text: str, kind: Kind, seen: Counter[tuple[Kind, str]]
) -> float:
    score = _cell_score(kind, text)
    if text and start:
        score += _edge_score(words, start)
    if kind in _REPEATING and text:
        score += 0.8 * min(4, max(0, seen[kind, text.lower()] - 1))
    return score


def _edge_score(words: list[_Word], start: int) -> float:
    """Score the place of a cut: a new line is likely, the middle of a phrase is not."""
    word, before = words[start], words[start - 1].text
    score = 0.0 if word.line_start else -2.0
    if word.after_blank:
        score += 0.4
    if before.endswith((",", ";", "-", "–", "(", "/")):
        score -= 4.0
    if not word.text[:1].isupper() and not word.text[:1].isdigit():
        score -= 3.0
    return score


@lru_cache(maxsize=20_000)
def _cell_score(kind: Kind, text: str) -> float:
    if kind == "content":
        return _content_score(text)
    if not text:
        return {"lead": -4.0, "period": -3.0, "partners": -2.5}.get(kind, 0.0)
    if kind == "period":
        return _period_score(text)
    if kind in {"lead", "partners"}:
        return _bodies_cell_score(kind, text)
    return _free_score(text)


def _content_score(text: str) -> float:
    if not text:
        return -12.0
    score = 1.0 if text[:1].isupper() else -1.0
    words = text.split(" ")
    if len(words) < 3:  # noqa: PLR2004 - a task is a sentence
        score -= 3.0
    if _DANGLING.search(text):
        score -= 5.0
    elif _UNFINISHED.search(text):
        score -= 1.5
    if is_period(words[-1]) and not re.fullmatch(r"\W*\d{4}\W*", words[-1]):
        score -= 1.0
    return score


def _period_score(text: str) -> float:
    if is_period(text):
        return 6.0
    matched = match_period(text)
    if matched:
        return 1.0 - 0.5 * len(text[matched:].split())
    return -9.0


def _bodies_cell_score(kind: Kind, text: str) -> float:
    if is_period(text) or _DANGLING.search(text):
        return -8.0
    parts = split_bodies(text)
    if kind == "lead":
        quality = bodies_score(text)
        score = 4.0 * quality - 1.0 * (len(parts) - 1) if quality > 0.5 else -6.0  # noqa: PLR2004
        return score - 0.25 * max(0, len(text.split(" ")) - 10)
    quality = sum(map(body_score, parts)) / len(parts) if parts else 0.0
    return 4.0 * quality if quality > 0.4 else -6.0  # noqa: PLR2004


def _free_score(text: str) -> float:
    if is_period(text):
        return -4.0
    return (0.6 if text[:1].isupper() or text[:1].isdigit() else -1.5) - 0.02 * len(text.split(" "))
