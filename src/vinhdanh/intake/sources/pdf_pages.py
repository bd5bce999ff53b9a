"""The lines and ruled tables of a PDF, page by page."""

from __future__ import annotations

import io
import logging
from collections import Counter
from itertools import pairwise
from typing import Any

_MAX_PAGES = 150
_MIN_CHARS = 20
_CHAR_WIDTH = 4.2
"""Points to one character of laid-out text; less than real letters take, so that columns hold."""
_WIDE_GAP = 1.1
_SOME_GAP = 0.45
_LEAST_GAP = 0.3
_MIN_LINES = 3
_MAX_CHARS = 500_000


def extract(data: bytes) -> dict[str, Any]:
    """Return {"blocks": [line or rows of cells]} or {"error": reason}."""
    import pdfplumber  # noqa: PLC0415 - slow to import, only here
    from pdfminer.pdfdocument import PDFPasswordIncorrect  # noqa: PLC0415
    from pdfplumber.utils.exceptions import PdfminerException  # noqa: PLC0415

    logging.disable(logging.CRITICAL)
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            if len(pdf.pages) > _MAX_PAGES:
                return {"error": "too_many_pages"}
            return _read_pages(pdf)
    except PdfminerException as error:
        is_locked = any(isinstance(arg, PDFPasswordIncorrect) for arg in error.args)
        return {"error": "encrypted" if is_locked or "Password" in repr(error.args) else "broken"}
    except MemoryError:
        return {"error": "memory"}
    except Exception as error:  # noqa: BLE001 - a damaged file fails in any way it likes
        return {"error": "encrypted" if "assword" in type(error).__name__ else "broken"}


def _read_pages(pdf: Any) -> dict[str, Any]:
    blocks: list[Any] = []
    chars = 0
    for page in pdf.pages:
        for block in _page_blocks(page):
            chars += (
                len(block.strip())
                if isinstance(block, str)
                else sum(len(c or "") for r in block for c in r)
            )
            blocks.append(block)
        blocks.append("")
        page.close()
        if chars > _MAX_CHARS:
            return {"error": "too_many_pages"}
    return {"blocks": blocks} if chars >= _MIN_CHARS else {"error": "no_text"}


def _page_blocks(page: Any) -> list[Any]:
    tables = [table for table in page.find_tables() if _is_real(table)]
    items: list[tuple[float, Any]] = [(table.bbox[1], table.extract()) for table in tables]
    outside = page
    for table in tables:
        outside = outside.outside_bbox(_clip(table.bbox, page.bbox))
    items.extend(_lines_of(outside))
    items.sort(key=lambda item: item[0])
    texts = [block for _, block in items]
    return _without_page_number(texts)


def _is_real(table: Any) -> bool:
    """Leave out frames and underlines that only look like tables."""
    rows = table.extract()
    cells = sum(1 for row in rows for cell in row if cell and cell.strip())
    return len(rows) >= 1 and max((len(row) for row in rows), default=0) >= 2 and cells >= 2  # noqa: PLR2004


def _clip(box: tuple[float, ...], page: tuple[float, ...]) -> tuple[float, ...]:
    return (max(box[0], page[0]), max(box[1], page[1]), min(box[2], page[2]), min(box[3], page[3]))


def _lines_of(page: Any) -> list[tuple[float, str]]:
    """Return the lines of a page as (height, text), wide gaps kept as spaces."""
    words = page.extract_words(x_tolerance_ratio=0.28, keep_blank_chars=False)
    rows: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda word: (word["bottom"], word["x0"])):
        if rows and abs(rows[-1][0]["bottom"] - word["bottom"]) < 0.4 * _size_of(word):
            rows[-1].append(word)
        else:
            rows.append([word])
    for row in rows:
        row.sort(key=lambda word: word["x0"])
    stops = _stops_of(rows)
    return [(row[0]["top"], _laid_out(row, stops)) for row in rows]


def _size_of(word: dict[str, Any]) -> float:
    return max(4.0, float(word["bottom"] - word["top"]))


def _stops_of(rows: list[list[dict[str, Any]]]) -> set[int]:
    """Return the places where words of several lines begin after a gap: columns without rules."""
    begins: Counter[int] = Counter()
    for row in rows:
        for before, word in pairwise(row):
            if word["x0"] - before["x1"] > _SOME_GAP * _size_of(word):
                begins[round(word["x0"])] += 1
    return {at for at, count in begins.items() if count >= _MIN_LINES}


def _laid_out(row: list[dict[str, Any]], stops: set[int]) -> str:
    text = ""
    end = None
    for word in row:
        gap = word["x0"] - end if end is not None else 0.0
        size = _size_of(word)
        is_stop = gap > _LEAST_GAP * size and bool(
            {round(word["x0"]) + off for off in (-1, 0, 1)} & stops
        )
        if end is None or gap > _WIDE_GAP * size or is_stop:
            at = round(word["x0"] / _CHAR_WIDTH)
            text = text.rstrip()
            text += " " * max(3 if text else 0, at - len(text))
        else:
            text += " "
        text += word["text"]
        end = word["x1"]
    return text


def _without_page_number(blocks: list[Any]) -> list[Any]:
    def is_number(block: Any) -> bool:
        return isinstance(block, str) and block.strip(" -–").isdigit() and len(block.strip()) < 6  # noqa: PLR2004

    if blocks and is_number(blocks[0]):
        blocks = blocks[1:]
    if blocks and is_number(blocks[-1]):
        blocks = blocks[:-1]
    return blocks
