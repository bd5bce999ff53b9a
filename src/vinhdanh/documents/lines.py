"""Measured lines: how centred titles break, how long the rules under them are.

Decree 30/2020, Annex I, II.1, II.2 and II.5 give the rules; the breaks are good setting.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from vinhdanh.documents.layout import MOTTO
from vinhdanh.documents.typeface import Style, face

_BREAKS: Final = re.compile(r" (?!\d)")
"""A line may end at a blank, but not between "năm" and "2024"."""
_WORDS: Final = (
    "bình xét", "biểu quyết", "ban hành", "cá nhân", "chính trị", "chủ tịch", "công tác",
    "danh hiệu", "danh sách", "đề nghị", "đơn vị", "gia đình", "giấy khen", "hình thức",
    "hoạt động", "hội đồng", "hủy bỏ", "khen thưởng", "kế hoạch", "kiện toàn", "nhân dân",
    "nhiệm vụ", "nông thôn", "phong trào", "phương hướng", "quyết định", "sáng kiến", "tập thể",
    "thành lập", "thành tích", "thành viên", "thi đua", "thực hiện", "tổng kết", "tờ trình",
    "ủy ban", "văn hóa", "xây dựng", "xuất sắc",
)  # fmt: skip
"""Words of two syllables, which a title does not tear apart."""
_INSIDE: Final = re.compile(
    rf"ngày \d+ tháng \d+ năm \d+|\b(?:và |của |cho )?(?:hộ )?(?:{'|'.join(_WORDS)})\b",
    re.IGNORECASE,
)
_GLUE: Final = "\ue000"

if TYPE_CHECKING:
    from vinhdanh.documents.layout import Layout
    from vinhdanh.documents.printed import Sheet


def motto_rule(layout: Layout) -> float:
    """Return the rule under Tiêu ngữ: as long as the text."""
    return face("Bold").width_mm(MOTTO, layout.motto)


def issuer_rule(sheet: Sheet, layout: Layout) -> float:
    """Return the rule under the issuing body: a share of its longest line."""
    widths = (face("Bold").width_mm(line, layout.body_name) for line in sheet.issuer)
    longest = max(widths, default=0)
    return min(longest, layout.header_left) * layout.rule_share


def abstract_rule(sheet: Sheet, layout: Layout) -> float:
    """Return the rule under the trích yếu, a share of its line."""
    lines = balanced(sheet.abstract, "Bold", layout.title, layout.text_width)
    return _longest(lines, "Bold", layout.title) * layout.rule_share


def reference_rule(reference: str, layout: Layout, available: float) -> float:
    """Return the rule under an appendix's line of reference."""
    lines = balanced(reference, "Italic", layout.text, available)
    return _longest(lines, "Italic", layout.text) * layout.rule_share


@lru_cache(maxsize=1024)
def balanced(text: str, style: Style, size: float, available: float) -> tuple[str, ...]:
    """Break a centred text into as few lines as fit, of nearly the same length.

    Words of two syllables stay whole where the lines do not become more for it.
    """
    free = _evened(text, style, size, available)
    if len(free) == 1:
        return free
    whole = _INSIDE.sub(lambda found: found[0].replace(" ", _GLUE), text)
    lines = tuple(line.replace(_GLUE, " ") for line in _evened(whole, style, size, available))
    return lines if len(lines) == len(free) else free


def _evened(text: str, style: Style, size: float, available: float) -> tuple[str, ...]:
    width = available
    lines = best = _filled(text, style, size, width)
    while len(lines) == len(best) and width > available / 3:
        best, width = lines, width - 1
        lines = _filled(text, style, size, width)
    return best


def broken(text: str, style: Style, size: float, available: float) -> str:
    """Return a centred text with a line end where `balanced` breaks it."""
    return "\n".join(balanced(text, style, size, available))


def _filled(text: str, style: Style, size: float, available: float) -> tuple[str, ...]:
    blank = _width(" ", style) * size
    lines: list[str] = []
    room = 0.0
    for word in _BREAKS.split(text):
        length = _width(word, style) * size
        if lines and length + blank <= room:
            lines[-1] = f"{lines[-1]} {word}"
            room -= length + blank
        else:
            lines.append(word)
            room = available - length
    return tuple(lines)


@lru_cache(maxsize=4096)
def _width(text: str, style: Style) -> float:
    return face(style).width_mm(text.replace(_GLUE, " "), 1)


def _longest(lines: tuple[str, ...], style: Style, size: float) -> float:
    return max((face(style).width_mm(line, size) for line in lines), default=0)
