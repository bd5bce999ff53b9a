"""Printed lines joined back into paragraphs."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from vinhdanh.intake.text_marks import (
    CLAUSE_MARK,
    DASH_MARK,
    PART_MARK,
    POINT_MARK,
    is_rule,
    is_upper,
    join_all,
)
from vinhdanh.kernel.text import squeeze

if TYPE_CHECKING:
    from vinhdanh.intake.blocks import Line

_SENTENCE_END = re.compile(r"[.;:!?…][”\")\]]*$|/\./?\s*$|\.\s*/\.?$")
_SPLIT_NAME = re.compile(
    r"^[-–]\s*(?:Khen thưởng|Xã hội|xã hội|Thống kê|Hộ tịch|an ninh|An ninh|Kế hoạch|Hạ tầng|Xây "
    r"dựng|Nông nghiệp"
    r"|Thể thao|Truyền thông|Thông tin|Gia đình|Thương binh|Đô thị|Môi trường|[a-zà-ỹđ]|20\d\d"
    r"|\d)(?![^:]{0,20}:)"
)
_MIN_SAMPLE = 4
_SHARE_OF_WRAP = 0.93
_MAX_PARAGRAPH = 6_000


def paragraphs_of(lines: list[Line]) -> list[str]:
    """Return the paragraphs of a run of lines, wrapped lines joined."""
    blank_parts = _blank_lines_part(lines)
    said = [(squeeze(line.text), line.is_fresh) for line in lines]
    wraps = _wrap_widths([text for text, _ in said if text])
    paragraphs: list[list[str]] = []
    length = 0
    after_blank, last, is_first = True, "", True
    for text, is_fresh in said:
        if is_rule(text):
            after_blank = True
            continue
        broken = (after_blank and blank_parts) or length + len(text) > _MAX_PARAGRAPH
        if not paragraphs or is_fresh or broken or _begins(text, last, wraps, is_first=is_first):
            paragraphs.append([text])
            is_first, length = True, 0
        else:
            paragraphs[-1].append(text)
            is_first = False
        length += len(text)
        last, after_blank = text, False
    return [join_all(lines_of_one) for lines_of_one in paragraphs]


def _blank_lines_part(lines: list[Line]) -> bool:
    """Tell whether blank lines stand between paragraphs rather than after every line."""
    texts = [line.text.strip() for line in lines]
    filled = [at for at, text in enumerate(texts) if text and not is_rule(text)]
    wrapped = [
        (at, following)
        for at, following in itertools.pairwise(filled)
        if texts[following][:1].islower() and not POINT_MARK.match(texts[following])
    ]
    if not wrapped:
        return any(not text for text in texts)
    apart = sum(following - at > 1 for at, following in wrapped)
    return apart <= 0.2 * len(wrapped) and any(not text for text in texts)


def _wrap_widths(texts: list[str]) -> tuple[float, float]:
    """Return from which length on a first line and a later line count as full."""
    first: list[int] = []
    later: list[int] = []
    for text, following in itertools.pairwise(texts):
        if following[:1].islower() and not POINT_MARK.match(following):
            is_first = PART_MARK.match(text) or CLAUSE_MARK.match(text) or POINT_MARK.match(text)
            (first if is_first else later).append(len(text))
    return _low(first or later), _low(later or first)


def _low(lengths: list[int]) -> float:
    if len(lengths) < _MIN_SAMPLE:
        return min(lengths, default=40) * _SHARE_OF_WRAP
    return sorted(lengths)[len(lengths) // 10] * _SHARE_OF_WRAP


def _begins(text: str, last: str, wraps: tuple[float, float], *, is_first: bool) -> bool:
    """Tell whether a line begins a paragraph, given the line before it."""
    ended = bool(_SENTENCE_END.search(last))
    is_full = len(last) >= wraps[0 if is_first else 1]
    if PART_MARK.match(text) and (is_upper(text) or ended):
        return True
    mark = CLAUSE_MARK.match(text) or POINT_MARK.match(text)
    if mark:
        return ended or not is_full or is_upper(last) or text[mark.end() :][:1].isupper()
    if DASH_MARK.match(text):
        return ended or not _SPLIT_NAME.match(text)
    if is_upper(last) and len(last) > 3 and not is_upper(text):  # noqa: PLR2004 - a heading
        return not text[:1].islower()
    return text[:1].isupper() and (ended or not is_full)
