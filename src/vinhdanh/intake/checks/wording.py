"""Likely typing errors: known ones, broken syllables, and words written twice."""

# ruff: noqa: SIM905 - word lists read better as words

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from vinhdanh.intake.checks.places import quote, row_of
from vinhdanh.intake.draft import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vinhdanh.intake.draft import PlanDraft

_KNOWN = {
    "tiên tiên": "tiên tiến", "phướng hướng": "phương hướng", "phướng nhiệm": "phương hướng nhiệm",
    "phướng": "phương", "khên thưởng": "khen thưởng", "khen thường": "khen thưởng",
    "khen thuởng": "khen thưởng", "thị đua": "thi đua", "thi đưa": "thi đua",
    "tập huân": "tập huấn", "tỗng kết": "tổng kết", "tổng kêt": "tổng kết", "sơ kêt": "sơ kết",
    "báo cao": "báo cáo", "kế hoach": "kế hoạch", "kế họach": "kế hoạch", "nhiệm vu": "nhiệm vụ",
    "đơn vi": "đơn vị", "cơ quam": "cơ quan", "chủ tri": "chủ trì", "phối hơp": "phối hợp",
    "phối hợp hợp": "phối hợp", "thực hiên": "thực hiện", "tổ chưc": "tổ chức",
    "triển khái": "triển khai", "xây dưng": "xây dựng", "tuyên truyên": "tuyên truyền",
    "qui định": "quy định", "quyêt định": "quyết định", "hội đông": "hội đồng",
    "ủy ban nhân dâng": "ủy ban nhân dân", "uỷ bân": "uỷ ban", "đăng kí": "đăng ký",
    "công chưc": "công chức", "cán bô": "cán bộ", "địa bản xã": "địa bàn xã",
    "sáng kiên": "sáng kiến", "phát đông": "phát động", "thời gan": "thời gian",
    "chỉ đao": "chỉ đạo", "hướng dân": "hướng dẫn", "danh hiêu": "danh hiệu",
    "đoàn thề": "đoàn thể", "cấp tinh": "cấp tỉnh", "ubnd tinh": "UBND tỉnh",
    "quân sự tinh": "quân sự tỉnh",
}  # fmt: skip
_ALLOWED_TWICE = frozenset(
    "xanh ngày luôn từ đêm tháng người nhà nơi chiều sáng dần đều mãi thường ai đâu lâu song "
    "cao nho đời ngành việc xóm thôn rằm hằng nhanh chầm vừa khe khẽ nhè vui ngấm rưng ba oa "
    "ào tầng lớp hàng dài xa gần hao đau".split()
)
_REVIEW_TWICE = {"năm": "năm"}
_TWICE = re.compile(r"(?<![\w/])([^\W\d_]{2,})\s+(\1)(?![\w/])", re.IGNORECASE)
_KNOWN_ONE = re.compile(
    r"(?<!\w)(" + "|".join(sorted(map(re.escape, _KNOWN), key=len, reverse=True)) + r")(?!\w)",
    re.IGNORECASE,
)
_BROKEN = re.compile(
    r"(?<!\w)(?:[bcdđghklmnpqrstvx]{4,}[aeiouy]\w*|\w*([^\W\d_])\1\1\w*"
    r"|\w*[aăâeêioôơuưy]{4,}\w*)(?!\w)",
    re.IGNORECASE,
)
_BARE_LEVEL = re.compile(r"(?<=\w )tinh(?=;)")
_STRAY_DIGIT = re.compile(
    r"(?<=[a-zà-ỹ] )(\d)(?= (?:sự|dân|định|hiện|hoạch|đua|thưởng|quyết)(?!\w))"
)
_MAX_PER_PLACE = 10
_NEAR = 60


def check_wording(draft: PlanDraft) -> list[Finding]:
    """Say where a word looks mistyped or written twice."""
    findings: list[Finding] = []
    seen: set[tuple[str, str]] = set()
    for where, text in _texts(draft):
        for found in islice(_typos(text, where), _MAX_PER_PLACE):
            key = (found.message.split(",", 1)[0], found.where)
            if key not in seen:
                seen.add(key)
                findings.append(found)
    return findings


def _texts(draft: PlanDraft) -> Iterator[tuple[str, str]]:
    if draft.title:
        yield "tên kế hoạch", draft.title
    for clause in draft.body:
        where = f"mục {clause.number}" if clause.number else "phần mở đầu"
        yield where, clause.heading or clause.text
    if draft.task_source == "table":
        for at, task in enumerate(draft.tasks):
            for text in (task.content, task.lead, task.partners_raw, task.period, task.product):
                if text:
                    yield row_of(task, at), text
    for recipient in draft.recipients:
        yield "nơi nhận", recipient + (";" if recipient.endswith(" tinh") else "")


def _typos(text: str, where: str) -> Iterator[Finding]:
    for match in _KNOWN_ONE.finditer(text):
        right = _KNOWN[match.group(1).lower()]
        yield _finding(where, match.group(1), f"có thể là {quote(right)}")
    for match in _TWICE.finditer(text):
        word = match.group(1).lower()
        if word in _ALLOWED_TWICE or f"{word} {word}" in _KNOWN or _is_two_words(match):
            continue
        if word in _REVIEW_TWICE:
            yield _finding(
                where, _around(text, match), f"chữ {quote(word)} viết hai lần liền, nên xem lại"
            )
        else:
            yield _finding(where, _around(text, match), f"chữ {quote(word)} bị lặp")
    for match in _BARE_LEVEL.finditer(text):
        yield _finding(where, match.group(), f"có thể là {quote('tỉnh')}")
    for match in _STRAY_DIGIT.finditer(text):
        yield _finding(where, _around(text, match), "có chữ số lạc giữa câu")
    for match in _BROKEN.finditer(text):
        if not match.group().isupper() and not re.fullmatch(r"[IVXivx]+", match.group()):
            yield _finding(where, match.group(), "từ này không giống tiếng Việt")


def _is_two_words(match: re.Match[str]) -> bool:
    """Tell whether the second word begins a name ("thuộc Thuộc")."""
    first, second = match.group(1), match.group(2)
    return first[:1].islower() and second[:1].isupper()


def _around(text: str, match: re.Match[str]) -> str:
    before = text[max(0, match.start() - _NEAR) : match.start()].split(" ")[-2:]
    after = text[match.end() : match.end() + _NEAR].split(" ")[:2]
    return " ".join([*before[:-1], match.group(), *after[1:]]).strip()


def _finding(where: str, said: str, why: str) -> Finding:
    place = f"{where[:1].upper()}{where[1:]}"
    return Finding("TYPO", "info", f"{place} viết {quote(said)}, {why}; xin kiểm tra lại.", where)
