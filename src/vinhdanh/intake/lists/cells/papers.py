"""Numbers and days of other papers, alone or in one cell; authors with their shares."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from vinhdanh.intake.lists.cells.dates import read_day
from vinhdanh.intake.lists.cells.names import split_title, usual_case
from vinhdanh.intake.lists.cells.numbers import decimal_text
from vinhdanh.intake.lists.grid import text_of
from vinhdanh.intake.lists.schema import CellType, Reading, Remark
from vinhdanh.intake.lists.words import looks_alike_person

if TYPE_CHECKING:
    from vinhdanh.intake.lists.schema import Said

_NUMBER = re.compile(
    r"(\d+\w*)\s*[/-]\s*(?:\d{4}\s*/\s*)?([^\W\d][\w&]*(?:\s*[-–/]\s*[^\W\d][\w&]*)*)"
)
_DAY = re.compile(
    r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4}"
)
_SHARE = re.compile(r"[\s,:–(-]*(\d{1,3}(?:[.,]\d{1,2})?)\s*%\s*\)?")
_BETWEEN = re.compile(r"\s*(?:;|\n|\+|,(?!\d)|\bvà\b)\s*")
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Author:
    """Who shares in an initiative; the share is in per cent, None where it is not said."""

    name: str
    share: Decimal | None = None


def _paper(day_key: str) -> CellType:
    """Return a type for a paper's number that may say its day too, given to `day_key`."""

    def read(said: Said) -> Reading:
        text = text_of(said)
        found = _NUMBER.search(text)
        day = _DAY.search(text)
        also: dict[str, object] = {}
        remarks: tuple[Remark, ...] = ()
        if day:
            also[day_key], _, remarks = read_day(day[0])
        number = re.sub(r"\s+", "", found[0]).replace("–", "-") if found else text
        if not found:
            remarks += (Remark("odd_number", "warning", f"“{text}” không giống số, ký hiệu văn "
                        "bản; hãy ghi như “12/QĐ-UBND”."),)  # fmt: skip
        return Reading(number, also, remarks)

    return CellType(read=read)


def _read_authors(said: Said) -> Reading:
    authors: list[Author] = []
    remarks: tuple[Remark, ...] = ()
    for part in _parts(text_of(said)):
        shares = _SHARE.search(part)
        bare, _ = split_title(_SHARE.sub("", part).strip(" ,;:()-–."))
        name, notes = usual_case(bare)
        remarks += notes
        if name:
            share = Decimal(shares[1].replace(",", ".")) if shares else None
            authors.append(Author(name, share))
    return Reading(tuple(authors), {}, remarks + _odd_shares(authors))


def _parts(text: str) -> list[str]:
    """Part a cell into authors; a comma before a share does not part it from its name."""
    lines = text.split("\n")
    whole = ";" if all(_is_author(line) for line in lines) else " "
    merged: list[str] = []
    for part in _BETWEEN.split(whole.join(lines)):
        if merged and re.fullmatch(r"\(?\d+(?:[.,]\d+)?\s*%\)?", part):
            merged[-1] += " " + part
        else:
            merged.append(part)
    return merged


def _is_author(line: str) -> bool:
    bare, _ = split_title(_SHARE.sub("", line).strip(" ,;:()-–."))
    return looks_alike_person(bare)


def _odd_shares(authors: list[Author]) -> tuple[Remark, ...]:
    shares = [author.share for author in authors if author.share is not None]
    if not shares and len(authors) > 1:
        return (Remark("no_shares", "warning", "có nhiều tác giả mà không ghi tỷ lệ đóng góp; hãy "
                "ghi như “Nguyễn Văn An 60%; Trần Thị Bình 40%”."),)  # fmt: skip
    total = sum(shares, Decimal(0))
    is_whole = len(shares) == len(authors) > 1  # of an only author, others may have their own rows
    if shares and (total > _HUNDRED or (is_whole and total != _HUNDRED)):
        return (Remark("odd_shares", "warning", f"tỷ lệ đóng góp cộng lại là {decimal_text(total)}"
                "%, không phải 100%; hãy kiểm tra lại."),)  # fmt: skip
    return ()


def _write_authors(value: object) -> str:
    authors = value if isinstance(value, tuple) else ()
    return "; ".join(
        author.name if author.share is None else f"{author.name} {decimal_text(author.share)}%"
        for author in authors
    )


AUTHORS = CellType(read=_read_authors, write=_write_authors, empty=(), keeps_lines=True)
RECOGNITION = _paper("recognised_on")
DECISION = _paper("decided_on")
