"""Number, day, issuer and signer out of the text around a list."""

from __future__ import annotations

import re

from vinhdanh.intake.blocks import Line
from vinhdanh.intake.capitals import UsualLetters
from vinhdanh.intake.letterhead import date_of, issuing_bodies, number_of
from vinhdanh.intake.lists.draft import ListFacts
from vinhdanh.intake.side_by_side import read_columns
from vinhdanh.intake.signature import find_signature, read_signature
from vinhdanh.kernel.text import squeeze

_ATTACHED = re.compile(
    r"èm theo\s+(?:Quyết định|Tờ trình|Công văn|Báo cáo|Kế hoạch|Thông báo|Văn bản)[^.]{0,40}?"
    r"(\d+\w*\s*[-/]\s*[^\W\d][\w&]*(?:\s*[-/]\s*[^\W\d][\w&]*)*)([^.)]{0,60})",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:DANH SÁCH|QUYẾT ĐỊNH|TỜ TRÌNH|PHỤ LỤC|BẢNG|BIỂU|TỔNG HỢP|BÁO CÁO|KẾT QUẢ|BIÊN BẢN|BẢN"
    r"|THÔNG BÁO|NGHỊ QUYẾT|KẾ HOẠCH|HƯỚNG DẪN)(?!\w)",
    re.IGNORECASE,
)
_HEAD = 40


def facts_of(lines: list[str]) -> ListFacts:
    """Return what the text says; the document's own head goes before "Kèm theo …"."""
    blocks = [Line(line) for line in lines if line.strip()]
    if not blocks:
        return ListFacts()
    head = read_columns(_above_title(blocks[:_HEAD]))
    number = number_of(head)
    day = date_of(head) if number else None
    attached = _ATTACHED.search(squeeze(" ".join(line.text for line in blocks)))
    if number is None and attached:
        number = re.sub(r"\s+", "", attached[1])
        day = date_of([attached[2]])
    issuers = issuing_bodies(head, UsualLetters([line.text for line in blocks]))
    signer = _signer(blocks)
    return ListFacts(number, day, issuers[-1] if issuers else None, *signer)


def _above_title(blocks: list[Line]) -> list[Line]:
    """Below the title stand the days and numbers of other papers."""
    titles = (at for at, line in enumerate(blocks) if _TITLE.match(line.text.strip()))
    return blocks[: next(titles, len(blocks))]


def _signer(blocks: list[Line]) -> tuple[str | None, str | None]:
    found = find_signature(blocks, 0)
    if found is None:
        return None, None
    _, signer = read_signature(blocks[found[0] : found[1]])
    return signer.name, signer.position
